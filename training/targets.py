"""Windows laid out as the tensors of one step, with the targets of every head."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from dateline.language.paths import PathTables, children_of
from training.annotated import Bound, Document, Sentence
from training.inventory import Inventory
from training.windows import Window, inputs_of

IGNORE = -100
MOST_PAIRED = 220  # anchors of one kind and step; the rest are met in other epochs


@dataclass(frozen=True)
class Batch:
    """Inputs and targets of one step; a target that a window lacks is ``IGNORE``."""

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    sentence: Tensor
    words: Tensor  # 1 for a word, 0 for padding
    targets: dict[str, Tensor]


def lay_out(windows: Sequence[Window], inventory: Inventory) -> Batch:
    grid = inputs_of(windows)
    count, most = grid["words"].shape
    targets = Targets(count, most, inventory)
    for row, window in enumerate(windows):
        targets.fill(row, window)
    return Batch(
        **grid,
        targets=targets.tensors(),
    )


class Targets:
    """The target arrays of one batch, filled window by window."""

    def __init__(self, count: int, most: int, inventory: Inventory) -> None:
        self.inventory = inventory
        self.index = {
            name: {label: i for i, label in enumerate(getattr(inventory, name))}
            for name in (
                "parts_of_speech",
                "tags",
                "relations",
                "names",
                "arguments",
                "cues",
                "quotation",
                "triggers",
                "modes",
                "traits",
                "roles",
            )
        }
        self.tables = PathTables(inventory.branches, inventory.tails)
        self.trees: dict[int, list[tuple[int, Sentence, list[list[int]]]]] = {}
        self.count, self.most = count, most
        self.word = {
            name: np.full((count, most), IGNORE, dtype=np.int64)
            for name in (
                "part_of_speech",
                "tag",
                "head",
                "relation",
                "name",
                "predicate",
                "cue",
                "mention",
            )
        }
        self.name_open = np.zeros((count, len(inventory.names)), dtype=np.float32)
        self.chain = np.full((count, most), -1, dtype=np.int64)
        self.factuality = np.full((count, most), np.nan, dtype=np.float32)
        self.trigger = np.full((count, most, len(inventory.triggers)), IGNORE, dtype=np.float32)
        self.asked = np.zeros((count, most), dtype=np.bool_)  # what a teacher may be asked about
        self.frames: list[tuple[int, int, np.ndarray]] = []
        self.quotations: list[tuple[int, int, np.ndarray]] = []
        self.acts: list[tuple[int, int, np.ndarray, int, np.ndarray]] = []

    def paths(self, row: int, anchor: int) -> np.ndarray:
        """[words, 2]: branch and tail of every word of the window, seen from ``anchor``."""
        found = np.zeros((self.most, 2), dtype=np.int64)
        for offset, sentence, below in self.trees.get(row, ()):
            if offset <= anchor < offset + len(below):
                assert sentence.tree is not None
                self.tables.fill(found, offset, (*sentence.tree, below), anchor)
        return found

    def fill(self, row: int, window: Window) -> None:
        offset = 0
        for sentence in window.sentences:
            if sentence.tree is not None:
                below = children_of(sentence.tree[0])
                self.trees.setdefault(row, []).append((offset, sentence, below))
            self.fill_sentence(row, offset, sentence)
            offset += len(sentence.words)
        document = window.document
        for head, chain in document.mentions or ():
            if 0 <= head - window.start < window.words:
                self.chain[row, head - window.start] = chain
        if document.mentions is not None:
            self.word["mention"][row, : window.words] = self.chain[row, : window.words] >= 0
        if document.cues is not None:
            if document.marked:
                self.word["cue"][row, : window.words] = 0
            for cue in document.cues:
                self.fill_cue(row, window, cue, document.marked)
        if document.triggers is not None:
            self.fill_triggers(row, window, document)

    def fill_triggers(self, row: int, window: Window, document: Document) -> None:
        self.asked[row, : window.words] = True
        triggers = document.triggers or ()
        if document.marked and document.only_anchors:
            anchors = (trigger.first - window.start for trigger in triggers)
            self.trigger[row, [at for at in anchors if 0 <= at < window.words]] = 0
        elif document.marked:
            self.trigger[row, : window.words] = 0
        for label, word in document.repeats:
            if 0 <= word - window.start < window.words:
                self.trigger[row, word - window.start, self.index["triggers"][label]] = IGNORE
        for trigger in triggers:
            place = trigger.first - window.start
            if 0 <= place < window.words and document.marked:
                self.fill_trigger(row, place, window, trigger)
            elif 0 <= place < window.words:
                self.acts.append((row, place, *self.nothing_known()))

    def nothing_known(self) -> tuple[np.ndarray, int, np.ndarray]:
        """Roles, mode and traits of an anchor that nobody marked."""
        roles = np.full((self.most, len(self.inventory.roles)), IGNORE, dtype=np.float32)
        traits = np.full(len(self.inventory.traits), IGNORE, dtype=np.float32)
        return roles, IGNORE, traits

    def fill_sentence(self, row: int, offset: int, sentence: Sentence) -> None:
        length = len(sentence.words)
        here = slice(offset, offset + length)
        if sentence.heads is not None:
            assert sentence.parts_of_speech and sentence.tags and sentence.relations
            for name, values, key in (
                ("part_of_speech", sentence.parts_of_speech, "parts_of_speech"),
                ("tag", sentence.tags, "tags"),
                ("relation", sentence.relations, "relations"),
            ):
                known = self.index[key]
                self.word[name][row, here] = [known.get(value, IGNORE) for value in values]
            self.word["head"][row, here] = [offset + head for head in sentence.heads]
        if sentence.names is not None:
            tags = ["O"] * length
            for kind, first, end in sentence.names:
                tags[first:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - first - 1)]
            self.word["name"][row, here] = [self.index["names"][tag] for tag in tags]
            for label, i in self.index["names"].items():
                if label != "O" and label[2:] not in sentence.name_kinds:
                    self.name_open[row, i] = 1
        if sentence.frames is not None:
            self.word["predicate"][row, here] = 0
            for frame in sentence.frames:
                self.fill_frame(row, offset, length, frame)
        for i, value in sentence.factuality or ():
            self.factuality[row, offset + i] = value

    def fill_frame(self, row: int, offset: int, length: int, frame: Bound) -> None:
        self.word["predicate"][row, offset + frame.first] = 1
        labels = np.full(self.most, IGNORE, dtype=np.int64)
        labels[offset : offset + length] = 0
        known = self.index["arguments"]
        for role, first, end in frame.parts:
            if f"B-{role}" in known:
                labels[offset + first] = known[f"B-{role}"]
                labels[offset + first + 1 : offset + end] = known[f"I-{role}"]
        self.frames.append((row, offset + frame.first, labels))

    def fill_cue(self, row: int, window: Window, cue: Bound, marked: bool) -> None:
        first, end = cue.first - window.start, cue.end - window.start
        if first < 0 or end > window.words:
            return
        labels = np.full(self.most, IGNORE, dtype=np.int64)
        if not marked:
            self.quotations.append((row, first, labels))
            return
        self.word["cue"][row, first] = 1
        self.word["cue"][row, first + 1 : end] = 2
        labels[: window.words] = 0
        for role, a, b in cue.parts:
            a, b = max(a - window.start, 0), min(b - window.start, window.words)
            if a < b:
                labels[a:b] = self.index["quotation"][role]
        self.quotations.append((row, first, labels))

    def fill_trigger(self, row: int, place: int, window: Window, trigger: Bound) -> None:
        self.trigger[row, place, self.index["triggers"][trigger.label]] = 1
        roles = np.zeros((self.most, len(self.inventory.roles)), dtype=np.float32)
        roles[window.words :] = IGNORE
        for role, word in trigger.open:
            if 0 <= word - window.start < window.words:
                roles[word - window.start, self.index["roles"][role]] = IGNORE
        for role, first, _ in trigger.parts:
            at = first - window.start
            if 0 <= at < window.words:
                roles[at, self.index["roles"][role]] = 1
        traits = np.zeros(len(self.inventory.traits), dtype=np.float32)
        mode = 0
        for trait, value in trigger.traits:
            if trait == "mode":
                mode = self.index["modes"].get(value, 0)
            elif trait == "unknown":
                traits[:], mode = IGNORE, IGNORE
            else:
                traits[self.index["traits"][trait]] = 1
        self.acts.append((row, place, roles, mode, traits))

    def tensors(self) -> dict[str, Tensor]:
        found = {name: torch.from_numpy(values) for name, values in self.word.items()}
        found["name_open"] = torch.from_numpy(self.name_open)
        found["chain"] = torch.from_numpy(self.chain)
        found["factuality"] = torch.from_numpy(self.factuality)
        found["trigger"] = torch.from_numpy(self.trigger)
        found["asked"] = torch.from_numpy(self.asked)
        for name, group in (("frame", self.frames), ("quotation", self.quotations)):
            if len(group) > MOST_PAIRED:
                group = random.sample(group, MOST_PAIRED)
            if group:
                found[f"{name}_at"] = torch.tensor([(row, at) for row, at, _ in group])
                found[f"{name}_labels"] = torch.from_numpy(np.stack([x for _, _, x in group]))
                found[f"{name}_paths"] = self.stacked([(row, at) for row, at, _ in group])
        if self.acts:
            found["act_at"] = torch.tensor([(row, at) for row, at, *_ in self.acts])
            found["act_paths"] = self.stacked([(row, at) for row, at, *_ in self.acts])
            found["act_roles"] = torch.from_numpy(np.stack([act[2] for act in self.acts]))
            found["act_mode"] = torch.tensor([act[3] for act in self.acts])
            found["act_traits"] = torch.from_numpy(np.stack([act[4] for act in self.acts]))
        return found

    def stacked(self, anchors: list[tuple[int, int]]) -> Tensor:
        return torch.from_numpy(np.stack([self.paths(row, at) for row, at in anchors]))
