"""The tables are what the page says, and archives of other versions are led to them or refused."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from full_codings import full_coding

from dateline.store import Archive, StoreError, migrations, rows_of, schema
from dateline.store.schema import VIEWS, tables

PAGE = Path(__file__).parent.parent.joinpath("docs", "archive.md").read_text(encoding="utf-8")

EARLIER = full_coding("a", model="earlier")


def section(name: str) -> list[list[str]]:
    """The rows of the table in one section of the page."""
    (text,) = re.findall(rf"^## `{name}`\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return rows[2:]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """Name and type of every column of a fresh archive."""
    path = tmp_path_factory.mktemp("archive") / "fresh.duckdb"
    with Archive.open(path) as archive:
        _, rows = archive.stream(
            "select table_name, column_name, data_type from duckdb_columns() "
            "where schema_name = 'main' and not internal order by table_name, column_index"
        )
        columns: dict[str, list[tuple[str, str]]] = {}
        for table, column, type_ in rows:
            columns.setdefault(table, []).append((column, type_))
        return columns


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_the_page_describes_every_column_of_every_table(table: schema.Table) -> None:
    assert section(table.name) == [
        [f"`{column.name}`", column.type + "?" * column.nullable, column.about]
        for column in table.columns
    ]


def test_the_archive_has_the_tables_and_columns_of_the_schema(
    described: dict[str, list[tuple[str, str]]],
) -> None:
    for table in tables():
        assert described[table.name] == [(column.name, column.type) for column in table.columns]
    assert set(described) == {table.name for table in tables()} | {*VIEWS, "schema_version"}


@pytest.mark.parametrize("name", [*VIEWS, "schema_version"])
def test_the_page_names_every_column_of_every_view(
    name: str, described: dict[str, list[tuple[str, str]]]
) -> None:
    assert [row[0].strip("`") for row in section(name)] == [column for column, _ in described[name]]


def test_the_page_describes_nothing_else() -> None:
    assert set(re.findall(r"^## `(\w+)`", PAGE, re.MULTILINE)) == {
        *(table.name for table in tables()),
        *VIEWS,
        "schema_version",
    }


def older_archive(path: Path) -> str:
    """An archive with one report; the digest of what it holds."""
    with Archive.open(path) as archive:
        archive.add(rows_of([full_coding()]))
        return archive.digest()


def newer_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next version of Dateline, whose runs have one column more."""
    (runs, *others) = tables()
    wider = runs._replace(columns=(*runs.columns, schema.Column("note", "VARCHAR", True, "")))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(
        migrations, "STEPS", {schema.VERSION - 1: ("alter table runs add column note varchar",)}
    )
    monkeypatch.setattr(migrations, "tables", lambda: (wider, *others))


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_archive_is_brought_up_to_date_and_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    path = tmp_path / "older.duckdb"
    digest = older_archive(path)
    newer_program(monkeypatch)
    with Archive.open(path, read_only=read_only) as archive:
        assert archive.query("select note, dateline from runs").to_pylist() == [
            {"note": None, "dateline": "0.1.0"}
        ]
        assert archive.query("select version from schema_version")["version"].to_pylist() == [
            schema.VERSION
        ]
        assert archive.digest() == digest
    with Archive.open(tmp_path / "fresh.duckdb") as fresh:
        assert "note" in fresh.query("select * from runs").column_names


def test_a_step_that_fails_leaves_the_older_archive_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "older.duckdb"
    digest = older_archive(path)
    with monkeypatch.context() as patched:
        newer_program(patched)
        patched.setattr(
            migrations,
            "STEPS",
            {schema.VERSION - 1: ("alter table runs add column note varchar", "nonsense")},
        )
        with pytest.raises(StoreError):
            Archive.open(path)
    with Archive.open(path) as archive:
        assert archive.digest() == digest
        assert "note" not in archive.query("select * from runs").column_names


def archive_of_schema_1(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive with one report, made before events had a column for CAMEO."""
    older = [
        table._replace(columns=tuple(one for one in table.columns if one.name != "cameo"))
        for table in tables()
    ]
    older_views = {name: re.sub(r".*cameo.*\n", "", sql) for name, sql in schema.views().items()}
    rows = rows_of([EARLIER])
    rows["event_records"] = rows["event_records"].drop_columns(["cameo"])
    with monkeypatch.context() as patched:
        patched.setattr(schema, "VERSION", 1)
        patched.setattr(migrations, "tables", lambda: older)
        patched.setattr(migrations, "views", lambda: older_views)
        patched.setattr(migrations, "views_digest", lambda: "of schema 1")
        with Archive.open(path) as archive:
            archive.add(rows)
            assert "cameo" not in archive.query("from events").column_names


@pytest.mark.parametrize("read_only", [False, True])
def test_events_of_schema_1_have_no_cameo_until_they_are_coded_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    path = tmp_path / "older.duckdb"
    archive_of_schema_1(path, monkeypatch)
    with Archive.open(path, read_only=read_only) as archive:
        for view in ("events", "claims", "dyads"):
            assert set(archive.query(f"select cameo from {view}")["cameo"].to_pylist()) == {None}
        assert list(archive.codings()) == [EARLIER]
    with Archive.open(path) as archive:
        archive.add(rows_of([full_coding("a"), full_coding("b")]))
        assert archive.query("select cameo from events")["cameo"].to_pylist() == ["016", "016"]


def test_an_archive_of_schema_1_becomes_what_is_made_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive_of_schema_1(tmp_path / "older.duckdb", monkeypatch)
    described = []
    for name in ("older.duckdb", "fresh.duckdb"):
        with Archive.open(tmp_path / name) as archive:
            columns = archive.query(
                "select table_name, column_name, column_index, data_type, is_nullable, comment "
                "from duckdb_columns() where not internal order by all"
            )
            described.append(columns.to_pylist())
    assert described[0] == described[1]


def test_views_of_an_earlier_release_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.duckdb"
    older_archive(path)
    monkeypatch.setattr(migrations, "views", lambda: {"events": "select 1 as one"})
    monkeypatch.setattr(migrations, "views_digest", lambda: "another")
    with Archive.open(path) as archive:
        assert archive.query("select * from events").column_names == ["one"]


def test_an_archive_of_a_newer_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "newer.duckdb"
    with monkeypatch.context() as patched:
        newer_program(patched)
        Archive.open(path).close()
    for read_only in (False, True):
        with pytest.raises(StoreError, match=r"newer\.duckdb was written by a newer Dateline"):
            Archive.open(path, read_only=read_only)


def test_a_file_that_is_no_archive_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("A report. " * 2000, encoding="utf-8")
    with pytest.raises(StoreError, match="is not a DuckDB file"):
        Archive.open(text)
    other = tmp_path / "other.duckdb"
    with duckdb.connect(other) as connection:
        connection.execute("create table accounts (name varchar)")
    for read_only in (False, True):
        with pytest.raises(StoreError, match="not an archive of Dateline"):
            Archive.open(other, read_only=read_only)
    empty = tmp_path / "empty.duckdb"
    duckdb.connect(empty).close()
    with pytest.raises(StoreError, match="nothing was coded into it yet"):
        Archive.open(empty, read_only=True)
    with pytest.raises(StoreError, match="there is no archive"):
        Archive.open(tmp_path / "nowhere.duckdb", read_only=True)
    with pytest.raises(StoreError, match="there is no folder"):
        Archive.open(tmp_path / "nowhere" / "news.duckdb")
    with pytest.raises(StoreError):
        Archive.open(tmp_path)
