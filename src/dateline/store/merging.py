"""Rows into an archive: in one transaction, each report whole, the same report once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.store.schema import Table, tables

if TYPE_CHECKING:
    import duckdb
    import pyarrow


def take_in(connection: duckdb.DuckDBPyConnection, rows: Mapping[str, pyarrow.Table]) -> int:
    """Put what ``rows_of`` gave into the tables; how many reports were new or coded anew."""
    filled = {name for name, table in rows.items() if table.num_rows}
    with _registered(connection, rows), _transaction(connection):
        return _merge(connection, filled)


@contextmanager
def _registered(
    connection: duckdb.DuckDBPyConnection, rows: Mapping[str, pyarrow.Table]
) -> Iterator[None]:
    """The Arrow tables as ``incoming_NAME``, for the time of a merge."""
    for name, table in rows.items():
        connection.register(f"incoming_{name}", table)
    yield
    # After an error they stay until the next merge takes their names: the connection may be
    # dead, and its complaint would hide the cause.
    for name in rows:
        connection.unregister(f"incoming_{name}")


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    import duckdb

    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException as error:
        try:
            connection.rollback()
        except duckdb.Error as further:
            # After a failed write DuckDB may have given the transaction up by itself.
            error.add_note(f"rolling back: {further}")
        raise


def _merge(connection: duckdb.DuckDBPyConnection, filled: Set[str]) -> int:
    """Put the ``incoming_`` tables, those that are ``filled``, into those of the archive; the
    number of reports taken in."""
    changed = (
        "select report_id from incoming_reports anti join reports using (report_id, coding_id)"
    )
    connection.execute(f"create or replace temp table changed as {changed}")
    replaced = _number(
        connection, "select count(*) from reports semi join changed using (report_id)"
    )
    for table in tables():
        if table.of_reports and replaced:
            connection.execute(
                f'delete from "{table.name}" where report_id in (select report_id from changed)'
            )
        if table.name in filled:
            connection.execute(_insertion(table))
    if replaced:
        connection.execute("delete from runs where run_id not in (select run_id from reports)")
    return _number(connection, "select count(*) from changed")


def _number(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    ((number,),) = connection.execute(sql).fetchall()
    return int(number)


def _insertion(table: Table) -> str:
    source = f'insert into "{table.name}" by name select * from incoming_{table.name}'
    if table.of_reports:
        return f"{source} semi join changed using (report_id)"
    key = table.columns[0].name
    return f'{source} anti join "{table.name}" using ({key})'
