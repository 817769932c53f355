"""What time expressions mean: each reading turns what a rule bound into an interval of days.

Reckoned from the day of publication ("on Sunday", "last week"), from the time last spoken of
("two days later"), or from the expression alone. A reading returns ``None`` where it cannot
tell; it never guesses a year out of nothing. "Last week" is the calendar week before, Monday to
Sunday (codebook section 4).
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.resolution import time_reckoned, time_written
from dateline.resolution.time_intervals import Bound, Context, Interval
from dateline.resolution.time_matching import Match


def read(match: Match, context: Context) -> Interval | None:
    """The days that a matched expression means, ``None`` where that cannot be told.

    An expression within it ("the end of last year") is read first.
    """
    bound: Bound = {**match.rule.settings, **match.bound}
    if "time" in bound:
        bound["time"] = read(bound["time"], context)
    return READINGS[match.rule.reads](bound, context)


READINGS: dict[str, Callable[[Bound, Context], Interval | None]] = {
    "iso": time_written.iso,
    "slashed": time_written.slashed,
    "calendar": time_written.calendar,
    "month_within": time_written.month_within,
    "years": time_written.years,
    "short_year": time_written.short_year,
    "decade": time_written.decade,
    "century": time_written.century,
    "season": time_written.season,
    "quarter": time_written.quarter,
    "half": time_written.half,
    "part": time_written.part,
    "part_of_unit": time_reckoned.part_of_unit,
    "nth_within": time_written.nth_within,
    "week_of": time_written.week_of,
    "same": time_written.same,
    "holiday": time_written.holiday,
    "known": time_written.known,
    "days_off": time_reckoned.days_off,
    "overnight": time_reckoned.overnight,
    "weekday": time_reckoned.weekday,
    "unit_off": time_reckoned.unit_off,
    "unit_spoken_of": time_reckoned.unit_spoken_of,
    "named_off": time_reckoned.named_off,
    "count_off": time_reckoned.count_off,
    "to_the_day": time_reckoned.to_the_day,
    "untold": time_reckoned.untold,
    "count_span": time_reckoned.count_span,
    "anchor": time_reckoned.anchor,
    "anchor_weekday": time_reckoned.anchor_weekday,
    "count_from_anchor": time_reckoned.count_from_anchor,
    "span_from_anchor": time_reckoned.span_from_anchor,
    "month_of_anchor": time_reckoned.month_of_anchor,
    "count_from_time": time_reckoned.count_from_time,
    "same_in": time_reckoned.same_in,
    "clock": time_reckoned.clock,
}
