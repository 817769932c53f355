"""Scores of the heads on held-out documents, with gold words and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor

from dateline.language.segments import segments
from training.annotated import Document
from training.inventory import Inventory
from training.network import Network, gather, pair_scores
from training.targets import IGNORE, Batch, lay_out
from training.windows import LONGEST, Cutter, Window, batches

Labelled = tuple[str, int, int]  # label, first word, end


@torch.no_grad()
def scores(
    network: Network, cutter: Cutter, documents: list[Document], inventory: Inventory
) -> dict[str, float]:
    """Shares in per cent: part of speech, UAS, LAS (punctuation counted), names F1, frames F1."""
    network.eval()
    tally = Tally()
    windows = [w for d in documents for w in cutter.cut(d, LONGEST, None)]
    for group in batches(windows, 3000, None):
        batch = lay_out(group, inventory)
        words = network.encoder(batch.pieces, batch.shapes, batch.first, batch.last)
        count_tags(tally, network, words, batch)
        count_arcs(tally, network, words, batch)
        count_names(tally, network, words, batch, group, inventory)
        if "frame_at" in batch.targets:
            count_arguments(tally, network, words, batch, inventory)
    right, total = tally.right, tally.total
    found_scores = {
        name: round(100 * right[name] / total[name], 2)
        for name in ("part_of_speech", "tag", "uas", "las")
        if total[name]
    }
    for name in ("names", "arguments"):
        both = total[f"{name} found"] + total[f"{name} gold"]
        if both:
            found_scores[name] = round(200 * right[name] / both, 2)
    return found_scores


class Tally:
    """What was right, and of how many, under the name of each score."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()

    def labels(self, name: str, right: Tensor, real: Tensor) -> None:
        """Words that have a label, and those of them with the right one."""
        self.right[name] += int(right[real].sum())
        self.total[name] += int(real.sum())

    def spans(self, name: str, got: set[Labelled], gold: set[Labelled]) -> None:
        self.right[name] += len(got & gold)
        self.total[f"{name} found"] += len(got)
        self.total[f"{name} gold"] += len(gold)


def count_tags(tally: Tally, network: Network, words: Tensor, batch: Batch) -> None:
    for name, head in (("part_of_speech", network.part_of_speech), ("tag", network.tag)):
        gold = batch.targets[name]
        tally.labels(name, head(words).argmax(-1) == gold, gold != IGNORE)


def count_arcs(tally: Tally, network: Network, words: Tensor, batch: Batch) -> None:
    targets = batch.targets
    real = targets["head"] != IGNORE
    heads = network.tree.arcs(words, batch.sentence).argmax(-1)
    dependent, governor = network.tree.relation_vectors(words)
    relations = network.tree.relations(dependent, gather(governor, heads)).argmax(-1)
    attached = heads == targets["head"]
    tally.labels("uas", attached, real)
    tally.labels("las", attached & (relations == targets["relation"]), real)


def count_names(
    tally: Tally,
    network: Network,
    words: Tensor,
    batch: Batch,
    group: Sequence[Window],
    inventory: Inventory,
) -> None:
    """Of the kinds that the corpus of a window marks."""
    targets = batch.targets["name"]
    real = targets != IGNORE
    tags = network.name(words).argmax(-1)
    for i, window in enumerate(group):
        if real[i].any():
            length = window.words
            got = name_spans([inventory.names[k] for k in tags[i, :length].tolist()])
            gold = name_spans([inventory.names[max(k, 0)] for k in targets[i, :length].tolist()])
            kinds = window.sentences[0].name_kinds
            tally.spans("names", {span for span in got if span[0] in kinds}, gold)


def count_arguments(
    tally: Tally, network: Network, words: Tensor, batch: Batch, inventory: Inventory
) -> None:
    logs = torch.log_softmax(pair_scores(network.arguments, words, batch, "frame"), -1)
    for got_row, gold_row in zip(logs.numpy(), batch.targets["frame_labels"], strict=True):
        length = int((gold_row != IGNORE).nonzero().max()) + 1
        first = int((gold_row != IGNORE).nonzero().min())
        got = set(segments(got_row[first:length], inventory.arguments))
        gold = name_spans([inventory.arguments[k] for k in gold_row[first:length].tolist()])
        tally.spans("arguments", got, gold)


def name_spans(tags: list[str]) -> set[Labelled]:
    """(label, first, end) of BIO tags; an I without its B opens a span."""
    found: set[Labelled] = set()
    start, kind = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        goes_on = tag.startswith("I-") and tag[2:] == kind and start >= 0
        if start >= 0 and not goes_on:
            found.add((kind, start, i))
            start = -1
        if tag != "O" and not goes_on:
            start, kind = i, tag[2:]
    return found
