"""Parties that stand near an act in the text and have no part in it.

They belong to what is told beside it: they are the subjects or the objects of other clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.people import People
from dateline.records import ReadAct
from dateline.tree import Tree

BESIDE = frozenset({"conj", "parataxis", "advcl"})  # clauses beside another
OBJECTS = ("obj", "iobj")
UNARMED = frozenset({"MED", "NGO"})
Heads = frozenset[int]
NONE: Heads = frozenset()


def heads_in(phrases: Iterable[int], people: People) -> Iterator[int]:
    """The heads of the parties that some phrases name, coordinated ones spread out."""
    for phrase in phrases:
        for part in people.tree.conjuncts(phrase):
            yield people.head_of(part)


def has_strange_subject(verb: int, people: People) -> bool:
    """Whether a verb has a subject whose name stands for nobody known: no other has done it."""
    tree = people.tree
    return any(
        tree[one].part_of_speech == "PROPN" and not people.is_party(one)
        for one in tree.children(verb, "nsubj")
    )


def is_subject_elsewhere(head: int, act: int, tree: Tree) -> bool:
    """Whether a word is the subject of another clause beside that of an act: "Spain complained and
    *France* recalled its envoy"."""
    verb = _verb_of_subject(head, tree)
    if verb is None or verb == act or tree[verb].sentence != tree[act].sentence:
        return False
    if tree.bare(verb) in BESIDE and act not in tree.subtree(verb):
        return True
    below = act
    for here in tree.ancestors(act):
        if here == verb:
            return tree.bare(below) in BESIDE and bool(tree.children(below, "nsubj"))
        if tree.bare(here) in BESIDE:
            below = here
        elif tree[here].part_of_speech in ("VERB", "AUX"):
            return False
    return False


def _verb_of_subject(head: int, tree: Tree) -> int | None:
    first = tree.first_conjunct(head)
    return tree.parent(first) if tree.relation(first) == "nsubj" else None


def objects_of_others(act: int, people: People) -> Heads:
    """The objects of verbs coordinated with one that has an object of its own: "blamed *Iran* and
    asked its allies for help"."""
    tree = people.tree
    own = tree.children(act, *OBJECTS)
    if tree[act].part_of_speech != "VERB" or not any(map(people.is_party, own)):
        return NONE
    others = (verb for verb in tree.conjuncts(tree.first_conjunct(act)) if verb != act)
    return frozenset(
        heads_in((one for verb in others for one in tree.children(verb, *OBJECTS)), people)
    ).difference(heads_in(own, people))


def unarmed(act: ReadAct, people: People) -> Heads:
    """Who attacks nobody because he only helps or watches, unless he is the subject of an attack:
    "*Amnesty* put the toll of the raid at ten"."""
    if act.type != "ASSAULT":
        return NONE
    told = heads_in(people.tree.children(act.token, "nsubj"), people)
    heads = {people.head_of(role.token) for role in act.roles}.difference(told)
    sectors = ((head, {actor.sector for actor in people.actors(head)}) for head in heads)
    return frozenset(head for head, found in sectors if found and found <= UNARMED)
