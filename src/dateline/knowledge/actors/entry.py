"""One line of the actor directory: a name form's bearer, with code, sector and dates."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What sort of actor an entry is; decides how its name may be used in a phrase."""

    STATE = "state"
    DEMONYM = "demonym"
    SEAT = "seat"
    ORGAN = "organ"
    PARTY = "party"
    BODY = "body"
    MOVEMENT = "movement"
    ORGANISATION = "organisation"
    PERSON = "person"
    PEOPLE = "people"


class Entry(msgspec.Struct, frozen=True):
    """An actor of the directory.

    ``start`` and ``end`` are ISO dates of any precision (``2018``, ``2018-05``), empty where
    open. ``code`` and ``sector`` follow codebook section 2; ``codes`` lists the codes that a
    people without a state of its own may stand for ("Kurdish" → YPG, SDF, PKK, KRG).
    """

    code: str
    sector: str
    name: str
    kind: Kind
    office: str = ""
    start: str = ""
    end: str = ""
    codes: tuple[str, ...] = ()
    source: str = ""
    homes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def in_office(self, day: date | None) -> bool:
        """Whether the entry holds on ``day``; without a day every entry holds."""
        return day is None or not (self.starts_after(day) or self.ended_before(day))

    def starts_after(self, day: date) -> bool:
        return bool(self.start) and self.start > day.isoformat()[: len(self.start)]

    def ended_before(self, day: date) -> bool:
        return bool(self.end) and self.end < day.isoformat()[: len(self.end)]
