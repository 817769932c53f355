"""Shards: the rows of some reports as a folder of Parquet files, there whole or not at all.

A shard is written into a hidden folder beside its place, brought to the disk, and renamed. Its
name is the hash of what it holds, so that the same shard written twice, by whomever, is one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.libraries import library
from dateline.store.errors import StoreError, of_system
from dateline.store.schema import VERSION, arrow_schemas

if TYPE_CHECKING:
    import pyarrow

UNFINISHED = ".unfinished-"
PREFIX = "shard-"


def write_shard(tables: Mapping[str, pyarrow.Table], folder: Path) -> Path:
    """Write what ``rows_of`` gave into a new folder ``shard-HASH`` under ``folder``; its path.

    Any number of processes may write into one folder. Once this returns, the shard outlives a
    loss of power; a process killed before leaves nothing that :func:`shards_in` sees. Raises
    ``StoreError`` where the disk is full or cannot be written.
    """
    pq = library("pyarrow.parquet", "archive", "a shard", StoreError)

    target = folder / shard_name(tables)
    if target.exists():
        return target
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
        try:
            for name, table in tables.items():
                path = unfinished / f"{name}.parquet"
                pq.write_table(table, path, compression="zstd")
                _bring_to_disk(path)
            _bring_to_disk(unfinished)
            _rename(unfinished, target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        _bring_to_disk(folder)
    except OSError as error:
        raise of_system(folder, error) from error
    return target


def read_shard(path: Path) -> dict[str, pyarrow.Table]:
    """The tables of a shard. Raises ``StoreError`` where it is damaged or of another version."""
    pa = library("pyarrow", "archive", "a shard", StoreError)
    pq = library("pyarrow.parquet", "archive", "a shard", StoreError)

    found: dict[str, pyarrow.Table] = {}
    for name, schema in arrow_schemas().items():
        file = path / f"{name}.parquet"
        try:
            # One thread: a shard is small, and the coding beside it needs the others.
            table = pq.ParquetFile(file).read(use_threads=False)
        except (OSError, pa.ArrowException) as error:
            raise StoreError(
                f"{file} cannot be read: {error} Remove the shard and code its reports again."
            ) from error
        if not table.schema.equals(schema):
            raise StoreError(
                f"{path} was written by another version of Dateline. "
                "Remove the shard and code its reports again."
            )
        found[name] = table
    return found


def shards_in(folder: Path) -> list[Path]:
    """The shards that were written whole into ``folder``, in order of their names."""
    return sorted(folder.glob(f"{PREFIX}*"))


def clear_unfinished(folder: Path) -> None:
    """Remove what killed writers left. For the one who knows that no writer is at work."""
    for unfinished in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(unfinished, ignore_errors=True)


def shard_name(tables: Mapping[str, pyarrow.Table]) -> str:
    """The name that a shard gets: a hash of what it holds, whatever the order of its reports."""
    reports, rejects = tables["reports"], tables["rejects"]
    pairs = zip(reports["report_id"].to_pylist(), reports["coding_id"].to_pylist(), strict=True)
    lines = [
        f"schema {VERSION}",
        *sorted(f"report {report_id} {coding_id}" for report_id, coding_id in pairs),
        *sorted(f"reject {reject_id}" for reject_id in rejects["reject_id"].to_pylist()),
    ]
    return PREFIX + hashlib.blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def _rename(unfinished: Path, target: Path) -> None:
    try:
        unfinished.rename(target)
    except OSError:
        # Another process wrote the same shard in the meantime.
        if not target.exists():
            raise


def _bring_to_disk(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are on the disk."""
    if path.is_dir() and os.name != "posix":
        return  # elsewhere folders cannot be opened, and the system sees to them
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
