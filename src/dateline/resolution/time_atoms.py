"""The words of a report cut into atoms, each with the classes of the time grammar it belongs to.

``mid-2011`` is three atoms and ``27th`` is one, so that matching does not depend on how the
tokeniser treats hyphens, dots and clitics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from dateline.knowledge.times import Grammar, Value
from dateline.records import Reading, Record

_ATOM = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}/\d{1,2}/\d{2}"
    r"|\d{1,2}[:.]\d\d(?=[ap]\.?m)|\d{1,2}:\d\d|\d{1,3}(?:,\d{3})+|\d+[.,]\d+"
    r"|\d+(?:st|nd|rd|th|s)\b|\d+|[ap]\.m\.?|[^\W\d_]+|\S"
)
_SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})


class Atom(Record):
    """A piece of a word: lower-cased text, characters, token, and its classes with their values."""

    text: str
    capital: bool
    start: int
    end: int
    token: int
    classes: dict[str, Value]


def atoms_of(reading: Reading, grammar: Grammar) -> tuple[Atom, ...]:
    """The words of the reading cut into atoms, each with the classes that it belongs to.

    Words that touch are cut as one piece, so that ``2020-09-27`` is one atom even where the
    tokeniser makes five words of it; an atom belongs to the word in which it begins.
    """
    text, tokens = reading.report.text, reading.tokens
    atoms = []
    for first, end in _runs(reading):
        token = first
        for piece in _ATOM.finditer(text, tokens[first].span.start, tokens[end - 1].span.end):
            start = piece.start()
            while tokens[token].span.end <= start:
                token += 1
            word = piece.group()
            if not word.isascii():
                word = word.translate(_SAME)
            lower = word.lower()
            atoms.append(
                Atom(
                    text=lower,
                    capital=word[0].isupper(),
                    start=start,
                    end=piece.end(),
                    token=token,
                    classes=_classes(lower, grammar),
                )
            )
    return tuple(atoms)


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Ranges ``first <= i < end`` of words of one sentence with no space between them."""
    first = 0
    for index, (before, token) in enumerate(pairwise(reading.tokens), 1):
        if token.span.start > before.span.end or token.sentence != before.sentence:
            yield first, index
            first = index
    if reading.tokens:
        yield first, len(reading.tokens)


def _classes(word: str, grammar: Grammar) -> dict[str, Value]:
    listed, computed = grammar.words.get(word), _computed(word)
    if listed is None:
        return computed
    classes = {**listed, **computed}
    if "ordinal" in classes:
        classes.setdefault("day", classes["ordinal"])
    return classes


@lru_cache(maxsize=65536)
def _computed(word: str) -> dict[str, Value]:
    """The classes that the letters of a word tell; shared, so never to be changed."""
    classes: dict[str, Value] = {}
    if word[0].isdigit():
        classes = _number_classes(word)
    elif word.rstrip(".").replace(".", "") in ("am", "pm"):
        classes["half_of_day"] = word[0]
    elif re.fullmatch(r"q[1-4]", word):
        classes["quarter_code"] = int(word[1])
    if "ordinal" in classes:
        classes.setdefault("day", classes["ordinal"])
    return classes


def _number_classes(word: str) -> dict[str, Value]:
    classes: dict[str, Value] = {}
    if re.fullmatch(r"\d+", word):
        value = int(word)
        classes |= {"digits": value, "number": value}
        if len(word) == 4 and 1000 <= value <= 2100:
            classes["year"] = value
        if len(word) <= 2 and 1 <= value <= 31:
            classes["day"] = value
        if len(word) == 2:
            classes["short_year"] = value
        if len(word) == 4 and value % 100 < 60 and value < 2400:
            classes["four_digits"] = word
            if word[0] == "0":
                classes["early_hour"] = word
        if len(word) <= 2 and value <= 24:
            classes["hour"] = value
    elif re.fullmatch(r"\d+(st|nd|rd|th)", word):
        value = int(word[:-2])
        classes["ordinal"] = value
        if 1 <= value <= 31:
            classes["nth_day"] = value
    elif re.fullmatch(r"\d{3}0s", word):
        classes["decade"] = int(word[:-1])
    elif re.fullmatch(r"[2-9]0s", word):
        classes["short_decade"] = 1900 + int(word[:-1])
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        classes["iso"] = word
    elif re.fullmatch(r"\d{1,2}[/.]\d{1,2}[/.]\d+", word):
        classes["slashed"] = word
    elif re.fullmatch(r"\d{1,2}[:.]\d\d", word):
        classes["clock" if ":" in word else "hour"] = word
    return classes
