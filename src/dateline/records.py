"""What flows through Dateline: frozen records, each with its place in the text.

A :class:`Report` is read into a :class:`Reading` (what the language model sees),
the reading yields :class:`Statement` records (who says what) and a :class:`Cast`
(who, where and when the words of the report mean), and from all three the coder
writes :class:`Event` records. Every offset counts characters of ``Report.text``.

This module imports nothing else of the package.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, dataclass_transform

import msgspec

UNKNOWN = "?"  # the code of an actor, voice or place of which the text does not tell who or where


# The decorator tells the type checker what msgspec does: every record is frozen.
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: immutable, compared by value, written as JSON by msgspec."""


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range of characters of ``Report.text``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Report(Record):
    """One news report as it came in; ``dateline`` covers its "BAKU (AP) —", if it has one."""

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    language: str = "en"
    dateline: Span | None = None


# --- what the language model reads -------------------------------------------------


class Token(Record):
    """A word: Universal Dependencies part of speech, head and relation; ``tag`` is the Penn
    Treebank's ("VBD", "NNS"), which tells tense and number.

    ``head`` is the index of the governing token in ``Reading.tokens``; the root of a
    sentence is its own head. ``sentence`` indexes ``Reading.sentences``.
    """

    text: str
    span: Span
    part_of_speech: str
    head: int
    relation: str
    sentence: int
    tag: str = ""


class Sentence(Record):
    """A sentence: characters, the range ``first <= i < end`` of its tokens, and its root."""

    span: Span
    first: int
    end: int
    root: int
    paragraph: int


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    DATE = "date"
    OTHER = "other"


class Name(Record):
    """A name or time expression, tokens ``first <= i < end``."""

    span: Span
    first: int
    end: int
    kind: NameKind
    score: float = 1.0


class Quotation(Record):
    """Words that report speech: the cue, and who is quoted with what where the model finds it.

    Each is a token range ``first <= i < end``; ``source`` and ``content`` are ``None`` where
    none is told.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[int, int] | None
    score: float


class Role(Record):
    """A token that heads a phrase, and how likely it plays a part in an act (0 … 1)."""

    token: int
    actor: float
    recipient: float
    voice: float
    place: float


class ReadAct(Record):
    """A word that names an act, as the language model sees it.

    ``type`` is one of codebook section 3, ``mode`` the likeliest mode of that type; ``traits``
    holds the probability of each of "planned", "hypothetical", "negative", "background",
    "own", "mutual", "voiced", "denied" and "doubted"; ``roles`` the tokens that may take part.
    """

    token: int
    type: str
    mode: str | None
    score: float
    traits: dict[str, float]
    roles: tuple[Role, ...]


class Argument(Record):
    """What a predicate takes: tokens ``first <= i < end``; roles are PropBank's ("ARG0")."""

    role: str
    first: int
    end: int


class Frame(Record):
    """A predicate, verb or event noun, with its arguments.

    ``factuality`` says how sure the text makes it that this happened: −3 (surely not) … 3.
    """

    token: int
    arguments: tuple[Argument, ...]
    factuality: float
    score: float


class Mention(Record):
    """A phrase that speaks of somebody or something: tokens ``first <= i < end``, headed by
    ``head``."""

    head: int
    first: int
    end: int


class Reading(Record):
    """A report as the language model reads it.

    ``frames`` and ``chains`` (mentions of one and the same thing, in order of the text) are read
    only where they are asked for; see ``language.Layers``.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...] = ()
    acts: tuple[ReadAct, ...] = ()
    frames: tuple[Frame, ...] = ()
    chains: tuple[tuple[Mention, ...], ...] = ()

    def text_of(self, span: Span) -> str:
        return span.of(self.report.text)


# --- who says what -----------------------------------------------------------------


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """How the innermost voice stands to the event (codebook section 5)."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


class Statement(Record):
    """Somebody says something. ``source`` is ``None`` where no one is named ("reportedly").

    ``cue`` is the word that reports the speech, ``content`` what is said, ``parent`` the
    index of the statement in whose content this one stands, ``source_head`` and ``cue_head``
    are token indices.
    """

    source: Span | None
    source_head: int | None
    cue: Span
    cue_head: int
    content: Span
    kind: StatementKind
    stance: Stance
    parent: int | None = None


# --- who, where and when -----------------------------------------------------------


class Actor(Record):
    """Who is meant: code and sector of codebook section 2, and why this reading was chosen."""

    code: str
    sector: str
    name: str = ""
    why: str = ""


class ActorMention(Record):
    """A noun phrase or pronoun that can act; ``actors`` has several for "both sides".

    ``span`` covers the phrase "as short as identifies" the actor, ``head`` is its token.
    An unknown actor has code ``?``.
    """

    span: Span
    head: int
    actors: tuple[Actor, ...]


class Place(Record):
    """A toponym and where it lies; coordinates in degrees (WGS 84), ``None`` if unknown.

    ``precision`` is ``country``, ``region``, ``area``, ``city`` or ``unknown``;
    ``role`` tells a location from a toponym that stands for an actor ("Moscow said").
    """

    text: str
    span: Span
    head: int
    name: str = ""
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str = ""
    region: str = ""
    precision: str = "unknown"
    metonym: bool = False
    why: str = ""


class TimeExpression(Record):
    """A time expression as an interval of days; ``value`` is written as in codebook section 4."""

    text: str
    span: Span
    head: int
    value: str
    start: date
    end: date
    why: str = ""


class Cast(Record):
    """Everybody, every place and every date that the report speaks of, in order of the text."""

    actors: tuple[ActorMention, ...]
    places: tuple[Place, ...]
    times: tuple[TimeExpression, ...]


# --- the event ---------------------------------------------------------------------


class Modality(StrEnum):
    HAPPENED = "happened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Era(StrEnum):
    CURRENT = "current"
    BACKGROUND = "background"


class Party(Record):
    """An actor or recipient of one event, with the words of the report that name it."""

    text: str
    span: Span | None
    code: str
    sector: str
    why: str = ""


class Voice(Record):
    """A speaker on whose word an event is known; ``text`` is empty for a hedge without a source."""

    text: str
    span: Span | None
    code: str


class Count(Record):
    """How many were killed, injured, detained or displaced, as this voice puts it."""

    low: int
    high: int
    span: Span


class Event(Record):
    """One act by one set of actors (codebook section 6), every field with its place in the text."""

    type: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str | None
    date_span: Span | None
    era: Era
    place: Place | None
    counts: dict[str, Count]
    voice: tuple[Voice, ...]
    stance: Stance
    modality: Modality
    polarity: Polarity
    trigger: str
    trigger_span: Span
    evidence: str
    evidence_span: Span
    score: float
    why: str


class Coding(Record):
    """All that was coded from one report: its events, who says what, and everybody, every place
    and every date it speaks of. ``run`` names the version and models that did it."""

    report: Report
    events: tuple[Event, ...]
    statements: tuple[Statement, ...] = ()
    cast: Cast = Cast(actors=(), places=(), times=())
    run: dict[str, Any] = {}
