"""The views give the numbers that a person counts by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from full_codings import OWN_WORD, events, full_coding, full_event
from handmade import DENIAL, span_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.evaluation.dyads import dyads
from dateline.evaluation.record import CodedEvent
from dateline.export.codebook_json import event_document
from dateline.records import Count, Era, Event, Modality, Party, Polarity, Span
from dateline.store import Archive, rows_of

PAGE = Path(__file__).parent.parent.joinpath("docs", "archive.md").read_text(encoding="utf-8")


def party(code: str, sector: str = "GOV") -> Party:
    return Party(text=f"the {code}", span=Span(0, 1), code=code, sector=sector)


BOTH = (party("ARM"), party("AZE"))
CLASH = full_event(**OWN_WORD, actors=BOTH, recipients=BOTH, counts={})
CURFEW = full_event(
    **OWN_WORD,
    type="COERCE",
    actors=(party("ARM"),),
    recipients=(party("ARM"), party("ARM", "CVL")),
    place=None,
    date=None,
    counts={},
)
MOBILIZED = full_event(**OWN_WORD, type="MOBILIZE", recipients=(), date="2020-09", counts={})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.duckdb") as opened:
        yield opened


def ask(archive: Archive, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = archive.query(query).to_pylist()
    return rows


def store(archive: Archive, *some: Event) -> None:
    archive.add(rows_of([full_coding("a", *some)]))


def test_the_flat_view_has_an_event_with_all_that_belongs_to_it(archive: Archive) -> None:
    injured = Count(low=24, high=99, span=Span(0, 1))
    killed = Count(low=2, high=2, span=span_of("two", DENIAL))
    store(archive, full_event(actors=BOTH, counts={"injured": injured, "killed": killed}))
    (event,) = ask(archive, "select * from events")
    del event["event_id"]
    assert event == {
        "date": "2020-09-27",
        "first_day": date(2020, 9, 27),
        "last_day": date(2020, 9, 27),
        "era": "current",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "cameo": "016",
        "actors": "ARM;AZE",
        "recipients": "ARM",
        "place": "Tovuz",
        "country": "AZE",
        "lat": 40.99,
        "lon": 45.62,
        "killed_low": 2,
        "killed_high": 2,
        "injured_low": 24,
        "injured_high": 99,
        "detained_low": None,
        "detained_high": None,
        "displaced_low": None,
        "displaced_high": None,
        "voices": "?;AZE",
        "stance": "denies",
        "modality": "happened",
        "polarity": "positive",
        "said_to_be_so": False,
        "trigger": "attacking",
        "evidence": DENIAL,
        "score": 0.8765,
        "published": date(2020, 9, 28),
        "publisher": "The Plain Paper",
        "title": "Denial a",
        "url": "https://example.org/a",
        "report_id": "a".rjust(32, "0"),
    }


def test_an_event_without_anything_is_still_one_row(archive: Archive) -> None:
    store(
        archive,
        full_event(**OWN_WORD, actors=(), recipients=(), place=None, date=None, counts={}),
    )
    (event,) = ask(archive, "select * from events")
    for column in ("actors", "recipients", "place", "country", "lat", "voices", "killed_low"):
        assert event[column] is None
    assert ask(archive, "select * from dyads") == ask(archive, "select * from claims") == []


def test_cameo_is_that_of_the_json_and_null_where_cameo_has_none(archive: Archive) -> None:
    told = (
        full_event(),
        CLASH,
        CURFEW,
        MOBILIZED,
        full_event(**OWN_WORD, modality=Modality.HYPOTHETICAL),
        full_event(**OWN_WORD, polarity=Polarity.NEGATIVE),
    )
    store(archive, *told)
    rows = ask(archive, "select cameo from event_records order by position")
    assert [row["cameo"] for row in rows] == [event_document(event)["cameo"] for event in told]
    assert [row["cameo"] is None for row in rows] == [False] * 4 + [True] * 2
    for view in ("dyads", "claims"):
        ids = "event_id, cameo"
        assert not ask(archive, f"select {ids} from {view} except select {ids} from events")


def test_the_page_tells_how_to_ask_why_an_event_has_its_date(archive: Archive) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    store(archive, full_event(), full_event(date=None, date_span=None))
    (row,) = ask(archive, query)
    assert (row["date"], row["text"], row["why"]) == ("2020-09-27", "Sunday", "day of the week")


def test_dyads_pair_actors_with_recipients(archive: Archive) -> None:
    store(archive, CLASH, CURFEW, MOBILIZED)
    pairs = ask(
        archive,
        "select type, actor, recipient, recipient_sector as sector from dyads order by all",
    )
    assert [tuple(pair.values()) for pair in pairs] == [
        ("ASSAULT", "ARM", "AZE", "GOV"),
        ("ASSAULT", "AZE", "ARM", "GOV"),
        ("COERCE", "ARM", "ARM", "CVL"),
        ("MOBILIZE", "AZE", "-", None),
    ]


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(some=st.lists(events, max_size=4))
def test_dyads_are_those_of_the_scorer(archive: Archive, some: list[Event]) -> None:
    store(archive, *some or [MOBILIZED])
    stored = ask(
        archive,
        "select event.position, actor, recipient, actor_text, recipient_text, said_to_be_so "
        "from dyads join event_records as event using (event_id)",
    )
    expected = []
    for position, event in enumerate(some or [MOBILIZED]):
        coded = msgspec.convert(event_document(event), CodedEvent)
        expected += [
            {
                "position": position,
                "actor": dyad.codes[0],
                "recipient": dyad.codes[1],
                "actor_text": dyad.actor.text,
                "recipient_text": dyad.recipient.text if dyad.recipient else None,
                "said_to_be_so": coded.said_to_be_so,
            }
            for dyad in dyads(coded)
        ]

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        return row["position"], row["actor"], row["recipient"]

    assert sorted(stored, key=key) == sorted(expected, key=key)


def test_only_the_innermost_voice_takes_the_stance(archive: Archive) -> None:
    store(archive, full_event(), CLASH)
    claims = ask(
        archive, "select position, voice, voice_text, stance from claims order by position"
    )
    assert claims == [
        {"position": 0, "voice": "?", "voice_text": "", "stance": None},
        {"position": 1, "voice": "AZE", "voice_text": "Azerbaijan", "stance": "denies"},
    ]


def test_quotations_name_the_speaker_and_code_him(archive: Archive) -> None:
    archive.add(rows_of([full_coding()]))
    rows = ask(
        archive, "select speaker, speaker_code, cue, content from quotations order by position"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Azerbaijan", "?;AZE", "denied", "attacking Armenia near Tovuz on Sunday"),
        (None, None, "killing", "two"),
    ]


def test_daily_counts_count_what_is_said_to_have_happened(archive: Archive) -> None:
    week = full_event(**OWN_WORD, date="2020-09-21/2020-09-27")
    eight_days = full_event(**OWN_WORD, date="2020-09-20/2020-09-27")
    not_counted = [
        full_event(),  # denied
        eight_days,
        MOBILIZED,  # some day of a month
        full_event(**OWN_WORD, modality=Modality.PLANNED),
        full_event(**OWN_WORD, polarity=Polarity.NEGATIVE),
        full_event(**OWN_WORD, era=Era.BACKGROUND),
    ]
    archive.add(
        rows_of(
            [
                full_coding("a", CLASH, CLASH, CURFEW, week, *not_counted),
                full_coding("b", CLASH),
            ]
        )
    )
    rows = ask(archive, "select * from daily_counts order by day, type")
    assert [tuple(row.values()) for row in rows] == [
        (date(2020, 9, 21), "ASSAULT", "AZE", 1, 1, 1),
        (date(2020, 9, 27), "ASSAULT", "AZE", 3, 3, 2),
        (date(2020, 9, 28), "COERCE", None, 1, 0, 1),
    ]
