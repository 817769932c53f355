"""Teachers, and what they see in the texts that a small network learns from."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from training.events import Seen, likelihoods, seen
from training.labels import labelled
from training.network import Network
from training.targets import Batch


@dataclass(frozen=True)
class Taught:
    """What teachers make of a batch, as probabilities: of its acts, where it is read for them, and
    of what ``labels.labelled`` scores."""

    acts: Seen | None
    labels: dict[str, Tensor]


@dataclass(frozen=True)
class Teachers:
    """One network that reads acts and one that labels names, quotations and arguments; either may
    be missing."""

    acts: Network | None
    labels: Network | None

    @torch.no_grad()
    def taught(self, batch: Batch) -> Taught:
        acts, labels = None, {}
        if self.acts and batch.targets["asked"].any():
            acts = likelihoods(seen(self.acts, batch, words_of(self.acts, batch)))
        if self.labels:
            scores = labelled(self.labels, batch, words_of(self.labels, batch))
            labels = {name: torch.softmax(value, dim=-1) for name, value in scores.items()}
        return Taught(acts, labels)


def words_of(network: Network, batch: Batch) -> Tensor:
    return network.encoder(batch.pieces, batch.shapes, batch.first, batch.last)  # type: ignore[no-any-return]
