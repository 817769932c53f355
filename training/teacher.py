"""The teacher's encoder: MPNet in the place of MiniLM, with eight times the multiplications.

MPNet (Song et al. 2020) reads the same word pieces, their numbers moved by four. Its word vectors
are brought to the width of the small encoder's, so that every head, and all that comes after, is
the same for both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.inventory import Inventory
from training.network import HEADS, HIDDEN, SHAPES, VOCABULARY, Layer, Network, gather, layers_of
from training.targets import Batch

WIDE, DEEP, PLACES = 768, 12, 514
MOVED = 4  # a piece's number in MPNet's vocabulary, less its number in BERT's
MARKERS = {0: 1, 101: 0, 102: 2}  # padding, beginning and end: BERT's numbers to MPNet's
BUCKETS, FARTHEST = 32, 128  # of relative positions


class Teacher(nn.Module):
    """Word pieces to word vectors, as ``training.network.Encoder``."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDE)
        self.positions = nn.Embedding(PLACES, WIDE)
        self.shapes = nn.Embedding(SHAPES, WIDE)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDE, eps=1e-5)
        self.apart = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(dropout, WIDE, 1e-5) for _ in range(DEEP))
        self.shares = nn.Parameter(torch.zeros(DEEP))
        self.narrow = nn.Linear(WIDE, HIDDEN)
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        return self.narrow(self.wide(pieces, shapes, first, last))  # type: ignore[no-any-return]

    def wide(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """A mixture of all layers (Peters et al. 2018), since the last ones of this base are made
        for sentences.

        Shapes: pieces, shapes [batch, pieces]; first, last [batch, words] → [batch, words, 768].
        Pieces are BERT's; piece 0 is padding.
        """
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(place + 2)[None] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        near = self.apart(bucket(place[None, :] - place[:, None])).permute(2, 0, 1)[None]
        mask = near + (pieces == 0).to(x.dtype)[:, None, None, :] * -1e4
        words = 0
        for layer, share in zip(self.layers, self.shares.softmax(0), strict=True):
            x = layer(x, mask)
            own = (gather(x, first) + gather(x, last)) * 0.5
            words = words + share * functional.layer_norm(own, (WIDE,))
        return words

    def published(self) -> Iterator[nn.Parameter]:
        """The parameters that go on from published ones, and so change slowly."""
        return (
            p for name, p in self.named_parameters() if not name.startswith(("narrow.", "shares"))
        )

    def load_base(self, tensors: dict[str, Tensor]) -> None:
        """Take over the published MPNet weights (names of the transformers MPNetModel)."""
        known = tensors["embeddings.word_embeddings.weight"]
        pieces = known[MOVED : MOVED + VOCABULARY].clone()
        for ours, theirs in MARKERS.items():
            pieces[ours] = known[theirs]
        state = {
            "pieces.weight": pieces,
            "positions.weight": tensors["embeddings.position_embeddings.weight"],
            "norm.weight": tensors["embeddings.LayerNorm.weight"],
            "norm.bias": tensors["embeddings.LayerNorm.bias"],
            "apart.weight": tensors["encoder.relative_attention_bias.weight"],
        }
        parts = tuple(f"attention.attn.{part}" for part in "qkv")
        layers = layers_of(tensors, DEEP, parts, "attention.attn.o", "attention.LayerNorm")
        self.load_state_dict(self.state_dict() | state | layers)

    @torch.no_grad()
    def fit(self, small: nn.Module, batches: Iterable[Batch], ridge: float = 10.0) -> float:
        """Begins ``narrow`` with the least squares towards the word vectors of a trained small
        encoder, so that the heads trained on those go on from where they stand. Gives the share of
        variance that is explained."""
        wide, goal = [], []
        for batch in batches:
            read = batch.pieces, batch.shapes, batch.first, batch.last
            real = batch.words.bool()
            wide.append(self.wide(*read)[real])
            goal.append(small(*read)[real])
        x = torch.cat(wide).double()
        x, y = torch.cat([x, torch.ones_like(x[:, :1])], 1), torch.cat(goal).double()
        square = x.T @ x + ridge * torch.eye(x.shape[1], dtype=x.dtype)
        found = torch.linalg.solve(square, x.T @ y)
        self.narrow.weight.copy_(found[:-1].T)
        self.narrow.bias.copy_(found[-1])
        return float(1 - (y - x @ found).var() / y.var())


def bucket(apart: Tensor) -> Tensor:
    """Signed distances in pieces to 0 … 31, sixteen a side: exact below eight, then by their
    logarithm up to 128 (Raffel et al. 2020)."""
    side, exact = BUCKETS // 2, BUCKETS // 4
    size = apart.abs()
    far = exact + (
        torch.log(size.clamp(min=exact).float() / exact)
        / math.log(FARTHEST / exact)
        * (side - exact)
    ).long().clamp(max=side - exact - 1)
    return torch.where(size < exact, size, far) + side * (apart > 0)


def load_network(run: Path, inventory: Inventory) -> Network:
    """What a run has learnt, with either encoder; it learns nothing any more."""
    state = load_file(run / "network.safetensors")
    large = "encoder.narrow.weight" in state
    network = Network(inventory, encoder=Teacher() if large else None)
    network.load_state_dict(state)
    return network.eval().requires_grad_(requires_grad=False)
