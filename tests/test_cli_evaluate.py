"""``dateline evaluate`` over a gold folder of two reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from handmade import DENIAL, HandmadeCoder, denied_attack
from typer.testing import CliRunner

from dateline.cli import app
from dateline.export.codebook_json import event_document

MATCH = "Leeds won the match on Saturday and their fans were happy about it."


@pytest.fixture(autouse=True)
def handmade_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pipeline.Coder", HandmadeCoder)


def write(path: Path, document: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, text, events in (
        ("denial", DENIAL, [event_document(denied_attack())]),
        ("match", MATCH, []),
    ):
        write(folder / "texts" / f"{name}.json", {"text": text, "published": "2020-09-28"})
        write(folder / "codes" / f"{name}.json", {"report": name, "events": events})
    return folder


def evaluate(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["evaluate", *(str(argument) for argument in arguments)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def as_json(*arguments: object) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(evaluate(*arguments, "--json")[1])
    return read


def test_a_coder_that_finds_what_gold_has_scores_one(gold: Path) -> None:
    read = as_json(gold)
    attributed = read["measures"]["attributed"]
    assert (attributed["f1"], attributed["hits"]) == (1.0, 1)
    assert read["measures"]["event"]["f1"] == 0.0, "a denied attack is no event"
    assert read["per_report"]["match"] == {"hits": 0, "false": 0, "missed": 0}


def test_the_table_shows_measures_and_fields(gold: Path) -> None:
    status, printed, _ = evaluate(gold, "--per-report")
    assert status == 0
    for words in ("event", "attributed", "actor-type", "precision", "evidence", "denial", "match"):
        assert words in printed


def test_the_signature_tells_coder_and_data(gold: Path) -> None:
    signature = as_json(gold)["signature"]
    assert "model handmade" in signature and "knowledge none" in signature
    assert "(2 reports)" in signature
    write(gold / "codes" / "match.json", {"report": "other", "events": []})
    assert as_json(gold)["signature"] != signature
    assert as_json(gold)["signature"] in evaluate(gold)[1]


def test_codings_made_before_are_scored(gold: Path, tmp_path: Path) -> None:
    event = event_document(denied_attack(voice=()))
    write(tmp_path / "coded" / "denial.json", {"report": "denial", "events": [event]})
    read = as_json(gold, "--coded", tmp_path / "coded")
    assert read["measures"]["attributed"]["hits"] == 0
    assert "coded before" in read["signature"]


def test_a_gold_report_without_a_date_is_coded(gold: Path) -> None:
    write(gold / "texts" / "denial.json", {"text": DENIAL, "published": None})
    assert as_json(gold)["measures"]["attributed"]["hits"] == 1


def test_a_gold_report_that_cannot_be_read_counts_as_empty(gold: Path) -> None:
    write(gold / "texts" / "denial.json", {"text": ""})
    status, printed, notices = evaluate(gold, "--json")
    assert status == 2
    assert "denial.json: is empty" in notices
    assert json.loads(printed)["measures"]["attributed"]["missed"] == 1


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda gold: (gold / "texts" / "denial.json").unlink(), "denial"),
        (lambda gold: (gold / "codes" / "match.json").write_text("{"), "match.json"),
        (lambda gold: write(gold / "codes" / "match.json", {"events": [{}]}), "match.json"),
        (lambda gold: (gold / "codes").rename(gold / "codings"), "codes"),
    ],
)
def test_a_spoilt_gold_folder_fails_in_one_line(gold: Path, spoil: Any, words: str) -> None:
    spoil(gold)
    status, printed, notices = evaluate(gold)
    assert (status, printed) == (1, "")
    assert notices.startswith("dateline: ") and words in notices
