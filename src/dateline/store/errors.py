"""What can go wrong with an archive or a shard, in words that say what to do."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    import duckdb

# Over quota and over the largest size of a file leave a user with the same thing to do.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_WORDS = re.compile(r"no space left|disk quota|file too large|not enough space", re.IGNORECASE)
MEMORY_WORDS = re.compile(r"failed to (pin|allocate)|out of memory|memory limit", re.IGNORECASE)
HOLDER = re.compile(r"\(PID (\d+)\)")


class StoreError(DatelineError):
    """An archive or a shard cannot be read or written; the message names the file."""


@contextmanager
def plain_store_errors(path: Path) -> Iterator[None]:
    """Errors of the database and of the system about ``path`` become a :class:`StoreError`."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise of_database(path, error) from error
    except OSError as error:
        raise of_system(path, error) from error


def of_system(path: Path, error: OSError) -> StoreError:
    """The system refused to read or write ``path``."""
    if error.errno in FULL:
        return _full(path)
    return StoreError(f"{path} cannot be read or written: {error.strerror or error}.")


def of_database(path: Path, error: duckdb.Error) -> StoreError:
    """DuckDB refused; its own words stand where none of the usual causes fits."""
    import duckdb

    words = str(error)
    if "Could not set lock" in words:
        holder = HOLDER.search(words)
        process = f" (process {holder[1]})" if holder else ""
        return StoreError(
            f"{path} is in use by another program{process}. Wait until it has ended, "
            "or give another archive."
        )
    if "different configuration" in words:
        return StoreError(f"{path} is already open in this program. Close it there first.")
    if "not a valid DuckDB database" in words:
        return StoreError(f"{path} is not a DuckDB file, so it is no archive. Give another file.")
    if FULL_WORDS.search(words):
        return _full(path)
    if isinstance(error, duckdb.ProgrammingError):
        return StoreError(f"the query cannot be answered. {words.strip()}")
    return StoreError(f"{path}: {words.strip()}")


def lacks_memory(error: duckdb.Error) -> bool:
    """Whether DuckDB could do what was asked if it were allowed more memory."""
    return MEMORY_WORDS.search(str(error)) is not None


def _full(path: Path) -> StoreError:
    return StoreError(
        f"{path} cannot be written: the disk is full. Free some space and run the same command "
        "again; what was stored before is safe."
    )
