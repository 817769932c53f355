"""Codings of every kind, and archives that are made of them."""

from __future__ import annotations

from pathlib import Path

from full_codings import full_coding, full_event

from dateline.ingest.rejection import Rejection
from dateline.records import Coding
from dateline.store import Archive, rows_of, write_shard

SIX = [
    full_coding(name, *(full_event(score=number / 10) for number in range(number + 1)))
    for number, name in enumerate("abcdef")
]


def archive_of(folder: Path, *shards: list[Coding], rejections: tuple[Rejection, ...] = ()) -> str:
    """The digest of an archive made from shards with these codings."""
    with Archive.open(folder / "archive.duckdb") as archive:
        archive.merge(
            write_shard(rows_of(codings, rejections), folder / "shards") for codings in shards
        )
        return archive.digest()


def digest(path: Path) -> str:
    """What an archive holds, in short."""
    with Archive.open(path, read_only=True) as opened:
        return opened.digest()
