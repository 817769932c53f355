"""On whom a deed is laid: "blamed the attack *on the rebels*"."""

from __future__ import annotations

from dateline.coding.bystanders import Heads, heads_in
from dateline.coding.people import People
from dateline.tree import NOUN_CLAUSES, Tree


def blamed_by(verb: int, people: People) -> tuple[int, ...]:
    """The phrase of those on whom a verb lays its object: the last one behind "on", which the tree
    often takes for the victims ("blamed the attack on a market *on the rebels*")."""
    tree = people.tree
    if tree.words[verb] not in people.lexicon.cues.laying:
        return ()
    behind = tree.children(verb, "obl")
    deeds = tree.children(verb, "nsubj:pass" if tree.is_passive(verb) else "obj")
    if not deeds or any(tree.case(one) == "for" for one in behind):
        return ()  # "blamed the strikes on the town for the famine"
    if any(map(people.is_party, deeds)):
        return ()  # "blamed Iran on state television"
    if not tree.is_passive(verb):
        behind += tuple(word for deed in deeds for word in tree.subtree(deed, without=NOUN_CLAUSES))
    laid = [one for one in behind if tree.case(one) == "on" and _has_party(tree, one, people)]
    return tuple(laid[-1:])


def _has_party(tree: Tree, phrase: int, people: People) -> bool:
    return any(people.is_party(word) for word in tree.subtree(phrase))


def blamed(verb: int, people: People) -> Heads:
    """On whom a verb lays a deed."""
    return frozenset(heads_in(blamed_by(verb, people), people))
