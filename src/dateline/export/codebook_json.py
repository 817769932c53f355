"""Codings as the JSON of codebook section 6, with the place of every field in the text.

The one place where this form is written; the command line and the evaluation use it.
Beside the codebook's fields stand ``span`` (or ``..._span``): ``[start, end]`` in characters
of ``text``, ``null`` where the report has no words for the field; ``cameo``, the act in CAMEO;
``why``, the rule or head that chose; and ``score`` between 0 and 1.
"""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.knowledge import cameo as cameos
from dateline.records import Coding, Event, Party, Place, Span, Voice

Document = dict[str, Any]


def coding_document(coding: Coding, name: str) -> Document:
    """The coding of one report; ``name`` is what the report was called where it came from."""
    report = coding.report
    return {
        "report": report.id,
        "name": name,
        "published": report.published.isoformat() if report.published else None,
        "title": report.title,
        "run": coding.run,
        "events": [event_document(event) for event in coding.events],
        "text": report.text,
    }


def event_document(event: Event) -> Document:
    """One event, fields in the order of the codebook."""
    return {
        "type": event.type,
        "mode": event.mode,
        "cameo": cameos.load().of_event(event),
        "actors": [_party(actor) for actor in event.actors],
        "recipients": [_party(recipient) for recipient in event.recipients],
        "date": event.date,
        "date_span": _span(event.date_span),
        "era": event.era.value,
        "place": _place(event.place),
        "counts": {kind: [count.low, count.high] for kind, count in event.counts.items()},
        "counts_span": {kind: _span(count.span) for kind, count in event.counts.items()},
        "voice": [_voice(voice) for voice in event.voice],
        "stance": event.stance.value,
        "modality": event.modality.value,
        "polarity": event.polarity.value,
        "trigger": event.trigger,
        "trigger_span": _span(event.trigger_span),
        "evidence": event.evidence,
        "evidence_span": _span(event.evidence_span),
        "score": round(event.score, 4),
        "why": event.why,
    }


def to_json(document: Document | list[Document], *, indented: bool = True) -> str:
    """JSON text without a line end; on one line unless ``indented``."""
    encoded = msgspec.json.encode(document)
    return (msgspec.json.format(encoded, indent=2) if indented else encoded).decode("utf-8")


def _party(party: Party) -> Document:
    return {
        "text": party.text,
        "span": _span(party.span),
        "code": party.code,
        "sector": party.sector,
        "why": party.why,
    }


def _voice(voice: Voice) -> Document:
    return {"text": voice.text, "span": _span(voice.span), "code": voice.code}


def _place(place: Place | None) -> Document | None:
    """The place as written (``text``) and as the gazetteer has it.

    The gazetteer's name is not called ``name``: the codebook compares places as written.
    """
    if place is None:
        return None
    return {
        "text": place.text,
        "span": _span(place.span),
        "gazetteer_name": place.name,
        "geonames": place.geonames,
        "lat": place.latitude,
        "lon": place.longitude,
        "country": place.country,
        "region": place.region,
        "precision": place.precision,
        "why": place.why,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
