"""The losses of the heads that give each word one label: names, cues, the parts of quotations and
the arguments of predicates; against marks, and against what a teacher sees."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.network import Network, pair_scores
from training.targets import IGNORE, Batch

ANCHORS = {"argument": "frame", "quotation": "quotation"}  # labels of words around an anchor


def labelled(network: Network, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    """Scores by head, from word vectors [windows, words, 384]: of words [windows, words, labels]
    and of words around the batch's anchors [anchors, words, labels]."""
    scores = {"name": network.name(words), "cue": network.cue(words)}
    for name, scorer in (("argument", network.arguments), ("quotation", network.quotation)):
        if f"{ANCHORS[name]}_at" in batch.targets:
            scores[name] = pair_scores(scorer, words, batch, ANCHORS[name])
    return scores


def label_losses(batch: Batch, scores: dict[str, Tensor]) -> dict[str, Tensor]:
    """Against the marks; what these leave open costs nothing."""
    found = {}
    for name, own in scores.items():
        key = f"{ANCHORS[name]}_labels" if name in ANCHORS else name
        target = batch.targets[key]
        if not (target != IGNORE).any():
            continue
        if name == "name":
            found[name] = name_loss(own, target, batch.targets["name_open"])
        else:
            found[name] = functional.cross_entropy(
                own.flatten(0, 1), target.flatten(), ignore_index=IGNORE
            )
    return found


def taught_label_losses(
    batch: Batch, scores: dict[str, Tensor], taught: dict[str, Tensor]
) -> dict[str, Tensor]:
    """Against a teacher's probabilities (Hinton et al. 2015), for every word, marked or not."""
    real = batch.words.bool()
    found = {}
    for name, wanted in taught.items():
        at = real[batch.targets[f"{ANCHORS[name]}_at"][:, 0]] if name in ANCHORS else real
        found[f"taught {name}"] = functional.cross_entropy(scores[name][at], wanted[at])
    return found


def name_loss(scores: Tensor, target: Tensor, unmarked: Tensor) -> Tensor:
    """Cross entropy where "no name" also allows the kinds that the corpus does not mark."""
    logs = torch.log_softmax(scores, dim=-1)
    allowed = unmarked[:, None, :].expand_as(logs).clone()
    allowed[..., 0] = 1
    nothing = torch.logsumexp(logs + torch.log(allowed), dim=-1)
    named = torch.gather(logs, 2, target.clamp(min=0)[..., None])[..., 0]
    picked = torch.where(target == 0, nothing, named)
    return -picked[target != IGNORE].mean()
