"""Every act is coded once, from its fullest mention (codebook sections 1 and 5)."""

from __future__ import annotations

from collections.abc import Callable

from dateline.records import UNKNOWN, Event, Polarity, Stance

Key = tuple[object, ...]


def once(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events without repeats: of those with the same type, parties, voice and reality the
    fullest stays; what a fuller record of the same kind holds is dropped."""
    fullest: dict[Key, Event] = {}
    for event in events:
        key = _key(event)
        known = fullest.get(key)
        if known is None or _fullness(event) > _fullness(known):
            fullest[key] = event
    kept = list(fullest.values())
    for covered in (_is_undated, _is_vaguer, _is_confirmed, _is_part, _is_toll, _is_visit):
        kept = _without(kept, covered)
    return tuple(sorted(kept, key=lambda event: event.trigger_span))


def _codes(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(party.code for party in event.actors),
        frozenset(party.code for party in event.recipients),
    )


def _key(event: Event) -> Key:
    """What makes two mentions one act. Attacks and meetings of different days are several."""
    return (*_kind(event), event.date if event.type in ("ASSAULT", "CONSULT") else None)


def _kind(event: Event) -> Key:
    """An arrest and a curfew are two acts; an attack is one, whatever the weapon it is told by."""
    return (event.mode if event.type != "ASSAULT" else None, *_sides(event))


def _sides(event: Event) -> Key:
    voice = event.voice[-1].code if event.voice else "-"
    return *_codes(event), voice, event.stance, *_reality(event)


def _reality(event: Event) -> tuple[object, ...]:
    return event.type, event.modality, event.polarity


def _fullness(event: Event) -> int:
    return (
        2 * (event.date is not None)
        + 2 * (event.place is not None)
        + 2 * len(event.counts)
        + (event.mode is not None)
        - len(event.voice)
    )


def _without(events: list[Event], covered: Callable[[Event, Event], bool]) -> list[Event]:
    return [
        event
        for event in events
        if not any(other is not event and covered(event, other) for other in events)
    ]


def _is_undated(event: Event, other: Event) -> bool:
    """A mention without a day, beside one that tells it and has the same toll or is alone in
    having one."""
    dated = event.date is None and other.date is not None
    alike = _kind(event) == _kind(other) and event.era is other.era
    return dated and alike and _tolls(event) in ({}, _tolls(other))


def _is_vaguer(event: Event, other: Event) -> bool:
    """A mention without a mode, beside one of the same day that has one."""
    finer = event.mode is None and other.mode is not None and event.type != "ASSAULT"
    same_day = event.date in (None, other.date)
    return finer and same_day and _sides(event) == _sides(other)


def _tolls(event: Event) -> dict[str, tuple[int, int]]:
    return {kind: (count.low, count.high) for kind, count in event.counts.items()}


def _is_confirmed(event: Event, other: Event) -> bool:
    """A speaker who only says what the report itself asserts of that day adds no record, unless
    he alone gives the toll."""
    if not event.voice or other.voice or event.stance is not Stance.ASSERTS:
        return False
    if _reality(event) != _reality(other) or _codes(event) != _codes(other):
        return False
    same_day = event.era is other.era and event.date in (None, other.date)
    return same_day and _tolls(event).items() <= _tolls(other).items()


def _is_part(event: Event, other: Event) -> bool:
    """A record without a recipient, beside one of the same kind that tells it, or of an author
    whom the same sentence names. An unknown author of another sentence stays: a report that
    knows who struck there seldom means the same blow."""
    if _reality(event) != _reality(other) or event.stance is not other.stance:
        return False
    if event.polarity is not Polarity.POSITIVE:
        return False
    actors, recipients = _codes(event)
    other_actors, other_recipients = _codes(other)
    if (actors, recipients) == (other_actors, other_recipients):
        return False
    unnamed = actors == {UNKNOWN} and UNKNOWN not in other_actors and recipients == other_recipients
    untold = not recipients and bool(other_recipients) and actors == other_actors
    same_sentence = event.evidence_span == other.evidence_span
    return (unnamed and same_sentence) or (untold and event.mode == other.mode)


def _is_toll(event: Event, other: Event) -> bool:
    """Some of those whom an attack of the same sentence struck: "shelled the town, killing two"."""
    if _reality(event) != _reality(other) or event.evidence_span != other.evidence_span:
        return False
    alike = event.type == "ASSAULT" and event.stance is other.stance and event.era is other.era
    (actors, recipients), (other_actors, other_recipients) = _codes(event), _codes(other)
    within = actors == other_actors and recipients < other_recipients
    return alike and within and _tolls(event).items() <= _tolls(other).items()


def _is_visit(event: Event, other: Event) -> bool:
    """A visit for the talks that the same sentence tells: only these count (codebook 1), also where
    the host "received" the guest and talked with him."""
    if _reality(event) != _reality(other) or event.evidence_span != other.evidence_span:
        return False
    actors, recipients = _codes(event)
    sides = actors | recipients
    other_than = actors != recipients or other.mode != "visit"
    return event.mode == "visit" and other_than and _codes(other) == (sides, sides)
