"""What is history beside the news of a report: the era of an event."""

from __future__ import annotations

import msgspec
import pytest
from event_times import (
    BESIDE,
    ENVOY,
    MONDAY,
    THREATENED,
    TRUCE,
    date_in,
    in_the_past,
    index_of,
)
from plain import parsed_reading, plain_reading

from dateline.coding.when import date_of, era_of
from dateline.knowledge import times as grammar
from dateline.records import Era
from dateline.resolution.times import resolve_times


def test_an_old_year_beside_a_plan_is_not_its_past() -> None:
    reading = parsed_reading(TRUCE.format("obl"), published=MONDAY)
    times = resolve_times(reading, grammar.load())
    broke = index_of("broke", reading)
    assert era_of(broke, reading, None, times) is Era.BACKGROUND
    assert era_of(broke, reading, None, times, planned=True) is Era.CURRENT


def test_an_old_year_of_another_clause_makes_no_background() -> None:
    rows = ENVOY.format("envoy", "who").replace("on ADP", "in ADP").replace("Sunday", "2003")
    reading = parsed_reading(rows, published=MONDAY)
    times = resolve_times(reading, grammar.load())
    assert era_of(index_of("hit", reading), reading, None, times) is Era.CURRENT
    assert era_of(index_of("came", reading), reading, None, times) is Era.BACKGROUND


@pytest.mark.parametrize(
    ("text", "trigger", "era"),
    [
        ("They signed a truce in 1994.", "signed", Era.BACKGROUND),
        ("They signed a truce on Sunday.", "signed", Era.CURRENT),
        ("They signed a truce in August.", "signed", Era.CURRENT),
        ("They signed a truce in July.", "signed", Era.BACKGROUND),
        ("He has been held since July 17.", "held", Era.CURRENT),
        ("They signed a truce.", "signed", Era.CURRENT),
    ],
)
def test_history_is_background(text: str, trigger: str, era: Era) -> None:
    reading = plain_reading(text, MONDAY)
    times = resolve_times(reading, grammar.load())
    time = date_of(index_of(trigger, reading), reading, times)
    assert era_of(index_of(trigger, reading), reading, time, times) is era


def test_the_last_day_told_stands_for_a_missing_publication() -> None:
    text = "They signed a truce in 1994.\nIt broke on 27 September 2020."
    reading = plain_reading(text, None)
    times = resolve_times(reading, grammar.load())
    signed, broke = index_of("signed", reading), index_of("broke", reading)
    assert era_of(signed, reading, times[0], times) is Era.BACKGROUND
    assert era_of(broke, reading, times[1], times) is Era.CURRENT


SHELLED = """
Rebels NOUN 3 nsubj NNS
had AUX 3 aux VBD
shelled VERB 0 root VBN
Homs PROPN 3 obj NNP
{} ADV 3 advmod RB
in ADP 8 case IN
the DET 8 det DT
{} NOUN 3 obl NN
"""


@pytest.mark.parametrize(
    ("adverb", "noun", "era"),
    [
        ("previously", "valley", Era.BACKGROUND),
        ("heavily", "past", Era.BACKGROUND),
        ("heavily", "valley", Era.CURRENT),
    ],
)
def test_a_word_may_put_an_act_without_a_day_in_the_past(adverb: str, noun: str, era: Era) -> None:
    reading = parsed_reading(SHELLED.format(adverb, noun), published=MONDAY)
    assert era_of(index_of("shelled", reading), reading, None, ()) is era


@pytest.mark.parametrize(
    "rows", [THREATENED.format("had", "VBD"), BESIDE.replace("Sunday", "2003")]
)
def test_what_came_before_the_past_is_past(rows: str) -> None:
    rows = rows.format(";", "parataxis")
    reading = parsed_reading(rows, published=MONDAY)
    trigger = index_of("threatened" if "threatened" in rows else "sought", reading)
    times = resolve_times(reading, grammar.load())
    assert date_of(trigger, reading, times) is None
    assert era_of(trigger, reading, None, times) is Era.BACKGROUND


FOLLOWED = """
In ADP 2 case IN
{} PROPN 5 obl NNP
, PUNCT 2 punct ,
rebels NOUN 5 nsubj NNS
attacked VERB 0 root VBD
; PUNCT 11 punct :
three NUM 8 nummod CD
weeks NOUN 11 nsubj NNS
of ADP 10 case IN
fighting NOUN 8 nmod NN
followed VERB 5 parataxis VBD
"""


@pytest.mark.parametrize(
    ("where", "value"), [("May", "2020-05"), ("Homs", "2020-09-07/2020-09-28")]
)
def test_what_lasted_then_does_not_last_until_now(where: str, value: str) -> None:
    reading = parsed_reading(FOLLOWED.format(where), published=MONDAY)
    assert date_in(reading, "fighting") == value


@pytest.mark.parametrize(
    ("text", "era"),
    [
        ("Rebels rose in 1998. Troops shelled the town.", Era.BACKGROUND),
        ("Rebels rose in 1998. They left. Troops shelled the town.", Era.BACKGROUND),
        ("Rebels rose on Sunday. Troops shelled the town.", Era.CURRENT),
        ("Rebels rose in 1998. “Troops shelled the town”.", Era.CURRENT),
        ("Rebels rise since 1998. Troops shelled the town.", Era.CURRENT),
        ("They left. Rebels rose in 1998.\nTroops shelled the town.", Era.CURRENT),
        ("They left.\nRebels rose in 1998.\nTroops shelled the town.", Era.BACKGROUND),
    ],
)
def test_an_account_of_the_past_goes_on(text: str, era: Era) -> None:
    reading = plain_reading(text, MONDAY)
    sentences = tuple(
        msgspec.structs.replace(sentence, root=sentence.first + 1) for sentence in reading.sentences
    )
    reading = msgspec.structs.replace(reading, sentences=sentences)
    if text.startswith("Rebels rose in 1998. “"):
        quoted = sentences[1]
        sentences = (sentences[0], msgspec.structs.replace(quoted, root=quoted.first + 2))
        reading = msgspec.structs.replace(reading, sentences=sentences)
    reading = in_the_past(reading, "rose", "left", "shelled")
    times = resolve_times(reading, grammar.load())
    shelled = index_of("shelled", reading)
    assert era_of(shelled, reading, None, times) is era
    assert era_of(shelled, reading, None, times, planned=True) is Era.CURRENT
