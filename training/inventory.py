"""The label sets of all heads, read off the training corpora once and stored beside the weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

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


def inventory_of(documents: Iterable[Document], modes: Iterable[str] = ()) -> Inventory:
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
    )
