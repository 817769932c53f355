"""The loss of each head on one batch; heads without targets in it cost nothing."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.distil import Taught
from training.events import Seen, marked_losses, seen, taught_losses
from training.labels import label_losses, labelled, taught_label_losses
from training.network import Network, gather
from training.targets import IGNORE, Batch

WEIGHTS = {
    "part_of_speech": 0.5,
    "tag": 0.5,
    "arc": 1.0,
    "relation": 1.0,
    "name": 1.0,
    "predicate": 0.5,
    "argument": 1.0,
    "factuality": 0.3,
    "mention": 0.5,
    "antecedent": 0.5,
    "cue": 1.5,
    "quotation": 1.0,
    "trigger": 1.0,
    "mode": 0.5,
    "traits": 0.5,
    "roles": 0.3,
    "taught name": 1.0,
    "taught cue": 1.5,
    "taught argument": 1.0,
    "taught quotation": 1.0,
    "taught trigger": 1.0,
    "taught mode": 0.5,
    "taught traits": 0.5,
    "taught roles": 0.3,
}


def losses(network: Network, batch: Batch, taught: Taught | None = None) -> dict[str, Tensor]:
    targets = batch.targets
    words = network.encoder(batch.pieces, batch.shapes, batch.first, batch.last)
    words = network.dropout(words)
    found: dict[str, Tensor] = {}
    if (targets["head"] != IGNORE).any():
        found |= tree_losses(network, batch, words)
    for name, head in (("part_of_speech", network.part_of_speech), ("tag", network.tag)):
        if (targets[name] != IGNORE).any():
            found[name] = functional.cross_entropy(
                head(words).flatten(0, 1), targets[name].flatten(), ignore_index=IGNORE
            )
    scores = labelled(network, batch, words)
    found |= label_losses(batch, scores)
    if taught is not None:
        found |= taught_label_losses(batch, scores, taught.labels)
    marked = targets["predicate"] != IGNORE
    if marked.any():
        found["predicate"] = functional.binary_cross_entropy_with_logits(
            network.predicate(words)[..., 0][marked], targets["predicate"][marked].float()
        )
    judged = ~torch.isnan(targets["factuality"])
    if judged.any():
        found["factuality"] = functional.smooth_l1_loss(
            network.factuality(words)[..., 0][judged], targets["factuality"][judged]
        )
    if (targets["mention"] != IGNORE).any():
        found |= coreference_losses(network, batch, words)
    return found | event_losses(network, batch, words, taught.acts if taught else None)


def tree_losses(network: Network, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    head = batch.targets["head"]
    arcs = network.tree.arcs(words, batch.sentence)
    dependent, governor = network.tree.relation_vectors(words)
    chosen = gather(governor, head.clamp(min=0))
    relations = network.tree.relations(dependent, chosen)
    return {
        "arc": functional.cross_entropy(arcs.flatten(0, 1), head.flatten(), ignore_index=IGNORE),
        "relation": functional.cross_entropy(
            relations.flatten(0, 1), batch.targets["relation"].flatten(), ignore_index=IGNORE
        ),
    }


def coreference_losses(network: Network, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    """Mention heads, and for each mention the joint probability of its true antecedents, or of
    having none (Lee et al. 2017)."""
    target = batch.targets["mention"]
    marked = target != IGNORE
    scores = network.coreference.mention(words)[..., 0]
    found = {
        "mention": functional.binary_cross_entropy_with_logits(
            scores[marked], target[marked].float()
        )
    }
    terms = []
    for row, chain in enumerate(batch.targets["chain"]):
        places = (chain >= 0).nonzero()[:, 0]
        if len(places) < 2:
            continue
        later, earlier = network.coreference.vectors(words[row, places])
        fit = network.coreference.antecedents(later, earlier)
        fit = torch.cat([torch.zeros_like(fit[:, :1]), fit], dim=1)
        own = chain[places]
        same = (own[:, None] == own[None]).tril(-1)
        true = torch.cat([~same.any(1, keepdim=True), same], dim=1)
        logs = torch.log_softmax(fit, dim=1)
        terms.append(-torch.logsumexp(logs.masked_fill(~true, -1e4), dim=1))
    if terms:
        found["antecedent"] = torch.cat(terms).mean()
    return found


def event_losses(
    network: Network, batch: Batch, words: Tensor, acts: Seen | None
) -> dict[str, Tensor]:
    if not batch.targets["asked"].any():
        return {}
    scores = seen(network, batch, words)
    found = marked_losses(batch, scores)
    return found if acts is None else found | taught_losses(batch, scores, acts)
