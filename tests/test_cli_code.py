"""``dateline code`` as a user meets it; the coder behind it finds a handmade event."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from handmade import DENIAL, HandmadeCoder
from typer.testing import CliRunner

from dateline.cli import app
from dateline.errors import ModelError
from dateline.export.flat import COLUMNS

FOOTBALL = "Leeds won the match on Saturday and their fans were happy about it."
REJECTED = 2


@pytest.fixture(autouse=True)
def handmade_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pipeline.Coder", HandmadeCoder)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "denial.txt").write_text(DENIAL, encoding="utf-8")
    (folder / "football.md").write_text(f"# Leeds win\n\n{FOOTBALL}", encoding="utf-8")
    return folder


def run(*arguments: object, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def code(*arguments: object, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    return run("code", *arguments, "--published", "2020-09-28", stdin=stdin)


def test_a_table_is_the_default(reports: Path) -> None:
    status, printed, notices = code(reports)
    assert status == 0
    for words in ("denial", "2020-09-28", "AZE", "ARM", "ASSAULT", "attacking", "AZE denies"):
        assert words in printed
    assert "Leeds win" in printed and "no events" in printed
    assert "2 reports, 1 event, 0 rejected" in notices


def test_one_file_gives_one_json_object_and_no_words_beside_it(reports: Path) -> None:
    status, printed, notices = code(reports / "denial.txt", "--format", "json")
    assert (status, notices) == (0, "")
    document = json.loads(printed)
    assert document["name"] == "denial" and document["published"] == "2020-09-28"
    assert document["events"][0]["trigger"] == "attacking"


def test_a_folder_gives_a_json_list(reports: Path) -> None:
    _, printed, _ = code(reports, "--format", "json")
    assert [document["name"] for document in json.loads(printed)] == ["denial", "football"]


def test_a_folder_of_rejected_reports_gives_an_empty_json_list(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, printed, _ = code(tmp_path, "--format", "json")
    assert status == REJECTED
    assert json.loads(printed) == []


def test_json_lines_are_one_report_a_line(reports: Path) -> None:
    _, printed, _ = code(reports, "--format", "jsonl")
    names = [json.loads(line)["name"] for line in printed.splitlines()]
    assert names == ["denial", "football"]


def rows_of_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_the_columns_of_exports_and_a_row_for_every_event(reports: Path) -> None:
    (reports / "again.txt").write_text(f"{DENIAL} He said “no”.", encoding="utf-8")
    status, printed, notices = code(reports, "--format", "csv")
    assert status == 0
    rows = rows_of_csv(printed)
    assert tuple(rows[0]) == COLUMNS
    assert [row["trigger"] for row in rows] == ["attacking", "attacking"]
    assert rows[0]["evidence"] == f"{DENIAL} He said “no”."
    assert (rows[0]["cameo"], rows[0]["published"]) == ("016", "2020-09-28")
    assert rows[0]["event_id"] != rows[1]["event_id"]
    assert "3 reports, 2 events, 0 rejected" in notices


def test_csv_goes_to_a_file_and_is_what_would_be_printed(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").touch()
    out = tmp_path / "events.csv"
    status, printed, notices = code(reports, "--format", "csv", "--out", out)
    assert (status, printed) == (REJECTED, "")
    assert "2 reports, 1 event, 1 rejected; CSV in" in notices and str(out) in notices
    assert out.read_bytes().decode("utf-8") == code(reports, "--format", "csv")[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.csv", "reports"]


def test_csv_without_events_is_its_header(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    (tmp_path / "empty.txt").touch()
    for path in (reports / "football.md", tmp_path / "empty.txt"):
        printed = code(path, "--format", "csv")[1]
        assert printed == ",".join(COLUMNS) + "\n"
        code(path, "--format", "csv", "--out", out)
        assert out.read_text(encoding="utf-8") == printed


def test_csv_needs_no_library_of_the_archive(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("duckdb", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    status, printed, _ = code(reports, "--format", "csv")
    assert status == 0 and len(rows_of_csv(printed)) == 1


def test_csv_keeps_every_character_of_a_report(tmp_path: Path) -> None:
    # Sequences that colour a terminal are taken out by what prints for people.
    report = {"text": f'\x1b[31m{DENIAL} "No", he said,\nand left.', "published": "2020-09-28"}
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    (document,) = [json.loads(code(path, "--format", "json")[1])]
    (row,) = rows_of_csv(code(path, "--format", "csv")[1])
    assert row["evidence"] == document["events"][0]["evidence"]


def test_out_is_a_file_for_csv_and_a_folder_for_json(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("kept", encoding="utf-8")
    for arguments in (["--out", file], ["--format", "csv", "--out", reports]):
        status, printed, notices = code(reports, *arguments)
        assert (status, printed) == (REJECTED, "") and "--out" in notices
    assert file.read_text(encoding="utf-8") == "kept"
    status, _, notices = code(reports, "--format", "csv", "--out", tmp_path / "no" / "a.csv")
    assert status == 1 and "cannot be written" in notices


def test_standard_input_is_coded() -> None:
    status, printed, _ = code("-", "--format", "json", stdin=DENIAL)
    assert status == 0
    assert json.loads(printed)["text"] == DENIAL


def test_out_writes_one_file_a_report_and_prints_no_table(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    status, printed, notices = code(reports, "--out", out)
    assert (status, printed) == (0, "")
    assert str(out) in notices
    assert sorted(path.name for path in out.iterdir()) == ["denial.json", "football.json"]
    assert json.loads((out / "denial.json").read_text(encoding="utf-8"))["name"] == "denial"


def test_out_and_format_go_together(reports: Path, tmp_path: Path) -> None:
    _, printed, _ = code(reports, "--out", tmp_path / "out", "--format", "table")
    assert "ASSAULT" in printed
    assert (tmp_path / "out" / "denial.json").exists()


def test_a_bad_report_is_named_the_rest_is_coded_and_the_status_is_2(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "broken.json").write_text("{", encoding="utf-8")
    (reports / "empty.txt").touch()
    out = tmp_path / "out"
    status, _, notices = code(reports, "--out", out)
    assert status == REJECTED
    assert "broken.json: is not valid JSON" in notices
    assert "empty.txt: is empty" in notices
    assert "2 reports, 1 event, 2 rejected" in notices
    assert sorted(path.stem for path in out.glob("*.json")) == ["denial", "football"]
    rejects = [json.loads(line) for line in (out / "rejects.jsonl").read_text().splitlines()]
    assert {Path(reject["report"]).name for reject in rejects} == {"broken.json", "empty.txt"}
    assert all(reject["advice"] and reject["reason"] for reject in rejects)


def test_a_run_without_rejects_clears_those_of_the_last(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").touch()
    rejects = tmp_path / "out" / "rejects.jsonl"
    code(reports, "--out", tmp_path / "out")
    assert rejects.exists()
    (reports / "empty.txt").unlink()
    code(reports, "--out", tmp_path / "out")
    assert not rejects.exists()


def test_reports_that_would_overwrite_each_other_are_told_apart(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "denial.md").write_text("The other report was kept.", encoding="utf-8")
    status, _, notices = code(reports, "--out", tmp_path / "out")
    assert status == REJECTED
    assert "same name" in notices
    assert code(reports)[0] == 0, "without --out nothing is overwritten"


def test_files_of_other_formats_are_mentioned(reports: Path) -> None:
    (reports / "map.png").write_bytes(b"\x89PNG")
    status, _, notices = code(reports)
    assert status == 0
    assert "passed over 1 file of other formats" in notices


def test_without_a_date_the_report_is_rejected_with_advice(reports: Path) -> None:
    status, _, notices = run("code", reports / "denial.txt")
    assert status == REJECTED
    assert "--published" in notices


def test_a_square_bracket_in_a_name_is_no_markup(tmp_path: Path) -> None:
    path = tmp_path / "[bold]report.txt"
    path.touch()
    assert "[bold]report.txt" in code(path)[2]


def test_the_encoding_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The minister said “no” and the talks were over.".encode("windows-1252"))
    assert code(path)[0] == REJECTED
    assert code(path, "--encoding", "windows-1252")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--published", "yesterday"],
        ["--format", "xml"],
        ["--encoding", "morse"],
        ["--no-such-option"],
    ],
)
def test_wrong_use_is_told(reports: Path, arguments: list[str]) -> None:
    status, _, notices = run("code", reports, *arguments)
    assert status == REJECTED
    assert arguments[0] in notices


def test_an_output_folder_that_cannot_be_made_fails_in_one_line(
    reports: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    status, _, notices = code(reports, "--out", tmp_path / "file" / "out")
    assert status == 1
    assert "cannot be made" in notices


def test_nothing_is_loaded_for_reports_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.txt").touch()
    monkeypatch.setitem(sys.modules, "dateline.pipeline", ModuleType("unloadable"))
    assert code(tmp_path)[0] == REJECTED


def test_a_missing_model_fails_in_one_line(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(settings: object) -> HandmadeCoder:
        raise ModelError("No language model here.")

    monkeypatch.setattr(HandmadeCoder, "load", missing)
    status, printed, notices = code(reports)
    assert (status, printed, notices) == (1, "", "dateline: No language model here.\n")


def test_the_version_is_shown() -> None:
    status, printed, _ = run("--version")
    assert status == 0
    assert printed.startswith("dateline 0.")


def test_help_lists_the_commands() -> None:
    _, printed, _ = run("--help")
    assert "code" in printed and "evaluate" in printed


@pytest.mark.parametrize("name", ["base64", "undefined", "no-such-thing"])
def test_an_encoding_of_no_text_is_refused(reports: Path, name: str) -> None:
    status, printed, notices = code(reports, "--encoding", name)
    assert status == 2
    assert printed == ""
    assert name in notices
