"""An event made by hand, and a coder that finds it, for tests of what surrounds the coder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.records import (
    Coding,
    Count,
    Era,
    Event,
    Modality,
    Party,
    Place,
    Polarity,
    Report,
    Span,
    Stance,
    Voice,
)

DENIAL = "Azerbaijan denied attacking Armenia near Tovuz on Sunday, killing two."


def span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def denied_attack(text: str = DENIAL, **changes: Any) -> Event:
    """The event in ``DENIAL``, with every field filled."""
    accuser, accused = span_of("Azerbaijan", text), span_of("Armenia", text)
    fields: dict[str, Any] = {
        "type": "ASSAULT",
        "mode": None,
        "actors": (
            Party(text="Azerbaijan", span=accuser, code="AZE", sector="MIL", why="country"),
        ),
        "recipients": (Party(text="Armenia", span=accused, code="ARM", sector="GOV"),),
        "date": "2020-09-27",
        "date_span": span_of("Sunday", text),
        "era": Era.CURRENT,
        "place": Place(
            text="Tovuz",
            span=span_of("Tovuz", text),
            head=5,
            name="Tovuz",
            geonames=584871,
            latitude=40.99,
            longitude=45.62,
            country="AZE",
            precision="city",
        ),
        "counts": {"killed": Count(low=2, high=2, span=span_of("two", text))},
        "voice": (Voice(text="Azerbaijan", span=accuser, code="AZE"),),
        "stance": Stance.DENIES,
        "modality": Modality.HAPPENED,
        "polarity": Polarity.POSITIVE,
        "trigger": "attacking",
        "trigger_span": span_of("attacking", text),
        "evidence": text,
        "evidence_span": Span(0, len(text)),
        "score": 0.87654321,
        "why": "verb attack",
    }
    return Event(**{**fields, **changes})


class HandmadeCoder:
    """Codes every report that tells the denial as the denied attack, any other as eventless."""

    def __init__(self) -> None:
        self.run = {"dateline": "0", "model": "handmade", "knowledge": "none"}

    @classmethod
    def load(cls, settings: object = None) -> HandmadeCoder:
        return cls()

    def code_reports(self, reports: Iterable[Report]) -> Iterator[Coding]:
        for report in reports:
            events = (denied_attack(report.text),) if "attacking" in report.text else ()
            yield Coding(report=report, events=events, run=self.run)
