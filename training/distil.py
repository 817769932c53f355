"""A teacher, and what it sees in the texts that a small network learns events from."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file

from training.events import Seen, likelihoods, seen
from training.inventory import Inventory
from training.network import Network
from training.targets import Batch
from training.teacher import Teacher


def load_teacher(run: Path, inventory: Inventory) -> Network:
    network = Network(inventory, encoder=Teacher())
    network.load_state_dict(load_file(run / "network.safetensors"))
    return network.eval().requires_grad_(requires_grad=False)


@torch.no_grad()
def taught_by(teacher: Network, batch: Batch) -> Seen | None:
    """What the teacher makes of a batch; ``None`` where no texts are read for their acts."""
    if not batch.targets["asked"].any():
        return None
    words = teacher.encoder(batch.pieces, batch.shapes, batch.first, batch.last)
    return likelihoods(seen(teacher, batch, words))
