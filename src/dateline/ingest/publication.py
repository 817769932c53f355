"""The date of publication, from what a report says of itself."""

from __future__ import annotations

from datetime import date, datetime

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind

# Newspapers begin about 1600; a year outside this range is a slip of the pen, and "last
# month" counted from the first or last years that Python knows would leave its calendar.
FIRST_YEAR, LAST_YEAR = 1600, 2400


def parse_date(value: str) -> date:
    """The day in ``2020-09-28`` or ``2020-09-28T14:05:00Z``, as written (no time zone applied).

    Raises :class:`InputError` where ``value`` is no such date.
    """
    try:
        day = datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise _bad_date(value) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _bad_date(value)
    return day


def _bad_date(value: str) -> InputError:
    shown = value if len(value) <= 40 else value[:40] + "…"
    return InputError(
        RejectionKind.BAD_DATE,
        f"gives its date of publication as “{shown}”, which is no date.",
        "Write it as YYYY-MM-DD.",
    )
