"""One run at a time for an archive: a lock that the system lifts when its holder dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from dateline.errors import OutputError


class RunLock:
    """Holds ``path`` locked from creation to ``release``."""

    def __init__(self, path: Path, archive: Path) -> None:
        """Raises ``OutputError`` where another run holds the lock, with its process number."""
        self.path = path
        self._file = path.open("a+")
        if not _lock(self._file) or not self._is_at_path():
            self._file.seek(0)
            holder = self._file.read().strip()
            self._file.close()
            raise OutputError(
                f"{archive} is being written by another run"
                f"{f' (process {holder})' if holder else ''}. "
                "Wait for it to end, or give another archive."
            )
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Let others write; the file goes while it is still held, so that nobody can lock a file
        that is no longer there without noticing."""
        if self._file.closed:
            return
        if sys.platform == "win32":
            self._file.close()
            self.path.unlink(missing_ok=True)
        else:
            self.path.unlink(missing_ok=True)
            self._file.close()

    def _is_at_path(self) -> bool:
        """Whether the locked file is still the one of that name; a run that ended in between has
        deleted it."""
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False


def _lock(file: IO[str]) -> bool:
    """Take the lock without waiting; false where another process has it.

    Raises ``OSError`` where the file system knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
