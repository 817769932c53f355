"""The store: codings and rejections in one DuckDB file that answers SQL (docs/archive.md)."""

from __future__ import annotations

from dateline.store.archive import Archive, open_archive
from dateline.store.errors import StoreError
from dateline.store.rows import rows_of
from dateline.store.shards import clear_unfinished, read_shard, shards_in, write_shard

__all__ = [
    "Archive",
    "StoreError",
    "clear_unfinished",
    "open_archive",
    "read_shard",
    "rows_of",
    "shards_in",
    "write_shard",
]
