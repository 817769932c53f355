"""Worker processes on this machine, each with its own model and its own pipe.

There is no queue that workers share: a worker killed while it holds the lock of one would stop
all others.
"""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic
from typing import Any

from dateline.run.errors import RunError
from dateline.run.mapping import MapRecipe
from dateline.run.options import RunOptions
from dateline.run.work import Batch, Cause, Failed, Outcome
from dateline.run.worker import Ready, Refused, work

MOST_FALSE_STARTS = 3  # workers that die before they have coded anything
SECONDS_TO_END = 5.0


class _Worker:
    """A process, its pipe, and what it is at."""

    def __init__(self, recipe: MapRecipe, folder: Path) -> None:
        # Started anew, not forked: threads and models do not survive a fork.
        spawn = multiprocessing.get_context("spawn")
        self.connection: Connection
        self.connection, theirs = spawn.Pipe()
        self.process: SpawnProcess = spawn.Process(
            target=work, args=(theirs, recipe, folder), daemon=True, name="dateline worker"
        )
        self.process.start()
        theirs.close()  # so that the pipe ends when the worker does
        self.ready = False
        self.batch: Batch | None = None
        self.since = 0.0

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()


class ProcessPool:
    """A :class:`~dateline.run.runner.Runner` of spawned processes."""

    def __init__(self, recipe: MapRecipe, folder: Path, options: RunOptions) -> None:
        self.recipe = recipe
        self.folder = folder
        self.size = max(1, options.workers)
        self.batch_seconds = options.batch_seconds
        self._workers: list[_Worker] = []
        self._false_starts = 0
        self._run: dict[str, Any] | None = None

    def start(self) -> dict[str, Any]:
        self._workers = [self._new_worker() for _ in range(self.size)]
        while True:
            self.collect(SECONDS_TO_END)
            if self._run is not None:
                return self._run

    def room(self) -> int:
        return sum(worker.ready and worker.batch is None for worker in self._workers)

    def busy(self) -> int:
        return sum(worker.batch is not None for worker in self._workers)

    def submit(self, batch: Batch) -> None:
        worker = next(one for one in self._workers if one.ready and one.batch is None)
        worker.batch, worker.since = batch, monotonic()
        with suppress(OSError):  # it has died since; its pipe says so to the next ``collect``
            worker.connection.send(batch)

    def collect(self, seconds: float) -> list[Outcome]:
        by_connection = {worker.connection: worker for worker in self._workers}
        outcomes: list[Outcome] = []
        for connection in wait(list(by_connection), self._patience(seconds)):
            worker = by_connection[connection]  # type: ignore[index]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                outcomes += self._replace(worker, f"ended its worker ({_end_of(worker)}).")
                continue
            if isinstance(message, Refused):
                raise message.error
            if isinstance(message, Ready):
                worker.ready, self._run = True, message.run
            else:
                worker.batch, self._false_starts = None, 0
                outcomes.append(message)
        for worker in list(self._workers):
            if worker.batch is not None and self._overdue(worker) >= 0:
                outcomes += self._replace(
                    worker, f"takes longer than {self.batch_seconds:g} seconds to code."
                )
        return outcomes

    def close(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers = []

    def _overdue(self, worker: _Worker) -> float:
        """Seconds past the time that the worker has for its batch; negative before."""
        return monotonic() - worker.since - self.batch_seconds

    def _patience(self, seconds: float) -> float:
        """How long to wait: not past the moment when a worker is taken to hang."""
        left = [-self._overdue(one) for one in self._workers if one.batch is not None]
        return max(0.0, min(seconds, *left)) if left else seconds

    def _replace(self, worker: _Worker, reason: str) -> list[Outcome]:
        """A new worker in place of a dead one; its batch has failed."""
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= MOST_FALSE_STARTS:
                raise RunError(
                    f"Workers end before they are ready ({_end_of(worker)}). "
                    "Give them more memory, or use fewer --workers."
                )
        worker.end()
        self._workers[self._workers.index(worker)] = self._new_worker()
        if worker.batch is None:
            return []
        return [Failed(batch=worker.batch, cause=Cause.CRASH, reason=reason)]

    def _new_worker(self) -> _Worker:
        return _Worker(self.recipe, self.folder)


def _end_of(worker: _Worker) -> str:
    """How a process ended that has closed its pipe."""
    worker.process.join(SECONDS_TO_END)
    status = worker.process.exitcode
    if status is None or status >= 0:
        return "silent" if status is None else f"status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
    return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name
