"""The best dependency tree under arc scores: Chu and Liu (1965), Edmonds (1967), one root only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_ROOT_COST = 1e5  # one root arc is dearer than any two trees differ (Stanojević and Cohen 2021)


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads of the highest-scoring tree with exactly one root.

    ``scores`` is [dependent, head], the diagonal scoring each word as the root. Returns one
    head for each word; the root is its own head.
    """
    count = len(scores)
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    if is_tree(heads):
        return heads
    graph = np.full((count + 1, count + 1), -np.inf)
    graph[1:, 1:] = scores
    graph[1:, 0] = np.diagonal(scores).astype(np.float64) - _ROOT_COST
    np.fill_diagonal(graph, -np.inf)
    chosen = _span(graph)[1:] - 1
    heads[:] = np.where(chosen < 0, np.arange(count), chosen)
    return heads


def is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether exactly one word is its own head and all others lead to it."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) != 1:
        return False
    reached = heads
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]  # doubles the number of steps taken
    return bool((reached == roots[0]).all())


def _cycle(heads: list[int]) -> list[int]:
    """A cycle among ``heads`` (node 0 is the root and has none), or an empty list."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _span(graph: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the maximum arborescence rooted in node 0 (entry 0 is unused)."""
    heads: NDArray[np.int64] = graph.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([n for n in range(len(graph)) if n not in set(cycle)])
    loss = graph[inside, heads[inside]]
    enter = graph[np.ix_(inside, outside)] - loss[:, None]  # [in the cycle, from outside]
    leave = graph[np.ix_(outside, inside)]  # [outside, from the cycle]
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = graph[np.ix_(outside, outside)]
    small[size, :size] = enter.max(axis=0)
    small[:size, size] = leave.max(axis=1)
    solved = _span(small)
    entry = outside[solved[size]]
    broken = inside[enter[:, solved[size]].argmax()]
    for i in range(1, size):
        node = outside[i]
        heads[node] = inside[leave[i].argmax()] if solved[i] == size else outside[solved[i]]
    heads[broken] = entry
    return heads
