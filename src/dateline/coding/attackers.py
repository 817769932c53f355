"""Whom "the attackers" means: the authors of the violence told before, if they are known."""

from __future__ import annotations

from dateline.coding.chances import LIKELIER
from dateline.coding.people import People
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN

ATTACKERS = frozenset({"attackers", "attacker", "assailants", "assailant", "raiders"})


def meant_by(head: int, people: People) -> int:
    """The head of the last authors of violence before "the attackers" who serve no state, itself
    where these are unknown or the word means somebody else."""
    tree = people.tree
    determined = any(tree.words[one] in ("the", "these") for one in tree.children(head, "det"))
    if tree.words[head] not in ATTACKERS or not determined or people.codes((head,)) != {UNKNOWN}:
        return head
    for act in reversed(tree.reading.acts):
        if act.type != "ASSAULT" or act.score < LIKELIER or act.token >= head:
            continue
        doers = [people.head_of(one.token) for one in act.roles if one.actor >= LIKELIER]
        armed = [one for one in doers if one != head and not _serves(one, people)]
        if armed:
            return armed[0] if people.known(armed[0]) else head
    return head


def _serves(head: int, people: People) -> bool:
    return any(actor.sector in OF_THE_STATE for actor in people.actors(head))
