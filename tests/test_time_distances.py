"""Days told by their distance from another act: "a day after Chad recalled its ambassador"."""

from __future__ import annotations

from datetime import date

import pytest
from plain import parsed_reading

from dateline.coding.when import date_of
from dateline.knowledge import times as grammar
from dateline.records import Reading
from dateline.resolution.times import resolve_times

MONDAY = date(2021, 2, 8)


def closing(length: str, unit: str, mark: str) -> Reading:
    """On Friday Sudan closed the border, so long before or after Chad recalled its envoy."""
    return parsed_reading(
        f"On ADP 2 case\nFriday PROPN 4 obl\nSudan PROPN 4 nsubj\nclosed VERB 0 root VBD\n"
        f"the DET 6 det\nborder NOUN 4 obj\n, PUNCT 9 punct\n{length} DET 9 det\n"
        f"{unit} NOUN 12 obl:unmarked\n{mark} SCONJ 12 mark\nChad PROPN 12 nsubj\n"
        "recalled VERB 4 advcl VBD\nits PRON 14 nmod:poss\nenvoy NOUN 12 obj",
        MONDAY,
    )


def day_of(word: str, reading: Reading) -> str | None:
    index = next(i for i, token in enumerate(reading.tokens) if token.text == word)
    time = date_of(index, reading, resolve_times(reading, grammar.load()))
    return None if time is None else time.value


@pytest.mark.parametrize(
    ("length", "unit", "mark", "day"),
    [
        ("a", "day", "after", "2021-02-04"),
        ("two", "days", "after", "2021-02-03"),
        ("the", "day", "before", "2021-02-06"),
        ("a", "week", "after", "2021-01-29"),
        ("three", "months", "after", "2020-11"),
        ("five", "hours", "after", "2021-02-05"),
        ("10", "days", "after", "2021-01-26"),
    ],
)
def test_a_clause_is_dated_by_its_distance_from_the_clause_around_it(
    length: str, unit: str, mark: str, day: str
) -> None:
    reading = closing(length, unit, mark)
    assert day_of("recalled", reading) == day
    assert day_of("closed", reading) == "2021-02-05"


@pytest.mark.parametrize("length", ["just", "the"])
def test_a_length_without_a_number_tells_no_day_of_its_own(length: str) -> None:
    times = resolve_times(closing(length, "days", "after"), grammar.load())
    assert [time.text for time in times] == ["Friday"]


def test_a_distance_from_an_act_without_a_day_tells_none() -> None:
    reading = parsed_reading(
        "Sudan PROPN 2 nsubj\nclosed VERB 0 root VBD\nits PRON 4 nmod:poss\nborder NOUN 2 obj\n"
        "a DET 6 det\nday NOUN 9 obl:unmarked\nafter SCONJ 9 mark\nChad PROPN 9 nsubj\n"
        "recalled VERB 2 advcl VBD\nenvoys NOUN 9 obj",
        MONDAY,
    )
    assert not resolve_times(reading, grammar.load())
