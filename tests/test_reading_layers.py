"""What the shipped language model reads beside trees: frames, quotations, chains, datelines."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.language import CODING, EVERYTHING, Model, load_model, read
from dateline.language.chains import linked
from dateline.language.words import split
from dateline.records import Reading, Report, Span

TEXT = (
    "Chad accused Sudan of shelling its villages. President Idriss Deby said on Sunday that "
    "Sudanese soldiers had killed two herders. He called on Sudan to stop."
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def reading(model: Model) -> Reading:
    return read(Report(id="layers", text=TEXT), model, EVERYTHING)


def words(reading: Reading, first: int, end: int) -> str:
    return " ".join(token.text for token in reading.tokens[first:end])


def test_the_doer_of_a_verb_is_its_first_argument(reading: Reading) -> None:
    frames = {reading.tokens[frame.token].text: frame for frame in reading.frames}
    accused = {a.role: words(reading, a.first, a.end) for a in frames["accused"].arguments}
    killed = {a.role: words(reading, a.first, a.end) for a in frames["killed"].arguments}
    assert accused["ARG0"] == "Chad"
    assert killed["ARG1"] == "two herders"
    assert frames["killed"].factuality > 0


def test_a_quotation_has_its_source_and_what_was_said(reading: Reading) -> None:
    said = next(q for q in reading.quotations if words(reading, *q.cue) == "said")
    assert said.source is not None and said.content is not None
    assert "Deby" in words(reading, *said.source)
    assert "soldiers had killed two herders" in words(reading, *said.content)


def test_a_pronoun_is_in_the_chain_of_whom_it_stands_for(reading: Reading) -> None:
    heads = [{reading.tokens[m.head].text for m in chain} for chain in reading.chains]
    assert any({"He"} <= chain and chain & {"Idriss", "Deby", "President"} for chain in heads)


def test_every_range_lies_in_its_report(reading: Reading) -> None:
    mentions = [(m.first, m.end) for chain in reading.chains for m in chain]
    arguments = [(a.first, a.end) for frame in reading.frames for a in frame.arguments]
    assert mentions and arguments
    assert all(0 <= a < b <= len(reading.tokens) for a, b in mentions + arguments)


def test_the_coder_is_spared_what_it_does_not_use(model: Model) -> None:
    reading = read(Report(id="layers", text=TEXT), model, CODING)
    assert not reading.frames and not reading.chains and reading.quotations


def test_a_mention_joins_the_chain_of_its_antecedent() -> None:
    none = -1e4
    fit = [[none, none, none], [2.0, none, none], [-1.0, -3.0, none]]
    assert linked(np.array(fit)) == [[0, 1], [2]]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    text = "LIMA, March 18 - Police fired on a crowd. It fled."
    sentences = split(text, Span(0, text.index("Police")))
    assert [s.words[0].text for s in sentences] == ["LIMA", "Police", "It"]
    assert [s.words[0].text for s in split(text)] == ["LIMA", "It"]


@pytest.mark.parametrize(
    ("text", "openers"),
    [
        ("The army left.It came back.", ["The", "It"]),
        ("They left Lima.Police came.A bus burned.", ["They", "Police", "A"]),
        ("It hurt 260.Mayor Paz spoke.", ["It", "Mayor"]),
        ("It fell.== The raid ==Rebels fired.", ["It", "=", "Rebels"]),
        ("Shop.Com and Node.js sold section 3.A.", ["Shop"]),
        ("If x == 2 it ends.", ["If"]),
    ],
)
def test_sentences_whose_breaks_were_lost_are_told_apart(text: str, openers: list[str]) -> None:
    assert [sentence.words[0].text for sentence in split(text)] == openers


def test_the_command_tells_it_as_json(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path / "report.txt"), "--format", "json"])
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["name"] == "report"
    assert told["tokens"][0]["text"] == "Chad"
    assert told["frames"] and told["quotations"]


def test_the_command_tells_it_in_words(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path / "report.txt"), "--format", "tree"])
    assert result.exit_code == 0
    assert "nsubj" in result.stdout and "quotes" in result.stdout and "ARG0" in result.stdout
