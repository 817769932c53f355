"""``dateline sql``, ``stats`` and ``show`` as a user meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
import typer
from full_codings import OWN_WORD, REJECTION, full_coding, full_event
from handmade import DENIAL
from typer.testing import CliRunner

from dateline.cli.show import show
from dateline.cli.sql import ROWS_OF_A_TABLE, sql
from dateline.cli.stats import stats
from dateline.records import Coding
from dateline.store import Archive, rows_of

commands = typer.Typer()
for command in (sql, stats, show):
    commands.command()(command)

CODINGS = [
    full_coding("a1", full_event(), full_event(**OWN_WORD)),
    full_coding("a2", full_event(**OWN_WORD, type="CONSULT", recipients=())),
]


def run(*arguments: object, **environment: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(
        commands, [str(argument) for argument in arguments], env={"COLUMNS": "100", **environment}
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def archive_of(path: Path, *codings: Coding) -> Path:
    with Archive.open(path) as archive:
        archive.add(rows_of(codings, [REJECTION]))
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_of(tmp_path_factory.mktemp("cli") / "news.duckdb", *CODINGS)


def test_sql_prints_a_table(archive: Path) -> None:
    status, printed, _ = run(
        "sql", "select type, published, mode from events order by type", "--archive", archive
    )
    assert status == 0
    lines = [line.split() for line in printed.splitlines() if line.strip()]
    assert lines[0] == ["type", "published", "mode"]
    assert lines[2] == ["ASSAULT", "2020-09-28", "heavy-weapons"]
    assert len(lines) == 5


def test_rows_too_wide_for_a_table_are_lists_of_fields(archive: Path) -> None:
    status, printed, _ = run("sql", "select * from events", "--archive", archive)
    assert status == 0
    assert printed.count("evidence") == 3 and "row 3" in printed
    assert "detained_low" not in printed


def test_a_long_answer_says_that_it_is_cut(archive: Path) -> None:
    query = f"select range as number from range({ROWS_OF_A_TABLE + 1})"
    status, printed, notices = run("sql", query, "--archive", archive)
    assert status == 0
    assert f"{ROWS_OF_A_TABLE - 1}" in printed.split()
    assert f"{ROWS_OF_A_TABLE}" not in printed.split()
    assert f"only the first {ROWS_OF_A_TABLE} rows" in notices
    _, printed, notices = run("sql", query, "--archive", archive, "--format", "csv")
    assert len(printed.splitlines()) == ROWS_OF_A_TABLE + 2 and notices == ""


def test_csv_comes_back_as_it_was(archive: Path) -> None:
    query = "select 'a \"b\"\nc' as words, null as nothing, date '2020-09-28' as day, [1, 2] as two"
    _, printed, _ = run("sql", query, "--archive", archive, "--format", "csv")
    assert list(csv.reader(io.StringIO(printed))) == [
        ["words", "nothing", "day", "two"],
        ['a "b"\nc', "", "2020-09-28", "[1,2]"],
    ]


def test_json_and_lines_of_json_hold_the_same(archive: Path) -> None:
    query = "select date, date, first_day, killed_low, lat from events order by event_id"
    _, printed, _ = run("sql", query, "--archive", archive, "--format", "json")
    rows = json.loads(printed)
    assert rows[0] == {
        "date": "2020-09-27",
        "date_2": "2020-09-27",
        "first_day": "2020-09-27",
        "killed_low": 2,
        "lat": 40.99,
    }
    _, printed, _ = run("sql", query, "--archive", archive, "--format", "jsonl")
    assert [json.loads(line) for line in printed.splitlines()] == rows
    _, printed, _ = run(
        "sql", "select * from events limit 0", "--archive", archive, "--format", "json"
    )
    assert json.loads(printed) == []


def test_values_that_json_lacks_are_written_out(archive: Path) -> None:
    query = (
        "select timestamp '2020-09-28 10:00:00' as at, 12345678901234567890123::hugeint as many, "
        "1.5 as price, interval 3 days as span, 'nan'::double as none, "
        "{'a': date '2020-01-01'} as nested"
    )
    status, printed, _ = run("sql", query, "--archive", archive, "--format", "jsonl")
    assert status == 0
    row = json.loads(printed)
    assert row["at"] == "2020-09-28T10:00:00" and row["nested"] == {"a": "2020-01-01"}
    assert row["price"] == 1.5 and row["many"] == 12345678901234567890123
    assert row["none"] is None and "3D" in row["span"]


@pytest.mark.parametrize("query", ["selec", "select * from nothing", "drop table reports"])
def test_sql_that_is_no_question_ends_with_one_message(archive: Path, query: str) -> None:
    status, printed, notices = run("sql", query, "--archive", archive)
    assert (status, printed) == (1, "")
    assert notices.startswith("dateline: the query cannot be answered.")


def test_stats_count_what_there_is(archive: Path) -> None:
    status, printed, _ = run("stats", "--archive", archive)
    assert status == 0
    assert "2 reports, 3 events, 4 statements, 1 rejected" in printed.replace("\n", " ")
    assert "published 2020-09-28 to 2020-09-28" in printed
    lines = [line.split() for line in printed.splitlines()]
    assert ["ASSAULT", "2", "1", "1", "1"] in lines
    assert ["CONSULT", "1", "1", "0", "1"] in lines
    assert ["AZE", "ARM", "1", "1"] in lines
    assert ["malformed", "1"] in lines
    assert ["0.1.0", "abc", "def", "2"] in lines


def test_stats_in_json(archive: Path, tmp_path: Path) -> None:
    _, printed, _ = run("stats", "--json", "--archive", archive)
    document = json.loads(printed)
    assert document["reports"] == 2 and document["rejects"] == 1
    assert document["dyads"] == [{"actor": "AZE", "recipient": "ARM", "events": 1, "reports": 1}]
    assert document["reject_kinds"] == [{"kind": "malformed", "reports": 1}]
    empty = tmp_path / "empty.duckdb"
    Archive.open(empty).close()
    status, printed, _ = run("stats", "--archive", empty)
    assert status == 0 and "0 reports, 0 events" in printed


def test_show_tells_everything_about_an_event(archive: Path) -> None:
    with Archive.open(archive, read_only=True) as opened:
        (identifier,) = opened.query("select event_id from claims where voice = 'AZE'")[
            "event_id"
        ].to_pylist()
    status, printed, _ = run("show", identifier[:10].upper(), "--archive", archive)
    assert status == 0
    for words in (
        identifier, "Denial a1", DENIAL, "ASSAULT heavy-weapons", "verb attack", "AZE MIL",
        "ARM GOV", "Tovuz District", "40.9900, 45.6200", "only one of the name", "killed", "denies",
        "0.88",
    ):  # fmt: skip
        assert words in printed


def test_show_marks_the_evidence_in_the_text(archive: Path) -> None:
    _, printed, _ = run("show", CODINGS[0].report.id, "--archive", archive, FORCE_COLOR="1")
    # The trigger stands out of the sentence around it.
    assert "m" + DENIAL.split("attacking")[0] in printed
    assert "mattacking\x1b[0m" in printed


def test_show_tells_everything_about_a_report(archive: Path) -> None:
    status, printed, _ = run("show", CODINGS[1].report.id, "--archive", archive)
    assert status == 0
    for words in ("Denial a2", DENIAL, "CONSULT", "The Plain Paper", "dateline 0.1.0"):
        assert words in printed


def test_show_asks_for_more_where_several_begin_so(archive: Path) -> None:
    status, printed, notices = run("show", "0000", "--archive", archive)
    assert (status, printed) == (1, "")
    assert CODINGS[0].report.id in notices and CODINGS[1].report.id in notices
    status, _, notices = run("show", "x", "--archive", archive)
    assert status == 1 and "no report or event begins with “x”" in notices


def test_words_of_a_report_cannot_command_the_terminal(tmp_path: Path) -> None:
    coding = full_coding()
    report = msgspec.structs.replace(
        coding.report, text="\x1b[2J\r" + DENIAL[5:], title="\x1b]0;owned\x07", publisher="\x9b1m"
    )
    path = archive_of(tmp_path / "news.duckdb", msgspec.structs.replace(coding, report=report))
    for arguments in (("show", report.id), ("sql", "select text, title, publisher from reports")):
        _, printed, _ = run(*arguments, "--archive", path)
        assert "attacking Armenia" in printed.replace("\n", " ")
        assert not {"\x1b", "\x07", "\r", "\x9b"} & set(printed)


def test_brackets_in_a_value_are_no_markup(archive: Path) -> None:
    query = "select '[/red] [bold]x' as \"[/b]\""
    for columns in ("100", "5"):  # a table, and a list of fields
        status, printed, _ = run("sql", query, "--archive", archive, COLUMNS=columns)
        assert status == 0
        assert "[/red][bold]x" in "".join(printed.split())


def test_the_archive_is_found_by_the_environment_and_then_here(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = ("sql", "select count(*) as n from reports", "--format", "jsonl")
    assert run(*query, DATELINE_ARCHIVE=str(archive))[:2] == (0, '{"n":2}\n')
    monkeypatch.chdir(tmp_path)
    status, _, notices = run(*query)
    assert status == 1 and "there is no archive dateline.duckdb" in notices
    archive_of(tmp_path / "dateline.duckdb", CODINGS[0])
    assert run(*query)[:2] == (0, '{"n":1}\n')
