"""Whether an act happened, is planned, or is only thought of; and whether it is negated.

Read from the act's own clause (auxiliaries, negators), and from what governs it: an act in the
complement of a demand, threat or promise is no event (codebook section 1), one in a condition
is hypothetical, one that is planned stays, marked so.
"""

from __future__ import annotations

from dateline.coding.acts import Trigger
from dateline.knowledge.lexicon import Cues
from dateline.records import Modality, Polarity, Record, Stance
from dateline.tree import Tree

COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "csubj", "nsubj:pass"}
)
MOST_STEPS = 8


class Realis(Record):
    """What the tree says about an act's reality; ``only_wanted`` acts are no events."""

    modality: Modality = Modality.HAPPENED
    polarity: Polarity = Polarity.POSITIVE
    stance: Stance | None = None
    only_wanted: bool = False
    why: str = ""


def realis(tree: Tree, trigger: Trigger, cues: Cues, carrier: int | None) -> Realis:
    """Modality and polarity of a trigger; ``carrier`` is the light verb of an event noun."""
    clause = trigger.head if carrier is None else carrier
    negative = _negated(tree, trigger.head, cues) or (
        carrier is not None and _negated(tree, carrier, cues)
    )
    if "negated" in trigger.flags:
        if not negative:
            return Realis(only_wanted=True, why="entry asks for a negation")
        negative = False
    if _auxiliaries(tree, clause) & cues.obliging:
        return Realis(only_wanted=True, why="what must be done")
    modality = _own_modality(tree, clause, cues)
    for here, governor in _upwards(tree, clause):
        word, relation = tree.words[governor], tree.bare(here)
        complement = relation in COMPLEMENTS and not _is_adjunct(tree, here)
        if _conditional(tree, here, cues):
            return Realis(modality=Modality.HYPOTHETICAL, why="condition")
        if complement and word in cues.demanding and relation != "nmod":
            return Realis(only_wanted=True, why=f"only wanted: {word}")
        if complement and word in cues.planning and modality is Modality.HAPPENED:
            modality = Modality.PLANNED
        if complement and word in cues.negative_verbs:
            negative = True
        below_negation = relation in ("xcomp", "ccomp") and _negated(tree, governor, cues)
        if below_negation and word not in cues.asserting | cues.confirming | cues.believing:
            negative = True
        if modality is Modality.HAPPENED and relation == "xcomp":
            modality = _own_modality(tree, governor, cues)
    if _has_condition(tree, clause, cues) and modality is not Modality.HAPPENED:
        modality = Modality.HYPOTHETICAL
    polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE
    return Realis(modality=modality, polarity=polarity)


def _upwards(tree: Tree, clause: int) -> list[tuple[int, int]]:
    """Pairs of a token and its governor on the way to the root; a coordinated word goes on
    from the word that heads its coordination."""
    pairs: list[tuple[int, int]] = []
    here = clause
    for _ in range(MOST_STEPS):
        here = tree.first_conjunct(here)
        governor = tree.parent(here)
        if governor is None or tree.bare(here) in ("parataxis", "appos"):
            break
        if tree.relation(here) == "acl:relcl":
            break
        pairs.append((here, governor))
        here = governor
    return pairs


def _is_adjunct(tree: Tree, here: int) -> bool:
    """Clauses and phrases of time, cause and place are beside what governs them."""
    relation = tree.bare(here)
    if relation == "advcl":
        marks = {tree.words[mark] for mark in tree.children(here, "mark")}
        return not marks <= {"to", "of", "for", "from"} or not marks
    if relation == "obl":
        return tree.case(here) not in ("for", "to", "of", "from", "against", "on", "with")
    return False


def _negated(tree: Tree, index: int, cues: Cues) -> bool:
    own = tree.children(index, "advmod", "det", "cc:preconj", "mark")
    nobody = [
        word
        for subject in tree.children(index, "nsubj", "nsubj:pass")
        for word in (subject, *tree.children(subject, "det", "cc", "cc:preconj", "advmod"))
        if tree.words[word] in ("no", "none", "nobody", "neither")
    ]
    return bool(nobody) or any(tree.words[child] in cues.negators for child in own)


def _auxiliaries(tree: Tree, clause: int) -> set[str]:
    """The auxiliaries of a verb, or those it shares with the verb it is coordinated with."""
    own = {tree.words[child] for child in tree.children(clause, "aux")}
    if not own and tree.bare(clause) == "conj" and not tree.children(clause, "nsubj"):
        first = tree.first_conjunct(clause)
        return {tree.words[child] for child in tree.children(first, "aux")}
    return own


def _own_modality(tree: Tree, clause: int, cues: Cues) -> Modality:
    auxiliaries = _auxiliaries(tree, clause)
    if auxiliaries & cues.hypothetical:
        return Modality.HYPOTHETICAL
    if "would" in auxiliaries or auxiliaries & cues.future:
        perfect = {"have"} & auxiliaries
        return Modality.HYPOTHETICAL if perfect else Modality.PLANNED
    adverbs = {tree.words[child] for child in tree.children(clause, "advmod", "amod")}
    if adverbs & cues.possible_adverbs:
        return Modality.HYPOTHETICAL
    return Modality.HAPPENED


def _conditional(tree: Tree, here: int, cues: Cues) -> bool:
    if tree.bare(here) != "advcl":
        return False
    return any(tree.words[mark] in cues.conditions for mark in tree.children(here, "mark"))


def _has_condition(tree: Tree, clause: int, cues: Cues) -> bool:
    return any(_conditional(tree, child, cues) for child in tree.children(clause, "advcl"))
