"""Words from which the model looks at all words of their window: triggers, cues, predicates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.language.model import Floats, Indices, Labels, Outputs, Seen, Window
from dateline.language.parse import Parse
from dateline.language.paths import PathTables, children_of

LEAST_TRIGGER = 0.1  # probability from which a word is looked at as a trigger
LEAST_CUE = 0.4

Booleans = NDArray[np.bool_]
T = TypeVar("T")


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
    """The anchors found, for each window."""

    acts: list[list[ActScores]]
    cues: list[list[CueScores]]
    frames: list[list[FrameScores]]


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


def look_at(
    windows: Sequence[Window],
    outputs: Outputs,
    own: Booleans,
    parses: Sequence[Parse],
    model: Heads,
    layers: Wanted,
) -> Looked:
    """Looks from every word, among those marked in ``own`` [windows, words], that may be one."""
    looked = Looked(
        acts=[[] for _ in windows], cues=[[] for _ in windows], frames=[[] for _ in windows]
    )
    ways = _Ways(windows, outputs.words, parses, model.path_tables)

    triggers = _Places.where((outputs.trigger.max(axis=-1) >= LEAST_TRIGGER) & own)
    if triggers.count:
        roles, modes, traits = triggers.look(model.acts, ways)
        for i, (row, word) in enumerate(triggers.pairs):
            scores = ActScores(
                anchor=Anchor(windows[row].start + word, windows[row].start),
                trigger=outputs.trigger[row, word],
                roles=roles[i, : len(windows[row].pieces)],
                modes=modes[i],
                traits=traits[i],
            )
            looked.acts[row].append(scores)

    begins = outputs.cue[..., 1]
    cues = _Places.where((begins >= LEAST_CUE) & own)
    if cues.count:
        parts = cues.look(model.quotations, ways)
        for i, (row, word) in enumerate(cues.pairs):
            anchor = Anchor(windows[row].start + word, windows[row].start)
            own_parts = parts[i, : len(windows[row].pieces)]
            looked.cues[row].append(CueScores(anchor, float(begins[row, word]), own_parts))

    if layers.frames:
        # Every verb is a predicate; the head tells which nouns and adjectives are.
        verbs = outputs.part_of_speech == model.labels.parts_of_speech.index("VERB")
        likely = outputs.predicate >= layers.least_predicate
        predicates = _Places.where((likely | verbs) & own)
        if predicates.count:
            arguments = predicates.look(model.frames, ways)
            for i, (row, word) in enumerate(predicates.pairs):
                first, end = ways.sentence(row, word)
                start = windows[row].start
                score = float(outputs.predicate[row, word])
                inside = arguments[i, first:end]
                looked.frames[row].append(FrameScores(start + word, start + first, score, inside))
    return looked


class _Places(msgspec.Struct, frozen=True):
    """Anchors of one kind in a batch."""

    rows: Indices
    words: Indices

    @classmethod
    def where(cls, chosen: Booleans) -> _Places:
        return cls(*np.nonzero(chosen))

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        return list(zip(self.rows.tolist(), self.words.tolist(), strict=True))

    def look(self, head: Callable[[Seen], T], ways: _Ways) -> T:
        return head(ways.seen(self.rows, self.words))


class _Ways:
    """The words of a batch, and the paths through its trees."""

    def __init__(
        self,
        windows: Sequence[Window],
        words: Floats,
        parses: Sequence[Parse],
        tables: PathTables,
    ) -> None:
        self.words = words
        self.lengths = np.array([len(window.pieces) for window in windows], dtype=np.int64)
        self.parses = parses
        self.tables = tables
        self.below: dict[tuple[int, int], list[list[int]]] = {}

    def seen(self, rows: Indices, anchors: Indices) -> Seen:
        """What the heads read of some anchors."""
        paths = self.paths(rows.tolist(), anchors.tolist())
        return Seen(words=self.words, lengths=self.lengths, rows=rows, anchors=anchors, paths=paths)

    def paths(self, rows: list[int], anchors: list[int]) -> Indices:
        """[anchors, words, 2]: branches and tails, see ``paths``."""
        found = np.zeros((len(rows), self.words.shape[1], 2), dtype=np.int64)
        for i, (row, word) in enumerate(zip(rows, anchors, strict=True)):
            number = self._number(row, word)
            own = self.parses[row]
            if (row, number) not in self.below:
                self.below[row, number] = children_of(own.heads[number])
            tree = own.heads[number], own.relations[number], self.below[row, number]
            self.tables.fill(found[i], own.starts[number], tree, word)
        return found

    def sentence(self, row: int, word: int) -> tuple[int, int]:
        """The window's words ``first <= i < end`` of the sentence that holds one of them."""
        number = self._number(row, word)
        first = self.parses[row].starts[number]
        return first, first + len(self.parses[row].heads[number])

    def _number(self, row: int, word: int) -> int:
        starts = self.parses[row].starts
        return max(k for k, start in enumerate(starts) if start <= word)
