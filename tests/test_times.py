"""Time expressions: what is found, and which days it means."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import parsed_reading, plain_reading

from dateline.knowledge import times as grammar
from dateline.records import TimeExpression
from dateline.resolution.times import resolve_times

MONDAY = date(2020, 9, 28)
NEWS_DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def times_in(text: str, published: date | None = MONDAY) -> tuple[TimeExpression, ...]:
    return resolve_times(plain_reading(text, published), grammar.load())


def values(text: str, published: date | None = MONDAY) -> list[str]:
    return [time.value for time in times_in(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # written out
        ("The truce of 3 September 2015 held.", "2015-09-03"),
        ("They met on Thursday, September 3, 2015, in Oslo.", "2015-09-03"),
        ("Shells fell on Sept. 3 near the town.", "2020-09-03"),
        ("Shells fell on the 3rd of September.", "2020-09-03"),
        ("The attack of 2020-09-27 was denied.", "2020-09-27"),
        ("Two died on September 5-7 in the hills.", "2020-09-05/2020-09-07"),
        ("The camp opened in May 1994.", "1994-05"),
        ("They signed a truce in 1994.", "1994"),
        ("Riots broke out in the 1990s.", "1990/1999"),
        ("The army ruled in the late 1980s.", "1987/1989"),
        ("Fighting flared in the summer of 2014.", "2014-06/2014-08"),
        ("Exports fell in the third quarter of 2019.", "2019-07/2019-09"),
        ("The war of 2011-2015 cost many lives.", "2011/2015"),
        ("Clashes went on between May and June.", "2020-05/2020-06"),
        ("He ruled from 1994 to 2001.", "1994/2001"),
        # from the day of publication
        ("Two soldiers died on Sunday.", "2020-09-27"),
        ("Two soldiers died on Monday.", "2020-09-28"),
        ("The ministers will meet on Friday.", "2020-10-02"),
        ("Talks are scheduled for Friday.", "2020-10-02"),
        ("Late on Tuesday a convoy was hit.", "2020-09-22"),
        ("The village was shelled last Friday night.", "2020-09-25"),
        ("Crowds gathered last week.", "2020-09-21/2020-09-27"),
        ("Crowds gathered last month.", "2020-08"),
        ("He was freed last year.", "2019"),
        ("Crowds gathered this week.", "2020-09-28/2020-10-04"),
        ("The force will leave next month.", "2020-10"),
        ("Crowds gathered at the weekend.", "2020-09-26/2020-09-27"),
        ("A mine exploded on the 27th.", "2020-09-27"),
        ("The town was shelled overnight.", "2020-09-27/2020-09-28"),
        ("He denied it yesterday.", "2020-09-27"),
        ("He denied it two days ago.", "2020-09-26"),
        ("The siege began three weeks ago.", "2020-09-07"),
        ("The siege began six months ago.", "2020-03"),
        ("He fled more than five years ago.", "2015"),
        ("Over the past three months dozens have died.", "2020-06/2020-09"),
        ("The army seized it in early July.", "2020-07"),
        ("The talks ended last November.", "2019-11"),
        ("Snow cut the road last winter.", "2019-12/2020-02"),
        ("Polls closed in May.", "2020-05"),
        ("They have fought since Sunday.", "2020-09-27"),
        ("He was held at the end of last year.", "2019"),
        ("Rebels left in August last year.", "2019-08"),
        ("Rebels left on 28 August last year.", "2019-08-28"),
        ("Rebels left on August 28 this year.", "2020-08-28"),
        ("The pilot was freed at 6:40 p.m. (GMT+8) on Friday.", "2020-09-25"),
        ("A four-month siege ended.", "2020-05/2020-09"),
        ("A weeklong siege ended.", "2020-09-21/2020-09-28"),
        ("The siege began seven years ago today.", "2013-09-28"),
        ("The siege began two months ago today.", "2020-07-28"),
        ("They met in the last week of March.", "2020-03-23/2020-03-29"),
    ],
)
def test_expression_means_these_days(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the capital.",
        "The rally drew 2000 people.",
        "Police arrested about 1500 in raids.",
        "In the second battle they fell back.",
        "The bridge may fall soon.",
        "Several F-16 jets took off.",
        "Resolution 1701 was adopted.",
        "He waited a second and left the room.",
        "They meet on Sundays.",
        "It is a decades-long conflict.",
    ],
)
def test_no_time_is_read_where_none_is_meant(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal was signed on 3 May 2010. Two days later it broke down.", "2010-05-05"),
        ("The deal was signed on 3 May 2010. The following day it broke down.", "2010-05-04"),
        ("The deal was signed in 2010. Two years later it broke down.", "2012"),
        ("The deal was signed on 3 May 2010. That day two men died.", "2010-05-03"),
        ("The deal was signed in 2010. In June that year it broke down.", "2010-06"),
    ],
)
def test_expression_reckoned_from_the_time_spoken_of(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


def test_days_are_not_counted_from_a_mere_year() -> None:
    assert values("The deal was signed in 2010. Three days later it broke down.") == ["2010"]


def test_without_publication_only_full_dates_have_a_value() -> None:
    text = "On Sunday, two days after 3 September 2015, they met; in May they had not."
    assert values(text, published=None) == ["2015-09-05"]


def test_span_and_interval_belong_together() -> None:
    text = "Gunmen attacked the post in early July, the army said."
    (time,) = times_in(text)
    assert time.span.of(text) == time.text == "early July"
    assert (time.start.month, time.end.month) == (7, 7)
    assert time.end.day < 15
    assert "part" in time.why


def test_capitals_do_not_matter_where_a_report_has_none() -> None:
    assert values("the town was shelled on march 3 and again in may 2019.") == [
        "2020-03-03",
        "2019-05",
    ]


def test_expression_does_not_run_over_a_sentence() -> None:
    assert values("He spoke on Monday.\nSeptember 3, 2015 was cold.") == [
        "2020-09-28",
        "2015-09-03",
    ]


SAID_THEY_WILL_MEET = """
Ministers NOUN 2 nsubj NNS
met VERB 0 root VBD
on ADP 4 case IN
Friday PROPN 2 obl NNP
to PART 6 mark TO
say VERB 2 advcl VB
Paris PROPN 9 nsubj NNP
will AUX 9 aux MD
vote VERB 6 ccomp VB
on ADP 11 case IN
Saturday PROPN 9 obl NNP
"""

WAS_TO_FLY = """
Ministers NOUN 4 nsubj NNS
were AUX 4 {} VBD
to PART 4 {} TO
fly VERB 0 root VB
on ADP 6 case IN
Friday PROPN 4 obl NNP
"""


@pytest.mark.parametrize(
    ("relations", "value"), [(("cop", "mark"), "2020-10-02"), (("aux", "advmod"), "2020-09-25")]
)
def test_what_was_to_be_done_lies_ahead(relations: tuple[str, str], value: str) -> None:
    reading = parsed_reading(WAS_TO_FLY.format(*relations), published=MONDAY)
    (friday,) = resolve_times(reading, grammar.load())
    assert friday.value == value


def test_hours_are_no_years() -> None:
    (time,) = times_in("Power was cut from 0800 to 1500.")
    assert time.value == "2020-09-28"
    assert values("He ruled from 1930 to 1945.") == ["1930/1945"]


def test_tree_tells_which_day_lies_ahead() -> None:
    reading = parsed_reading(SAID_THEY_WILL_MEET, published=MONDAY)
    friday, saturday = resolve_times(reading, grammar.load())
    assert friday.value == "2020-09-25"
    assert saturday.value == "2020-10-03"
    assert reading.tokens[friday.head].text == "Friday"


@given(day=NEWS_DAYS, published=NEWS_DAYS)
def test_a_full_date_is_itself_whenever_published(day: date, published: date) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    assert values(f"They met on {written} in Oslo.", published) == [day.isoformat()]


@given(published=NEWS_DAYS, number=st.integers(0, 6))
def test_a_weekday_in_the_past_is_within_the_last_seven_days(published: date, number: int) -> None:
    name = calendar.day_name[number]
    (time,) = times_in(f"Two men died on {name}.", published)
    assert timedelta(0) <= published - time.start < timedelta(days=7)
    assert time.start.weekday() == number


@given(text=st.text(max_size=60), published=NEWS_DAYS | st.none())
def test_any_text_gives_ordered_intervals(text: str, published: date | None) -> None:
    for time in times_in(text, published):
        assert time.start <= time.end
        assert time.text.strip()


TIME_WORDS = """
early late last next this the a in on of since until and to between - 2 3 15 27th 1994 2020 May June
Sunday Monday week weekend month year decade century day quarter ago later earlier past first third
half summer 10:30 pm GMT overnight yesterday mid following
"""
VAGUE = st.lists(st.sampled_from(TIME_WORDS.split()), max_size=9)


@given(words=VAGUE, published=st.dates() | st.none())
def test_no_row_of_time_words_breaks_the_grammar(words: list[str], published: date | None) -> None:
    for time in times_in(" ".join(words), published):
        assert time.start <= time.end
        assert len(time.value) in (4, 7, 10, 9, 15, 21)
