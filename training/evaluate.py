"""Scores of the heads on held-out documents, with gold words and sentences."""

from __future__ import annotations

from collections import Counter

import torch

from dateline.language.segments import segments
from training.annotated import Document
from training.inventory import Inventory
from training.network import Network, gather, pair_scores
from training.targets import IGNORE, lay_out
from training.windows import LONGEST, Cutter, batches


@torch.no_grad()
def scores(
    network: Network, cutter: Cutter, documents: list[Document], inventory: Inventory
) -> dict[str, float]:
    """Shares in per cent: part of speech, UAS, LAS (punctuation counted), names F1, frames F1."""
    network.eval()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    windows = [w for d in documents for w in cutter.cut(d, LONGEST, None)]
    for group in batches(windows, 3000, None):
        batch = lay_out(group, inventory)
        targets = batch.targets
        words = network.encoder(batch.pieces, batch.shapes, batch.first, batch.last)
        for name, head in (("part_of_speech", network.part_of_speech), ("tag", network.tag)):
            real = targets[name] != IGNORE
            right[name] += int((head(words).argmax(-1) == targets[name])[real].sum())
            total[name] += int(real.sum())
        real = targets["head"] != IGNORE
        heads = network.tree.arcs(words, batch.sentence).argmax(-1)
        dependent, governor = network.tree.relation_vectors(words)
        relations = network.tree.relations(dependent, gather(governor, heads)).argmax(-1)
        attached = (heads == targets["head"]) & real
        right["uas"] += int(attached.sum())
        right["las"] += int((attached & (relations == targets["relation"])).sum())
        total["uas"] += int(real.sum())
        total["las"] += int(real.sum())
        real = targets["name"] != IGNORE
        tags = network.name(words).argmax(-1)
        for i, window in enumerate(group):
            if real[i].any():
                length = window.words
                got = name_spans([inventory.names[k] for k in tags[i, :length].tolist()])
                gold = name_spans(
                    [inventory.names[max(k, 0)] for k in targets["name"][i, :length].tolist()]
                )
                kinds = window.sentences[0].name_kinds
                got = {span for span in got if span[0] in kinds}
                count(right, total, "names", got, gold)
        if "frame_at" in targets:
            logs = torch.log_softmax(pair_scores(network.arguments, words, batch, "frame"), -1)
            for got_row, gold_row in zip(logs.numpy(), targets["frame_labels"], strict=True):
                length = int((gold_row != IGNORE).nonzero().max()) + 1
                first = int((gold_row != IGNORE).nonzero().min())
                got = set(segments(got_row[first:length], inventory.arguments))
                gold = name_spans([inventory.arguments[k] for k in gold_row[first:length].tolist()])
                count(right, total, "arguments", got, gold)
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


def count(right: Counter[str], total: Counter[str], name: str, got: set, gold: set) -> None:  # type: ignore[type-arg]
    right[name] += len(got & gold)
    total[f"{name} found"] += len(got)
    total[f"{name} gold"] += len(gold)


def name_spans(tags: list[str]) -> set[tuple[str, int, int]]:
    """(label, first, end) of BIO tags; an I without its B opens a span."""
    found: set[tuple[str, int, int]] = set()
    start, kind = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        goes_on = tag.startswith("I-") and tag[2:] == kind and start >= 0
        if start >= 0 and not goes_on:
            found.add((kind, start, i))
            start = -1
        if tag != "O" and not goes_on:
            start, kind = i, tag[2:]
    return found
