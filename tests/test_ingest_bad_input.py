"""Each kind of bad input: rejected by name, with the reason and what to do."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline.ingest import Received, Rejection, RejectionKind, Source, receive
from dateline.settings import Settings

ENGLISH = "Armenia and Azerbaijan clashed on Sunday, and both said that the other had begun."
DAY = date(2020, 9, 28)


def as_json(**fields: object) -> bytes:
    return json.dumps({"text": ENGLISH, **fields}).encode()


# name of the file, its bytes, the kind expected, and a word that the message must have
CASES = [
    ("report.txt", b"", RejectionKind.EMPTY, "empty"),
    ("report.txt", b" \n\t\r\n", RejectionKind.EMPTY, "empty"),
    ("report.txt", b"12 34 --- !!", RejectionKind.EMPTY, "words"),
    ("report.md", b"---\ntitle: Only a title\n---\n", RejectionKind.EMPTY, "empty"),
    ("report.json", as_json(text="  "), RejectionKind.EMPTY, "empty"),
    ("report.txt", b"word " * 300, RejectionKind.HUGE, "MB"),
    ("report.txt", b"Armenia\x00\x01\x02 clashed", RejectionKind.BINARY, "binary"),
    ("report.txt", b"%PDF-1.7 Armenia", RejectionKind.BINARY, "PDF"),
    ("report.json", b"\x1f\x8b\x08" + b"a" * 40, RejectionKind.BINARY, "gzip"),
    ("report.txt", "Erdoğan".encode("iso8859-9"), RejectionKind.ENCODING, "UTF-8"),
    ("report.txt", b"\xff\xfeA", RejectionKind.ENCODING, "UTF-16"),
    ("report.json", ENGLISH.encode("utf-16"), RejectionKind.MALFORMED, "JSON"),
    ("report.json", b'{"text": "Armenia', RejectionKind.MALFORMED, "JSON"),
    ("report.json", b'{"text": "\\ud800 clashed"}', RejectionKind.MALFORMED, "JSON"),
    ("report.json", b"[" * 100_0, RejectionKind.MALFORMED, "JSON"),
    ("report.json", b"[1, 2]", RejectionKind.MALFORMED, "several"),
    ("report.json", b"[[1], 2]", RejectionKind.MALFORMED, "list"),
    ("report.json", b"null", RejectionKind.MALFORMED, "null"),
    ("report.json", as_json(title=["a"]), RejectionKind.MALFORMED, "title"),
    ("report.json", as_json(published=[2020, 9, 28]), RejectionKind.MALFORMED, "published"),
    ("report.json", b'{"title": "No text"}', RejectionKind.NO_TEXT, "text"),
    ("report.json", b'{"text": 7}', RejectionKind.NO_TEXT, "number"),
    ("report.json", as_json(published="yesterday"), RejectionKind.BAD_DATE, "yesterday"),
    ("report.json", as_json(published="2020-02-30"), RejectionKind.BAD_DATE, "2020-02-30"),
    ("report.json", as_json(published="0001-01-01"), RejectionKind.BAD_DATE, "0001"),
    ("report.txt", "Армения и Азербайджан".encode(), RejectionKind.LANGUAGE, "Cyrillic"),
    (
        "report.txt",
        b"El presidente dijo que los soldados de la frontera han vuelto con sus armas.",
        RejectionKind.LANGUAGE,
        "Spanish",
    ),
]


@pytest.mark.parametrize(("name", "content", "kind", "word"), CASES)
def test_bad_input_is_rejected_by_name(
    tmp_path: Path, name: str, content: bytes, kind: RejectionKind, word: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    settings = Settings(largest_report=1_200)
    outcome = receive(Source(name="report", path=path), settings, DAY)
    assert isinstance(outcome, Rejection)
    assert outcome.kind is kind
    assert outcome.report == str(path)
    assert word in outcome.reason
    assert outcome.advice.endswith((".", "windows-1252."))
    assert "\n" not in outcome.message


def test_every_kind_of_rejection_is_tested() -> None:
    elsewhere = {
        RejectionKind.BOMB,
        RejectionKind.CRASH,
        RejectionKind.DAMAGED,
        RejectionKind.IRRELEVANT,
        RejectionKind.NEEDS_EXTRA,
        RejectionKind.NO_DATE,
        RejectionKind.UNREADABLE,
        RejectionKind.UNKNOWN_FORMAT,
        RejectionKind.SAME_NAME,
    }
    assert {kind for _, _, kind, _ in CASES} | elsewhere == set(RejectionKind)


def test_a_report_without_a_date_is_rejected_unless_one_is_given(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    outcome = receive(Source(name="report", path=path), Settings())
    assert isinstance(outcome, Rejection)
    assert outcome.kind is RejectionKind.NO_DATE
    assert "--published" in outcome.advice
    assert isinstance(receive(Source(name="report", path=path), Settings(), DAY), Received)


def test_a_report_that_says_that_its_date_is_not_known_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(as_json(published=None))
    source = Source(name="report", path=path)
    undated, dated = receive(source, Settings()), receive(source, Settings(), DAY)
    assert isinstance(undated, Received) and undated.report.published is None
    assert isinstance(dated, Received) and dated.report.published == DAY


def test_a_file_that_went_away_is_rejected(tmp_path: Path) -> None:
    outcome = receive(Source(name="gone", path=tmp_path / "gone.txt"), Settings(), DAY)
    assert isinstance(outcome, Rejection)
    assert outcome.kind is RejectionKind.UNREADABLE


def test_a_folder_with_the_name_of_a_report_is_rejected(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    outcome = receive(Source(name="folder", path=folder), Settings(), DAY)
    assert isinstance(outcome, Rejection)
    assert outcome.kind is RejectionKind.UNREADABLE


def test_endless_standard_input_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "asked for everything"
            self.given += size
            return b"a" * size

    endless = Endless()
    monkeypatch.setattr(sys, "stdin", type("Input", (), {"buffer": endless}))
    outcome = receive(Source(name="stdin", path=None), Settings(largest_report=1_000), DAY)
    assert isinstance(outcome, Rejection)
    assert outcome.kind is RejectionKind.HUGE
    assert endless.given < 2_000
