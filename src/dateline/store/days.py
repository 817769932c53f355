"""Dates of the codebook as first and last day."""

from __future__ import annotations

import calendar
from datetime import date

Days = tuple[date | None, date | None]


def days_of(value: str | None) -> Days:
    """First and last day of a date written as in codebook section 4.

    ``("2021-03")`` gives the first and the last of March 2021. Both are ``None`` where there is
    no date or where it is not written so.
    """
    if value is None:
        return None, None
    first, _, last = value.partition("/")
    try:
        return _bounds(first)[0], _bounds(last or first)[1]
    except ValueError:  # no day of the calendar; the words stay in the column beside
        return None, None


def _bounds(value: str) -> tuple[date, date]:
    match [int(part) for part in value.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            first = date(year, month, 1)
            return first, first.replace(day=calendar.monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case _:
            raise ValueError(value)
