"""Parties that stand near an act in the text and have no part in it.

They belong to what is told beside it: they are the subjects or the objects of other clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.people import People, antecedent
from dateline.records import ReadAct
from dateline.tree import TOLD_CLAUSES, Tree

BESIDE = frozenset({"conj", "parataxis", "advcl"})  # clauses beside another
OBJECTS = ("obj", "iobj")
UNARMED = frozenset({"MED", "NGO"})
WATCHING = UNARMED | {"CVL", "IGO", "REL"}  # who tells of a blow without being behind it
DEED = "ing"  # ends what is done with a weapon: "the bombing"
WEAPONS = frozenset({"explosives", "heavy-weapons"})  # modes of violence done by things
SHARING = frozenset({"advcl", "conj", "xcomp"})  # clauses with the subject of the verb above
Heads = frozenset[int]
NONE: Heads = frozenset()
NOBODYS = frozenset[str]()


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


def weapon_of(verb: int, people: People) -> int | None:
    """The weapon of nobody told that does what a verb tells: "a *mine* hit a car, killing two"."""
    noun = _doing(verb, people.tree)
    if noun is None or people.is_party(noun) or people.tree[noun].part_of_speech != "NOUN":
        return None
    if people.tree.words[noun].endswith(DEED):
        return None
    mode = people.lexicon.complement_mode("ASSAULT", [people.tree.words[noun]])
    return noun if mode in WEAPONS else None


def _doing(verb: int, tree: Tree) -> int | None:
    """The noun that is the subject of a verb, in its own clause or in one above that shares it."""
    subjects, above = tree.children(verb, "nsubj"), tree.parent(verb)
    if subjects:
        return antecedent(tree, subjects[0])
    if above is None or tree.bare(verb) not in SHARING:
        return above if tree.relation(verb) == "acl" else None
    return None if tree.is_passive(above) else _doing(above, tree)


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
    """Who attacks nobody because he only helps, watches or tells of it, unless he is the subject of
    an attack: "*Amnesty* put the toll of the raid at ten", "the *UN* said a mine had killed two".
    Nor does whoever another sentence names, where a weapon strikes that nobody fired, nor the
    government that tells what its own people suffered."""
    if act.type != "ASSAULT":
        return NONE
    tree = people.tree
    told = heads_in(tree.children(act.token, "nsubj"), people)
    heads = {people.head_of(role.token) for role in act.roles}.difference(told)
    tellers = frozenset(heads_in(_telling(act.token, heads, people), people))
    apart = NONE
    if weapon_of(act.token, people) is not None:
        sentence = tree[act.token].sentence
        apart = frozenset(head for head in heads if tree[head].sentence != sentence)
    struck = {people.head_of(role.token) for role in act.roles if role.recipient > role.actor}
    own = people.codes(struck) if tree.is_passive(act.token) else NOBODYS
    return apart | frozenset(
        head
        for head in heads
        if _watches({actor.sector for actor in people.actors(head)}, head in tellers)
        or (head in tellers and _governs(head, people) and people.codes((head,)) <= own)
    )


def _watches(sectors: set[str], tells: bool) -> bool:
    return bool(sectors) and sectors <= (WATCHING if tells else UNARMED)


def _governs(head: int, people: People) -> bool:
    return {actor.sector for actor in people.actors(head)} == {"GOV"}


def _telling(act: int, heads: Iterable[int], people: People) -> Iterator[int]:
    """The subjects of the verbs of speech around an act, and "according to" whom it is told."""
    tree, speaking, below = people.tree, people.lexicon.cues.speaking, act
    for above in tree.ancestors(act):
        if tree.bare(below) in TOLD_CLAUSES and tree.words[above] in speaking:
            yield from tree.children(above, "nsubj")
        below = above
    yield from (head for head in heads if tree.case(head) == "according to")
