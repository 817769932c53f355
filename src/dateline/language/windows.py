"""Sentences cut into windows, run through the model in batches across reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import msgspec
import numpy as np

from dateline.language.anchors import ActScores, CueScores, FrameScores, Heads, look_at
from dateline.language.model import Floats, Indices, Outputs, Window
from dateline.language.parse import Parse, parse
from dateline.language.words import RawSentence

WINDOW = 192  # word pieces; the model was trained on windows up to 200
CONTEXT = 64  # of them at most for the sentence before, so that its actors are in sight
BATCH = 4096  # word pieces of one call of the network, padding counted


class Layers(msgspec.Struct, frozen=True, kw_only=True):
    """What is read beside trees, names, quotations and acts; the coder needs neither.

    ``least_predicate`` is the probability from which a word counts as a predicate.
    """

    frames: bool = False
    chains: bool = False
    least_predicate: float = 0.5


CODING = Layers()
EVERYTHING = Layers(frames=True, chains=True)


class LanguageModel(Heads, Protocol):
    """What reading needs of a language model; see ``model.Model``."""

    @property
    def digest(self) -> str: ...
    @property
    def threads(self) -> int: ...
    def pieces(self, word: str) -> tuple[int, ...]: ...
    def run(self, windows: Sequence[Window]) -> Outputs: ...
    def relations(self, dependent: Floats, governor: Floats) -> Indices: ...
    def antecedents(self, mentions: Floats) -> Floats: ...


class Scores(msgspec.Struct, frozen=True):
    """The scores of the words that a window brings new, and of the anchors among them."""

    part_of_speech: Indices
    tag: Indices
    name: Floats
    parse: Parse
    cue: Floats
    factuality: Floats
    mentions: tuple[tuple[int, Floats], ...]  # report-wide word, its vector
    acts: tuple[ActScores, ...]
    cues: tuple[CueScores, ...]
    frames: tuple[FrameScores, ...]


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


def run(windows: Sequence[Window], model: LanguageModel, layers: Layers = CODING) -> list[Scores]:
    """Scores in the order of ``windows``, run in batches of like length to save padding, as many
    at once as the model has threads."""
    batches = list(of_like_length(windows))
    with ThreadPoolExecutor(model.threads) as pool:
        found = pool.map(
            lambda batch: list(run_batch([windows[i] for i in batch], model, layers)), batches
        )
        placed = {
            i: score
            for batch, scores in zip(batches, found, strict=True)
            for i, score in zip(batch, scores, strict=True)
        }
    return [placed[i] for i in range(len(windows))]


def of_like_length(windows: Sequence[Window]) -> Iterator[tuple[int, ...]]:
    """Batches of windows, by their places, the short ones first; padded, each holds at most
    ``BATCH`` word pieces if it holds more than one."""
    batch: list[int] = []
    for i in sorted(range(len(windows)), key=lambda i: windows[i].length):
        if batch and windows[i].length * (len(batch) + 1) > BATCH:
            yield tuple(batch)
            batch = []
        batch.append(i)
    if batch:
        yield tuple(batch)


def run_batch(windows: Sequence[Window], model: LanguageModel, layers: Layers) -> Iterator[Scores]:
    outputs = model.run(windows)
    own = np.zeros(outputs.tag.shape, dtype=bool)
    for row, window in enumerate(windows):
        own[row, window.context : len(window.pieces)] = True
    parses = parse(windows, outputs, model)
    looked = look_at(windows, outputs, own, parses, model, layers)
    for row, window in enumerate(windows):
        new = slice(window.context, len(window.pieces))
        mentions = np.flatnonzero(outputs.mention[row] & own[row]) if layers.chains else ()
        yield Scores(
            part_of_speech=outputs.part_of_speech[row, new],
            tag=outputs.tag[row, new],
            name=outputs.name[row, new],
            parse=parses[row],
            cue=outputs.cue[row, new],
            factuality=outputs.factuality[row, new],
            mentions=tuple((window.start + int(i), outputs.words[row, i]) for i in mentions),
            acts=tuple(looked.acts[row]),
            cues=tuple(looked.cues[row]),
            frames=tuple(looked.frames[row]),
        )
