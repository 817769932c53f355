"""``FILE.work/`` beside an archive: what a run has done that is not yet in the archive.

It holds the lock, the shards that wait to be merged, and which reports the run has met. It goes
when the run ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.errors import OutputError
from dateline.run.lock import RunLock

LOCK, MET, SHARDS = "lock", "met.sqlite", "shards"


class Met:
    """The ids of the reports that came in this run, on disk: a run may have more of them than
    the memory holds. A run that goes on after a stop begins it anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._errors():
            path.unlink(missing_ok=True)
            self._database = sqlite3.connect(path, check_same_thread=False)
            # Nobody reads it after a crash, so that nothing need be safe from one.
            self._database.executescript(
                "PRAGMA journal_mode = off; PRAGMA synchronous = off;"
                "CREATE TABLE met (id TEXT PRIMARY KEY) WITHOUT ROWID;"
            )

    def enter(self, ids: Iterable[str]) -> list[bool]:
        """Put reports down, in their order; false for one that was met before."""
        with self._errors(), self._database:
            return [
                self._database.execute("INSERT OR IGNORE INTO met VALUES (?)", (id_,)).rowcount == 1
                for id_ in ids
            ]

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise OutputError(f"{self._path} cannot be written: {error}.") from error


class WorkFolder:
    """The folder, locked."""

    def __init__(self, archive: Path) -> None:
        """Raises ``OutputError`` where another run writes to the archive or the folder cannot be
        made."""
        self.path = archive.with_name(archive.name + ".work")
        self.shards = self.path / SHARDS
        try:
            self.shards.mkdir(parents=True, exist_ok=True)
            self._lock = RunLock(self.path / LOCK, archive)
        except OSError as error:
            raise OutputError(
                f"{self.path} cannot be made and locked: {error.strerror}."
            ) from error

    def __enter__(self) -> WorkFolder:
        return self

    def __exit__(self, *raised: object) -> None:
        """Let another run go on from here."""
        self._lock.release()

    def met(self) -> Met:
        """Raises ``OutputError`` where it cannot be written."""
        return Met(self.path / MET)

    def remove(self) -> None:
        """The run has ended and all of it is in the archive."""
        for path in self.path.glob(MET + "*"):
            path.unlink()
        with suppress(OSError):  # something is left that is not ours
            self.shards.rmdir()
        self._lock.release()
        with suppress(OSError):
            self.path.rmdir()
