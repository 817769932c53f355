"""Predicates with their arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.language.anchors import FrameScores
from dateline.language.model import Labels
from dateline.language.segments import segments
from dateline.language.windows import Scores
from dateline.records import Argument, Frame


def frames_of(parts: Iterable[Scores], labels: Labels) -> Iterator[Frame]:
    """One frame for each word that the model takes for a predicate."""
    offset = 0
    for part in parts:
        for scores in part.frames:
            yield Frame(
                token=scores.word,
                arguments=tuple(arguments_of(scores, labels.arguments)),
                factuality=round(float(part.factuality[scores.word - offset]), 2),
                score=round(scores.score, 3),
            )
        offset += len(part.tag)


def arguments_of(scores: FrameScores, labels: tuple[str, ...]) -> Iterator[Argument]:
    """The best labelling of the predicate's sentence."""
    for role, first, end in segments(scores.arguments, labels):
        yield Argument(role=role, first=scores.first + first, end=scores.first + end)
