"""The trees of the sentences that a batch of windows brings new."""

from __future__ import annotations

from collections.abc import Sequence
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


def parse(windows: Sequence[Window], outputs: Outputs, model: Parser) -> list[Parse]:
    """Exact trees, and the relation of every word but the roots."""
    placed: list[list[tuple[int, Indices]]] = []
    dependents: list[Floats] = []
    governors: list[Floats] = []
    for row, window in enumerate(windows):
        own: list[tuple[int, Indices]] = []
        start = 0
        for words in window.sentences:
            end = start + len(words)
            if start >= window.context:
                heads = best_tree(outputs.arcs[row, start:end, start:end])
                own.append((start, heads))
                dependents.append(outputs.dependent[row, start:end])
                governors.append(outputs.governor[row, start + heads])
            start = end
        placed.append(own)
    names = model.labels.relations
    numbers = model.relations(np.concatenate(dependents), np.concatenate(governors)).tolist()
    at = 0
    found = []
    for own in placed:
        relations = []
        for _, heads in own:
            labels = [names[n] for n in numbers[at : at + len(heads)]]
            at += len(heads)
            relations.append(
                tuple(
                    ROOT if head == i else label
                    for i, (head, label) in enumerate(zip(heads.tolist(), labels, strict=True))
                )
            )
        found.append(
            Parse(
                starts=tuple(start for start, _ in own),
                heads=tuple(tuple(heads.tolist()) for _, heads in own),
                relations=tuple(relations),
            )
        )
    return found
