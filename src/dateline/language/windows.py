"""Sentences cut into windows, and windows run through the model, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec
import numpy as np

from dateline.language.anchors import ActScores, CueScores, FrameScores, Heads, look_at
from dateline.language.model import Floats, Indices, Outputs, Window
from dateline.language.parse import Parse, parse
from dateline.language.words import RawSentence

WINDOW = 192  # word pieces; the model was trained on windows up to 200
CONTEXT = 64  # of them at most for the sentence before, so that its actors are in sight


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
    def run(self, window: Window) -> Outputs: ...
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


def cut(sentences: Sequence[RawSentence], model: LanguageModel) -> Iterator[Window]:
    """Windows of a report: as many whole sentences as fit, after the one before them."""
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
            sentences=tuple(forms[before:end]),
            pieces=tuple(piece for own in pieces[before:end] for piece in own),
            start=start - context,
            context=context,
        )
        start += sum(len(words) for words in forms[at:end])
        at = end


def run(window: Window, model: LanguageModel, layers: Layers = CODING) -> Scores:
    """The scores of one window.

    It is computed by itself: the network reckons in bytes whose scale is that of all it is
    given, so that windows computed together would change each other's scores. It is faster too,
    since nothing is padded and all that is reckoned with stays close to the processor.
    """
    outputs = model.run(window)
    tree = parse(window, outputs, model)
    looked = look_at(window, outputs, tree, model, layers)
    new = slice(window.context, None)
    mentions = np.flatnonzero(outputs.mention[new]) + window.context if layers.chains else ()
    return Scores(
        part_of_speech=outputs.part_of_speech[new],
        tag=outputs.tag[new],
        name=outputs.name[new],
        parse=tree,
        cue=outputs.cue[new],
        factuality=outputs.factuality[new],
        mentions=tuple((window.start + int(i), outputs.words[i]) for i in mentions),
        acts=looked.acts,
        cues=looked.cues,
        frames=looked.frames,
    )
