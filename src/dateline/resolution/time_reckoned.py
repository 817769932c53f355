"""Readings of times that are reckoned from publication or from the time last spoken of."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.resolution.time_intervals import (
    SEASON_MONTHS,
    Bound,
    Context,
    Interval,
    Precision,
    day_or_none,
    of_day,
    of_days,
    of_months,
    of_years,
    shift,
    told,
)
from dateline.resolution.time_written import share_of

# --- from the day of publication -----------------------------------------------------------


def days_off(bound: Bound, context: Context) -> Interval | None:
    day = shift(context.published, bound["days"]) if context.published else None
    return of_day(day) if day else None


def overnight(bound: Bound, context: Context) -> Interval | None:
    if context.published is None:
        return None
    evening = shift(context.published, -1)
    return of_days(evening, context.published) if evening else None


def weekday(bound: Bound, context: Context) -> Interval | None:
    """A weekday: the latest up to publication, the next from it on if it lies ahead."""
    published = context.published
    if published is None:
        return None
    back = (published.weekday() - bound["weekday"]) % 7
    ahead = context.ahead and not (context.reported and back <= 1)
    monday = -published.weekday()
    days = {
        "before": -(back or 7),
        "week before": monday - 7 + bound["weekday"],
        "this week": monday + bound["weekday"],
        "week after": monday + 7 + bound["weekday"],
    }.get(bound.get("shift", ""), (-back) % 7 if ahead else -back)
    day = shift(published, days)
    if day is None:
        return None
    if "last_weekday" in bound:
        last = shift(day, (bound["last_weekday"] - bound["weekday"]) % 7)
        if last and (ahead or last <= published):
            return of_days(day, last)
        earlier = shift(day, -7)
        return of_days(earlier, last - timedelta(days=7)) if earlier and last else None
    return of_day(day)


def unit_off(bound: Bound, context: Context) -> Interval | None:
    """ "last week", "this month", "next year": whole units of the calendar."""
    if context.published is None:
        return None
    return _unit(context.published, bound["unit"], bound["offset"], context.ahead)


def _unit(day: date, unit: str, offset: int, ahead: bool) -> Interval | None:
    if unit == "week":
        monday = shift(day, 7 * offset - day.weekday())
        return of_days(monday, monday + timedelta(days=6)) if monday else None
    if unit == "weekend":
        saturday = shift(day, 7 * offset + 5 - day.weekday())
        if saturday and offset == 0 and saturday > day and not ahead:
            saturday = shift(saturday, -7)
        return of_days(saturday, saturday + timedelta(days=1)) if saturday else None
    if unit == "month":
        return of_months(day.year, day.month + offset)
    if unit == "quarter":
        return of_months(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * offset, 3)
    if unit == "year":
        return of_years(day.year + offset, day.year + offset)
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * offset
        return of_years(first, first + 9)
    if unit == "century":
        first = (day.year - 1) // 100 * 100 + 1 + 100 * offset
        return of_years(first, first + 99)
    if unit == "day" and offset == 0:
        return of_day(day)
    return None


def unit_spoken_of(bound: Bound, context: Context) -> Interval | None:
    """ "later in the day", "earlier in the week": the unit around the day spoken of."""
    day = context.day or context.published if bound["unit"] == "day" else context.published
    return _unit(day, bound["unit"], 0, context.ahead) if day else None


def part_of_unit(bound: Bound, context: Context) -> Interval | None:
    whole = unit_spoken_of(bound, context)
    return share_of(whole, *bound["part"]) if whole else None


def named_off(bound: Bound, context: Context) -> Interval | None:
    """ "last September", "this summer": the named month or season before, at, after publication."""
    published = context.published
    if published is None:
        return None
    month = told(bound, "month", "season")
    count = 1 if "month" in bound else SEASON_MONTHS
    year, offset = published.year, bound["offset"]
    if offset < 0:
        year -= month + count - 1 >= published.month
    elif offset > 0:
        year += month <= published.month
    elif count > 1 and month > published.month and not context.ahead:
        year -= month - published.month > 12 - SEASON_MONTHS  # winter that began last December
    return of_months(year, month, count)


# --- so many units from a day --------------------------------------------------------------


def counted(start: date, unit: str, number: int) -> Interval | None:
    """The time ``number`` units after (or, negative, before) a day, as finely as its unit."""
    if unit in ("minute", "hour"):
        day = shift(start, int(number / 24)) if unit == "hour" else start
        return of_day(day) if day else None
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    if days is not None:
        day = shift(start, days * number)
        return of_day(day) if day else None
    months = {"month": 1, "quarter": 3}.get(unit)
    if months is not None:
        return of_months(start.year, start.month + months * number)
    years = start.year + {"year": 1, "decade": 10, "century": 100}[unit] * number
    return of_years(years, years)


def count_off(bound: Bound, context: Context) -> Interval | None:
    if context.published is None:
        return None
    return counted(context.published, bound["unit"], bound["sign"] * bound["number"])


def to_the_day(bound: Bound, context: Context) -> Interval | None:
    """ "seven years ago today": the day of the month of publication, so many units back."""
    published = context.published
    if published is None:
        return None
    past = counted(published, bound["unit"], -bound["number"])
    if past is None or past.precision is Precision.DAY:
        return past
    month = past.start.month if past.precision is Precision.MONTH else published.month
    day = day_or_none(past.start.year, month, published.day)
    return of_day(day) if day else past


def untold(bound: Bound, context: Context) -> Interval | None:
    """A length of time that has no number ("a decades-long feud") is no interval of days."""
    return None


def count_span(bound: Bound, context: Context) -> Interval | None:
    """ "over the past three months": from so long ago until publication, or ahead of it."""
    published, unit, number = context.published, bound["unit"], bound["number"]
    if published is None:
        return None
    if unit in ("minute", "hour"):
        unit, number = "day", max(1, round(number / 24)) if unit == "hour" else 0
    far = counted(published, unit, bound["sign"] * number)
    near = counted(published, unit, 0)
    if far is None or near is None:
        return None
    first, last = (far, near) if bound["sign"] < 0 else (near, far)
    return Interval(start=first.start, end=last.end, precision=first.precision)


def anchor(bound: Bound, context: Context) -> Interval | None:
    """ "the next day", "that month", "the previous year", from the time last spoken of."""
    unit, offset = bound["unit"], bound["offset"]
    if unit == "day":
        day = context.day
        moved = shift(day, offset) if day else None
        return of_day(moved) if moved else None
    start = context.anchor.start if context.anchor else context.published
    return _unit(start, unit, offset, context.ahead) if start else None


def anchor_weekday(bound: Bound, context: Context) -> Interval | None:
    day = context.day or context.published
    moved = shift(day, (bound["weekday"] - day.weekday() - 1) % 7 + 1) if day else None
    return of_day(moved) if moved else None


def count_from_anchor(bound: Bound, context: Context) -> Interval | None:
    start = context.anchor.start if context.anchor else context.published
    if context.anchor is not None and not _fine_enough(context.anchor, bound["unit"]):
        return None
    return counted(start, bound["unit"], bound["sign"] * bound["number"]) if start else None


def span_from_anchor(bound: Bound, context: Context) -> Interval | None:
    """ "the following two days": so many units after the day last spoken of."""
    if context.day is None:
        return None
    first, last = shift(context.day, 1), counted(context.day, bound["unit"], bound["number"])
    return of_days(first, last.end) if first and last and first <= last.end else None


def month_of_anchor(bound: Bound, context: Context) -> Interval | None:
    return of_months(context.anchor.start.year, bound["month"]) if context.anchor else None


def count_from_time(bound: Bound, context: Context) -> Interval | None:
    time = bound["time"]
    if time is None or not _fine_enough(time, bound["unit"]):
        return None
    return counted(time.start, bound["unit"], bound["sign"] * bound["number"])


def _fine_enough(time: Interval, unit: str) -> bool:
    """Whether units can be counted from this time: no days from a month, no months from a year."""
    needed = {"month": Precision.MONTH, "quarter": Precision.MONTH}
    coarse = {"year", "decade", "century"}
    return unit in coarse or time.precision >= needed.get(unit, Precision.DAY)


def same_in(bound: Bound, context: Context) -> Interval | None:
    """ "the same month last year": the month last spoken of, in the year named."""
    outer: Interval | None = bound["time"]
    anchor = context.anchor
    if outer is None or anchor is None or outer.precision is not Precision.YEAR:
        return outer
    if anchor.precision is Precision.YEAR:
        return outer
    return of_months(outer.start.year, anchor.start.month)


def clock(bound: Bound, context: Context) -> Interval | None:
    """A time of day falls on the day last spoken of, else on the day of publication."""
    day = context.day or context.published
    return of_day(day) if day else None
