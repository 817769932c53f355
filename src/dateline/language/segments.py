"""Labelled word ranges out of the probabilities of words: exact best segmentations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def segments(logs: Floats, labels: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """(label, first, end) of the best labelling under which every I- goes on a B- of its kind.

    ``logs`` is [words, labels], log probabilities; labels are "O", "B-kind" and "I-kind".
    Viterbi's algorithm; all steps but "goes on" cost nothing.
    """
    outside, begins, inside, kinds = _layout(labels)
    if not len(logs):
        return
    held = np.full(len(kinds), -np.inf)  # best score so far with each kind open
    free = 0.0  # best score so far with none open
    choices = []
    for scores in logs.astype(np.float64):
        goes_on = held + scores[inside]
        closed = max(free, float(held.max()))
        opened = closed + scores[begins]
        nothing = closed + scores[outside]
        choices.append((goes_on > opened, _argbest(free, held)))
        held = np.maximum(opened, goes_on)
        free = nothing
    yield from _trace(choices, _argbest(free, held), kinds)


def _argbest(free: float, held: NDArray[np.float64]) -> int:
    """The best state: −1 for none, else the number of the open kind."""
    best = int(held.argmax())
    return best if held[best] > free else -1


def _trace(
    choices: list[tuple[NDArray[np.bool_], int]], state: int, kinds: tuple[str, ...]
) -> Iterator[tuple[str, int, int]]:
    found = []
    end = len(choices)
    for i in range(len(choices) - 1, -1, -1):
        goes_on, before = choices[i]
        if state < 0:
            end, state = i, before
        elif not goes_on[state]:
            found.append((kinds[state], i, end))
            end, state = i, before
    yield from reversed(found)


@lru_cache(maxsize=8)
def _layout(
    labels: tuple[str, ...],
) -> tuple[int, NDArray[np.int64], NDArray[np.int64], tuple[str, ...]]:
    kinds = tuple(label[2:] for label in labels if label.startswith("B-"))
    begins = np.array([labels.index(f"B-{kind}") for kind in kinds])
    inside = np.array([labels.index(f"I-{kind}") for kind in kinds])
    return labels.index("O"), begins, inside, kinds


def best_run(gains: Sequence[float] | Floats) -> tuple[int, int] | None:
    """The range with the greatest sum, or ``None`` where every sum is negative (Kadane)."""
    best, chosen = 0.0, None
    total, start = 0.0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, i
        total += float(gain)
        if total > best:
            best, chosen = total, (start, i + 1)
    return chosen
