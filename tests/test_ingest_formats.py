"""Good input arrives whole, in every format and encoding; no bytes at all break a reader."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.errors import InputError
from dateline.ingest import Contents, Received, Source, make_report, receive
from dateline.ingest.formats import read_json, read_markdown, read_text
from dateline.settings import Settings

ENGLISH = "Armenia said that “both sides” met in Geneva; Nagorno‑Karabakh’s leaders did not."
DAY = date(2020, 9, 28)


def received(path: Path | None, settings: Settings | None = None) -> Received:
    name = "stdin" if path is None else path.stem
    outcome = receive(Source(name=name, path=path), settings or Settings(), DAY)
    assert isinstance(outcome, Received), outcome
    return outcome


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_arrives_character_for_character(tmp_path: Path, encoding: str) -> None:
    text = f"{ENGLISH}\r\n\r\n\tThe end.\n"
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert received(path).report.text == text


def test_another_encoding_is_read_when_named(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(ENGLISH.replace("‑", "-").encode("windows-1252"))
    report = received(path, Settings(encoding="windows-1252")).report
    assert report.text == ENGLISH.replace("‑", "-")


def test_json_is_utf_8_whatever_the_texts_are(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"text": ENGLISH}, ensure_ascii=False), encoding="utf-8")
    assert received(path, Settings(encoding="windows-1252")).report.text == ENGLISH


def test_json_gives_title_date_publisher_and_address(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    fields = {
        "title": "Talks",
        "published": "2021-03-04T23:30:00+04:00",
        "publisher": "The Courier",
        "url": "https://example.org/talks",
        "authors": ["not read"],
    }
    path.write_text(json.dumps({"text": ENGLISH, **fields}), encoding="utf-8")
    report = received(path).report
    assert (report.title, report.publisher, report.url) == (
        "Talks",
        "The Courier",
        "https://example.org/talks",
    )
    assert report.published == date(2021, 3, 4), "the report's own date counts, as written"


@pytest.mark.parametrize("published", ["", None])
def test_an_empty_date_in_json_counts_as_none(tmp_path: Path, published: str | None) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"text": ENGLISH, "published": published}), encoding="utf-8")
    assert received(path).report.published == DAY


def test_markdown_gives_its_front_matter_and_loses_its_marks() -> None:
    contents = read_markdown(
        "---\ndate: 2020-09-28\npublisher: 'The Courier'\n---\n\n# Talks in Geneva #\n\n"
        "## Monday\n\n**Armenia** and _Azerbaijan_ [met](https://example.org) ![map](map.png).\n\n"
        "> “We talked,” he said.\n\n* 3 * 4 snake_case_word\n\n---\n"
    )
    assert contents.title == "Talks in Geneva"
    assert (contents.published, contents.publisher) == ("2020-09-28", "The Courier")
    assert contents.text == (
        "Monday\n\nArmenia and Azerbaijan met .\n\n“We talked,” he said.\n\n3 * 4 snake_case_word"
    )


@pytest.mark.parametrize("opening", ["[", "**a ", "<!--", "# # "])
def test_marks_that_never_close_are_text(opening: str) -> None:
    contents = read_markdown(opening * 1000)
    assert opening.strip() in contents.title + contents.text


@pytest.mark.parametrize("content", [ENGLISH, json.dumps({"text": ENGLISH})])
def test_standard_input_is_text_or_json(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO(content.encode())
    monkeypatch.setattr(sys, "stdin", type("Input", (), {"buffer": buffer}))
    assert received(None).report.text == ENGLISH


@given(some.text(max_size=200))
def test_any_text_survives_a_file(text: str) -> None:
    assert read_json(json.dumps({"text": text})) == Contents(text=text)
    assert read_text(text).text == text


@given(some.text(alphabet="#*_[]()>-!` \nab", max_size=80))
def test_markdown_marks_of_any_kind_lose_no_letters(content: str) -> None:
    contents = read_markdown(content)
    for letter in "ab":
        inside_targets = content.count(letter) - (contents.title + contents.text).count(letter)
        assert inside_targets == 0 or "](" in content


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="half a character at position 2"):
        make_report(Contents(text="a\ud800"))


whole = some.text(some.characters(exclude_categories=["Cs"]))
reports = some.builds(Contents, text=whole, title=some.text(), publisher=some.text())


@given(reports, reports)
def test_the_identifier_is_the_contents(first: Contents, second: Contents) -> None:
    first, second = (
        Contents(text=f"{ENGLISH}{one.text}", title=one.title, publisher=one.publisher)
        for one in (first, second)
    )
    same = make_report(first, DAY).id == make_report(second, DAY).id
    assert same == (first == second)


def test_the_identifier_changes_with_the_date() -> None:
    contents = Contents(text=ENGLISH)
    identifiers = {make_report(contents, day).id for day in (None, DAY, date(2020, 9, 29))}
    assert len(identifiers) == 3
