"""Readings of times that are written out: days, months, years, and parts of them."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.resolution.time_intervals import (
    SEASON_MONTHS,
    Bound,
    Context,
    Interval,
    Precision,
    day_or_none,
    month_from,
    of_day,
    of_days,
    of_months,
    of_years,
    shift,
    told,
)

ALMOST_A_YEAR = timedelta(days=320)


def iso(bound: Bound, context: Context) -> Interval | None:
    year, month, day = (int(part) for part in bound["iso"].split("-"))
    found = day_or_none(year, month, day)
    return of_day(found) if found else None


def slashed(bound: Bound, context: Context) -> Interval | None:
    """Day first or month first: as the numbers allow, else as lies nearer to publication."""
    first, second, year = (int(part) for part in bound["slashed"].replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    days = [
        found
        for found in (day_or_none(year, second, first), day_or_none(year, first, second))
        if found
    ]
    published = context.published
    if published is not None:
        days.sort(key=lambda day: abs(day - published))
    return of_day(days[0]) if days else None


def calendar(bound: Bound, context: Context) -> Interval | None:
    """Year, month and day of the month as far as told; what is missing is found from context."""
    year, month = bound.get("year", context.year), told(bound, "month")
    day = told(bound, "day", "nth_day")
    if "year_offset" in bound:
        if context.published is None:
            return None
        year = context.published.year + bound["year_offset"]
    if month is None and day is None:
        return of_years(year, year) if year else None
    if month is None:
        return _day_of_month(day, context)
    if year is None:
        year = _year_of(month, day, context)
    if year is None:
        return None
    if day is None:
        return of_months(year, month)
    start, end = day_or_none(year, month, day), day_or_none(year, month, bound.get("last_day", day))
    return of_days(start, end) if start and end and start <= end else None


def _year_of(month: int, day: int | None, context: Context) -> int | None:
    """The year that puts a month or day nearest: behind publication, or ahead if told so.

    What would lie ten months back is more likely to come than to be told without its year.
    """
    published = context.published
    if published is None:
        return None
    if day is None:
        behind = published.year - (month > published.month)
        ahead = published.year + (month < published.month)
        first = date(behind, month, 1)
    else:
        days = [
            day_or_none(year, month, day) for year in range(published.year - 1, published.year + 2)
        ]
        behind_days = [found for found in days if found and found <= published]
        ahead_days = [found for found in days if found and found >= published]
        if not behind_days or not ahead_days:
            return None
        first, behind, ahead = behind_days[-1], behind_days[-1].year, ahead_days[0].year
    likely = published - first > ALMOST_A_YEAR and not context.past
    return ahead if context.ahead or likely else behind


def _day_of_month(day: int, context: Context) -> Interval | None:
    """ "on the 27th": the latest such day up to publication, or the next one if it lies ahead."""
    published = context.published
    if published is None:
        return None
    for step in (0, 1, 2) if context.ahead else (0, -1, -2):
        month = month_from(published.year, published.month + step)
        found = day_or_none(month.year, month.month, day) if month else None
        if found and (found >= published if context.ahead else found <= published):
            return of_day(found)
    return None


def month_within(bound: Bound, context: Context) -> Interval | None:
    outer: Interval | None = bound["time"]
    if outer is None or outer.precision is not Precision.YEAR:
        return None
    return of_months(outer.start.year, bound["month"])


def years(bound: Bound, context: Context) -> Interval | None:
    first = bound["year"]
    last = first // 100 * 100 + bound["short_year"]
    return of_years(first, last) if last == first + 1 else None


def short_year(bound: Bound, context: Context) -> Interval | None:
    year = bound["short_year"] + 1900
    latest = context.published.year if context.published else 1999
    return of_years(year + 100, year + 100) if year + 100 <= latest else of_years(year, year)


def decade(bound: Bound, context: Context) -> Interval | None:
    first = told(bound, "decade", "short_decade")
    return of_years(first, first + 9)


def century(bound: Bound, context: Context) -> Interval | None:
    number = bound["ordinal"]
    return of_years(number * 100 - 99, number * 100)


def season(bound: Bound, context: Context) -> Interval | None:
    month = bound["season"]
    year = bound.get("year", context.year) or _year_of(month, None, context)
    return of_months(year, month, SEASON_MONTHS) if year else None


def quarter(bound: Bound, context: Context) -> Interval | None:
    number = told(bound, "ordinal", "quarter_code")
    if not 1 <= number <= 4:
        return None
    month = number * 3 - 2
    year = bound.get("year", context.year)
    if "time" in bound:
        outer: Interval | None = bound["time"]
        year = outer.start.year if outer and outer.precision is Precision.YEAR else None
    elif year is None:
        year = _year_of(month, None, context)
    return of_months(year, month, 3) if year else None


def half(bound: Bound, context: Context) -> Interval | None:
    outer: Interval | None = bound["time"]
    if outer is None or bound["ordinal"] not in (1, 2):
        return None
    if outer.precision is Precision.YEAR and outer.start.year == outer.end.year:
        return of_months(outer.start.year, 1 if bound["ordinal"] == 1 else 7, 6)
    return share_of(outer, 0.0, 0.5) if bound["ordinal"] == 1 else share_of(outer, 0.5, 1.0)


def part(bound: Bound, context: Context) -> Interval | None:
    outer: Interval | None = bound["time"]
    return share_of(outer, *bound["part"]) if outer else None


def share_of(outer: Interval, first: float, last: float) -> Interval:
    """The days of a share of the interval; its value stays that of the whole ("early July")."""
    if outer.precision is Precision.DAY:
        return outer
    days = (outer.end - outer.start).days + 1
    if outer.start.year != outer.end.year and outer.precision is Precision.YEAR:
        years = outer.end.year - outer.start.year + 1
        begin = outer.start.year + round(first * years)
        share = of_years(begin, max(begin, outer.start.year + round(last * years) - 1))
        return share or outer
    return Interval(
        start=outer.start + timedelta(days=int(first * days)),
        end=outer.start + timedelta(days=max(0, int(last * days) - 1)),
        precision=outer.precision,
    )


def nth_within(bound: Bound, context: Context) -> Interval | None:
    """ "the last week of March", "the first day of 2019"; weeks are whole weeks, from Monday."""
    outer: Interval | None = bound["time"]
    if outer is None:
        return None
    number, unit = bound["ordinal"], bound["unit"]
    if unit == "day":
        day = shift(outer.end, number + 1) if number < 0 else shift(outer.start, number - 1)
        return of_day(day) if day and outer.start <= day <= outer.end else None
    if unit == "week" and outer.precision is not Precision.DAY:
        monday = outer.start + timedelta(days=-outer.start.weekday() % 7)
        weeks = ((outer.end - monday).days + 1) // 7
        first = monday + timedelta(weeks=(number - 1 if number > 0 else weeks + number))
        return of_days(first, first + timedelta(days=6)) if abs(number) <= weeks else None
    if unit == "month" and outer.precision is Precision.YEAR and number > 0:
        return of_months(outer.start.year, number)
    return None


def week_of(bound: Bound, context: Context) -> Interval | None:
    outer: Interval | None = bound["time"]
    if outer is None or outer.precision is not Precision.DAY:
        return outer
    monday = shift(outer.start, -outer.start.weekday())
    return of_days(monday, monday + timedelta(days=6)) if monday else None


def same(bound: Bound, context: Context) -> Interval | None:
    inner: Interval | None = bound["time"]
    return inner


def holiday(bound: Bound, context: Context) -> Interval | None:
    month, day = bound["holiday"]
    year = bound.get("year", context.year) or _year_of(month, day, context)
    found = day_or_none(year, month, day) if year else None
    return of_day(found) if found else None


def known(bound: Bound, context: Context) -> Interval | None:
    start, end = (date.fromisoformat(day) for day in bound["known"])
    return of_day(start) if start == end else of_years(start.year, end.year)
