"""Documents cut into windows of whole sentences, and what the encoder reads of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.language.shapes import shape_of
from training.annotated import Document, Sentence

LONGEST = 200  # word pieces of one window, the markers at its ends included


@dataclass(frozen=True)
class Window:
    """Consecutive sentences of one document; ``start`` is its first word's number there."""

    document: Document
    sentences: tuple[Sentence, ...]
    start: int
    pieces: tuple[tuple[int, ...], ...]  # of each word

    @property
    def length(self) -> int:
        return sum(map(len, self.pieces)) + 2

    @property
    def words(self) -> int:
        return len(self.pieces)


class Cutter:
    """Cuts documents into windows at random sizes, so that the model meets all of them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.tokenizer = tokenizer
        self.known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self.known[word] = tuple(ids[:12]) or (self.tokenizer.token_to_id("[UNK]"),)
        return self.known[word]

    def cut(self, document: Document, longest: int, seed: random.Random | None) -> Iterator[Window]:
        """Windows of at most ``longest`` pieces; with ``seed``, of random sizes up to it."""
        held: list[Sentence] = []
        pieces: list[tuple[int, ...]] = []
        start = used = 0
        limit = longest
        for sentence in document.sentences:
            own = [self.pieces(word) for word in sentence.words]
            size = sum(map(len, own))
            if held and used + size > limit - 2:
                yield Window(document, tuple(held), start, tuple(pieces))
                start += len(pieces)
                held, pieces, used = [], [], 0
                limit = longest if seed is None else seed.choice((40, 90, longest, longest))
            held.append(sentence)
            pieces += own
            used += size
        if held:
            yield Window(document, tuple(held), start, tuple(pieces))


def batches(
    windows: Iterable[Window], size: int, seed: random.Random | None
) -> Iterator[list[Window]]:
    """Groups of similar length holding about ``size`` pieces, in random order with ``seed``."""
    ordered = [window for window in windows if window.length <= 500]
    if seed is not None:
        seed.shuffle(ordered)
    ordered.sort(key=lambda window: window.length // 16)
    groups: list[list[Window]] = [[]]
    for window in ordered:
        if groups[-1] and window.length * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(window)
    if seed is not None:
        seed.shuffle(groups)
    yield from (group for group in groups if group)


def inputs_of(windows: Sequence[Window]) -> dict[str, Tensor]:
    """What the encoder reads of some windows: the fields of ``Batch`` but for its targets."""
    longest = max(window.length for window in windows)
    most = max(window.words for window in windows)
    grid = {
        name: np.zeros(
            (len(windows), longest if name in ("pieces", "shapes") else most), dtype=np.int64
        )
        for name in ("pieces", "shapes", "first", "last", "sentence", "words")
    }
    for row, window in enumerate(windows):
        fill_inputs(grid, row, window)
    return {name: torch.from_numpy(values) for name, values in grid.items()}


def fill_inputs(grid: dict[str, np.ndarray], row: int, window: Window) -> None:
    grid["pieces"][row, 0], at = 101, 1
    word = 0
    for number, sentence in enumerate(window.sentences, start=1):
        for i, form in enumerate(sentence.words):
            own = window.pieces[word]
            grid["pieces"][row, at : at + len(own)] = own
            grid["shapes"][row, at : at + len(own)] = shape_of(form, first=i == 0)
            grid["first"][row, word], grid["last"][row, word] = at, at + len(own) - 1
            grid["sentence"][row, word] = number
            grid["words"][row, word] = 1
            at += len(own)
            word += 1
    grid["pieces"][row, at] = 102
