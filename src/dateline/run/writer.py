"""The one writer: takes finished shards into the archive, in its own thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from shutil import rmtree
from typing import Any

from dateline.ingest import Rejection
from dateline.store import (
    Archive,
    StoreError,
    clear_unfinished,
    read_shard,
    rows_of,
    shards_in,
)
from dateline.store.shards import UNFINISHED

SHARDS_TOGETHER = 16  # how many wait before the archive is touched
SECONDS_TOGETHER = 10.0  # and how long


class ArchiveWriter:
    """Merges shards and stores rejections; nothing that it was given is lost by a stop, since
    shards stay in their folder until they are in the archive and rejections come again."""

    def __init__(self, archive: Archive, shards: Path) -> None:
        self.archive = archive
        self.shards = shards
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="archive writer")
        self._work: Future[None] | None = None
        # The archive is open once, and one thread asks it while another writes.
        self._open = threading.Lock()
        self._waiting: list[Path] = []
        self._rejections: list[Rejection] = []
        self._since = time.monotonic()
        self._run: dict[str, Any] = {}

    def begin(self) -> None:
        """Take in what a stopped run left in the folder."""
        clear_unfinished(self.shards)
        self._merge(shards_in(self.shards), ())

    def known_to(self, run: dict[str, Any]) -> None:
        """Name the versions by which a report must have been coded to count as known."""
        self._run = run

    def known(self, report_ids: Collection[str]) -> set[str]:
        with self._open:
            return self.archive.known(report_ids, self._run)

    def add(self, shard: Path) -> None:
        self._waiting.append(shard)
        self._write_if_due()

    def reject(self, rejection: Rejection) -> None:
        self._rejections.append(rejection)
        self._write_if_due()

    def finish(self) -> None:
        """Everything into the archive, then all that a worker of a killed run may have added."""
        self._write()
        self._result()
        self._merge(shards_in(self.shards), ())

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    def _write_if_due(self) -> None:
        """Raises what the writing before this one raised."""
        many = len(self._waiting) + len(self._rejections) // 64 >= SHARDS_TOGETHER
        late = time.monotonic() - self._since >= SECONDS_TOGETHER
        if (many or late) and (self._work is None or self._work.done()):
            self._write()

    def _write(self) -> None:
        self._result()
        shards, rejections = self._waiting, tuple(self._rejections)
        self._waiting, self._rejections = [], []
        self._since = time.monotonic()
        self._work = self._thread.submit(self._merge, shards, rejections)

    def _result(self) -> None:
        if self._work is not None:
            self._work.result()

    def _merge(self, shards: list[Path], rejections: tuple[Rejection, ...]) -> None:
        for shard in shards:
            try:
                rows = read_shard(shard)
            except StoreError:
                # Of another version, or damaged: its reports are not in the archive, so the run
                # that reads them codes them again.
                _remove(shard)
                continue
            with self._open:
                self.archive.add(rows)
            _remove(shard)
        if rejections:
            with self._open:
                self.archive.add(rows_of((), rejections))


def _remove(shard: Path) -> None:
    """Out of sight first, so that a kill leaves no shard with half of its files."""
    hidden = shard.with_name(UNFINISHED + shard.name)
    shard.rename(hidden)
    rmtree(hidden, ignore_errors=True)
