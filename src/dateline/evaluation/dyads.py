"""Events as dyads: who toward whom (codebook section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from dateline.evaluation.record import CodedEvent, CodedParty
from dateline.records import UNKNOWN

NOBODY = "-"

Key = tuple[str, ...]


class Dyad(NamedTuple):
    """One event as it concerns one actor and one recipient (``None`` where there is none)."""

    event: CodedEvent
    actor: CodedParty
    recipient: CodedParty | None

    @property
    def codes(self) -> tuple[str, str]:
        return self.actor.code, self.recipient.code if self.recipient else NOBODY


class Measure(StrEnum):
    """The four measures, from the strictest on the event to the loosest."""

    EVENT = "event"
    ATTRIBUTED = "attributed"
    ACTOR_TYPE = "actor-type"
    TYPE = "type"

    def counts(self, event: CodedEvent) -> bool:
        """Whether the measure looks at this event."""
        if self is Measure.ATTRIBUTED:
            return event.modality != "hypothetical"
        return event.said_to_be_so

    def key(self, dyad: Dyad) -> Key:
        """What must be equal for two dyads to match."""
        event, (actor, recipient) = dyad.event, dyad.codes
        match self:
            case Measure.EVENT:
                return event.type, actor, recipient
            case Measure.ATTRIBUTED:
                voice, stance, polarity = event.voice_code, event.stance, event.polarity
                return event.type, actor, recipient, voice, stance, polarity
            case Measure.ACTOR_TYPE:
                return event.type, actor
            case Measure.TYPE:
                return (event.type,)


def dyads(event: CodedEvent) -> list[Dyad]:
    """The pairs that an event stands for.

    A code is paired with itself only in an act on one's own (then there is no other pair)
    or where both are unknown. Of parties with one code the last one stands for the code.
    """
    if not event.recipients:
        pairs = [Dyad(event, actor, None) for actor in event.actors]
    else:
        codes = {party.code for party in (*event.actors, *event.recipients)}
        own = len(codes) == 1
        pairs = [
            Dyad(event, actor, recipient)
            for actor in event.actors
            for recipient in event.recipients
            if own or actor.code != recipient.code or actor.code == UNKNOWN
        ]
    return list({pair.codes: pair for pair in pairs}.values())


def keyed(events: Iterable[CodedEvent], measure: Measure) -> dict[Key, list[Dyad]]:
    """All dyads that ``measure`` looks at, by what must match."""
    by_key: dict[Key, list[Dyad]] = {}
    for event in events:
        if measure.counts(event):
            for dyad in dyads(event):
                by_key.setdefault(measure.key(dyad), []).append(dyad)
    return by_key
