"""``dateline code --archive`` as a user meets it, with a coder that needs no language model."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from handmade import DENIAL, HandmadeCoder
from run_fakes import CODER, EXIT, work_folder
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.run.work_folder import WorkFolder
from dateline.store import Archive

REJECTED = 2


@pytest.fixture(autouse=True)
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    # The command has the name of its module, so a path of names would lead to the command.
    monkeypatch.setattr(sys.modules["dateline.cli.code"], "CODER", CODER)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{DENIAL} That was report {number}.", "utf-8")
    return folder


def command(*arguments: object) -> Result:
    given = ["code", *map(str, arguments), "--published", "2020-09-28"]
    result = CliRunner().invoke(app, given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def code(*arguments: object) -> tuple[int, str]:
    """Exit status and what is said on standard error; nothing else is said."""
    result = command(*arguments)
    assert result.stdout == ""
    return result.exit_code, result.stderr


def test_reports_go_into_the_archive_once(reports: Path, tmp_path: Path) -> None:
    archive = tmp_path / "new folder" / "news.duckdb"
    assert code(reports, "--archive", archive) == (
        0,
        f"3 reports, 3 events, 0 rejected; archive {archive}\n",
    )
    (reports / "empty.txt").touch()
    status, said = code(reports, "--archive", archive)
    assert status == REJECTED
    assert "empty.txt: is empty" in said
    assert "0 reports, 0 events, 1 rejected, 3 known before" in said
    with Archive.open(archive, read_only=True) as opened:
        assert opened.query("select kind from rejects").column(0).to_pylist() == ["empty"]


def test_a_report_that_crashes_is_named(reports: Path, tmp_path: Path) -> None:
    (reports / "1.txt").write_text(f"{DENIAL} {EXIT}", "utf-8")
    status, said = code(reports, "--archive", tmp_path / "news.duckdb", "--workers", "2")
    assert status == REJECTED
    assert "1: ended its worker (status 7)." in said
    assert "2 reports, 2 events, 1 rejected" in said


def test_a_second_run_is_refused_in_one_line(reports: Path, tmp_path: Path) -> None:
    archive = tmp_path / "news.duckdb"
    with WorkFolder(archive):
        status, said = code(reports, "--archive", archive)
    assert status == 1
    assert said.startswith(f"dateline: {archive} is being written by another run")
    assert said.count("\n") == 1
    assert not archive.exists() and work_folder(archive).exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--archive", "a.duckdb", "--out", "out"],
        ["--archive", "a.duckdb", "--format", "json"],
        ["--workers", "2"],
        ["--runner", "ray"],
        ["--archive", "a.duckdb", "--workers", "-1"],
        ["--archive", "a.duckdb", "--column", "words=body"],
    ],
)
def test_options_that_do_not_go_together_are_told(reports: Path, arguments: list[str]) -> None:
    status, said = code(reports, *arguments)
    assert status == REJECTED
    assert arguments[-2] in said


def test_columns_can_be_named(tmp_path: Path) -> None:
    table = tmp_path / "wire.csv"
    table.write_text(f'headline,story\nWar,"{DENIAL}"\n', "utf-8")
    archive = tmp_path / "news.duckdb"
    status, _ = code(table, "--archive", archive, "--column", "text=story")
    assert status == 0
    with Archive.open(archive, read_only=True) as opened:
        assert opened.query("select text from reports").column(0).to_pylist() == [DENIAL]


@pytest.fixture
def file_of_two(tmp_path: Path) -> Path:
    path = tmp_path / "wire.jsonl"
    lines = [json.dumps({"text": f"{DENIAL} That was report {number}."}) for number in range(2)]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_without_an_archive_a_file_of_several_reports_gives_a_list(
    file_of_two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.pipeline.Coder", HandmadeCoder)
    printed = json.loads(command(file_of_two, "--format", "json").stdout)
    assert [document["name"] for document in printed] == ["wire.jsonl:1", "wire.jsonl:2"]
    assert command(file_of_two, "--out", tmp_path / "out").exit_code == 0
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["wire.jsonl_1.json", "wire.jsonl_2.json"]
