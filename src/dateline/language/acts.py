"""The words that the model takes for triggers, as records with report-wide tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from dateline.language.anchors import LEAST_TRIGGER, ActScores
from dateline.language.model import Floats, Labels
from dateline.language.windows import Scores
from dateline.records import ReadAct, Role

LEAST_ROLE = 0.08  # probability from which a word is kept as a possible party
MOST_ROLES = 12


def acts_of(parts: Iterable[Scores], labels: Labels) -> Iterator[ReadAct]:
    """One act for each (word, type) that the model finds likely enough to be looked at."""
    for part in parts:
        for scores in part.acts:
            roles = tuple(roles_of(scores))
            traits = {
                name: round(float(value), 3)
                for name, value in zip(labels.traits, scores.traits, strict=True)
            }
            for kind, value in zip(labels.triggers, scores.trigger.tolist(), strict=True):
                if value >= LEAST_TRIGGER:
                    yield ReadAct(
                        token=scores.anchor.word,
                        type=kind,
                        mode=mode_of(scores.modes, kind, labels.modes),
                        score=round(value, 4),
                        traits=traits,
                        roles=roles,
                    )


def roles_of(scores: ActScores) -> Iterator[Role]:
    """The likeliest parties; the label order of the roles is that of ``Role``'s fields."""
    best = scores.roles.max(axis=1)
    likely = np.flatnonzero(best >= LEAST_ROLE)
    for word in sorted(likely[np.argsort(-best[likely])][:MOST_ROLES].tolist()):
        actor, recipient, voice, place = (round(float(p), 3) for p in scores.roles[word])
        yield Role(
            token=scores.anchor.first + word,
            actor=actor,
            recipient=recipient,
            voice=voice,
            place=place,
        )


def mode_of(probabilities: Floats, kind: str, modes: Sequence[str]) -> str | None:
    """The likeliest mode among those of one type ("TYPE:mode")."""
    own = [i for i, mode in enumerate(modes) if mode.startswith(f"{kind}:")]
    best = max(own, key=lambda i: float(probabilities[i]))
    name = modes[best].partition(":")[2]
    return None if name == "none" else name
