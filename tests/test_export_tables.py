"""Exports that hold everything: CSV, Parquet, JSON lines, GeoJSON, Excel and data frames."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from exported import CODING, EMPTY, EVENTS, REPORT
from handmade import denied_attack
from hypothesis import given
from hypothesis import strategies as st
from typer import Typer
from typer.testing import CliRunner

from dateline.cli.export import export
from dateline.errors import OutputError
from dateline.export import frames
from dateline.export.flat import COLUMNS, FlatEvent, flat_events
from dateline.export.source import coded_reports, exported_events, pairs
from dateline.export.workbook import write_workbook
from dateline.export.write import ExportFormat, write
from dateline.records import Party
from dateline.store import Archive, StoreError, rows_of

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "news.duckdb"
    with Archive.open(path) as opened:
        opened.add(rows_of([CODING, EMPTY]))
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_archive_and_memory_give_the_same_rows(archive: Path) -> None:
    from_memory = list(flat_events([CODING, EMPTY]))
    assert list(flat_events(archive)) == from_memory
    with Archive.open(archive, read_only=True) as opened:
        assert list(flat_events(opened)) == from_memory
        ids = opened.query("select event_id from event_records order by position")
        assert ids["event_id"].to_pylist() == [row.event_id for row in from_memory]


def test_reports_without_events_are_kept_among_reports(archive: Path) -> None:
    reports = list(coded_reports(archive))
    assert [len(report.event_ids) for report in reports] == [len(EVENTS), 0]


def test_a_condition_chooses_events_and_their_reports(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "some.jsonl"
    written = write(archive, ExportFormat.JSONL, out, "type = 'ASSAULT' and said_to_be_so -- so")
    (report,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert written.rows == 1 and [event["mode"] for event in report["events"]] == ["heavy-weapons"]
    everything = {row.event_id: row for row in flat_events(archive)}
    some = list(flat_events(archive, "voices is null"))
    assert [row for row in everything.values() if row.voices is None] == some
    assert list(flat_events(archive, "score > 2")) == []


def test_a_condition_that_is_none_or_has_no_archive_is_refused(archive: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        list(flat_events(archive, "nowhere = 1"))
    with pytest.raises(OutputError, match="archive"):
        list(flat_events(CODING, "true"))


def test_codings_in_memory_are_drawn_one_by_one() -> None:
    drawn: list[Any] = []

    def codings() -> Any:
        for coding in (CODING, EMPTY, CODING):
            drawn.append(coding)
            yield coding

    rows = flat_events(codings())
    next(rows)
    assert drawn == [CODING]


def test_pairs_are_those_of_the_view(archive: Path) -> None:
    with Archive.open(archive, read_only=True) as opened:
        rows = opened.query("select event_id, actor, recipient from dyads").to_pylist()
    assert {tuple(row.values()) for row in rows} == {
        (event.id, pair.actor.code, pair.recipient.code if pair.recipient else "-")
        for event in exported_events(archive)
        for pair in pairs(event.event)
        if pair.actor
    }


def test_csv_holds_every_column_and_odd_text(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert write(CODING, ExportFormat.CSV, out).rows == len(EVENTS)
    rows = read_csv(out)
    assert tuple(rows[0]) == COLUMNS and len(rows) == len(EVENTS)
    shelling, march, meeting, *_, denied = rows
    assert shelling["evidence"] == EVENTS[0].evidence and "\t" in shelling["evidence"]
    assert shelling["title"] == REPORT.title and shelling["publisher"] == "Le Journal 日本"
    assert (shelling["lat"], shelling["lon"]) == ("10.5", "-20.25")
    assert (march["place"], march["lat"], march["killed_low"]) == ("Paris", "", "")
    assert (meeting["actors"], meeting["recipients"]) == ("GHA;TGO", "GHA;TGO")
    assert (meeting["first_day"], meeting["last_day"]) == ("2021-02-01", "2021-02-28")
    assert (denied["voices"], denied["stance"], denied["cameo"]) == ("AZE", "denies", "016")
    assert (denied["said_to_be_so"], shelling["said_to_be_so"]) == ("false", "true")


def test_the_first_columns_are_those_of_the_view(archive: Path) -> None:
    with Archive.open(archive, read_only=True) as opened:
        view = opened.query("select * from events").column_names
        same = [name for name in view if name in COLUMNS]
        query = ", ".join(f'"{name}"' for name in same)
        rows = opened.query(f"select {query} from events").to_pylist()
    assert {"actors", "voices", "country", "killed_low", "said_to_be_so", "cameo"} <= set(same)
    exported = {row.event_id: row for row in flat_events(archive)}
    for row in rows:
        assert {name: getattr(exported[row["event_id"]], name) for name in same} == row


def test_parquet_has_types_and_comes_back_the_same(tmp_path: Path) -> None:
    from pyarrow import parquet

    out = tmp_path / "events.parquet"
    write([CODING], ExportFormat.PARQUET, out)
    table = parquet.read_table(out)
    assert tuple(table.column_names) == COLUMNS
    assert str(table.schema.field("published").type) == "date32[day]"
    assert not table.schema.field("type").nullable and table.schema.field("mode").nullable
    back = [msgspec.convert(row, FlatEvent) for row in table.to_pylist()]
    assert back == list(flat_events(CODING))


def test_json_lines_lose_nothing(tmp_path: Path) -> None:
    out = tmp_path / "reports.jsonl"
    assert write([CODING, EMPTY], ExportFormat.JSONL, out).rows == len(EVENTS)
    first, second = map(json.loads, out.read_text("utf-8").splitlines())
    assert first["text"] == REPORT.text and second["events"] == []
    assert (first["url"], first["publisher"]) == (REPORT.url, REPORT.publisher)
    assert first["events"][0]["trigger_span"] == [12, 19]
    assert [event["event_id"] for event in first["events"]] == [
        event.id for event in exported_events(CODING)
    ]


def test_geojson_has_longitude_first_and_no_point_where_none_is_known(tmp_path: Path) -> None:
    out = tmp_path / "map.geojson"
    write(CODING, ExportFormat.GEOJSON, out)
    collection = json.loads(out.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection" and len(collection["features"]) == len(EVENTS)
    shelling, march, *_ = collection["features"]
    assert shelling["geometry"] == {"type": "Point", "coordinates": [-20.25, 10.5]}
    assert march["geometry"] is None and march["properties"]["place"] == "Paris"
    assert shelling["properties"]["first_day"] == "2021-03-05"
    assert len({feature["id"] for feature in collection["features"]}) == len(EVENTS)


def test_excel_keeps_texts_as_texts(tmp_path: Path) -> None:
    import openpyxl

    out = tmp_path / "events.xlsx"
    write(CODING, ExportFormat.XLSX, out)
    sheet = openpyxl.load_workbook(out)["events"]
    header, *rows = sheet.iter_rows()
    assert tuple(cell.value for cell in header) == COLUMNS and len(rows) == len(EVENTS)
    march = dict(zip(COLUMNS, rows[1], strict=True))
    assert march["actor_texts"].value == "=Protesters" and march["actor_texts"].data_type == "s"
    assert march["published"].value.date() == date(2021, 3, 8)
    assert march["killed_low"].value is None and march["said_to_be_so"].value is True


def test_excel_goes_on_on_another_sheet_and_cuts_what_no_cell_holds(tmp_path: Path) -> None:
    import openpyxl

    out = tmp_path / "events.xlsx"
    rows = list(flat_events(CODING))
    rows[0] = msgspec.structs.replace(rows[0], evidence="x" * 40_000, trigger="a\x00b")
    assert write_workbook(out, rows, largest_sheet=4) == len(rows)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["events", "events 2", "events 3"]
    assert [sheet.max_row for sheet in book] == [4, 4, 3]
    cut = book["events"].cell(2, COLUMNS.index("evidence") + 1).value
    assert len(cut) == 32_767 and cut.endswith("[…]")


@pytest.mark.parametrize("form", list(ExportFormat))
def test_no_events_give_a_file_with_its_header(form: ExportFormat, tmp_path: Path) -> None:
    out = tmp_path / "none"
    assert write([], form, out).rows == 0
    assert write(EMPTY, form, out).rows == 0
    assert out.exists()
    if form is ExportFormat.PARQUET:
        assert frames.to_arrow([]).schema == frames.to_arrow(CODING).schema
    if form is ExportFormat.GEOJSON:
        assert json.loads(out.read_text())["features"] == []


def test_data_frames(archive: Path) -> None:
    pandas, polars = frames.to_pandas(archive), frames.to_polars(CODING)
    assert tuple(pandas.columns) == tuple(polars.columns) == COLUMNS
    assert len(pandas) == polars.height == len(EVENTS)
    assert str(pandas["killed_low"].dtype) == "Int64" and pandas["killed_low"].isna().any()
    assert str(pandas["published"].dtype).startswith("datetime64")
    assert polars["published"][0] == date(2021, 3, 8)
    assert frames.to_pandas([]).empty


def party(code: str) -> Party:
    return Party(text="", span=None, code=code, sector="GOV")


@given(st.lists(st.sampled_from("ABC?"), max_size=3), st.lists(st.sampled_from("ABC?"), max_size=3))
def test_pairs_follow_the_codebook(actors: list[str], recipients: list[str]) -> None:
    event = denied_attack(
        actors=tuple(map(party, actors)), recipients=tuple(map(party, recipients))
    )
    found = [
        (pair.actor and pair.actor.code, pair.recipient and pair.recipient.code)
        for pair in pairs(event)
    ]
    assert len(found) == len(set(found))
    own = len({*actors, *recipients}) == 1
    for actor, recipient in found:
        assert actor != recipient or own or actor in ("?", None)
    assert {actor for actor, _ in found} <= {*actors, None}


def test_a_file_that_cannot_be_written_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="missing"):
        write(CODING, ExportFormat.CSV, tmp_path / "missing" / "a.csv")

    def broken() -> Any:
        yield CODING
        raise RuntimeError("stopped")

    out = tmp_path / "a.csv"
    with pytest.raises(RuntimeError):
        write(broken(), ExportFormat.CSV, out)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def run() -> Callable[..., Any]:
    app = Typer()
    app.command()(export)
    return lambda *arguments: CliRunner().invoke(app, [str(one) for one in arguments])


def test_the_command_takes_the_form_from_the_ending(
    run: Callable[..., Any], archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "events.csv"
    answer = run("--archive", archive, "--out", out)
    assert answer.exit_code == 0 and f"{len(EVENTS)} events" in answer.output
    assert len(read_csv(out)) == len(EVENTS)
    assert run("--archive", archive, "--out", tmp_path / "events.txt").exit_code == 2


def test_the_command_tells_what_was_left_out(
    run: Callable[..., Any], archive: Path, tmp_path: Path
) -> None:
    answer = run("--archive", archive, "--out", tmp_path / "a.txt", "--format", "acled")
    assert answer.exit_code == 0 and "left out" in answer.output


def test_a_missing_archive_is_one_plain_line(run: Callable[..., Any], tmp_path: Path) -> None:
    answer = run("--archive", tmp_path / "no.duckdb", "--out", tmp_path / "a.csv")
    assert answer.exit_code == 1 and "there is no archive" in answer.output
    assert not (tmp_path / "a.csv").exists()


def test_queries_in_the_page_for_r_have_answers(archive: Path) -> None:
    page = (DOCS / "r.md").read_text(encoding="utf-8")
    queries = re.findall(r'dbGetQuery\(con, "(.*?)"\)', page, re.DOTALL)
    assert len(queries) == 2
    with Archive.open(archive, read_only=True) as opened:
        for query in queries:
            opened.query(query)
        for view in re.findall(r'tbl\(con, "(\w+)"\)', page):
            columns = opened.query(f"from {view}").column_names
            assert {"stance", "type", "actors", "recipients"} <= set(columns)


def test_every_column_and_form_is_documented() -> None:
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in COLUMNS)
    assert all(f"`{form.value}`" in page for form in ExportFormat)
