"""Whether a verb without a subject of its own has its doer from the verb that it hangs on."""

from __future__ import annotations

from dateline.coding.people import People
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.tree import Tree

# Who may do in a quoted clause what the verb behind it tells (accuse, vow, demand), and who even
# after something was done to them there.
SPEAKERS = OF_THE_STATE | {"IGO", "NGO", "PTY"}
SPEAKING_PATIENTS = frozenset({"GOV", "IGO"})
PAST = "VBD"


def goes_on(verb: int, governor: int, above: int, people: People, lexicon: Lexicon) -> bool:
    """Whether a verb that hangs on a quoted clause goes on telling what its speaker does: "the
    army said three men had died and *accused* the rebels"."""
    tree, cues = people.tree, lexicon.cues
    told = tree.bare(governor) == "ccomp" and tree.words[above] in cues.asserting
    speaks = tree.words[verb] in cues.speaking and not tree.children(verb, "aux")
    if not (told and speaks and tree[verb].tag == tree[above].tag == PAST):
        return False
    subjects = tree.children(governor, "nsubj")[:1]
    sectors = {actor.sector for one in subjects for actor in people.actors(one)}
    return sectors.isdisjoint(SPEAKING_PATIENTS if tree.is_passive(governor) else SPEAKERS)


def answers_for(verb: int, governor: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether who is thanked or punished by one verb has done the other: "arrested two men
    *for* attacking a mosque"."""
    marks = {tree.words[mark] for mark in tree.children(verb, "mark", "case")}
    return (
        tree.words[governor] in lexicon.cues.answering
        and tree.words[verb].endswith("ing")
        and not marks.isdisjoint(("for", "over"))
        and (tree.is_passive(governor) or bool(tree.children(governor, "obj")))
    )


def around_naming(tree: Tree, verb: int) -> int | None:
    """The verb around a clause that only gives its object a name: "*struck* what officials called
    a camp, killing eight"."""
    named = tree.parent(verb)
    if named is None or tree.words[named] != "what" or tree.relation(verb) != "acl:relcl":
        return None
    return tree.parent(named) if tree.bare(named) == "obj" else None


def predicates(tree: Tree, index: int) -> bool:
    """Whether a word tells what a subject does or is."""
    return tree[index].part_of_speech in ("VERB", "AUX", "ADJ") or bool(
        tree.children(index, "nsubj", "cop")
    )
