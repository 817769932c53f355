"""The archive: one DuckDB file that holds reports and all that was coded from them.

One program writes at a time; DuckDB's lock on the file sees to that. A merge is one transaction,
so a program that is killed, or a full disk, leaves the archive as it was before or after.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.libraries import require
from dateline.records import Coding
from dateline.store.codings import codings_of
from dateline.store.connecting import connect_to_read, connect_to_write
from dateline.store.errors import StoreError, lacks_memory, plain_store_errors
from dateline.store.merging import take_in
from dateline.store.rows import run_id_of
from dateline.store.schema import Table, tables
from dateline.store.shards import read_shard

if TYPE_CHECKING:
    import duckdb
    import pyarrow

CODINGS_AT_A_TIME = 500
ROWS_AT_A_TIME = 1000
# A connection keeps a list of all that it ever saw of the file, which grows with the archive.
MERGES_OF_ONE_CONNECTION = 40

Row = tuple[Any, ...]
T = TypeVar("T")


class Archive:
    """An open archive; use it in ``with`` or call :meth:`close`. One thread at a time."""

    def __init__(
        self,
        path: Path,
        connection: duckdb.DuckDBPyConnection,
        memory: tuple[int, ...] = (),
    ) -> None:
        """``memory``: the limit that the writer works under, and those it may go up to."""
        self.path = path
        self.connection = connection
        self._memory = memory
        self._merges = 0

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False) -> Archive:
        """Open the archive at ``path``, made if it is not there and may be written.

        An archive of an older version is brought up to date. Raises ``StoreError`` where
        another program is writing to it, it is no archive, or it is of a newer version.
        """
        require(("duckdb", "pyarrow"), "archive", "an archive", StoreError)
        path = Path(path)
        if read_only and not path.exists():
            raise StoreError(
                f"there is no archive {path}. Make it with: dateline code … --archive {path}"
            )
        if not path.parent.is_dir():
            raise StoreError(f"{path} cannot be made: there is no folder {path.parent}. Make it.")
        with plain_store_errors(path):
            if read_only:
                return cls(path, connect_to_read(path))
            return cls(path, *connect_to_write(path))

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Bring everything into the file and let go of it."""
        with plain_store_errors(self.path):
            self.connection.close()

    def merge(self, shards: Iterable[Path]) -> int:
        """Take in shards, each in one transaction; how many reports were new or coded anew.

        Merging a shard again changes nothing. A report that the archive has already is
        replaced where its coding differs. Raises ``StoreError``; the shards before the
        one that failed are then in the archive.
        """
        return sum(self.add(read_shard(shard)) for shard in shards)

    def add(self, rows: Mapping[str, pyarrow.Table]) -> int:
        """Take in what ``rows_of`` gave, in one transaction; like :meth:`merge` otherwise."""
        with plain_store_errors(self.path):
            # What was taken in already is taken in once, so it can be tried again.
            taken = self._with_memory(lambda: take_in(self.connection, rows))
            self._merges += 1
            if self._merges % MERGES_OF_ONE_CONNECTION == 0:
                self._connect_anew(self._memory)
            return taken

    def _with_memory(self, action: Callable[[], T]) -> T:
        """The outcome of an action, with as much of the memory as it needs."""
        import duckdb

        while True:
            try:
                return action()
            except duckdb.Error as error:
                if len(self._memory) < 2 or not lacks_memory(error):
                    raise
                self._connect_anew(self._memory[1:])

    def _connect_anew(self, memory: tuple[int, ...]) -> None:
        self.connection.close()
        self.connection, self._memory = connect_to_write(self.path, memory)

    def known(self, report_ids: Iterable[str], run: Mapping[str, Any] | None = None) -> set[str]:
        """Those of the reports that the archive holds; with ``run`` those coded by that run."""
        asked = list(dict.fromkeys(report_ids))
        query = "select report_id from reports where report_id in (select unnest(?::varchar[]))"
        parameters: list[Any] = [asked]
        if run is not None:
            query += " and run_id = ?"
            parameters.append(run_id_of(dict(run)))
        with plain_store_errors(self.path):
            found = self._with_memory(lambda: self.connection.execute(query, parameters).fetchall())
        return {row[0] for row in found}

    def query(self, sql: str, parameters: Iterable[Any] = ()) -> pyarrow.Table:
        """The answer to a query in SQL, ``?`` in it standing for ``parameters``.

        Raises ``StoreError`` with DuckDB's words where it is no query.
        """
        asked = list(parameters)
        with plain_store_errors(self.path):
            return self._with_memory(lambda: self._table(sql, asked))

    def _table(self, sql: str, parameters: list[Any]) -> pyarrow.Table:
        # DuckDB's types do not say that a statement without rows gives no relation.
        answer: Any = self.connection.sql(sql, params=parameters)
        if answer is None:
            raise StoreError("this is no query: it has no rows to show. Begin it with select.")
        found: pyarrow.Table = answer.to_arrow_table()
        return found

    def stream(self, sql: str, parameters: Iterable[Any] = ()) -> tuple[list[str], Iterator[Row]]:
        """Names of the columns, and the rows of the answer, drawn from the archive bit by bit."""
        with plain_store_errors(self.path):
            # A cursor of its own, so that other queries can be asked while the rows are drawn.
            cursor = self.connection.cursor()
            cursor.execute(sql, list(parameters))
            columns = [column[0] for column in cursor.description or ()]
        return columns, self._fetched(cursor)

    def codings(self, report_ids: Iterable[str] | None = None) -> Iterator[Coding]:
        """The codings of all reports, or of those asked for that the archive holds, in that order.

        Only a batch of them is in memory at a time.
        """
        if report_ids is None:
            listed = self.query("select report_id from reports order by report_id")
            report_ids = listed["report_id"].to_pylist()
        asked = iter(report_ids)
        while batch := list(islice(asked, CODINGS_AT_A_TIME)):
            found = {coding.report.id: coding for coding in codings_of(self._tables_of(batch))}
            yield from (found[report_id] for report_id in batch if report_id in found)

    def _fetched(self, cursor: duckdb.DuckDBPyConnection) -> Iterator[Row]:
        with plain_store_errors(self.path):
            while rows := cursor.fetchmany(ROWS_AT_A_TIME):
                yield from rows
            cursor.close()

    def _tables_of(self, report_ids: list[str]) -> dict[str, pyarrow.Table]:
        """All rows of some reports."""
        chosen = "where report_id in (select unnest(?::varchar[]))"
        return {
            table.name: self.query(f'from "{table.name}" {chosen}', [report_ids])
            if table.of_reports
            else self.query(f'from "{table.name}"')
            for table in tables()
            if table.name != "rejects"
        }

    def digest(self) -> str:
        """Hash of all that the archive holds, in whatever order it came in."""
        lines = [f"{table.name} {self._summed(table)}" for table in tables()]
        return hashlib.blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()

    def _summed(self, table: Table) -> list[Row]:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        # A sum does not see the order, and, unlike exclusive or, sees repeats.
        sums = (
            "select count(*), sum(md5_number_lower(to_json(row)::varchar)::hugeint) "
            f'from (select {columns} from "{table.name}") as row'
        )
        with plain_store_errors(self.path):
            return self._with_memory(lambda: self.connection.execute(sums).fetchall())


def open_archive(path: Path | str, read_only: bool = True) -> Archive:
    """Open an archive to ask it something::

    with dateline.open_archive("news.duckdb") as archive:
        events = archive.query("select * from events").to_pandas()
    """
    return Archive.open(path, read_only)
