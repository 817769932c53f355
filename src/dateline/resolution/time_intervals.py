"""Intervals of days with a precision at either end, and what expressions are reckoned from."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from dateline.records import Record

SEASON_MONTHS = 3

Bound = dict[str, Any]


def told(bound: Bound, *keys: str) -> Any:
    """What the first of ``keys`` that is bound was bound to, ``None`` where none is."""
    return next((bound[key] for key in keys if key in bound), None)


class Precision(IntEnum):
    """How finely a time is told; the value is the length of its ISO 8601 form."""

    DAY = 10
    MONTH = 7
    YEAR = 4


class Interval(Record):
    """Days ``start`` to ``end``, both within it, told with a precision at either end."""

    start: date
    end: date
    precision: Precision
    until: Precision | None = None

    @property
    def value(self) -> str:
        """The interval as codebook section 4 writes it."""
        first = self.start.isoformat()[: self.precision]
        last = self.end.isoformat()[: self.until or self.precision]
        return first if first == last else f"{first}/{last}"


class Context(Record):
    """What a relative expression is reckoned from.

    ``anchor`` is the time last spoken of, ``day`` the day last spoken of in the same or the
    preceding sentence, ``ahead`` whether the expression looks ahead, ``reported`` whether it does
    so only in what someone said, ``past`` whether a past tense rules that out, ``year`` a year
    lent by the other end of a range.
    """

    published: date | None
    anchor: Interval | None
    day: date | None
    ahead: bool
    reported: bool = False
    past: bool = False
    year: int | None = None


def of_day(day: date) -> Interval:
    return Interval(start=day, end=day, precision=Precision.DAY)


def of_days(start: date, end: date) -> Interval:
    return Interval(start=start, end=end, precision=Precision.DAY)


def of_months(year: int, month: int, count: int = 1) -> Interval | None:
    """``count`` months from the given one; a month outside 1 to 12 counts on into other years."""
    first = month_from(year, month)
    last = month_from(year, month + count - 1)
    if first is None or last is None:
        return None
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return Interval(start=first, end=end, precision=Precision.MONTH)


def of_years(first: int, last: int) -> Interval | None:
    if not (1 <= first <= last <= date.max.year):
        return None
    return Interval(start=date(first, 1, 1), end=date(last, 12, 31), precision=Precision.YEAR)


def month_from(year: int, month: int) -> date | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1) if 1 <= year <= date.max.year else None


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # the thirty-first of a short month, or a year out of range
        return None


def shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
