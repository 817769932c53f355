"""Scores of coreference: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF of entities
(Luo 2005), and their mean, the CoNLL score (Pradhan et al. 2012)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[tuple[int, int, int]]  # (document, first word, end) of each mention
Parts = tuple[float, float, float, float]  # right and all of the found, right and all of the gold


def conll(found: Sequence[Chain], gold: Sequence[Chain]) -> dict[str, float]:
    """F1 in per cent of each measure and their mean."""
    parts = {
        "muc": (*links(found, gold), *links(gold, found)),
        "b3": (*overlap(found, gold), *overlap(gold, found)),
        "ceafe": aligned(found, gold),
    }
    scores = {name: harmonic(*own) for name, own in parts.items()}
    return {**scores, "conll": round(sum(scores.values()) / 3, 2)}


def harmonic(right: float, found: float, true: float, gold: float) -> float:
    precision, recall = right / max(found, 1e-9), true / max(gold, 1e-9)
    return round(200 * precision * recall / max(precision + recall, 1e-9), 2)


def owners(chains: Iterable[Chain]) -> dict[tuple[int, int, int], int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """Links of ``chains`` that ``others`` keep, and all of them."""
    known = owners(others)
    kept = total = 0
    for chain in chains:
        pieces = {known.get(mention, -1 - i) for i, mention in enumerate(sorted(chain))}
        kept += len(chain) - len(pieces)
        total += len(chain) - 1
    return kept, total


def overlap(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """Mentions of ``chains``, each weighed by the share of its chain that its other chain holds."""
    known = owners(others)
    kept = 0.0
    for chain in chains:
        for mention in chain:
            if mention in known:
                kept += len(chain & others[known[mention]]) / len(chain)
    return kept, sum(map(len, chains))


def aligned(found: Sequence[Chain], gold: Sequence[Chain]) -> Parts:
    """Likeness of the best one-to-one matching of chains; documents are matched one by one."""
    total = 0.0
    for document in {next(iter(chain))[0] for chain in gold}:
        own = [chain for chain in found if next(iter(chain))[0] == document]
        true = [chain for chain in gold if next(iter(chain))[0] == document]
        if not own:
            continue
        likeness = np.array(
            [[2 * len(a & b) / (len(a) + len(b)) if a & b else 0.0 for b in true] for a in own]
        )
        rows, columns = linear_sum_assignment(-likeness)
        total += float(likeness[rows, columns].sum())
    return total, len(found), total, len(gold)
