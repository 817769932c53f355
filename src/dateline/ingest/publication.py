"""The date of publication: as a report writes it, or from its dateline or its path.

What a report's own fields say counts first, then a day at the head of its text, then a day in
its address or path, then what the user gives, last the day on which an archive fetched it.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from dateline.errors import InputError
from dateline.ingest.contents import Contents
from dateline.ingest.furniture import Dateline, furniture, month_number
from dateline.ingest.rejection import RejectionKind

# Newspapers begin about 1600; a year outside this range is a slip of the pen, and "last
# month" counted from the first or last years that Python knows would leave its calendar.
FIRST_YEAR, LAST_YEAR = 1600, 2400

# A day in a path is told from other numbers by its form and by a year of the age of newspapers
# that are kept as files.
PATH_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-/._])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[T_-]?\d{6})?)(?!\d)"
)

COMPACT = re.compile(r"\d{8}(?:\d{6})?")
EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T].*)?")
MONTH_FIRST = re.compile(
    r"(?:[^\W\d]+,? )?([^\W\d]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b.*"
)
DAY_FIRST = re.compile(
    r"(?:[^\W\d]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([^\W\d]{3,9})\.?,?[ -](\d{4})\b.*"
)

# A wire's dateline without a year belongs to a day not far from the one that is known.
NEAR = timedelta(days=183)


class DatedBy(StrEnum):
    """How the date of publication is known."""

    METADATA = "metadata"
    DATELINE = "dateline"
    PATH = "path"
    GIVEN = "given"
    CAPTURE = "capture"
    UNKNOWN = "unknown"


def parse_date(value: str) -> date:
    """The day that ``value`` writes, as written (no time zone applied).

    Read are ISO 8601 (``2020-09-28``, ``2020-09-28T14:05:00Z``), ``20200928``, ``2020/09/28``,
    the form of mail and feeds (``Mon, 28 Sep 2020 14:05:00 GMT``), English (``September 28,
    2020``, ``28 Sept 2020``) and seconds or milliseconds since 1970 (in UTC). Raises
    :class:`InputError` for other forms, among them ``09/10/2020``, which is two days.
    """
    written = value.strip()
    day = _numeric(written) if written.isdecimal() else _iso(written) or _worded(written)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _bad_date(value)
    return day


def date_report(
    contents: Contents, path: str, published: date | None
) -> tuple[date | None, DatedBy]:
    """The day of publication and how it is known; ``None`` where nothing tells it.

    ``path`` is where the report lies, ``published`` what the user gives for reports without a
    date. Raises :class:`InputError` where the report's own field is no date.
    """
    if contents.published.strip():
        return parse_date(contents.published), DatedBy.METADATA
    if contents.undated:
        return published, DatedBy.UNKNOWN if published is None else DatedBy.GIVEN
    in_path = date_in_path(contents.url) or date_in_path(path)
    captured = _iso(contents.captured)
    line = furniture(contents.text).dateline
    in_line = _date_of_line(line, in_path or published or captured)
    for day, how in (
        (in_line, DatedBy.DATELINE),
        (in_path, DatedBy.PATH),
        (published, DatedBy.GIVEN),
        (captured, DatedBy.CAPTURE),
    ):
        if day is not None:
            return day, how
    return None, DatedBy.UNKNOWN


def date_in_path(path: str) -> date | None:
    """The last day in ``…/2020/10/02/…``, ``…2020-10-02…`` or ``…20201002…``."""
    for found in reversed(list(PATH_DAY.finditer(path))):
        year, _, month, day, month_compact, day_compact = found.groups()
        written = _day(int(year), int(month or month_compact), int(day or day_compact))
        if written is not None:
            return written
    return None


def _date_of_line(line: Dateline | None, near: date | None) -> date | None:
    """The day of a dateline; one without a year is the one nearest to ``near``."""
    if line is None or line.month is None or line.day is None:
        return None
    if line.year is not None:
        return _day(line.year, line.month, line.day)
    if near is None:
        return None
    days = [
        day
        for year in (near.year - 1, near.year, near.year + 1)
        if (day := _day(year, line.month, line.day)) is not None
    ]
    nearest = min(days, key=lambda day: abs(day - near), default=None)
    return nearest if nearest is not None and abs(nearest - near) <= NEAR else None


def _iso(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        return None


def _numeric(written: str) -> date | None:
    if COMPACT.fullmatch(written):
        return _day(int(written[:4]), int(written[4:6]), int(written[6:8]))
    if EPOCH.fullmatch(written):
        seconds = int(written) // (1000 if len(written) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).date()
    return None


def _worded(written: str) -> date | None:
    if found := YEAR_FIRST.fullmatch(written):
        return _day(*(int(part) for part in found.groups()))
    if found := DAY_FIRST.fullmatch(written):
        day, month, year = found.groups()
    elif found := MONTH_FIRST.fullmatch(written):
        month, day, year = found.groups()
    else:
        return None
    number = month_number(month)
    return None if number is None else _day(int(year), number, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _bad_date(value: str) -> InputError:
    shown = value if len(value) <= 40 else value[:40] + "…"
    return InputError(
        RejectionKind.BAD_DATE,
        f"gives its date of publication as “{shown}”, which is no date.",
        "Write it as YYYY-MM-DD.",
    )
