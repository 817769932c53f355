"""One event as one row: what CSV, Parquet, Excel, GeoJSON and data frames hold.

Where an event has several actors, recipients or voices, their codes stand in one cell, in order
and separated by ``;``, their words by `` | ``. The first columns have the names of the archive's
view ``events``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dateline.export.source import ExportedEvent, Source, exported_events
from dateline.knowledge import cameo as cameos
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.counts import KINDS
from dateline.records import Event, Modality, Party, Polarity, Record, Stance
from dateline.store.days import days_of
from dateline.store.rows import LARGEST_COUNT

# Rows have a column "date", which would hide the type of that name.
Day = datetime.date

CODES = ";"
WORDS = " | "


class FlatEvent(Record):
    """The columns, in their order; ``docs/export.md`` says what each one holds."""

    event_id: str
    date: str | None
    first_day: Day | None
    last_day: Day | None
    era: str
    type: str
    mode: str | None
    cameo: str | None
    quad_class: str
    actors: str | None
    actor_sectors: str | None
    actor_texts: str | None
    recipients: str | None
    recipient_sectors: str | None
    recipient_texts: str | None
    place: str | None
    place_name: str | None
    geonames: int | None
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    detained_low: int | None
    detained_high: int | None
    displaced_low: int | None
    displaced_high: int | None
    voices: str | None
    voice_texts: str | None
    stance: str
    modality: str
    polarity: str
    said_to_be_so: bool
    trigger: str
    evidence: str
    evidence_start: int
    evidence_end: int
    score: float
    why: str
    published: Day | None
    publisher: str
    title: str
    url: str
    report_id: str


COLUMNS = tuple(field.name for field in msgspec.structs.fields(FlatEvent))
Cell = str | int | float | bool | Day | None


def flat_events(source: Source, where: str = "") -> Iterator[FlatEvent]:
    """All events of a source as rows; ``where`` as in :func:`coded_reports`."""
    return map(flat, exported_events(source, where))


def cells(row: FlatEvent) -> tuple[Cell, ...]:
    """The values of a row, in the order of :data:`COLUMNS`."""
    return msgspec.structs.astuple(row)


def said_to_be_so(event: Event) -> bool:
    """Whether the innermost voice says that it is so, as Event F1 asks (codebook section 7)."""
    return (
        event.stance is Stance.ASSERTS
        and event.polarity is Polarity.POSITIVE
        and event.modality is not Modality.HYPOTHETICAL
    )


def flat(exported: ExportedEvent) -> FlatEvent:
    """One event as a row."""
    event, report, place = exported.event, exported.report, exported.event.place
    first, last = days_of(event.date)
    return FlatEvent(
        event_id=exported.id,
        date=event.date,
        first_day=first,
        last_day=last,
        era=event.era.value,
        type=event.type,
        mode=event.mode,
        cameo=cameos.load().of_event(event),
        quad_class=ontologies.load().types[event.type].quad,
        **_parties("actor", event.actors),
        **_parties("recipient", event.recipients),
        place=place.text if place else None,
        place_name=(place.name or None) if place else None,
        geonames=place.geonames if place else None,
        country=(place.country or None) if place else None,
        region=(place.region or None) if place else None,
        lat=place.latitude if place else None,
        lon=place.longitude if place else None,
        precision=place.precision if place else None,
        **_counts(event),
        voices=CODES.join(voice.code for voice in event.voice) or None,
        voice_texts=WORDS.join(voice.text for voice in event.voice) if event.voice else None,
        stance=event.stance.value,
        modality=event.modality.value,
        polarity=event.polarity.value,
        said_to_be_so=said_to_be_so(event),
        trigger=event.trigger,
        evidence=event.evidence,
        evidence_start=event.evidence_span.start,
        evidence_end=event.evidence_span.end,
        score=round(event.score, 4),
        why=event.why,
        published=report.published,
        publisher=report.publisher,
        title=report.title,
        url=report.url,
        report_id=report.id,
    )


def _parties(role: str, parties: Sequence[Party]) -> dict[str, Any]:
    """Codes, sectors and words, each in one cell; null where there is nobody."""
    return {
        f"{role}s": CODES.join(party.code for party in parties) or None,
        f"{role}_sectors": CODES.join(party.sector for party in parties) or None,
        f"{role}_texts": WORDS.join(party.text for party in parties) if parties else None,
    }


def _counts(event: Event) -> dict[str, Any]:
    counted: dict[str, Any] = {}
    for kind in KINDS:
        count = event.counts.get(kind)
        counted[f"{kind}_low"] = min(count.low, LARGEST_COUNT) if count else None
        counted[f"{kind}_high"] = min(count.high, LARGEST_COUNT) if count else None
    return counted
