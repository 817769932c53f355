"""The label sets of all heads, read off the training corpora once and stored beside the weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from dateline.language.paths import FIXED, children_of, paths
from training.annotated import NAME_KINDS, Document

TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "COMMENT",
)
TRAITS = (
    "planned",
    "hypothetical",
    "negative",
    "background",
    "own",
    "mutual",
    "voiced",
    "denied",
    "doubted",
)
COMMON_PATH = 60  # times that a branch or tail must be met to get a number of its own
ROLES = ("actor", "recipient", "voice", "place")


class Inventory(msgspec.Struct, frozen=True, kw_only=True):
    """Label names in the order of each head's outputs."""

    parts_of_speech: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    arguments: tuple[str, ...]
    cues: tuple[str, ...] = ("O", "B", "I")
    quotation: tuple[str, ...] = ("O", "source", "content")
    triggers: tuple[str, ...] = TYPES
    modes: tuple[str, ...] = ()
    traits: tuple[str, ...] = TRAITS
    roles: tuple[str, ...] = ROLES
    branches: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()


def inventory_of(documents: Sequence[Document], modes: Iterable[str] = ()) -> Inventory:
    parts: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for document in documents:
        for sentence in document.sentences:
            parts.update(sentence.parts_of_speech or ())
            tags.update(sentence.tags or ())
            relations.update(sentence.relations or ())
            for frame in sentence.frames or ():
                roles.update(role for role, _, _ in frame.parts)
    kept = sorted(role for role, n in roles.items() if n >= 20)
    return Inventory(
        parts_of_speech=tuple(sorted(parts)),
        tags=tuple(sorted(tags)),
        relations=tuple(sorted(relations)),
        names=("O", *(f"{p}-{kind}" for kind in NAME_KINDS for p in "BI")),
        arguments=("O", *(f"{p}-{role}" for role in kept for p in "BI")),
        modes=("none", *modes),
        **path_labels(documents),
    )


def path_labels(documents: Sequence[Document]) -> dict[str, tuple[str, ...]]:
    """The branches and tails that stand often enough around the documents' anchors."""
    branches: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for document in documents:
        starts = [0]
        for sentence in document.sentences:
            starts.append(starts[-1] + len(sentence.words))
        anchors = [bound.first for bound in (*(document.cues or ()), *(document.triggers or ()))]
        for start, sentence in zip(starts, document.sentences, strict=False):
            if sentence.tree is None:
                continue
            own = [frame.first for frame in sentence.frames or ()]
            own += [at - start for at in anchors if 0 <= at - start < len(sentence.words)]
            below = children_of(sentence.tree[0])
            for anchor in own:
                for _, branch, tail in paths(*sentence.tree, below, anchor):
                    branches[branch] += 1
                    tails[tail] += 1
    return {
        name: (*FIXED, *sorted(label for label, n in counts.items() if n >= COMMON_PATH))
        for name, counts in (("branches", branches), ("tails", tails))
    }
