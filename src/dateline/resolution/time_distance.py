"""Days that a clause tells by their distance from the day of the clause around it.

"On Friday Sudan closed the border, *a day after* Chad recalled its ambassador": Chad acted on
Thursday. The verb of the clause behind it, whose time it is, heads the expression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.knowledge.times import ASIDE, Grammar
from dateline.records import Reading, Span, TimeExpression
from dateline.resolution.time_intervals import Interval
from dateline.resolution.time_reckoned import counted

_SIGNS = {"after": -1, "before": 1}


def distances(
    reading: Reading, times: Sequence[TimeExpression], grammar: Grammar
) -> Iterator[TimeExpression]:
    """The times of clauses that are told as so long after or before the clause around them."""
    for index, (token, mark) in enumerate(pairwise(reading.tokens)):
        if mark.text.lower() not in _SIGNS:
            continue
        unit = _class(reading, index, grammar, "unit", "units")
        if unit is None:
            continue
        clause = mark.head
        beside = token.head in (clause, reading.tokens[clause].head)
        if not beside or mark.relation != "mark":
            continue
        number = _number(reading, index, grammar)
        day = _day_around(reading, clause, times)
        if number is None or day is None:
            continue
        interval = counted(day.start, str(unit), _SIGNS[mark.text.lower()] * number)
        if interval is not None:
            yield _expression(reading, index, clause, interval)


def _number(reading: Reading, index: int, grammar: Grammar) -> int | None:
    """How many units are counted by the word before, one in "the day after"; ``None`` where that
    is not told ("days after")."""
    single = _class(reading, index, grammar, "unit") is not None
    if single and reading.tokens[index - 1].text.lower() == "the":
        return 1
    number = _class(reading, index - 1, grammar, "number")
    return number if isinstance(number, int) else None


def _class(reading: Reading, index: int, grammar: Grammar, *names: str) -> int | str | None:
    """The value of a word in the first of some classes that it belongs to."""
    word = reading.tokens[index].text.lower()
    classes = grammar.words.get(word, {})
    if "number" in names and word.isdecimal():
        return int(word)
    value = next((classes[name] for name in names if name in classes), None)
    return value if isinstance(value, int | str) else None


def _day_around(
    reading: Reading, clause: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day that the clause around another one tells for itself, the nearest if it has two."""
    around = reading.tokens[clause].head
    days = [
        time
        for time in times
        if time.start == time.end
        and around != clause
        and around in (above := _above(reading, time.head))
        and clause not in above
    ]
    return min(days, key=lambda time: abs(time.head - clause), default=None)


def _above(reading: Reading, index: int) -> set[int]:
    above: set[int] = set()
    while index not in above:
        above.add(index)
        index = reading.tokens[index].head
    return above


def _expression(reading: Reading, index: int, clause: int, interval: Interval) -> TimeExpression:
    span = Span(reading.tokens[index - 1].span.start, reading.tokens[index].span.end)
    return TimeExpression(
        text=reading.text_of(span),
        span=span,
        head=clause,
        value=interval.value,
        start=interval.start,
        end=interval.end,
        why=ASIDE,
    )
