"""The archive: one DuckDB file that holds reports and all that was coded from them.

One program writes at a time; DuckDB's lock on the file sees to that. A merge is one transaction,
so a program that is killed, or a full disk, leaves the archive as it was before or after.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.libraries import require
from dateline.records import Coding
from dateline.store.codings import codings_of
from dateline.store.connecting import connect_to_read, connect_to_write
from dateline.store.errors import StoreError, lacks_memory, plain_store_errors
from dateline.store.merging import take_in
from dateline.store.rows import run_id_of
from dateline.store.schema import tables
from dateline.store.shards import read_shard

if TYPE_CHECKING:
    import duckdb
    import pyarrow

CODINGS_AT_A_TIME = 500
ROWS_AT_A_TIME = 1000

Row = tuple[Any, ...]


class Archive:
    """An open archive; use it in ``with`` or call :meth:`close`. One thread at a time."""

    def __init__(
        self,
        path: Path,
        connection: duckdb.DuckDBPyConnection,
        more_memory: tuple[int, ...] = (),
    ) -> None:
        self.path = path
        self.connection = connection
        self._more_memory = more_memory

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
        import duckdb

        with plain_store_errors(self.path):
            while True:
                try:
                    return take_in(self.connection, rows)
                except duckdb.Error as error:
                    if not (self._more_memory and lacks_memory(error)):
                        raise
                    # What was taken in already is taken in once, so it can be tried again.
                    self.connection.close()
                    self.connection, self._more_memory = connect_to_write(
                        self.path, self._more_memory
                    )

    def known(self, report_ids: Iterable[str], run: Mapping[str, Any] | None = None) -> set[str]:
        """Those of the reports that the archive holds; with ``run`` those coded by that run."""
        asked = list(dict.fromkeys(report_ids))
        query = "select report_id from reports where report_id in (select unnest(?::varchar[]))"
        parameters: list[Any] = [asked]
        if run is not None:
            query += " and run_id = ?"
            parameters.append(run_id_of(dict(run)))
        with plain_store_errors(self.path):
            return {row[0] for row in self.connection.execute(query, parameters).fetchall()}

    def query(self, sql: str, parameters: Iterable[Any] = ()) -> pyarrow.Table:
        """The answer to a query in SQL, ``?`` in it standing for ``parameters``.

        Raises ``StoreError`` with DuckDB's words where it is no query.
        """
        with plain_store_errors(self.path):
            # DuckDB's types do not say that a statement without rows gives no relation.
            answer: Any = self.connection.sql(sql, params=list(parameters))
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
        lines: list[str] = []
        with plain_store_errors(self.path):
            for table in tables():
                columns = ", ".join(f'"{column.name}"' for column in table.columns)
                # A sum does not see the order, and, unlike exclusive or, sees repeats.
                answer = self.connection.execute(
                    "select count(*), sum(md5_number_lower(to_json(row)::varchar)::hugeint) "
                    f'from (select {columns} from "{table.name}") as row'
                ).fetchall()
                lines.append(f"{table.name} {answer}")
        return hashlib.blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def open_archive(path: Path | str, read_only: bool = True) -> Archive:
    """Open an archive to ask it something::

    with dateline.open_archive("news.duckdb") as archive:
        events = archive.query("select * from events").to_pandas()
    """
    return Archive.open(path, read_only)
