"""The language model: a MiniLM encoder over windows of words, and heads that read its word vectors.

The encoder is BERT (Devlin et al. 2019) at the size of MiniLM-L6 (Wang et al. 2020), with an
embedding of each word's letter case added, since the base vocabulary is lower-cased. The tree
head is the biaffine parser of Dozat and Manning (2017); pairs of an anchor and a word are
labelled by a small scorer that also sees the tree between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.inventory import Inventory
from training.targets import Batch

HIDDEN, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 6, 12, 30522, 512
SHAPES = 12
ARC, RELATION, PAIR = 256, 64, 160
PAIR_HEADS = 5
DISTANCES = 24


class Layer(nn.Module):
    """One transformer layer with queries, keys and values in one product."""

    def __init__(self, dropout: float, hidden: int = HIDDEN, eps: float = 1e-12) -> None:
        super().__init__()
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm_attention = nn.LayerNorm(hidden, eps=eps)
        self.up = nn.Linear(hidden, 4 * hidden)
        self.down = nn.Linear(4 * hidden, hidden)
        self.norm_out = nn.LayerNorm(hidden, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, hidden // HEADS).unbind(2)
        mixed = functional.scaled_dot_product_attention(
            q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), attn_mask=mask
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        # The numbers of the first piece, [CLS], are three times as large as those of words. By
        # itself it does not coarsen the scale in which words are quantised.
        inner = torch.cat([self._inner(x[:, :1]), self._inner(x[:, 1:])], dim=1)
        return self.norm_out(x + self.dropout(inner))  # type: ignore[no-any-return]

    def _inner(self, x: Tensor) -> Tensor:
        return self.down(functional.gelu(self.up(x)))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Word pieces to word vectors: the mean of each word's first and last piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Shapes: pieces, shapes [batch, pieces]; first, last [batch, words] → [batch, words, 384].

        Piece 0 is padding.
        """
        length = pieces.shape[1]
        position = torch.arange(length, device=pieces.device)
        x = self.pieces(pieces) + self.positions(position)[None] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (pieces == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return (gather(x, first) + gather(x, last)) * 0.5

    def published(self) -> Iterator[nn.Parameter]:
        """The parameters that go on from published ones, and so change slowly."""
        return self.parameters()

    def load_base(self, tensors: dict[str, Tensor]) -> None:
        """Take over the published MiniLM weights (names of the transformers BertModel)."""
        state = {
            "pieces.weight": tensors["embeddings.word_embeddings.weight"],
            "positions.weight": tensors["embeddings.position_embeddings.weight"]
            + tensors["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": tensors["embeddings.LayerNorm.weight"],
            "norm.bias": tensors["embeddings.LayerNorm.bias"],
            "shapes.weight": self.shapes.weight.data,
        }
        parts = tuple(f"attention.self.{part}" for part in ("query", "key", "value"))
        out = "attention.output.dense", "attention.output.LayerNorm"
        self.load_state_dict(state | layers_of(tensors, LAYERS, parts, *out))


def layers_of(
    tensors: dict[str, Tensor], count: int, parts: Sequence[str], out: str, norm: str
) -> dict[str, Tensor]:
    """The tensors of published layers under the names of ``Layer``: ``parts`` are the published
    names of queries, keys and values, ``out`` and ``norm`` those of what follows attention."""
    names = {
        "out": out,
        "norm_attention": norm,
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_out": "output.LayerNorm",
    }
    state = {}
    for i in range(count):
        base, own = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            joined = [tensors[f"{base}{part}.{kind}"] for part in parts]
            state[f"{own}qkv.{kind}"] = torch.cat(joined)
            for mine, theirs in names.items():
                state[f"{own}{mine}.{kind}"] = tensors[f"{base}{theirs}.{kind}"]
    return state


def gather(x: Tensor, index: Tensor) -> Tensor:
    return torch.gather(x, 1, index[:, :, None].expand(-1, -1, x.shape[2]))


class Tree(nn.Module):
    """Biaffine arcs, and the two vectors from which a relation is scored once heads are known."""

    def __init__(self, relations: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.dependent = nn.Linear(HIDDEN, ARC)
        self.head = nn.Linear(HIDDEN, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        nn.init.orthogonal_(self.arc)
        self.prior = nn.Linear(ARC, 1)
        self.root = nn.Linear(HIDDEN, 1)
        self.relation_dependent = nn.Linear(HIDDEN, RELATION)
        self.relation_head = nn.Linear(HIDDEN, RELATION)
        self.bilinear = nn.Parameter(torch.zeros(relations, RELATION, RELATION))
        self.linear = nn.Linear(2 * RELATION, relations)
        self.dropout = nn.Dropout(dropout)

    def arcs(self, words: Tensor, sentence: Tensor) -> Tensor:
        """Scores [batch, dependent, head]: the diagonal for the root, −1e4 across sentences."""
        dependent = self.dropout(functional.gelu(self.dependent(words)))
        head = self.dropout(functional.gelu(self.head(words)))
        scores = (dependent @ self.arc) @ head.transpose(1, 2) / ARC**0.5
        scores = scores + self.prior(head).transpose(1, 2)
        diagonal = torch.eye(words.shape[1], device=words.device, dtype=words.dtype)[None]
        scores = scores * (1 - diagonal) + self.root(words) * diagonal
        apart = (sentence[:, :, None] != sentence[:, None, :]).to(words.dtype)
        return scores - 1e4 * apart

    def relation_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        dependent = self.dropout(functional.gelu(self.relation_dependent(words)))
        head = self.dropout(functional.gelu(self.relation_head(words)))
        return dependent, head

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Label scores [batch, words, relations] of each word with its head's vector."""
        joint = torch.einsum("bwd,rde,bwe->bwr", dependent, self.bilinear, head)
        return joint + self.linear(torch.cat([dependent, head], dim=-1))  # type: ignore[no-any-return]


class Pairs(nn.Module):
    """Labels of (anchor, word) pairs, from both vectors, their product (what this anchor asks of
    such a word), their distance, and how the word stands to the anchor in the tree (see
    ``dateline.language.paths``)."""

    def __init__(self, labels: int, branches: int, tails: int) -> None:
        super().__init__()
        self.anchor = nn.Linear(HIDDEN, PAIR)
        self.word = nn.Linear(HIDDEN, PAIR, bias=False)
        self.asked = nn.Linear(HIDDEN, PAIR, bias=False)
        self.offered = nn.Linear(HIDDEN, PAIR, bias=False)
        nn.init.zeros_(self.offered.weight)
        self.distance = nn.Embedding(2 * DISTANCES + 1, PAIR)
        self.branch = nn.Embedding(branches, PAIR)
        self.tail = nn.Embedding(tails, PAIR)
        for table in (self.branch, self.tail):
            nn.init.normal_(table.weight, std=0.1)
        self.inner = nn.Linear(PAIR, PAIR)
        self.compared = Comparison()
        self.out = nn.Linear(PAIR, labels)
        self.dropout = nn.Dropout(0.1)

    def forward(
        self, words: Tensor, lengths: Tensor, rows: Tensor, anchors: Tensor, paths: Tensor
    ) -> Tensor:
        """words [batch, words, hidden], of which the first ``lengths`` [batch] are real; anchors
        at (rows, anchors) [n], paths [n, words, 2] of branch and tail → scores [n, words,
        labels]."""
        anchor = self.anchor(words[rows, anchors])[:, None]
        word = self.word(words)[rows]
        match = self.asked(words[rows, anchors])[:, None] * self.offered(words)[rows]
        apart = torch.arange(words.shape[1], device=words.device)[None] - anchors[:, None]
        near = self.distance(bucket(apart))
        tree = self.branch(paths[..., 0]) + self.tail(paths[..., 1])
        mixed = functional.relu(anchor + word + match + near + tree)
        mixed = functional.relu(self.inner(self.dropout(mixed))) + mixed
        place = torch.arange(words.shape[1], device=words.device)
        padding = (place[None] >= lengths[rows][:, None]).to(words.dtype) * -1e4
        return self.out(self.compared(mixed, padding[:, None, None, :]))  # type: ignore[no-any-return]


def pair_scores(scorer: Pairs, words: Tensor, batch: Batch, kind: str) -> Tensor:
    """Scores [anchors, words, labels] of the batch's anchors of one kind."""
    places, paths = batch.targets[f"{kind}_at"], batch.targets[f"{kind}_paths"]
    return scorer(words, batch.words.sum(1), places[:, 0], places[:, 1], paths)  # type: ignore[no-any-return]


class Comparison(nn.Module):
    """One more transformer layer, over the words as one anchor sees them: whether a word is the
    attacker depends on who else could be. It begins as the identity, so that a scorer trained
    without it goes on from where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.norm_attention = nn.LayerNorm(PAIR)
        self.qkv = nn.Linear(PAIR, 3 * PAIR)
        self.mixed = nn.Linear(PAIR, PAIR)
        self.norm_inner = nn.LayerNorm(PAIR)
        self.up = nn.Linear(PAIR, 2 * PAIR)
        self.down = nn.Linear(2 * PAIR, PAIR)
        self.dropout = nn.Dropout(0.1)
        for last in (self.mixed, self.down):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, _ = x.shape
        qkv = self.qkv(self.norm_attention(x)).view(count, length, 3, PAIR_HEADS, -1)
        q, k, v = (part.transpose(1, 2) for part in qkv.unbind(2))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = x + self.dropout(self.mixed(seen.transpose(1, 2).reshape(count, length, PAIR)))
        inner = functional.gelu(self.up(self.norm_inner(x)))
        return x + self.dropout(self.down(inner))  # type: ignore[no-any-return]


def bucket(apart: Tensor) -> Tensor:
    """Signed distance in words to 0 … 48: exact to 12, then in widening steps."""
    size = apart.abs()
    far = 12 + torch.log2(size.clamp(min=12).float() / 12).mul(3).long()
    step = torch.where(size <= 12, size, far).clamp(max=DISTANCES)
    return step * apart.sign() + DISTANCES


class Coreference(nn.Module):
    """Which words head a mention, and how well an earlier mention fits as its antecedent.

    Word-level coreference after Dobrovolskii (2021), bilinear in place of his larger scorer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mention = nn.Linear(HIDDEN, 1)
        self.later = nn.Linear(HIDDEN, PAIR)
        self.earlier = nn.Linear(HIDDEN, PAIR)
        self.distance = nn.Embedding(DISTANCES + 1, 1)

    def vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        return self.later(words), self.earlier(words)

    def antecedents(self, later: Tensor, earlier: Tensor) -> Tensor:
        """Scores [mentions, mentions] of row's antecedent being column, in order of the text;
        −1e4 where the column does not come before the row."""
        scores = later @ earlier.T / PAIR**0.5
        order = torch.arange(later.shape[0], device=later.device)
        apart = order[:, None] - order[None]
        near = self.distance(apart.clamp(0, DISTANCES))[..., 0]
        return scores + near - 1e4 * (apart <= 0)


class Network(nn.Module):
    """Encoder and all heads. ``inventory`` fixes the label sets."""

    def __init__(
        self, inventory: Inventory, dropout: float = 0.1, encoder: nn.Module | None = None
    ) -> None:
        super().__init__()
        self.encoder = encoder or Encoder(dropout)
        self.tree = Tree(len(inventory.relations))
        self.dropout = nn.Dropout(0.2)
        self.part_of_speech = nn.Linear(HIDDEN, len(inventory.parts_of_speech))
        self.tag = nn.Linear(HIDDEN, len(inventory.tags))
        self.name = nn.Linear(HIDDEN, len(inventory.names))
        self.predicate = nn.Linear(HIDDEN, 1)
        self.factuality = nn.Sequential(nn.Linear(HIDDEN, 128), nn.GELU(), nn.Linear(128, 1))
        paths = len(inventory.branches), len(inventory.tails)
        self.arguments = Pairs(len(inventory.arguments), *paths)
        self.coreference = Coreference()
        self.cue = nn.Linear(HIDDEN, len(inventory.cues))
        self.quotation = Pairs(len(inventory.quotation), *paths)
        self.trigger = nn.Linear(HIDDEN, len(inventory.triggers))
        self.mode = nn.Linear(HIDDEN, len(inventory.modes))
        self.traits = nn.Linear(HIDDEN, len(inventory.traits))
        self.roles = Pairs(len(inventory.roles), *paths)
