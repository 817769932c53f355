"""Quotations and their speakers.

A quotation belongs to the cue of its own sentence; one that stands free belongs to the speaker
before it in its paragraph, or, at the beginning of a paragraph, to the last speaker.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from dateline.attribution.speech import Cue, statement
from dateline.marks import is_speech
from dateline.records import Sentence, Span, Stance, Statement, StatementKind
from dateline.tree import Tree


def attach_quotations(
    tree: Tree, quoted: tuple[Span, ...], found: list[Statement], speakers: list[Cue]
) -> list[Statement]:
    """Mark statements that quote as direct or mixed, and add those for quotations left over."""
    result = [_with_kind(one, quoted) for one in found]
    starts = [sentence.span.start for sentence in tree.reading.sentences]
    text = tree.reading.report.text
    last: Cue | None = None
    last_end = 0
    for span in quoted:
        here = tree.reading.sentences[max(0, bisect_right(starts, span.start) - 1)]
        nearby = [cue for cue in speakers if here.first <= cue.head < here.end]
        cue = _cue_in_sentence(tree, span, nearby)
        follows = cue is None and last is not None
        if follows and _goes_on(tree, here, last, span, last_end):
            cue = last
        if cue is None:
            continue
        last, last_end = cue, span.end
        covered = any(one.cue_head == cue.head and one.content.contains(span) for one in result)
        if not covered and not cue.own and cue.source is not None and is_speech(span, text):
            plain = msgspec.structs.replace(cue, stance=Stance.ASSERTS)
            result.append(statement(tree, plain, span, StatementKind.DIRECT))
    return result


def _with_kind(one: Statement, quoted: tuple[Span, ...]) -> Statement:
    overlapping = [span for span in quoted if span.overlaps(one.content)]
    if one.kind is StatementKind.DIRECT or not overlapping:
        return one
    inside = sum(
        min(span.end, one.content.end) - max(span.start, one.content.start) for span in overlapping
    )
    whole = inside >= 0.9 * (one.content.end - one.content.start)
    kind = StatementKind.DIRECT if whole else StatementKind.MIXED
    if not whole:
        return msgspec.structs.replace(one, kind=kind)
    start = min(one.content.start, *(span.start for span in overlapping))
    end = max(one.content.end, *(span.end for span in overlapping))
    if Span(start, end).contains(one.cue):
        start, end = one.content.start, one.content.end
    return msgspec.structs.replace(one, kind=kind, content=Span(start, end))


def _cue_in_sentence(tree: Tree, span: Span, nearby: list[Cue]) -> Cue | None:
    """The cue nearest to a quotation in its sentence, not one inside the quotation."""
    outside = [
        cue for cue in nearby if cue.source is not None and not span.contains(tree[cue.head].span)
    ]
    return min(outside, key=lambda cue: _distance(tree, cue, span), default=None)


def _distance(tree: Tree, cue: Cue, span: Span) -> int:
    place = tree[cue.head].span
    return span.start - place.end if place.end <= span.start else place.start - span.end


def _goes_on(tree: Tree, here: Sentence, last: Cue | None, span: Span, last_end: int) -> bool:
    """Whether a quotation without a cue is the last speaker's: it begins its sentence, and
    nothing but quotations stands between."""
    if last is None:
        return False
    text = tree.reading.report.text
    begins = not any(letter.isalnum() for letter in text[here.span.start : span.start])
    speaker = tree.reading.sentences[tree[last.head].sentence]
    if not begins:
        return False
    if here.paragraph == speaker.paragraph:
        return True
    between = text[max(last_end, speaker.span.end) : span.start]
    return not any(letter.isalnum() for letter in between)
