"""The trees of the sentences that a window brings new."""

from __future__ import annotations

from typing import Protocol

import msgspec
import numpy as np

from dateline.language.arborescence import best_tree
from dateline.language.model import Floats, Indices, Labels, Outputs, Window

ROOT = "root"


class Parser(Protocol):
    @property
    def labels(self) -> Labels: ...
    def relations(self, dependent: Floats, governor: Floats) -> Indices: ...


class Parse(msgspec.Struct, frozen=True):
    """Trees of a window's new sentences, one after the other.

    ``starts`` are the first words of these sentences in the window; ``heads`` number the words
    of their own sentence, the root being its own head.
    """

    starts: tuple[int, ...]
    heads: tuple[tuple[int, ...], ...]
    relations: tuple[tuple[str, ...], ...]


def parse(window: Window, outputs: Outputs, model: Parser) -> Parse:
    """Exact trees, and the relation of every word but the roots."""
    names = model.labels.relations
    starts: list[int] = []
    trees: list[Indices] = []
    start = 0
    for words in window.sentences:
        end = start + len(words)
        if start >= window.context:
            starts.append(start)
            trees.append(best_tree(outputs.arcs[start:end, start:end]))
        start = end
    governors = np.concatenate([at + heads for at, heads in zip(starts, trees, strict=True)])
    numbers = model.relations(outputs.dependent[window.context :], outputs.governor[governors])
    labels = [names[number] for number in numbers.tolist()]
    heads = tuple(tuple(own.tolist()) for own in trees)
    return Parse(
        starts=tuple(starts),
        heads=heads,
        relations=tuple(
            tuple(
                ROOT if head == i else labels[at - window.context + i] for i, head in enumerate(own)
            )
            for at, own in zip(starts, heads, strict=True)
        ),
    )
