"""Words from which the model looks at all words of their window: triggers, cues, predicates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.language.model import Floats, Indices, Labels, Outputs, Seen, Window
from dateline.language.parse import Parse
from dateline.language.paths import PathTables, children_of

LEAST_TRIGGER = 0.1  # probability from which a word is looked at as a trigger
LEAST_CUE = 0.4

Booleans = NDArray[np.bool_]


class Anchor(msgspec.Struct, frozen=True):
    """A word looked at with all words of its window; word numbers are the report's."""

    word: int
    first: int  # of the window


class ActScores(msgspec.Struct, frozen=True):
    """What ``acts`` says of one anchor: [words, roles], [modes], [traits]."""

    anchor: Anchor
    trigger: Floats
    roles: Floats
    modes: Floats
    traits: Floats


class CueScores(msgspec.Struct, frozen=True):
    """What ``quotations`` says of one cue: [words, parts], log probabilities."""

    anchor: Anchor
    score: float
    parts: Floats


class FrameScores(msgspec.Struct, frozen=True):
    """What ``frames`` says of one predicate about its own sentence: [words, arguments]."""

    word: int
    first: int  # of the sentence; both number the report's words
    score: float
    arguments: Floats


class Looked(msgspec.Struct, frozen=True):
    """The anchors found in a window."""

    acts: tuple[ActScores, ...]
    cues: tuple[CueScores, ...]
    frames: tuple[FrameScores, ...]


class Heads(Protocol):
    """The heads of a language model that look from anchors."""

    @property
    def labels(self) -> Labels: ...
    @property
    def path_tables(self) -> PathTables: ...
    def acts(self, seen: Seen) -> tuple[Floats, Floats, Floats]: ...
    def quotations(self, seen: Seen) -> Floats: ...
    def frames(self, seen: Seen) -> Floats: ...


class Wanted(Protocol):
    """Whether frames are looked at, and which words count as predicates; see ``Layers``."""

    @property
    def frames(self) -> bool: ...
    @property
    def least_predicate(self) -> float: ...


def look_at(window: Window, outputs: Outputs, tree: Parse, model: Heads, layers: Wanted) -> Looked:
    """Looks from every word that may be an anchor, among those that the window brings new."""
    ways = _Ways(outputs.words, tree, model.path_tables)
    return Looked(
        acts=tuple(_acts(window, outputs, ways, model)),
        cues=tuple(_cues(window, outputs, ways, model)),
        frames=tuple(_frames(window, outputs, ways, model, layers)) if layers.frames else (),
    )


def _acts(window: Window, outputs: Outputs, ways: _Ways, model: Heads) -> Iterator[ActScores]:
    triggers = _new(window, outputs.trigger.max(axis=-1) >= LEAST_TRIGGER)
    if not len(triggers):
        return
    roles, modes, traits = model.acts(ways.seen(triggers))
    for i, word in enumerate(triggers.tolist()):
        yield ActScores(
            anchor=Anchor(window.start + word, window.start),
            trigger=outputs.trigger[word],
            roles=roles[i],
            modes=modes[i],
            traits=traits[i],
        )


def _cues(window: Window, outputs: Outputs, ways: _Ways, model: Heads) -> Iterator[CueScores]:
    begins = outputs.cue[:, 1]
    cues = _new(window, begins >= LEAST_CUE)
    if not len(cues):
        return
    parts = model.quotations(ways.seen(cues))
    for word, own in zip(cues.tolist(), parts, strict=True):
        anchor = Anchor(window.start + word, window.start)
        yield CueScores(anchor, float(begins[word]), own)


def _frames(
    window: Window, outputs: Outputs, ways: _Ways, model: Heads, layers: Wanted
) -> Iterator[FrameScores]:
    # Every verb is a predicate; the head tells which nouns and adjectives are.
    verbs = outputs.part_of_speech == model.labels.parts_of_speech.index("VERB")
    predicates = _new(window, verbs | (outputs.predicate >= layers.least_predicate))
    if not len(predicates):
        return
    arguments = model.frames(ways.seen(predicates))
    for word, own in zip(predicates.tolist(), arguments, strict=True):
        first, end = ways.sentence(word)
        start, score = window.start, float(outputs.predicate[word])
        yield FrameScores(start + word, start + first, score, own[first:end])


def _new(window: Window, chosen: Booleans) -> Indices:
    """The words chosen among those that stand not merely as context."""
    return np.flatnonzero(chosen[window.context :]) + window.context


class _Ways:
    """The words of a window, and the paths through its trees."""

    def __init__(self, words: Floats, tree: Parse, tables: PathTables) -> None:
        self.words = words
        self.tree = tree
        self.tables = tables
        self.below = [children_of(heads) for heads in tree.heads]

    def seen(self, anchors: Indices) -> Seen:
        """What the heads read of some anchors."""
        return Seen(words=self.words, anchors=anchors, paths=self.paths(anchors.tolist()))

    def paths(self, anchors: Sequence[int]) -> Indices:
        """[anchors, words, 2]: branches and tails, see ``paths``."""
        found = np.zeros((len(anchors), len(self.words), 2), dtype=np.int64)
        for row, word in zip(found, anchors, strict=True):
            number = self._number(word)
            tree = self.tree.heads[number], self.tree.relations[number], self.below[number]
            self.tables.fill(row, self.tree.starts[number], tree, word)
        return found

    def sentence(self, word: int) -> tuple[int, int]:
        """The window's words ``first <= i < end`` of the sentence that holds one of them."""
        number = self._number(word)
        first = self.tree.starts[number]
        return first, first + len(self.tree.heads[number])

    def _number(self, word: int) -> int:
        return bisect_right(self.tree.starts, word) - 1
