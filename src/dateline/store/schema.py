"""What an archive is made of: the tables of ``schema.toml`` and the views of ``views/``.

The same definitions give the tables in DuckDB, the Arrow schema of shards, and (through a
test) the page docs/archive.md.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pyarrow

# The number of this schema. Archives keep it; migrations.py leads from one to the next.
VERSION = 2

HERE = Path(__file__).parent
# A view may stand on those before it.
VIEWS = ("events", "dyads", "claims", "quotations", "daily_counts")


class Column(NamedTuple):
    """``type`` is DuckDB's name of it."""

    name: str
    type: str
    nullable: bool
    about: str


class Table(NamedTuple):
    """One table and its columns, in order."""

    name: str
    about: str
    columns: tuple[Column, ...]

    @property
    def of_reports(self) -> bool:
        """Whether the rows belong to one report each, and go when it is coded anew."""
        return any(column.name == "report_id" for column in self.columns)


@cache
def tables() -> tuple[Table, ...]:
    """All tables, those first that others refer to."""
    entries = tomllib.loads(HERE.joinpath("schema.toml").read_text("utf-8"))["table"]
    return tuple(
        Table(
            name=entry["name"],
            about=entry["about"],
            columns=tuple(
                Column(name, type_.removesuffix("?"), type_.endswith("?"), about)
                for name, type_, about in entry["columns"]
            ),
        )
        for entry in entries
    )


@cache
def arrow_schemas() -> dict[str, pyarrow.Schema]:
    """The Arrow schema of each table, as shards have it."""
    import pyarrow as pa

    types = {
        "VARCHAR": pa.string(),
        "INTEGER": pa.int32(),
        "BIGINT": pa.int64(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
    }
    return {
        table.name: pa.schema(
            [pa.field(column.name, types[column.type], column.nullable) for column in table.columns]
        )
        for table in tables()
    }


def creation(table: Table) -> list[str]:
    """The statements that make a table and write into the archive what each column holds."""
    columns = ", ".join(
        f'"{column.name}" {column.type}{"" if column.nullable else " NOT NULL"}'
        for column in table.columns
    )
    return [
        f'CREATE TABLE "{table.name}" ({columns})',
        f'COMMENT ON TABLE "{table.name}" IS {quoted(table.about)}',
        *(
            f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {quoted(column.about)}'
            for column in table.columns
        ),
    ]


@cache
def views() -> dict[str, str]:
    """The query behind each view."""
    return {name: HERE.joinpath("views", f"{name}.sql").read_text("utf-8") for name in VIEWS}


def views_digest() -> str:
    """Hash of all views, to tell whether an archive has those of this version."""
    return hashlib.blake2b("\0".join(views().values()).encode(), digest_size=8).hexdigest()


def quoted(words: str) -> str:
    """``words`` as a string in SQL."""
    return "'" + words.replace("'", "''") + "'"
