"""A logistic model over named features: weights that can be read, kept as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import exp
from pathlib import Path

import msgspec

from dateline.records import Record

LARGEST = 30.0
SHIPPED_WEIGHTS = Path(__file__).parent / "weights.json"


class Blend(Record):
    """How the rules' opinion of an act and the language model's are joined, in logits.

    ``unseen`` is what the model is taken to have given an act that it does not list,
    ``unlisted`` what the rules are taken to give one that they do not propose. From ``lead`` on,
    the model is sure enough of an act that its parties stand before those of the rules.
    ``unexpected`` is the threshold for reports whose words speak of no event. The
    defaults were chosen on coded reports that neither the language model nor the weights had
    seen (``training/blend.py``).
    """

    model: float = 0.8
    rules: float = 0.8
    bias: float = 0.0
    unseen: float = 0.1
    unlisted: float = 0.15
    lead: float = 1.0
    threshold: float = 0.2
    unexpected: float = 0.6


class Weights(Record):
    """Weights of features (what is not listed weighs nothing), the probability from which a
    act is an event, and the one from which a second type of one word is. ``blend`` is there
    where the language model reads acts, too."""

    weights: dict[str, float]
    threshold: float
    second: float = 0.5
    blend: Blend | None = None

    def total(self, features: Iterable[str]) -> float:
        """The sum of the weights of some features."""
        weights = self.weights
        return sum(weights.get(feature, 0.0) for feature in features)


def probability(logit: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + exp(-max(-LARGEST, min(LARGEST, logit))))


@lru_cache(maxsize=1)
def load() -> Weights:
    """The weights that ship with the package."""
    return msgspec.json.decode(SHIPPED_WEIGHTS.read_bytes(), type=Weights)
