"""A worker process: builds its map, then codes one batch after another into shards."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.records import Record
from dateline.run.mapping import BatchMap, MapRecipe
from dateline.run.work import Batch, Cause, Coded, Failed, Outcome

LONGEST_ERROR = 200  # characters of an exception's own words
ORPHANED = 3  # exit status of a worker whose parent is gone


class Ready(Record):
    """The worker has its model; ``run`` is what its codings depend on."""

    run: dict[str, Any]


class Refused(Record):
    """The run cannot go on: the model does not load or the disk is full. The error is raised
    again in the parent."""

    error: DatelineError


Message = Ready | Refused | Outcome


def work(connection: Connection, recipe: MapRecipe, folder: Path) -> None:
    """The life of a worker process. It ends when the parent closes the connection or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run in order
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        batch_map = recipe.build()
    except DatelineError as error:
        connection.send(Refused(error=error))
        return
    connection.send(Ready(run=batch_map.run))
    while True:
        try:
            batch = connection.recv()
        except EOFError:
            return
        connection.send(code_into(folder, batch, batch_map))


def code_into(folder: Path, batch: Batch, batch_map: BatchMap) -> Message:
    """Code a batch and write its shard.

    Whatever the coder raises becomes a failure of this batch, so that the one report that is
    to blame can be found and the rest be coded.
    """
    from dateline.store.shards import write_shard

    try:
        tables, counts = batch_map.rows(batch)
    except Exception as error:
        return raised(batch, error)
    try:
        shard = write_shard(tables, folder)
    except DatelineError as error:  # the disk is full
        return Refused(error=error)
    return Coded(batch=batch, shard=shard, counts=counts)


def raised(batch: Batch, error: Exception) -> Failed:
    """The failure of a batch whose coding raised ``error``."""
    said = " ".join(str(error).split())[:LONGEST_ERROR]
    reason = f"makes the coder fail ({type(error).__name__}{': ' if said else ''}{said})."
    return Failed(batch=batch, cause=Cause.ERROR, reason=reason)


def _end_with_parent() -> None:
    """A killed parent must not leave a worker that computes on for nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(ORPHANED)
