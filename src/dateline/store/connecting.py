"""Connections to the file of an archive, for the one writer and for readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.store import schema
from dateline.store.errors import StoreError, lacks_memory
from dateline.store.migrations import bring_up_to_date, version_of

if TYPE_CHECKING:
    import duckdb

# What the writer may hold in memory, in megabytes. DuckDB fills whatever it may with pages that it
# has read or written, so the first is small, and enough for news, however much of it; the next are
# needed only where many reports that follow each other are very long, and for some questions.
WRITER_MEMORY = (32, 128, 512, 2048, 8192)
# Rows are kept in memory until so many have come that DuckDB writes them into its pages.
WAITING_ROWS = "2MB"
# The writer works beside the processes that code.
WRITER_THREADS = 1

Config = dict[str, "str | bool | int | float | list[str]"]

# Everything that archives need is built in; nothing is fetched from anywhere.
OFFLINE: Config = {"autoinstall_known_extensions": False}


def connect_to_write(
    path: Path, memory: tuple[int, ...] = WRITER_MEMORY
) -> tuple[duckdb.DuckDBPyConnection, tuple[int, ...]]:
    """A connection to an archive of this version, made or brought up to date where it is not.

    The first of the limits on ``memory`` holds under which the archive can be opened; it comes
    back with those above it. Raises ``duckdb.Error`` and ``StoreError``.
    """
    import duckdb

    first, *more = memory
    config: Config = {
        **OFFLINE,
        "memory_limit": f"{first}MB",
        "checkpoint_threshold": WAITING_ROWS,
        "threads": WRITER_THREADS,
        "preserve_insertion_order": False,
    }
    try:
        connection = duckdb.connect(path, config=config)
        try:
            bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    except duckdb.Error as error:
        if more and lacks_memory(error):
            return connect_to_write(path, tuple(more))
        raise
    return connection, memory


def connect_to_read(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that changes nothing, but for bringing an older archive up to date before."""
    connection = _reading(path)
    try:
        version = version_of(connection, path)
        if version is None:
            raise StoreError(f"{path} is empty: nothing was coded into it yet.")
    except BaseException:
        connection.close()
        raise
    if version == schema.VERSION:
        return connection
    connection.close()
    writing, _ = connect_to_write(path)
    writing.close()
    return _reading(path)


def _reading(path: Path) -> duckdb.DuckDBPyConnection:
    import duckdb

    return duckdb.connect(path, read_only=True, config=OFFLINE)
