"""Coded events as the scorer reads them: the fields of codebook section 6, from JSON.

Gold codings, Dateline's own and those of other coders come in this one form; fields beyond
the codebook's (spans, scores, reasons) are passed over.
"""

from __future__ import annotations

import re

import msgspec

from dateline.records import Record

LEADING_ARTICLE = re.compile(r"^the ")


class CodedParty(Record):
    """An actor or a recipient."""

    code: str
    text: str = ""
    sector: str | None = None


class CodedVoice(Record):
    """A speaker on whose word the event is known."""

    code: str
    text: str = ""


class CodedPlace(Record):
    """A place with coordinates in degrees, where a coder gives more than its name."""

    text: str = ""
    name: str = ""
    lat: float | None = None
    lon: float | None = None


class CodedEvent(Record):
    """One event of a coding."""

    type: str
    actors: tuple[CodedParty, ...]
    recipients: tuple[CodedParty, ...]
    voice: tuple[CodedVoice, ...]
    stance: str
    modality: str
    polarity: str
    mode: str | None = None
    date: str | None = None
    era: str | None = None
    place: CodedPlace | str | None = None
    counts: dict[str, tuple[int, int]] | None = None
    trigger: str = ""
    evidence: str = ""

    @property
    def voice_code(self) -> str:
        """The innermost voice, ``-`` for the report itself."""
        return self.voice[-1].code if self.voice else "-"

    @property
    def said_to_be_so(self) -> bool:
        """Whether Event F1 counts it (codebook section 7)."""
        return (
            self.stance == "asserts"
            and self.polarity == "positive"
            and self.modality != "hypothetical"
        )

    @property
    def place_name(self) -> str | None:
        """The place's name for comparison: case and a leading article do not count."""
        place = self.place
        written = (place.name or place.text) if isinstance(place, CodedPlace) else place
        return LEADING_ARTICLE.sub("", (written or "").casefold().strip()) or None


class CodedReport(Record):
    """The coding of one report."""

    events: tuple[CodedEvent, ...]


def read_coding(data: bytes) -> tuple[CodedEvent, ...]:
    """The events in a JSON coding. Raises ``msgspec.DecodeError`` where it is none."""
    return msgspec.json.decode(data, type=CodedReport).events
