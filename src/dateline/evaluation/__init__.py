"""How good a coding is: the scores of codebook section 7, with the signature of what was scored."""

from __future__ import annotations

from dateline.evaluation.evaluate import code_gold, signature
from dateline.evaluation.gold import Gold, read_codings, read_gold
from dateline.evaluation.score import Scores, Tally, score

__all__ = [
    "Gold",
    "Scores",
    "Tally",
    "code_gold",
    "read_codings",
    "read_gold",
    "score",
    "signature",
]
