"""When: time expressions of a report as intervals of days (codebook section 4).

A small grammar of our own (``knowledge/times``) finds the expressions; each is reckoned from the
day of publication, from the time last spoken of, or from itself. What cannot be told stays out:
without a day of publication only full dates have a value.
"""

from __future__ import annotations

import msgspec

from dateline.knowledge.times import Grammar
from dateline.records import Reading, Span, TimeExpression
from dateline.resolution import time_distance, time_readings
from dateline.resolution.time_atoms import Atom, atoms_of
from dateline.resolution.time_intervals import Context, Interval, Precision
from dateline.resolution.time_matching import Match, Matcher
from dateline.resolution.time_tense import Tense, head_token, tense_of

_NEAR = 5  # sentences over which "that day" and a bare time of day reach back
_JOINS = {"to", "-", "until", "till", "through"}


def resolve_times(reading: Reading, grammar: Grammar) -> tuple[TimeExpression, ...]:
    """Every time expression of the report that names days, in order of the text."""
    atoms = atoms_of(reading, grammar)
    matches = list(Matcher(reading, atoms, grammar).matches())
    found: list[tuple[Match, Interval, TimeExpression]] = []
    anchor: Interval | None = None
    day: tuple[int, Interval] | None = None
    for match in matches:
        sentence = reading.tokens[atoms[match.first].token].sentence
        near = day is not None and sentence - day[0] <= _NEAR
        tense = tense_of(reading, atoms, match.first, match.end, grammar.guards)
        context = Context(
            published=reading.report.published,
            anchor=anchor,
            day=day[1].start if day is not None and near else None,
            ahead=tense in (Tense.AHEAD, Tense.REPORTED),
            reported=tense is Tense.REPORTED,
            past=tense is Tense.PAST,
        )
        interval = time_readings.read(match, context)
        if interval is None:
            continue
        anchor = interval
        if interval.precision is Precision.DAY and interval.start == interval.end:
            day = (sentence, interval)
        joined = _joined(found, match, interval, context, atoms)
        if joined is not None:
            first, interval = joined
            found.pop()
        else:
            first = match.first
        expression = _expression(reading, atoms, first, match, interval, context)
        found.append((match, interval, expression))
    told = [expression for _, _, expression in found]
    told += time_distance.distances(reading, tuple(told), grammar)
    return tuple(sorted(told, key=lambda expression: expression.span))


def _joined(
    found: list[tuple[Match, Interval, TimeExpression]],
    match: Match,
    last: Interval,
    context: Context,
    atoms: tuple[Atom, ...],
) -> tuple[int, Interval] | None:
    """The range that the expression ends ("from May to July 2013", "2011-2015"), if it does."""
    if not found or found[-1][0].end != match.first - 1:
        return None
    earlier, start, _ = found[-1]
    before = atoms[earlier.first - 1].text if earlier.first else ""
    join = atoms[match.first - 1].text
    if join not in _JOINS and not (join == "and" and before == "between"):
        return None
    if "year" in match.bound and "year" not in earlier.bound:
        lent = msgspec.structs.replace(context, year=last.start.year)
        start = time_readings.read(earlier, lent) or start
    if start.start > last.end or start.precision is not last.precision:
        return None
    joined = Interval(start=start.start, end=last.end, precision=start.precision)
    return earlier.first, joined


def _expression(
    reading: Reading,
    atoms: tuple[Atom, ...],
    first: int,
    match: Match,
    interval: Interval,
    context: Context,
) -> TimeExpression:
    last = match.end - 1
    while last > first and _is_loose(reading, atoms[last]):
        last -= 1
    span = Span(start=atoms[first].start, end=atoms[last].end)
    return TimeExpression(
        text=reading.text_of(span),
        span=span,
        head=head_token(reading, atoms[first].token, atoms[last].token + 1),
        value=interval.value,
        start=interval.start,
        end=interval.end,
        why=match.rule.name + (", looking ahead" if context.ahead else ""),
    )


def _is_loose(reading: Reading, atom: Atom) -> bool:
    """Whether a mark at the end is no part of the words: a comma, or the sentence's full stop."""
    return atom.text in {",", "(", ")", "."} and reading.tokens[atom.token].text == atom.text
