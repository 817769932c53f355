"""The day of an act whose own sentence tells none: one that a sentence near by tells.

A report goes on about a day without naming it again. Three ways in which it does so are common
enough to be trusted, all with a day close to publication: the lead tells the news in a finite verb
and one of the next sentences when it happened; a speech goes on over the next sentences; so does
an account in the simple past.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.coding.clauses import is_present, is_simple_past
from dateline.knowledge.times import ASIDE
from dateline.records import Reading, TimeExpression

LEAD = 2  # sentences in which the news is told
AFTER_LEAD = 3  # sentences after the lead within which its day is told
NEWS = timedelta(days=2)
GOES_ON = 3  # sentences over which the day of a speech or of an account holds
SAID = timedelta(days=2)
RECOUNTED = timedelta(days=7)


def carried_day(
    trigger: int, reading: Reading, times: Sequence[TimeExpression], *, speech: bool
) -> TimeExpression | None:
    """The day told near by that holds for a trigger, from the times that can date an act."""
    published = reading.report.published
    if published is None:
        return None
    first = reading.sentences[reading.tokens[trigger].sentence].first
    days = [time for time in times if time.start == time.end and time.why != ASIDE]
    before = [day for day in days if day.head < first]
    if not before:
        return _day_of_lead(trigger, reading, days, published)
    last = before[-1]
    goes_on = is_simple_past(trigger, reading) or (speech and _quotes(reading, trigger))
    near = _distance(trigger, last, reading) <= GOES_ON
    recent = _is_within(SAID if speech else RECOUNTED, last, published)
    return last if goes_on and near and recent else None


def _day_of_lead(
    trigger: int, reading: Reading, days: Sequence[TimeExpression], published: date
) -> TimeExpression | None:
    news = is_present(trigger, reading) or is_simple_past(trigger, reading)
    if reading.tokens[trigger].sentence >= LEAD or not news:
        return None
    following = (
        day
        for day in days
        if 0 < -_distance(trigger, day, reading) <= AFTER_LEAD and _is_within(NEWS, day, published)
    )
    return next(following, None)


def _distance(trigger: int, time: TimeExpression, reading: Reading) -> int:
    """How many sentences a time stands before the trigger."""
    return reading.tokens[trigger].sentence - reading.tokens[time.head].sentence


def _is_within(reach: timedelta, day: TimeExpression, published: date) -> bool:
    """Whether a day is that of publication, or within reach before it."""
    return timedelta(0) <= published - day.start <= reach


def _quotes(reading: Reading, trigger: int) -> bool:
    span = reading.sentences[reading.tokens[trigger].sentence].span
    return any(mark in reading.text_of(span) for mark in "“”\"‘'")
