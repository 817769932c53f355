"""``FILE.work/`` beside an archive: what a run has done that is not yet in the archive.

It holds the lock, the shards that wait to be merged, and the journal. It goes when the run ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.errors import OutputError
from dateline.run.lock import RunLock

LOCK, JOURNAL, SHARDS = "lock", "journal.sqlite", "shards"


class Journal:
    """Which reports the unfinished run has put into its batches.

    Batches must not depend on how often a run was stopped, since what the language model sees
    in a report depends a little on the reports beside it. So a run that goes on after a stop
    makes its batches from all reports that it had from the start, coded or not; the journal
    tells those from reports that were in the archive before. Kept on disk: an archive may
    hold more reports than the memory holds names.
    """

    def __init__(self, path: Path, command: str) -> None:
        """``command`` tells the run that goes on from a new one, whose journal begins empty."""
        self._path = path
        with self._errors():
            self._database = sqlite3.connect(path, check_same_thread=False)
            self._database.executescript(
                "CREATE TABLE IF NOT EXISTS batched (id TEXT PRIMARY KEY, pass INTEGER NOT NULL)"
                " WITHOUT ROWID;"
                "CREATE TABLE IF NOT EXISTS run (command TEXT NOT NULL, pass INTEGER NOT NULL);"
            )
            row = self._database.execute("SELECT command, pass FROM run").fetchone()
            self._pass: int = row[1] + 1 if row and row[0] == command else 1
            with self._database:
                if self._pass == 1:
                    self._database.execute("DELETE FROM batched")
                self._database.execute("DELETE FROM run")
                self._database.execute("INSERT INTO run VALUES (?, ?)", (command, self._pass))

    def of_this_run(self, ids: Iterable[str]) -> set[str]:
        """Those of ``ids`` that were put into batches since the run was first started."""
        with self._errors():
            return {
                id_
                for id_ in ids
                if self._database.execute("SELECT 1 FROM batched WHERE id = ?", (id_,)).fetchone()
            }

    def enter(self, ids: Iterable[str]) -> list[bool]:
        """Put reports down, in their order; false for one that this pass has met before."""
        statement = (
            "INSERT INTO batched VALUES (?, ?) ON CONFLICT (id) "
            "DO UPDATE SET pass = excluded.pass WHERE pass <> excluded.pass"
        )
        with self._errors(), self._database:
            return [
                self._database.execute(statement, (id_, self._pass)).rowcount == 1 for id_ in ids
            ]

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
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

    def journal(self, command: str) -> Journal:
        return Journal(self.path / JOURNAL, command)

    def remove(self) -> None:
        """The run has ended and all of it is in the archive."""
        for path in self.path.glob(JOURNAL + "*"):
            path.unlink()
        with suppress(OSError):  # something is left that is not ours
            self.shards.rmdir()
        self._lock.release()
        with suppress(OSError):
            self.path.rmdir()
