"""Identifiers: hashes of what they name, so that the same is called the same everywhere."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

import msgspec

from dateline.records import Coding, Event


def event_ids(coding: Coding) -> tuple[str, ...]:
    """An identifier for each event; those of events that say the same are told apart."""
    seen: Counter[str] = Counter()
    identifiers = []
    for event in coding.events:
        content = hash_of(coding.report.id, _identity(event))
        identifiers.append(hash_of(content, seen[content]) if seen[content] else content)
        seen[content] += 1
    return tuple(identifiers)


def hash_of(*parts: Any) -> str:
    """32 hexadecimal digits of whatever JSON can write."""
    encoded = msgspec.json.encode(parts, order="deterministic")
    return hashlib.blake2b(encoded, digest_size=16).hexdigest()


def _identity(event: Event) -> list[Any]:
    """What makes an event this one, whatever version of the coder finds it."""
    return [
        event.type,
        event.mode,
        [party.code for party in event.actors],
        [party.code for party in event.recipients],
        [voice.code for voice in event.voice],
        event.stance,
        event.modality,
        event.polarity,
        event.date,
        [event.trigger_span.start, event.trigger_span.end],
    ]
