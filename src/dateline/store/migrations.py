"""Making an archive, and bringing one of an older version up to date.

An archive holds the number of its schema in the table ``schema_version``. ``STEPS[n]`` are the
statements that lead from version ``n`` to ``n + 1``; they are never changed afterwards. The
views are made anew whenever those of this version differ from the archive's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.store import schema
from dateline.store.errors import StoreError
from dateline.store.schema import creation, tables, views, views_digest

if TYPE_CHECKING:
    import duckdb

Steps = Mapping[int, Sequence[str]]

STEPS: Steps = {
    1: (
        "ALTER TABLE event_records ADD COLUMN cameo VARCHAR",
        "COMMENT ON COLUMN event_records.cameo IS "
        "'the act as a CAMEO code; null where CAMEO has none, and in rows that schema 1 stored'",
    ),
}


def version_of(connection: duckdb.DuckDBPyConnection, path: Path) -> int | None:
    """The schema's version, ``None`` in a file without tables.

    Raises ``StoreError`` for a database that is no archive, or one of a newer version.
    """
    names = {
        row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()
    }
    if not names:
        return None
    if "schema_version" not in names:
        raise StoreError(
            f"{path} is a database, but not an archive of Dateline. Give another file."
        )
    ((version,),) = connection.execute("select version from schema_version").fetchall()
    if version > schema.VERSION:
        raise StoreError(
            f"{path} was written by a newer Dateline (its schema is {version}, this one knows "
            f"{schema.VERSION}). Update Dateline."
        )
    return int(version)


def bring_up_to_date(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Make the archive, or lead it to this version, in one transaction."""
    version = version_of(connection, path)
    if version == schema.VERSION and _views_digest_in(connection) == views_digest():
        return
    statements: list[str] = []
    if version is None:
        statements.append("CREATE TABLE schema_version (version INTEGER, views VARCHAR)")
        statements.append("INSERT INTO schema_version VALUES (0, '')")
        for table in tables():
            statements += creation(table)
    else:
        for number in range(version, schema.VERSION):
            statements += STEPS[number]
    statements += [f'CREATE OR REPLACE VIEW "{name}" AS {query}' for name, query in views().items()]
    connection.begin()
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute(
            "UPDATE schema_version SET version = ?, views = ?", [schema.VERSION, views_digest()]
        )
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _views_digest_in(connection: duckdb.DuckDBPyConnection) -> str:
    ((digest,),) = connection.execute("select views from schema_version").fetchall()
    return str(digest)
