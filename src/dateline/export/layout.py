"""What the table layouts of other projects share: which events they can hold, and on which day."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from dateline.export.source import ExportedEvent, Pair, pairs
from dateline.knowledge import cameo as cameos
from dateline.records import Era, Record
from dateline.store.days import days_of

# Whole numbers up to here are exact in R, JavaScript and spreadsheets.
NUMBER_BITS = 53


class LeftOut(StrEnum):
    """Why an event is not in an export."""

    NO_CODE = "hypothetical, did not happen, or denied by others: no code for it"
    NOT_SAID = "denied, did not happen, planned or hypothetical: not recorded"
    OTHER_KIND = "a kind of act that is not recorded"
    NO_DAY = "neither dated nor published on a known day"
    HISTORY = "history without a date"
    NO_PLACE = "no country known"


Losses = Counter[LeftOut]


class Dyadic(Record):
    """An event as it concerns one actor and one recipient, with a day and a CAMEO code."""

    exported: ExportedEvent
    pair: Pair
    day: date
    cameo: str

    @property
    def id(self) -> str:
        """Identifies event and pair."""
        codes = (party.code if party else "-" for party in (self.pair.actor, self.pair.recipient))
        return "-".join((self.exported.id, *codes))

    @property
    def number(self) -> int:
        """The identifier as a whole number that other programs keep exactly."""
        digest = hashlib.blake2b(self.id.encode(), digest_size=8).digest()
        return int.from_bytes(digest) >> (64 - NUMBER_BITS)


def day_of(exported: ExportedEvent) -> date | LeftOut:
    """The first day of the event's date, else the day of publication, else why there is none."""
    first, _ = days_of(exported.event.date)
    if first is not None:
        return first
    if exported.event.era is Era.BACKGROUND:
        return LeftOut.HISTORY
    return exported.report.published or LeftOut.NO_DAY


def dyadic(exported: ExportedEvent, losses: Losses) -> Iterator[Dyadic]:
    """The rows of layouts that have one source, one target and a CAMEO code."""
    code = cameos.load().of_event(exported.event)
    day = day_of(exported)
    if code is None:
        losses[LeftOut.NO_CODE] += 1
    elif isinstance(day, LeftOut):
        losses[day] += 1
    else:
        for pair in pairs(exported.event):
            yield Dyadic(exported=exported, pair=pair, day=day, cameo=code)


def full_code(code: str) -> str:
    """A CAMEO code as GDELT and ICEWS write it: a root alone is "not specified below", 190."""
    return f"{code}0" if len(code) == 2 else code
