"""Sentences cut into windows, run through the model in batches across reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec
import numpy as np

from dateline.language.model import Floats, Indices, Labels, Outputs, Window
from dateline.language.words import RawSentence

WINDOW = 192  # word pieces; the model was trained on windows up to 200
CONTEXT = 64  # of them at most for the sentence before, so that its actors are in sight
BATCH = 4096  # word pieces of one call of the network, padding counted
LEAST_TRIGGER = 0.1  # probability from which a word is looked at as a trigger
LEAST_CUE = 0.4


class LanguageModel(Protocol):
    """What reading needs of a language model; see ``model.Model``."""

    @property
    def digest(self) -> str: ...
    @property
    def labels(self) -> Labels: ...
    def pieces(self, word: str) -> tuple[int, ...]: ...
    def run(self, windows: Sequence[Window]) -> Outputs: ...
    def relations(self, dependent: Floats, governor: Floats) -> Indices: ...
    def acts(
        self, words: Floats, rows: Indices, anchors: Indices
    ) -> tuple[Floats, Floats, Floats]: ...
    def quotations(self, words: Floats, rows: Indices, anchors: Indices) -> Floats: ...


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
    """What ``quotations`` says of one cue: [words, parts]."""

    anchor: Anchor
    score: float
    parts: Floats


class Scores(msgspec.Struct, frozen=True):
    """The scores of the words that a window brings new, and of the anchors among them."""

    part_of_speech: Indices
    tag: Indices
    name: Floats
    arcs: Floats
    dependent: Floats
    governor: Floats
    cue: Floats
    acts: tuple[ActScores, ...]
    cues: tuple[CueScores, ...]


def cut(number: int, sentences: Sequence[RawSentence], model: LanguageModel) -> Iterator[Window]:
    """Windows of report ``number``: as many whole sentences as fit, after the one before them."""
    forms = [tuple(word.text for word in sentence.words) for sentence in sentences]
    pieces = [tuple(model.pieces(form) for form in words) for words in forms]
    sizes = [sum(map(len, own)) for own in pieces]
    start = at = 0  # first word and sentence that are not yet read
    while at < len(forms):
        before = at - 1 if at and sizes[at - 1] <= CONTEXT else at
        end, used = at, sum(sizes[before:at])
        while end < len(forms) and (end == at or used + sizes[end] <= WINDOW - 2):
            used += sizes[end]
            end += 1
        context = sum(len(words) for words in forms[before:at])
        yield Window(
            report=number,
            sentences=tuple(forms[before:end]),
            pieces=tuple(piece for own in pieces[before:end] for piece in own),
            start=start - context,
            context=context,
        )
        start += sum(len(words) for words in forms[at:end])
        at = end


def run(windows: Sequence[Window], model: LanguageModel) -> list[Scores]:
    """Scores in the order of ``windows``, run in batches of like length to save padding."""
    order = sorted(range(len(windows)), key=lambda i: windows[i].length)
    found: dict[int, Scores] = {}
    batch: list[int] = []
    for i in order:
        if batch and windows[i].length * (len(batch) + 1) > BATCH:
            found.update(zip(batch, run_batch([windows[j] for j in batch], model), strict=True))
            batch = []
        batch.append(i)
    if batch:
        found.update(zip(batch, run_batch([windows[j] for j in batch], model), strict=True))
    return [found[i] for i in range(len(windows))]


def run_batch(windows: Sequence[Window], model: LanguageModel) -> Iterator[Scores]:
    outputs = model.run(windows)
    own = np.zeros(outputs.tag.shape, dtype=bool)
    for row, window in enumerate(windows):
        own[row, window.context : len(window.pieces)] = True
    acts = read_acts(windows, outputs, own, model)
    cues = read_cues(windows, outputs, own, model)
    for row, window in enumerate(windows):
        new = slice(window.context, len(window.pieces))
        yield Scores(
            part_of_speech=outputs.part_of_speech[row, new],
            tag=outputs.tag[row, new],
            name=outputs.name[row, new],
            arcs=outputs.arcs[row, new, new],
            dependent=outputs.dependent[row, new],
            governor=outputs.governor[row, new],
            cue=outputs.cue[row, new],
            acts=tuple(acts[row]),
            cues=tuple(cues[row]),
        )


def read_acts(
    windows: Sequence[Window], outputs: Outputs, own: np.ndarray, model: LanguageModel
) -> list[list[ActScores]]:
    """For each window, the words that may be triggers and what surrounds them."""
    found: list[list[ActScores]] = [[] for _ in windows]
    rows, anchors = np.nonzero((outputs.trigger.max(axis=-1) >= LEAST_TRIGGER) & own)
    if not len(rows):
        return found
    roles, modes, traits = model.acts(outputs.words, rows, anchors)
    for i, (row, word) in enumerate(zip(rows.tolist(), anchors.tolist(), strict=True)):
        window = windows[row]
        found[row].append(
            ActScores(
                anchor=Anchor(window.start + word, window.start),
                trigger=outputs.trigger[row, word],
                roles=roles[i, : len(window.pieces)],
                modes=modes[i],
                traits=traits[i],
            )
        )
    return found


def read_cues(
    windows: Sequence[Window], outputs: Outputs, own: np.ndarray, model: LanguageModel
) -> list[list[CueScores]]:
    """For each window, the words that may be cues and what surrounds them."""
    found: list[list[CueScores]] = [[] for _ in windows]
    begins = outputs.cue[..., 1]
    rows, anchors = np.nonzero((begins >= LEAST_CUE) & own)
    if not len(rows):
        return found
    parts = model.quotations(outputs.words, rows, anchors)
    for i, (row, word) in enumerate(zip(rows.tolist(), anchors.tolist(), strict=True)):
        window = windows[row]
        found[row].append(
            CueScores(
                anchor=Anchor(window.start + word, window.start),
                score=float(begins[row, word]),
                parts=parts[i, : len(window.pieces)],
            )
        )
    return found
