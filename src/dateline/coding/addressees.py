"""Who receives no act although he stands where recipients do, and who although he does not.

An appeal to the world is addressed to nobody, and what is talked of takes no part in the talks.
Forces that move about their own country enter no other, and those that are withdrawn are not what
is left (codebook 3). Whom a protest is against may stand in its name alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.people import People
from dateline.coding.triggers import entry_of
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.lexicon import Lexicon, Pattern
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.tree import Tree

# Prepositions of the ground that forces move on.
GROUNDS = frozenset(
    {"in", "into", "inside", "to", "towards", "at", "on", "over", "near", "along", "around",
     "across", "through", "throughout", "within"}
)  # fmt: skip
DEEDS = frozenset({"ACCUSE", "ASSAULT", "COERCE", "RETREAT", "SANCTION"})  # done to somebody
HOLDING = frozenset({"nmod", "acl", "acl:relcl"})  # who holds a captive, and where
FORUMS = frozenset({"with", "to", "before", "at", "in"})
TOPICS = frozenset({"on", "about", "over", "regarding", "concerning"})
OF_A_NAME = frozenset({"appos", "flat", "compound", "amod", "conj"})
WITHIN = frozenset({"amod", "compound"})
EACH = frozenset({"all", "each", "every"})
NARROWED = frozenset({"acl", "acl:relcl", "nmod", "nmod:poss"})  # "all states *in the region*"


def is_unaddressed(kind: str, act: int, actors: tuple[int, ...], head: int, people: People) -> bool:
    """Whether a word receives no act of a kind from its actors."""
    tree = people.tree
    if kind == "REQUEST":
        return is_everybody(tree, head)
    if kind == "ACCUSE":
        return _is_forum(act, head, people)
    if kind == "ASSAULT":
        return tree.case(head) == "from" and tree[head].head == act
    if kind == "CONSULT":
        return _is_topic(act, head, tree)
    doers, met = sides(actors, people), sides((head,), people)
    if kind == "MOBILIZE" and _is_ground(head, tree):
        return {code for code, _ in met} <= {code for code, _ in doers}
    return kind == "RETREAT" and met <= doers


def _is_forum(act: int, head: int, people: People) -> bool:
    """Whether a body or a court is where somebody complains of others: "lodged a protest *with the
    Council*", "sued Serbia *at the court*"."""
    tree, cues = people.tree, people.lexicon.cues
    first = tree.first_conjunct(head)
    lodged = (act, *tree.children(act, "obj", "nsubj:pass"))
    if tree.case(first).split(" ")[0] not in FORUMS or not any(
        tree.words[word] in cues.complaining | cues.complaints for word in lodged
    ):
        return False
    sectors = {actor.sector for actor in people.actors(head)}
    return bool(sectors) and sectors <= {"IGO", "JUD"}


def sides(heads: Iterable[int], people: People) -> frozenset[tuple[str, str]]:
    """The codes of some parties and on which side of a country they are: of the state or not."""
    return frozenset(
        (actor.code, "" if actor.sector in OF_THE_STATE else actor.sector)
        for head in heads
        for actor in people.actors(head)
    )


def appeals_to_everybody(kind: str, head: int, tree: Tree) -> bool:
    """Whether what a word asks is asked of the world at large."""
    asked = tree.children(head, "obj", "iobj", "obl", "nmod") if kind == "REQUEST" else ()
    return any(is_everybody(tree, one) for one in asked)


def asks_nobody(kind: str, head: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a word asks the world at large, or only for a deed: "called for an inquiry"."""
    return appeals_to_everybody(kind, head, tree) or (
        kind == "REQUEST" and bool(asked_deeds(head, tree, lexicon))
    )


def is_everybody(tree: Tree, head: int) -> bool:
    """Whether a phrase stands for everybody: "the rest of the world", "all states"."""
    parts = (head, *tree.children(head, "nmod"))
    everybody, states = ontologies.load().everybody, ontologies.load().states
    names = (
        (part, " ".join(tree.words[word] for word in (*tree.children(part, *WITHIN), part)))
        for part in parts
        if part == head or tree.case(part) == "of"
    )
    return any(
        name in everybody or (name in states and _are_all(tree, part)) for part, name in names
    )


def _are_all(tree: Tree, noun: int) -> bool:
    """Whether a noun means all there are of its kind, and no region's nor anybody's own."""
    every = any(tree.words[one] in EACH for one in tree.children(noun, "det", "det:predet"))
    return every and not tree.children(noun, *NARROWED)


def opposed(nouns: Iterable[int], people: People) -> tuple[int, ...]:
    """Whom what stands before some nouns is against: "*anti-government* protesters"."""
    tree = people.tree
    return tuple(
        word
        for noun in nouns
        for word in tree.children(noun, *WITHIN)
        if is_opposed(tree, word) and people.heads(word)
    )


def is_opposed(tree: Tree, word: int) -> bool:
    """Whether a word before a noun tells whom that is against: "anti-Russian"."""
    return tree.words[word].startswith("anti-") or any(
        tree.words[child] == "anti" for child in tree.children(word)
    )


def suffering(kind: str, asking: int, people: People) -> frozenset[int]:
    """The words for whom a deed that is asked for would strike or free: "called for a trial *of
    the general*", "demanded the release of *two Greeks* in Iran". They are not asked for it."""
    tree = people.tree
    found: set[int] = set()
    for deed, entry in asked_deeds(asking, tree, people.lexicon) if kind == "REQUEST" else ():
        without = HOLDING if entry.type == "RETREAT" else frozenset()
        for phrase in tree.children(deed, "nmod"):
            if tree.case(phrase) in entry.recipient_slots:
                found.update(tree.subtree(phrase, without=without))
    return frozenset(found)


def asked_deeds(asking: int, tree: Tree, lexicon: Lexicon) -> tuple[tuple[int, Pattern], ...]:
    """The nouns of deeds done to somebody that are asked for, with their entries."""
    asked = tree.children(asking, "obj", "obl", "nmod")
    nouns = (part for one in asked for part in tree.conjuncts(one))
    entries = ((noun, entry_of(tree, noun, lexicon)) for noun in nouns)
    return tuple(
        (noun, entry)
        for noun, entry in entries
        if entry is not None and entry.part == "noun" and entry.type in DEEDS
        if entry.mode != "ceasefire"  # asked of both sides: "a truce between Armenia and Turkey"
    )


def _is_topic(act: int, head: int, tree: Tree) -> bool:
    """Whether a word tells what is talked of: "met *to discuss* Libya", "talks *on* Libya"."""
    for here in (head, *tree.ancestors(head)):
        if here == act:
            return False
        purpose = tree.bare(here) in ("advcl", "acl") and any(
            tree.words[mark] == "to" for mark in tree.children(here, "mark")
        )
        if tree.case(here) in TOPICS or purpose:
            return act in tree.ancestors(here)
    return False


def _is_ground(head: int, tree: Tree) -> bool:
    while not tree.case(head) and tree.bare(head) in OF_A_NAME:
        head = tree[head].head
    return tree.case(head).split(" ")[-1] in GROUNDS
