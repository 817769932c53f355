"""Who stands against whom: the two of whom one fights, strikes or meets the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.actors import Agents
from dateline.resolution.actors.memory import Spoken
from dateline.resolution.actors.phrase_tree import PhraseTree

# Before whom one fires at; whom one meets or fights stands without a preposition, too.
_AT = frozenset(("at", "on", "upon", "against"))
_WITH = _AT | {"", "with"}
_OPPOSITE = frozenset(("obj", "obl"))


def engages(verb: str, agents: Agents) -> bool:
    """Whether a verb tells that its subject fights or meets somebody."""
    return verb in agents.war or verb in agents.mutual or verb in agents.meeting


def opposed(
    earlier: Sequence[Spoken], tree: PhraseTree, agents: Agents
) -> Iterator[tuple[Spoken, ...]]:
    """Subjects that fought or met somebody with whom they did, the last first."""
    for one in reversed(earlier):
        verb = tree.tokens[one.head].head
        word = tree.words[verb]
        if tree.relation(one.head) != "nsubj" or one.sort == "place":
            continue
        if engages(word, agents):
            allowed = _WITH
        elif word in agents.carriers:
            allowed = _AT
        else:
            continue
        others = tuple(
            other
            for other in earlier
            if tree.tokens[other.head].head == verb
            and tree.bare(other.head) in _OPPOSITE
            and tree.preposition(other.head) in allowed
        )
        if others:
            yield (one, *others)
