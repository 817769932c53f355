"""The losses of the heads that read events: against our marks, and against what a teacher sees."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.network import Network
from training.windows import IGNORE, Batch

TRIGGERS = 4  # how much the loss of triggers counts beside those of their anchors


@dataclass(frozen=True)
class Seen:
    """Scores of a batch, or a teacher's probabilities: of types for every word [windows, words,
    types], and of modes, traits and roles for the marked anchors [anchors, …], if there are any."""

    trigger: Tensor
    mode: Tensor | None = None
    traits: Tensor | None = None
    roles: Tensor | None = None


def seen(network: Network, batch: Batch, words: Tensor) -> Seen:
    """The scores of the event heads, from word vectors [windows, words, 384]."""
    trigger = network.trigger(words)
    if "act_at" not in batch.targets:
        return Seen(trigger)
    at, paths = batch.targets["act_at"], batch.targets["act_paths"]
    anchors = words[at[:, 0], at[:, 1]]
    return Seen(
        trigger=trigger,
        mode=network.mode(anchors),
        traits=network.traits(anchors),
        roles=network.roles(words, batch.words.sum(1), at[:, 0], at[:, 1], paths),
    )


def likelihoods(scores: Seen) -> Seen:
    """The probabilities that scores stand for."""
    if scores.mode is None or scores.traits is None or scores.roles is None:
        return Seen(torch.sigmoid(scores.trigger))
    return Seen(
        trigger=torch.sigmoid(scores.trigger),
        mode=torch.softmax(scores.mode, dim=-1),
        traits=torch.sigmoid(scores.traits),
        roles=torch.sigmoid(scores.roles),
    )


def marked_losses(batch: Batch, scores: Seen) -> dict[str, Tensor]:
    """Against the marks; what these leave open costs nothing."""
    targets = batch.targets
    marked = targets["trigger"] != IGNORE
    found = {"trigger": triggers_loss(scores.trigger, targets["trigger"], marked)}
    if scores.mode is None or scores.traits is None or scores.roles is None:
        return found
    told = targets["act_mode"] != IGNORE
    if told.any():
        found["mode"] = functional.cross_entropy(
            scores.mode, targets["act_mode"], ignore_index=IGNORE
        )
        found["traits"] = functional.binary_cross_entropy_with_logits(
            scores.traits[told], targets["act_traits"][told]
        )
    real = targets["act_roles"] != IGNORE
    found["roles"] = functional.binary_cross_entropy_with_logits(
        scores.roles[real], targets["act_roles"][real], reduction="sum"
    ) / len(scores.roles)
    return found


def taught_losses(batch: Batch, scores: Seen, taught: Seen) -> dict[str, Tensor]:
    """Against a teacher's probabilities (Hinton et al. 2015), for every word of texts with acts and
    everything that stands around an anchor."""
    told = (batch.targets["trigger"] != IGNORE).any(-1)[..., None].expand_as(scores.trigger)
    found = {"taught trigger": triggers_loss(scores.trigger, taught.trigger, told)}
    if scores.mode is None or scores.traits is None or scores.roles is None:
        return found
    assert taught.mode is not None and taught.traits is not None and taught.roles is not None
    real = batch.words.bool()[batch.targets["act_at"][:, 0]]
    likely = functional.binary_cross_entropy_with_logits
    found["taught mode"] = functional.cross_entropy(scores.mode, taught.mode)
    found["taught traits"] = likely(scores.traits, taught.traits)
    found["taught roles"] = likely(scores.roles[real], taught.roles[real], reduction="sum") / len(
        scores.roles
    )
    return found


def triggers_loss(scores: Tensor, wanted: Tensor, where: Tensor) -> Tensor:
    """By the word, not by the word and type, since nearly all types are nearly always absent."""
    return (
        functional.binary_cross_entropy_with_logits(scores[where], wanted[where], reduction="sum")
        / where.any(-1).sum()
        * TRIGGERS
    )
