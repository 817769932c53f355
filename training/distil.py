"""What a teacher sees of events, and the losses of a small network that learns to see the same.

Distillation after Hinton et al. (2015): beside the marks, the small network learns how likely the
teacher finds every word to name an act, and every word around an act to be one of its parties.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from training.inventory import Inventory
from training.network import Network
from training.teacher import Teacher
from training.windows import IGNORE, Batch


@dataclass(frozen=True)
class Taught:
    """A teacher's probabilities: of types for every word [windows, words, types], and of modes,
    traits and roles for the anchors of the batch [anchors, …]."""

    trigger: Tensor
    mode: Tensor
    traits: Tensor
    roles: Tensor


def load_teacher(run: Path, inventory: Inventory) -> Network:
    network = Network(inventory, encoder=Teacher())
    network.load_state_dict(load_file(run / "network.safetensors"))
    return network.eval().requires_grad_(requires_grad=False)


@torch.no_grad()
def taught_by(teacher: Network, batch: Batch) -> Taught | None:
    """What the teacher makes of a batch; ``None`` where no acts are marked in it."""
    if "act_at" not in batch.targets:
        return None
    words = teacher.encoder(batch.pieces, batch.shapes, batch.first, batch.last)
    mode, traits, roles = of_anchors(teacher, batch, words)
    return Taught(
        trigger=torch.sigmoid(teacher.trigger(words)),
        mode=torch.softmax(mode, dim=-1),
        traits=torch.sigmoid(traits),
        roles=torch.sigmoid(roles),
    )


def of_anchors(network: Network, batch: Batch, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Scores of modes and traits [anchors, …] and of roles [anchors, words, roles]."""
    at, paths = batch.targets["act_at"], batch.targets["act_paths"]
    anchors = words[at[:, 0], at[:, 1]]
    roles = network.roles(words, batch.words.sum(1), at[:, 0], at[:, 1], paths)
    return network.mode(anchors), network.traits(anchors), roles


def taught_losses(
    network: Network, batch: Batch, words: Tensor, taught: Taught
) -> dict[str, Tensor]:
    """How far the network is from its teacher, scaled as the losses from marks are
    (``training.losses.event_losses``)."""
    mode, traits, roles = of_anchors(network, batch, words)
    told = (batch.targets["trigger"] != IGNORE).any(-1)
    real = batch.words.bool()[batch.targets["act_at"][:, 0]]
    likely = functional.binary_cross_entropy_with_logits
    return {
        "taught trigger": 4
        * likely(network.trigger(words)[told], taught.trigger[told], reduction="sum")
        / told.sum(),
        "taught mode": functional.cross_entropy(mode, taught.mode),
        "taught traits": likely(traits, taught.traits),
        "taught roles": likely(roles[real], taught.roles[real], reduction="sum") / len(real),
    }
