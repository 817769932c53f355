"""Exact segmentations, compared with every possible one."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.segments import best_run, segments

LABELS = ("O", "B-a", "I-a", "B-b", "I-b")
ROW = st.lists(st.integers(-40, 0), min_size=len(LABELS), max_size=len(LABELS))


def allowed(labelling: tuple[int, ...]) -> bool:
    names = [LABELS[i] for i in labelling]
    return all(
        not name.startswith("I-") or (i > 0 and names[i - 1][1:] == name[1:])
        for i, name in enumerate(names)
    )


def total(logs: np.ndarray, labelling: tuple[int, ...]) -> float:
    return float(sum(logs[i, label] for i, label in enumerate(labelling)))


def written(found: list[tuple[str, int, int]], length: int) -> tuple[int, ...]:
    names = ["O"] * length
    for kind, first, end in found:
        names[first:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - first - 1)]
    return tuple(LABELS.index(name) for name in names)


@given(st.lists(ROW, min_size=1, max_size=5))
def test_the_best_allowed_labelling_is_found(rows: list[list[int]]) -> None:
    logs = np.array(rows, dtype=np.float32)
    labelling = written(list(segments(logs, LABELS)), len(rows))
    best = max(
        total(logs, other)
        for other in product(range(len(LABELS)), repeat=len(rows))
        if allowed(other)
    )
    assert allowed(labelling)
    assert total(logs, labelling) == best


def test_no_words_have_no_segments() -> None:
    assert list(segments(np.zeros((0, len(LABELS)), dtype=np.float32), LABELS)) == []


@given(st.lists(st.integers(-20, 20), max_size=12))
def test_no_range_has_a_greater_sum(gains: list[int]) -> None:
    sums = [sum(gains[a:b]) for a in range(len(gains)) for b in range(a + 1, len(gains) + 1)]
    found = best_run([float(gain) for gain in gains])
    if found is None:
        assert max(sums, default=0) <= 0
    else:
        assert sum(gains[found[0] : found[1]]) == max(sums) > 0
