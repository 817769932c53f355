"""The JSON that users see is section 6 of the codebook, with the place of every field."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
from handmade import DENIAL, denied_attack

from dateline.evaluation.record import CodedEvent
from dateline.export.codebook_json import coding_document, event_document, to_json
from dateline.records import Coding, Report

REPORT = Report(id="0a", text=DENIAL, title="Tovuz", published=date(2020, 9, 28))


def document() -> dict[str, Any]:
    coding = Coding(report=REPORT, events=(denied_attack(),), run={"dateline": "0"})
    read: dict[str, Any] = json.loads(to_json(coding_document(coding, "tovuz")))
    return read


def words_and_spans(node: Any) -> list[tuple[str, list[int]]]:
    """Every text with the span beside it, at any depth."""
    if isinstance(node, list):
        return [found for item in node for found in words_and_spans(item)]
    if not isinstance(node, dict):
        return []
    found = [found for item in node.values() for found in words_and_spans(item)]
    for words, span in (
        ("text", "span"),
        ("trigger", "trigger_span"),
        ("evidence", "evidence_span"),
    ):
        if node.get(span):
            found.append((node[words], node[span]))
    return found


def test_the_report_says_what_it_is() -> None:
    read = document()
    assert (read["report"], read["name"], read["published"]) == ("0a", "tovuz", "2020-09-28")
    assert (read["title"], read["text"]) == ("Tovuz", DENIAL)
    assert read["run"] == {"dateline": "0"}


def test_every_text_stands_where_its_span_says() -> None:
    found = words_and_spans(document())
    assert len(found) == 6, "actor, recipient, place, voice, trigger, evidence"
    for words, (start, end) in found:
        assert DENIAL[start:end] == words


def test_the_fields_of_the_codebook() -> None:
    (event,) = document()["events"]
    assert event["type"] == "ASSAULT" and event["mode"] is None
    assert event["actors"][0]["code"] == "AZE" and event["recipients"][0]["sector"] == "GOV"
    assert (event["date"], event["era"]) == ("2020-09-27", "current")
    assert DENIAL[slice(*event["date_span"])] == "Sunday"
    assert event["counts"] == {"killed": [2, 2]}
    assert DENIAL[slice(*event["counts_span"]["killed"])] == "two"
    assert event["place"]["text"] == "Tovuz" and event["place"]["geonames"] == 584871
    assert (event["place"]["lat"], event["place"]["lon"]) == (40.99, 45.62)
    assert event["voice"][0]["code"] == "AZE" and event["stance"] == "denies"
    assert (event["modality"], event["polarity"]) == ("happened", "positive")
    assert event["score"] == 0.8765 and event["why"] == "verb attack"


def test_what_is_not_told_is_null_or_empty() -> None:
    event = event_document(
        denied_attack(date=None, date_span=None, place=None, counts={}, voice=(), recipients=())
    )
    assert (event["date"], event["date_span"], event["place"]) == (None, None, None)
    assert (event["counts"], event["voice"], event["recipients"]) == ({}, [], [])


def test_the_scorer_reads_what_is_written() -> None:
    coded = msgspec.convert(event_document(denied_attack()), CodedEvent)
    assert coded.voice_code == "AZE" and coded.place_name == "tovuz"
    assert coded.counts == {"killed": (2, 2)}


def test_one_line_holds_one_document() -> None:
    coding = Coding(report=REPORT, events=(denied_attack(),))
    line = to_json(coding_document(coding, "tovuz"), indented=False)
    assert "\n" not in line and "“" not in line
    assert json.loads(line)["name"] == "tovuz"
