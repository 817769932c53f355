"""The letter case of a word, which the lower-cased vocabulary of the encoder does not show."""

from __future__ import annotations

from functools import lru_cache

LOWER, TITLE, UPPER, INITIAL, MIXED, NUMBER, CODE, MARK, OTHER = range(1, 10)
FIRST_TITLE = 10  # title case at the head of a sentence tells less


@lru_cache(maxsize=65536)
def shape_of(word: str, *, first: bool) -> int:
    """A class from 1 to 10; ``first`` says that the word opens its sentence. 0 is padding."""
    if word.isalpha():
        if word.islower():
            return LOWER
        if len(word) == 1:
            return FIRST_TITLE if first else INITIAL
        if word.isupper():
            return UPPER
        if word[0].isupper() and word[1:].islower():
            return FIRST_TITLE if first else TITLE
        return MIXED if any(c.isupper() for c in word) else OTHER
    if not any(c.isalnum() for c in word):
        return MARK
    if any(c.isdigit() for c in word):
        return CODE if any(c.isalpha() for c in word) else NUMBER
    return TITLE if word[0].isupper() else OTHER
