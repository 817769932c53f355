"""What stands around the words of a report: its dateline, captions, teasers, credits, notices.

Nothing is taken out of the text, so that offsets keep counting in it: everything is told as a
span, and later steps pass over these spans. The vocabulary is ``data/furniture.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from dateline.ingest.dateline_line import Dateline, find_dateline
from dateline.ingest.furniture_words import Phrases, furniture_words, month_number
from dateline.records import Record, Span

__all__ = [
    "Boilerplate",
    "BoilerplateKind",
    "Dateline",
    "Furniture",
    "furniture",
    "month_number",
]

PARAGRAPH = re.compile(r"[^\n]+")
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SPACES = re.compile(r"\s+")

# What may follow a phrase that is a whole paragraph, and what ends a sentence.
TRAILING = " .:…»›>→*"
FULL_STOPS = (".", "!", "?", ".”", '."', ".’", ".'", "!”", "?”", ".)")


class BoilerplateKind(StrEnum):
    """What a piece of furniture is for."""

    CAPTION = "caption"
    TEASER = "teaser"
    SHARE = "share"
    CREDIT = "credit"
    NOTICE = "notice"


class Boilerplate(Record):
    """Words that are not the report's own: a whole paragraph, or a remark in parentheses."""

    span: Span
    kind: BoilerplateKind


class Furniture(Record):
    """What of a text is not its body; the boilerplate is in order and does not overlap."""

    dateline: Dateline | None = None
    boilerplate: tuple[Boilerplate, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Everything to pass over, in order of the text."""
        spans = [piece.span for piece in self.boilerplate]
        if self.dateline is not None:
            spans.append(self.dateline.span)
        return tuple(sorted(spans))


def furniture(text: str) -> Furniture:
    """The dateline and the boilerplate of a text, as spans of it."""
    boilerplate = tuple(_boilerplate(text))
    dateline = find_dateline(text)
    if dateline is not None and any(piece.span.overlaps(dateline.span) for piece in boilerplate):
        # "Cairo, Apr 20 (EFE)" within a paragraph that is furniture already keeps its place.
        boilerplate = tuple(
            piece for piece in boilerplate if not piece.span.overlaps(dateline.span)
        )
    return Furniture(dateline=dateline, boilerplate=boilerplate)


def _boilerplate(text: str) -> Iterator[Boilerplate]:
    for paragraph in PARAGRAPH.finditer(text):
        words = paragraph.group()
        bare = words.strip()
        if not bare:
            continue
        start = paragraph.start() + len(words) - len(words.lstrip())
        kind = _kind_of_paragraph(bare)
        if kind is not None:
            yield Boilerplate(span=Span(start, start + len(bare)), kind=kind)
        elif "(" in bare:
            yield from _parentheses(bare, start)


def _kind_of_paragraph(bare: str) -> BoilerplateKind | None:
    known = furniture_words()
    # Few paragraphs are furniture and most are long: those are told by their length alone.
    if len(bare) > known.longest:
        return None
    folded = SPACES.sub(" ", bare.casefold())
    kind = (
        known.whole.get(folded.rstrip(TRAILING))
        or _by_phrase(folded, known.begins, at_start=True)
        or _by_phrase(folded.rstrip(TRAILING + ")"), known.ends, at_start=False)
    )
    if kind is not None:
        return BoilerplateKind(kind)
    if _is_row_of_buttons(folded):
        return BoilerplateKind.SHARE
    unfinished = not bare.endswith(FULL_STOPS)
    if unfinished and any(mark in folded for mark in known.caption_marks):
        return BoilerplateKind.CAPTION
    return None


def _by_phrase(folded: str, phrases: Phrases, *, at_start: bool) -> str | None:
    fits = folded.startswith if at_start else folded.endswith
    if len(folded) > phrases.longest or not fits(phrases.all):
        return None
    return next(kind for phrase, kind in phrases.kinds.items() if fits(phrase))


def _is_row_of_buttons(folded: str) -> bool:
    words = WORDS.findall(folded)
    return len(words) > 1 and furniture_words().buttons.issuperset(words)


def _parentheses(bare: str, start: int) -> Iterator[Boilerplate]:
    phrases = furniture_words().parentheses
    for found in furniture_words().remark.finditer(bare):
        kind = _by_phrase(found.group(1).casefold(), phrases, at_start=True)
        if kind is not None:
            span = Span(start + found.start(), start + found.end())
            yield Boilerplate(span=span, kind=BoilerplateKind(kind))
