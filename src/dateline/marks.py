"""Quotation marks: where somebody's words stand in a report.

Curly and straight, double and single marks; an apostrophe is told from a closing single mark
by its surroundings. A paragraph that opens a quotation and does not close it is quoted to its
end, and the next paragraph goes on with it if it opens with a mark again; so is one that opens
a quotation behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.records import Span

PARAGRAPH = re.compile(r"[^\n]+")
MARK = re.compile(r"[\"“„«`‘']")
OPENING_DOUBLE = "“„«"
CLOSING_DOUBLE = "”»"
LEAST_LETTERS = 2
LEAST_WORDS = 4  # of what is said; shorter quotations are labels


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of the words between quotation marks, marks left out, in order; none overlap."""
    found: list[Span] = []
    for match in PARAGRAPH.finditer(text):
        at, end = match.start(), match.end()
        while mark := MARK.search(text, at, end):
            at = mark.start()
            span = _quotation_from(text, at, end)
            if span is None:
                at += 1
                continue
            if sum(letter.isalpha() for letter in span.of(text)) >= LEAST_LETTERS:
                found.append(span)
            at = span.end + 1
    return tuple(found)


def is_speech(span: Span, text: str) -> bool:
    """Whether a quotation is long enough to be what somebody said, not a word held at arm's
    length."""
    return len(span.of(text).split()) >= LEAST_WORDS


def _quotation_from(text: str, at: int, end: int) -> Span | None:
    """The quotation that opens at ``at``, within a paragraph that ends at ``end``."""
    mark = text[at]
    if mark in OPENING_DOUBLE:
        return Span(at + 1, _first(text, CLOSING_DOUBLE + '"', at + 1, end))
    if mark == '"' and _opens(text, at):
        return Span(at + 1, _first(text, '"”', at + 1, end))
    if text.startswith("``", at):
        close = text.find("''", at, end)
        return Span(at + 2, end if close < 0 else close)
    if mark in "‘'" and _opens(text, at) and not _is_elision(text, at):
        starts, goes_on = _starts_paragraph(text, at), _opens_next(text, end)
        lasting = goes_on and (starts or _follows_colon(text, at))
        close_at = _closing_single(text, at + 1, end, lasting)
        if close_at is not None:
            return Span(at + 1, close_at)
        if starts or lasting:
            return Span(at + 1, end)
    return None


def _first(text: str, marks: str, start: int, end: int) -> int:
    places = [place for mark in marks if (place := text.find(mark, start, end)) >= 0]
    return min(places, default=end)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and before not in ".,!?" and not after.isspace()


def _is_elision(text: str, at: int) -> bool:
    """'90s, 'em, 'til."""
    return re.match(r"['‘](\d\ds\b|em\b|til\b|tis\b|cause\b)", text[at : at + 7]) is not None


def _starts_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _follows_colon(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at].rstrip().endswith(":")


def _opens_next(text: str, end: int) -> bool:
    """Whether the paragraph behind one that ends at ``end`` opens with a single mark."""
    following = PARAGRAPH.search(text, end)
    at = len(text) if following is None else following.start()
    return text.startswith(("'", "‘"), at) and _opens(text, at)


def _closing_single(text: str, start: int, end: int, lasting: bool) -> int | None:
    """The closing single mark: one after punctuation if any, else one after a word's end.

    A mark after "s" may be a plural possessive ("the soldiers' homes"), and is passed over
    where a later mark can close, or where the next paragraph may go on (``lasting``).
    """
    possessive: int | None = None
    for at in _single_marks(text, start, end):
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum():
            continue
        if text[at - 1] == "s" and re.match(r" [a-z]", text[at + 1 : at + 3]):
            possessive = at if possessive is None else possessive
            continue
        return at
    return None if lasting else possessive


def _single_marks(text: str, start: int, end: int) -> Iterator[int]:
    for at in range(start, end):
        if text[at] in "'’":
            yield at
        elif text[at] == "‘":
            return
