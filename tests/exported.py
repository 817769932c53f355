"""Codings made by hand for the tests of exports: every stance, modality and gap once."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from handmade import denied_attack, span_of

from dateline.records import (
    Coding,
    Era,
    Event,
    Modality,
    Party,
    Place,
    Polarity,
    Report,
    Span,
    Stance,
)

TEXT = (
    "Chad’s army shelled “Nord”; a village\tin Sudan on Friday, killing at least six.\n\n"
    "=Protesters marched in Paris. Ghana and Togo met. Mali may attack Niger."
)
REPORT = Report(
    id="b1",
    text=TEXT,
    title='Übergriff, "quoted"\nand broken',
    publisher="Le Journal 日本",
    published=date(2021, 3, 8),
    url="https://example.org/a?b=1",
)


def party(code: str, sector: str = "GOV", text: str = "") -> Party:
    return Party(text=text, span=None, code=code, sector=sector)


def place(text: str, country: str, precision: str, **fields: Any) -> Place:
    known = {"name": text, "latitude": 10.5, "longitude": -20.25, "region": ""}
    return Place(
        text=text, span=Span(0, 1), head=0, country=country, precision=precision,
        **{**known, **fields},
    )  # fmt: skip


def told(act: str, mode: str | None, trigger: str, **changes: Any) -> Event:
    """An act told by the report itself, with the sentence of its trigger."""
    span = span_of(trigger, TEXT)
    begin = max(TEXT.rfind(". ", 0, span.start) + 2, TEXT.rfind("\n", 0, span.start) + 1)
    begin = begin if begin > 1 else 0
    end = TEXT.index(".", span.end) + 1
    fields: dict[str, Any] = {
        "type": act, "mode": mode, "trigger": trigger, "trigger_span": span,
        "evidence": TEXT[begin:end], "evidence_span": Span(begin, end), "voice": (),
        "stance": Stance.ASSERTS, "date": None, "date_span": None, "place": None, "counts": {},
        "recipients": (),
    }  # fmt: skip
    return denied_attack(TEXT.replace("Chad", "Azerbaijan Armenia Tovuz Sunday two attacking"),
                         **{**fields, **changes})  # fmt: skip


SHELLING = told(
    "ASSAULT", "heavy-weapons", "shelled",
    actors=(party("TCD", "MIL", "Chad’s army"),), recipients=(party("SDN", "CVL", "a village"),),
    date="2021-03-05", place=place("Nord", "SDN", "city", region="North Darfur", geonames=77),
    counts=denied_attack().counts,
)  # fmt: skip
MARCH = told(
    "PROTEST", "demo", "marched", actors=(party("FRA", "CVL", "=Protesters"),),
    place=place("Paris", "FRA", "city", latitude=None, longitude=None),
)  # fmt: skip
MEETING = told(
    "CONSULT", None, "met", actors=(party("GHA"), party("TGO")),
    recipients=(party("GHA"), party("TGO")), date="2021-02",
)  # fmt: skip
PERHAPS = told(
    "ASSAULT", None, "attack", actors=(party("MLI", "MIL"),), recipients=(party("NER"),),
    modality=Modality.HYPOTHETICAL,
)  # fmt: skip
NOT_DONE = told("AID", None, "met", actors=(party("GHA"),), polarity=Polarity.NEGATIVE)
PLANNED = told(
    "SANCTION", "discontinue", "met", actors=(party("EU", "IGO", "the EU"),),
    recipients=(party("HEZBOLLAH", "REB", "Hezbollah"),), modality=Modality.PLANNED,
)  # fmt: skip
HISTORY = told("COERCE", "seize", "met", actors=(party("?", "UAF"),), era=Era.BACKGROUND)

EVENTS = (SHELLING, MARCH, MEETING, PERHAPS, NOT_DONE, PLANNED, HISTORY, denied_attack())
CODING = Coding(report=REPORT, events=EVENTS, run={"dateline": "0"})
EMPTY = Coding(report=Report(id="c2", text="Nothing happened."), events=(), run={"dateline": "0"})


def coded(*events: Event, **report: Any) -> Coding:
    """A coding of these events, with changes to its report."""
    return Coding(report=msgspec.structs.replace(CODING.report, **report), events=events)
