"""The commands of ``dateline actors``."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dateline.cli.actors import actors

run = CliRunner()


def test_search_and_show() -> None:
    found = run.invoke(actors, ["search", "Hezbollah"])
    assert found.exit_code == 0
    assert "HEZBOLLAH" in found.output
    shown = run.invoke(actors, ["show", "nato"])
    assert shown.exit_code == 0
    assert "Jens Stoltenberg" in shown.output
    assert run.invoke(actors, ["search", "Zzyzx Front"]).exit_code == 1
    assert run.invoke(actors, ["show", "ZZZ"]).exit_code == 1


def test_check(tmp_path: Path) -> None:
    sound, faulty = tmp_path / "sound.toml", tmp_path / "faulty.toml"
    sound.write_text('institutions = [["FRA", "MIL", "Blue Legion", []]]', "utf-8")
    faulty.write_text('institutions = [["FRA", "MIL"]]', "utf-8")
    assert run.invoke(actors, ["check", str(sound)]).exit_code == 0
    answer = run.invoke(actors, ["check", str(faulty)])
    assert answer.exit_code == 1
    assert "row 1" in answer.output
    assert run.invoke(actors, ["check", str(tmp_path / "none.toml")]).exit_code == 2


def test_unknown_lists_what_was_left_open(tmp_path: Path) -> None:
    party = {"text": "the Grey Men", "code": "?", "sector": "UAF"}
    known = {"text": "Chad", "code": "TCD", "sector": "GOV"}
    events = [{"actors": [party], "recipients": [known]}, {"actors": [party], "recipients": []}]
    (tmp_path / "one.json").write_text(json.dumps({"events": events}), "utf-8")
    answer = run.invoke(actors, ["unknown", str(tmp_path)])
    assert answer.exit_code == 0
    assert "the Grey Men" in answer.output and "2" in answer.output
    assert "Chad" not in answer.output
