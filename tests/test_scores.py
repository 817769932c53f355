"""The scores of codebook section 7."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.evaluation.dyads import Measure, dyads
from dateline.evaluation.fields import FIELDS, agreement
from dateline.evaluation.record import CodedEvent
from dateline.evaluation.score import Scores, Tally, score


def party(code: str, sector: str = "GOV") -> dict[str, str]:
    return {"text": code, "code": code, "sector": sector}


def parties(given: str | list[Any]) -> list[Any]:
    return [party(code) for code in given.split()] if isinstance(given, str) else given


def event(
    actors: str | list[Any] = "AZE", recipients: str | list[Any] = "ARM", **fields: Any
) -> CodedEvent:
    """An attack of ``actors`` on ``recipients``: codes with spaces between, or JSON."""
    document: dict[str, Any] = {
        "type": "ASSAULT",
        "mode": None,
        "actors": parties(actors),
        "recipients": parties(recipients),
        "date": None,
        "era": "current",
        "place": None,
        "counts": {},
        "voice": [],
        "stance": "asserts",
        "modality": "happened",
        "polarity": "positive",
        "evidence": "Azerbaijan attacked Armenia.",
    }
    return msgspec.convert({**document, **fields}, CodedEvent)


def pairs(coded: CodedEvent) -> set[tuple[str, str]]:
    return {dyad.codes for dyad in dyads(coded)}


def scored(gold: CodedEvent, coded: CodedEvent) -> Scores:
    return score({"report": (gold,)}, {"report": (coded,)})


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ("AZE", "ARM", {("AZE", "ARM")}),
        ("ARM AZE", "ARM AZE", {("ARM", "AZE"), ("AZE", "ARM")}),
        ("AZE", "AZE", {("AZE", "AZE")}),
        ("AZE", "AZE ARM", {("AZE", "ARM")}),
        ("? AZE", "? ARM", {("?", "?"), ("?", "ARM"), ("AZE", "?"), ("AZE", "ARM")}),
        ("USA FRA", "", {("USA", "-"), ("FRA", "-")}),
        ("", "ARM", set()),
        ("", "", set()),
    ],
)
def test_an_event_stands_for_dyads(
    actors: str, recipients: str, expected: set[tuple[str, str]]
) -> None:
    assert pairs(event(actors, recipients)) == expected


def test_a_denial_coded_as_an_attack_is_a_false_event() -> None:
    denial = event(voice=[{"text": "Baku", "code": "AZE"}], stance="denies")
    scores = scored(denial, event())
    assert scores.measures[Measure.EVENT] == Tally(hits=0, false=1, missed=0)
    assert scores.measures[Measure.ATTRIBUTED] == Tally(hits=0, false=1, missed=1)


@pytest.mark.parametrize(
    ("fields", "counts_as_event", "counts_as_attributed"),
    [
        ({"modality": "planned"}, 1, 1),
        ({"modality": "hypothetical"}, 0, 0),
        ({"polarity": "negative"}, 0, 1),
        ({"stance": "denies"}, 0, 1),
        ({"stance": "doubts"}, 0, 1),
    ],
)
def test_which_events_each_measure_looks_at(
    fields: dict[str, str], counts_as_event: int, counts_as_attributed: int
) -> None:
    scores = scored(event(**fields), event(**fields))
    assert scores.measures[Measure.EVENT].hits == counts_as_event
    assert scores.measures[Measure.ATTRIBUTED].hits == counts_as_attributed


def test_the_innermost_voice_is_compared() -> None:
    gold = event(voice=[{"code": "MED"}, {"code": "ARM"}])
    assert scored(gold, event(voice=[{"code": "ARM"}])).measures[Measure.ATTRIBUTED].hits == 1
    assert scored(gold, event(voice=[{"code": "MED"}])).measures[Measure.ATTRIBUTED].hits == 0


def test_looser_measures_forgive_the_recipient_and_the_actor() -> None:
    measures = scored(event("AZE", "ARM"), event("AZE", "NKR")).measures
    assert measures[Measure.EVENT].f1 == 0
    assert measures[Measure.ACTOR_TYPE].f1 == 1
    measures = scored(event("AZE", "ARM"), event("TUR", "ARM")).measures
    assert (measures[Measure.ACTOR_TYPE].f1, measures[Measure.TYPE].f1) == (0, 1)


def test_a_repeat_costs_and_gains_nothing_and_the_best_repeat_is_compared() -> None:
    gold = event(mode="aerial", date="2020-09-27")
    worse, better = event(mode="drone"), event(mode="aerial", date="2020-09-27")
    scores = score({"report": (gold,)}, {"report": (worse, better, worse)})
    assert scores.measures[Measure.EVENT] == Tally(hits=1)
    assert set(scores.fields.values()) == {1.0}


def test_reports_are_pooled_and_a_missing_coding_counts_as_empty() -> None:
    gold = {"a": (event(),), "b": (event(), event("TUR")), "eventless": ()}
    scores = score(gold, {"a": (event(),), "eventless": (event(),), "not in gold": (event(),)})
    tally = scores.measures[Measure.EVENT]
    assert tally == Tally(hits=1, false=1, missed=2)
    assert (tally.precision, tally.recall) == (1 / 2, 1 / 3)
    assert tally.f1 == pytest.approx(0.4)
    assert scores.per_report["eventless"] == Tally(false=1)


def test_nothing_to_find_and_nothing_found_is_zero_not_an_error() -> None:
    scores = score({}, {})
    assert scores.measures[Measure.EVENT].f1 == 0
    assert scores.fields == dict.fromkeys(FIELDS, 0.0)


@pytest.mark.parametrize(
    ("field", "gold", "coded", "agree"),
    [
        ("mode", {"mode": "aerial"}, {"mode": "drone"}, False),
        ("mode", {"mode": None}, {"mode": ""}, True),
        ("date", {"date": "2020-09"}, {"date": "2020-09-27"}, True),
        ("date", {"date": "2020-09-27"}, {"date": "2020-09-28"}, False),
        ("date", {"date": "2020-09-27/2020-09-29"}, {"date": "2020-09-27"}, True),
        ("date", {"date": "1994"}, {"date": None}, False),
        ("date", {"date": None}, {"date": None}, True),
        ("era", {"era": "background"}, {}, False),
        ("place", {"place": "the Gaza Strip"}, {"place": "gaza strip"}, True),
        ("place", {"place": "Naka"}, {"place": {"text": "Naka"}}, True),
        ("place", {"place": "Naka"}, {"place": None}, False),
        ("place", {"place": None}, {"place": ""}, True),
        (
            "place",
            {"place": {"text": "Baku", "lat": 40.38, "lon": 49.89}},
            {"place": {"text": "Absheron", "lat": 40.45, "lon": 49.72}},
            True,
        ),
        (
            "place",
            {"place": {"text": "Baku", "lat": 40.38, "lon": 49.89}},
            {"place": {"text": "Tbilisi", "lat": 41.69, "lon": 44.8}},
            False,
        ),
        ("counts", {"counts": {"killed": [20, 20]}}, {"counts": {"killed": [20, 20]}}, True),
        ("counts", {"counts": {"killed": [20, 20]}}, {"counts": {"killed": [0, 20]}}, False),
        ("counts", {"counts": {}}, {"counts": None}, True),
        ("modality", {"modality": "planned"}, {}, False),
        ("evidence", {"evidence": "“We did.”"}, {"evidence": "They did."}, False),
        ("evidence", {"evidence": "They did."}, {"evidence": ""}, False),
        ("evidence", {"evidence": "He said: “We did.”"}, {"evidence": "We did"}, True),
    ],
)
def test_fields_of_matching_dyads(
    field: str, gold: dict[str, Any], coded: dict[str, Any], agree: bool
) -> None:
    (first,), (second,) = dyads(event(**gold)), dyads(event(**coded))
    assert agreement(first, second)[field] is agree


@pytest.mark.parametrize("end", ["actors", "recipients"])
def test_sectors_of_both_ends_are_compared(end: str) -> None:
    code = {"actors": "AZE", "recipients": "ARM"}[end]
    (gold,), (coded,) = dyads(event()), dyads(event(**{end: [party(code, "MIL")]}))
    assert not agreement(gold, coded)["sector"]
    assert agreement(coded, coded)["sector"]


codes = some.lists(some.sampled_from(["ARM", "AZE", "?", "USA"]), max_size=3).map(" ".join)
events = some.builds(
    event,
    actors=codes,
    recipients=codes,
    type=some.sampled_from(["ASSAULT", "ACCUSE"]),
    stance=some.sampled_from(["asserts", "denies"]),
    modality=some.sampled_from(["happened", "planned", "hypothetical"]),
)
codings = some.lists(events, max_size=4).map(tuple)


@given(codings, codings)
def test_swapping_gold_and_coding_swaps_precision_and_recall(
    gold: tuple[CodedEvent, ...], coded: tuple[CodedEvent, ...]
) -> None:
    there, back = score({"r": gold}, {"r": coded}), score({"r": coded}, {"r": gold})
    for measure in Measure:
        assert there.measures[measure].precision == back.measures[measure].recall
        assert there.measures[measure].f1 == pytest.approx(back.measures[measure].f1)


@given(codings)
def test_a_coding_agrees_with_itself(coding: tuple[CodedEvent, ...]) -> None:
    scores = score({"r": coding}, {"r": coding})
    for tally in scores.measures.values():
        assert (tally.false, tally.missed) == (0, 0)
    if scores.matched:
        assert set(scores.fields.values()) == {1.0}


@given(codings)
def test_a_code_is_never_paired_with_itself_beside_others(coding: tuple[CodedEvent, ...]) -> None:
    for coded in coding:
        found = pairs(coded)
        assert len(found) == 1 or not any(actor == other != "?" for actor, other in found)
