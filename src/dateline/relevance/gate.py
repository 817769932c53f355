"""Which reports can hold an event: a logistic model over their words.

The words of a report are taken in windows of a few hundred, each with the words of the title,
so that a march told at the end of a long story counts as much as one told in a brief. A report
passes if any of its windows does. What is too short to be judged passes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import sqrt

import msgspec

from dateline.errors import KnowledgeError
from dateline.records import Record, Report

WORD = re.compile(r"[^\W\d_]{2,}")
WINDOW = 300  # words
DIGEST_BYTES = 6


class Gate(Record):
    """Weights of lower-cased words; what is not listed is not looked at.

    The score of a window is ``bias`` and the weights of its words, each counted once, over the
    square root of how many they are: in logits, if few or many reports held events as they did
    in training. It passes from ``threshold`` on, and wherever fewer than ``fewest`` of its
    words are known.
    """

    bias: float
    threshold: float
    fewest: int
    weights: dict[str, float]

    def passes(self, report: Report) -> bool:
        """Whether the report may hold an event; false where none is to be expected."""
        return any(
            score is None or score >= self.threshold
            for score in self._scores(report.title, report.text)
        )

    def expects(self, report: Report) -> bool:
        """Whether the words of the report rather speak for an event than against it, or are too
        few to tell."""
        return any(
            score is None or score >= 0.0 for score in self._scores(report.title, report.text)
        )

    def score(self, title: str, text: str) -> float | None:
        """The largest score of a window; none where one is too short to be judged."""
        scores = list(self._scores(title, text))
        known = [score for score in scores if score is not None]
        return max(known) if len(known) == len(scores) else None

    def _scores(self, title: str, text: str) -> Iterator[float | None]:
        weights = self.weights
        for words in windows(title, text):
            known = [weights[word] for word in words if word in weights]
            if len(known) < self.fewest:
                yield None
            else:
                yield self.bias + sum(known) / sqrt(len(known))


def windows(title: str, text: str) -> Iterator[frozenset[str]]:
    """The words of a text in windows of about ``WINDOW``, all of one length, with the title's."""
    words = WORD.findall(text.lower())
    heading = frozenset(WORD.findall(title.lower()))
    number = max(1, round(len(words) / WINDOW))
    length = max(1, -(-len(words) // number))
    for start in range(0, max(1, len(words)), length):
        yield heading.union(words[start : start + length])


def may_hold_events(report: Report) -> bool:
    """The gate that ships, as a run wants it (``RunOptions.gate``)."""
    return load().passes(report)


def expects_events(report: Report) -> bool:
    """Whether the gate that ships finds an event likelier than none: less is asked of acts then
    (``coding.join``)."""
    return load().expects(report)


def digest() -> str:
    """Hash of the gate that ships; a run names it, since it decides which reports are coded."""
    return hashlib.blake2b(_shipped(), digest_size=DIGEST_BYTES).hexdigest()


@cache
def load() -> Gate:
    """The gate that ships with the package. Raises ``KnowledgeError`` if it is damaged."""
    try:
        return msgspec.json.decode(_shipped(), type=Gate)
    except msgspec.DecodeError as error:
        raise KnowledgeError(
            f"relevance/weights.json is damaged ({error}). Install dateline again."
        ) from error


def _shipped() -> bytes:
    return files("dateline.relevance").joinpath("weights.json").read_bytes()
