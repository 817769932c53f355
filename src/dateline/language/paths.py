"""How the words of a sentence stand to one of them in the tree.

Seen from an anchor, every word hangs on a *branch*: the relations climbed from the anchor, then
the first relation down towards the word ("conj<nsubj": the subject of what the anchor is joined
to). Its *tail* says how deep under the branch it stands, and by which relation. Together they
tell who is the subject of a verb, in whose clause, and which words belong to that subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

NONE, BEFORE, AFTER, OTHER = "none", "before", "after", "other"
CLIMBED = 3  # relations told one by one; above them only that there are more
DEEPEST = 3
FIXED = (NONE, BEFORE, AFTER, OTHER)  # the first labels of both tables, in this order


def children_of(heads: Sequence[int]) -> list[list[int]]:
    """The words that each word governs; the root is its own head."""
    found: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            found[head].append(i)
    return found


def paths(
    heads: Sequence[int], relations: Sequence[str], below: Sequence[Sequence[int]], anchor: int
) -> Iterator[tuple[int, str, str]]:
    """(word, branch, tail) of all words of a sentence, seen from ``anchor``.

    ``heads`` number the sentence's own words; ``below`` is ``children_of(heads)``.
    """
    climbed: list[str] = []
    word, came = anchor, -1
    while True:
        way = "^".join(climbed[:CLIMBED]) + ("^more" if len(climbed) > CLIMBED else "")
        yield word, f"{way}=", "="
        waiting = [
            (child, f"{way}<{relations[child]}", 0) for child in below[word] if child != came
        ]
        while waiting:
            here, branch, depth = waiting.pop()
            yield here, branch, f"{min(depth, DEEPEST)}{relations[here] if depth else ''}"
            waiting += [(child, branch, depth + 1) for child in below[here]]
        if heads[word] == word:
            return
        climbed.append(relations[word])
        came, word = word, heads[word]


class PathTables:
    """Numbers of the branches and tails that the model knows."""

    def __init__(self, branches: Sequence[str], tails: Sequence[str]) -> None:
        self.branches: Mapping[str, int] = {label: i for i, label in enumerate(branches)}
        self.tails: Mapping[str, int] = {label: i for i, label in enumerate(tails)}

    def fill(
        self,
        row: NDArray[np.int64],
        offset: int,
        tree: tuple[Sequence[int], Sequence[str], Sequence[Sequence[int]]],
        anchor: int,
    ) -> None:
        """Writes into ``row`` [words, 2] what the words of a window are to its word ``anchor``.

        The anchor's sentence begins at word ``offset`` and has the tree (heads, relations,
        children); words of other sentences are told as before or after.
        """
        heads, relations, below = tree
        row[:offset] = FIXED.index(BEFORE)
        row[offset + len(heads) :] = FIXED.index(AFTER)
        other = FIXED.index(OTHER)
        for word, branch, tail in paths(heads, relations, below, anchor - offset):
            row[offset + word, 0] = self.branches.get(branch, other)
            row[offset + word, 1] = self.tails.get(tail, other)
