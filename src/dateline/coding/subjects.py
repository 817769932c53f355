"""Whom a verb has as its subject, for entries that ask for one ("*troops* entered")."""

from __future__ import annotations

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.pronouns import RELATIVE
from dateline.tree import Tree


def subject_words(tree: Tree, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """The heads of who does what a verb tells: its subjects, those coordinated with them, and
    those of whom they count some ("hundreds of *soldiers* entered")."""
    heads = [one for subject in _subjects(tree, verb) for one in tree.conjuncts(subject)]
    counted = (
        child
        for head in heads
        if tree.words[head] in lexicon.cues.amounts
        for child in tree.children(head, "nmod")
        if tree.case(child) == "of"
    )
    return (*heads, *counted)


def _subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """The subjects of a verb, its own or those that it shares with the verb on which it hangs;
    the noun that a relative clause tells about stands for its pronoun.

    A participle or an infinitive of purpose ("marched, *demanding* bread") shares none: it tells
    more of the act that it hangs on.
    """
    governor, own = tree.parent(verb), tree.children(verb, "nsubj")
    relation = tree.relation(verb)
    if own or governor is None:
        relative = relation == "acl:relcl" and any(tree.words[one] in RELATIVE for one in own)
        return (governor,) if relative and governor is not None else own
    controlled = relation == "xcomp" and not tree.children(governor, "obj", "iobj")
    if tree.is_passive(verb) or not (relation == "conj" or controlled):
        return ()
    if tree[governor].part_of_speech != "VERB" or tree.is_passive(governor):
        return ()
    return _subjects(tree, governor)
