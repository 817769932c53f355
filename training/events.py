"""The losses of the heads that read events: against our marks, and against what a teacher sees."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.network import Network, pair_scores
from training.targets import IGNORE, Batch

TRIGGERS = 4  # how much the loss of triggers counts beside those of their anchors


@dataclass(frozen=True)
class Anchors:
    """Scores, or a teacher's probabilities, of the marked anchors of a batch [anchors, …]."""

    mode: Tensor
    traits: Tensor
    roles: Tensor  # [anchors, words, roles]


@dataclass(frozen=True)
class Seen:
    """Scores of a batch, or a teacher's probabilities: of types for every word [windows, words,
    types], and of its anchors, if it has any."""

    trigger: Tensor
    anchors: Anchors | None = None


def seen(network: Network, batch: Batch, words: Tensor) -> Seen:
    """The scores of the event heads, from word vectors [windows, words, 384]."""
    trigger = network.trigger(words)
    if "act_at" not in batch.targets:
        return Seen(trigger)
    at = batch.targets["act_at"]
    anchors = words[at[:, 0], at[:, 1]]
    roles = pair_scores(network.roles, words, batch, "act")
    return Seen(trigger, Anchors(network.mode(anchors), network.traits(anchors), roles))


def likelihoods(scores: Seen) -> Seen:
    """The probabilities that scores stand for."""
    trigger, anchors = torch.sigmoid(scores.trigger), scores.anchors
    if anchors is None:
        return Seen(trigger)
    mode = torch.softmax(anchors.mode, dim=-1)
    return Seen(trigger, Anchors(mode, torch.sigmoid(anchors.traits), torch.sigmoid(anchors.roles)))


def marked_losses(batch: Batch, scores: Seen) -> dict[str, Tensor]:
    """Against the marks; what these leave open costs nothing."""
    targets = batch.targets
    found = {}
    marked = targets["trigger"] != IGNORE
    if marked.any():
        found["trigger"] = triggers_loss(scores.trigger, targets["trigger"], marked)
    anchors = scores.anchors
    if anchors is None:
        return found
    told = targets["act_mode"] != IGNORE
    if told.any():
        found["mode"] = functional.cross_entropy(
            anchors.mode, targets["act_mode"], ignore_index=IGNORE
        )
        found["traits"] = functional.binary_cross_entropy_with_logits(
            anchors.traits[told], targets["act_traits"][told]
        )
    real = targets["act_roles"] != IGNORE
    if real.any():
        found["roles"] = (
            functional.binary_cross_entropy_with_logits(
                anchors.roles[real], targets["act_roles"][real], reduction="sum"
            )
            / real.flatten(1).any(-1).sum()
        )
    return found


def taught_losses(batch: Batch, scores: Seen, taught: Seen) -> dict[str, Tensor]:
    """Against a teacher's probabilities (Hinton et al. 2015), for every word of texts that are read
    for acts, marked or not, and everything that stands around an anchor."""
    told = batch.targets["asked"][..., None].expand_as(scores.trigger)
    found = {"taught trigger": triggers_loss(scores.trigger, taught.trigger, told)}
    own, wanted = scores.anchors, taught.anchors
    if own is None or wanted is None:
        return found
    real = batch.words.bool()[batch.targets["act_at"][:, 0]]
    likely = functional.binary_cross_entropy_with_logits
    found["taught mode"] = functional.cross_entropy(own.mode, wanted.mode)
    found["taught traits"] = likely(own.traits, wanted.traits)
    found["taught roles"] = likely(own.roles[real], wanted.roles[real], reduction="sum") / len(real)
    return found


def triggers_loss(scores: Tensor, wanted: Tensor, where: Tensor) -> Tensor:
    """By the word, not by the word and type, since nearly all types are nearly always absent."""
    return (
        functional.binary_cross_entropy_with_logits(scores[where], wanted[where], reduction="sum")
        / where.any(-1).sum()
        * TRIGGERS
    )
