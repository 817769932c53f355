"""Codings with every field filled, and any number of different ones, for tests of the store."""

from __future__ import annotations

from datetime import date
from typing import Any

from handmade import DENIAL, denied_attack, span_of
from hypothesis import strategies as st

from dateline.ingest.rejection import Rejection, RejectionKind
from dateline.records import (
    Actor,
    ActorMention,
    Cast,
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
    Statement,
    StatementKind,
    TimeExpression,
    Voice,
)

RUN = {"dateline": "0.1.0", "model": "abc", "knowledge": "def", "gate": "none"}

PLACE = Place(
    text="Tovuz",
    span=span_of("Tovuz", DENIAL),
    head=5,
    name="Tovuz",
    geonames=584871,
    latitude=40.99,
    longitude=45.62,
    country="AZE",
    region="Tovuz District",
    precision="city",
    metonym=True,
    why="only one of the name",
)

OWN_WORD = {"voice": (), "stance": Stance.ASSERTS}


def full_event(**changes: Any) -> Event:
    """The denied attack with no field left empty, and a score that four decimals hold."""
    fields: dict[str, Any] = {
        "mode": "heavy-weapons",
        "place": PLACE,
        "score": 0.8765,
        "voice": (
            Voice(text="", span=None, code="?"),
            Voice(text="Azerbaijan", span=span_of("Azerbaijan", DENIAL), code="AZE"),
        ),
    }
    return denied_attack(**{**fields, **changes})


def full_coding(name: str = "a", *events: Event, **run: str) -> Coding:
    """A coding of ``DENIAL`` in which everything occurs; ``name`` tells reports apart."""
    return Coding(
        report=Report(
            id=name.rjust(32, "0"),
            text=DENIAL,
            title=f"Denial {name}",
            publisher="The Plain Paper",
            published=date(2020, 9, 28),
            url=f"https://example.org/{name}",
            language="en",
            dateline=span_of("Azerbaijan", DENIAL),
        ),
        events=events or (full_event(),),
        statements=(
            Statement(
                source=span_of("Azerbaijan", DENIAL),
                source_head=0,
                cue=span_of("denied", DENIAL),
                cue_head=1,
                content=span_of("attacking Armenia near Tovuz on Sunday", DENIAL),
                kind=StatementKind.INDIRECT,
                stance=Stance.DENIES,
                parent=0,
            ),
            Statement(
                source=None,
                source_head=None,
                cue=span_of("killing", DENIAL),
                cue_head=9,
                content=span_of("two", DENIAL),
                kind=StatementKind.DIRECT,
                stance=Stance.ASSERTS,
            ),
        ),
        cast=Cast(
            actors=(
                ActorMention(
                    span=span_of("Azerbaijan", DENIAL),
                    head=0,
                    actors=(
                        Actor(code="AZE", sector="GOV", name="Azerbaijan", why="country"),
                        Actor(code="?", sector="UAF"),
                    ),
                ),
                ActorMention(span=span_of("Armenia", DENIAL), head=3, actors=()),
            ),
            places=(PLACE,),
            times=(
                TimeExpression(
                    text="Sunday",
                    span=span_of("Sunday", DENIAL),
                    head=7,
                    value="2020-09-27",
                    start=date(2020, 9, 27),
                    end=date(2020, 9, 27),
                    why="day of the week",
                ),
            ),
        ),
        run={**RUN, **run},
    )


REJECTION = Rejection(
    report="broken.json", kind=RejectionKind.MALFORMED, reason="is no JSON.", advice="Mend it."
)

# --- any coding --------------------------------------------------------------------

# Whatever UTF-8 can hold, NUL and characters beyond the first plane among them.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends)))
maybe_spans = st.none() | spans
tokens = st.integers(0, 99)
codes = st.sampled_from(["AZE", "ARM", "RUS", "UN", "?"])
dates = st.sampled_from([None, "2020", "2020-09", "2020-09-27", "2020-09-27/2020-10-02"])
days = st.dates(date(1, 1, 1), date(9999, 12, 31))

parties = st.builds(Party, text=words, span=maybe_spans, code=codes, sector=words, why=words)
places = st.builds(
    Place,
    text=words,
    span=spans,
    head=tokens,
    name=words,
    geonames=st.none() | st.integers(0, 2**40),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    country=words,
    region=words,
    precision=words,
    metonym=st.booleans(),
    why=words,
)
events = st.builds(
    Event,
    type=st.sampled_from(["ASSAULT", "CONSULT"]),
    mode=st.none() | words,
    actors=st.lists(parties, max_size=3).map(tuple),
    recipients=st.lists(parties, max_size=3).map(tuple),
    date=dates,
    date_span=maybe_spans,
    era=st.sampled_from(Era),
    place=st.none() | places,
    counts=st.dictionaries(
        st.sampled_from(["killed", "injured"]),
        st.builds(Count, low=st.integers(0, 99), high=st.integers(0, 2**63 - 1), span=spans),
    ),
    voice=st.lists(st.builds(Voice, text=words, span=maybe_spans, code=codes), max_size=2).map(
        tuple
    ),
    stance=st.sampled_from(Stance),
    modality=st.sampled_from(Modality),
    polarity=st.sampled_from(Polarity),
    trigger=words,
    trigger_span=spans,
    evidence=words,
    evidence_span=spans,
    score=st.floats(0, 1).map(lambda score: round(score, 4)),
    why=words,
)
statements = st.builds(
    Statement,
    source=maybe_spans,
    source_head=st.none() | tokens,
    cue=spans,
    cue_head=tokens,
    content=spans,
    kind=st.sampled_from(StatementKind),
    stance=st.sampled_from(Stance),
    parent=st.none() | tokens,
)
actors = st.builds(Actor, code=codes, sector=words, name=words, why=words)
casts = st.builds(
    Cast,
    actors=st.lists(
        st.builds(
            ActorMention,
            span=spans,
            head=tokens,
            actors=st.lists(actors, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    places=st.lists(places, max_size=2).map(tuple),
    times=st.lists(
        st.builds(
            TimeExpression,
            text=words,
            span=spans,
            head=tokens,
            value=words,
            start=days,
            end=days,
            why=words,
        ),
        max_size=2,
    ).map(tuple),
)
reports = st.builds(
    Report,
    id=st.text("0123456789abcdef", min_size=4, max_size=4),
    text=words,
    title=words,
    publisher=words,
    published=st.none() | days,
    url=words,
    language=words,
    dateline=maybe_spans,
)
codings = st.builds(
    Coding,
    report=reports,
    events=st.lists(events, max_size=2).map(tuple),
    statements=st.lists(statements, max_size=2).map(tuple),
    cast=casts,
    run=st.dictionaries(st.sampled_from(["dateline", "model", "settings"]), words),
)
