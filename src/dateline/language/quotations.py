"""The words that the model takes for cues, with whom they quote and what is said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.language.anchors import CueScores
from dateline.language.model import Labels
from dateline.language.segments import best_run
from dateline.language.windows import Scores
from dateline.records import Quotation

LEAST = -6.0  # log odds below which a word counts no further against a range


def quotations_of(parts: Sequence[Scores], labels: Labels) -> list[Quotation]:
    """Cues with the likeliest source and content around them."""
    kinds = labels.quotation
    goes_on = np.concatenate([part.cue.argmax(axis=-1) == 2 for part in parts])
    found = []
    for part in parts:
        for scores in part.cues:
            end = scores.anchor.word + 1
            while end < len(goes_on) and goes_on[end]:
                end += 1
            quotation = Quotation(
                cue=(scores.anchor.word, end),
                source=likeliest(scores, kinds.index("source")),
                content=likeliest(scores, kinds.index("content")),
                score=round(scores.score, 3),
            )
            found.append(quotation)
    return found


def likeliest(scores: CueScores, kind: int) -> tuple[int, int] | None:
    """The range of words that most likely is this part as a whole, or ``None``."""
    logs = scores.parts[:, kind].astype(np.float64)
    against = np.log1p(-np.exp(np.minimum(logs, -1e-6)))
    run = best_run(np.clip(logs - against, LEAST, -LEAST))
    first = scores.anchor.first
    return None if run is None else (first + run[0], first + run[1])
