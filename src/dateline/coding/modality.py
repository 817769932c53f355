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
_BE = frozenset({"is", "are", "am", "was", "were", "'s", "’s", "'re", "’re"})
_AUXILIARIES = ("aux", "aux:pass", "cop")
_GIVEN = frozenset({"after", "following", "since", "because", "despite", "amid"})
_TELLING_TAGS = frozenset({"VBD", "VBZ"})  # of a verb that tells and does not demand
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_GENERAL_TAGS = frozenset({"VBZ", "VBP", "MD"})
_PARTICULAR = ("det", "nmod:poss", "nummod")  # with one of these a noun speaks of certain acts


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
    describes = False
    for here, governor in _upwards(tree, clause):
        word, relation = tree.words[governor], tree.bare(here)
        complement = relation in COMPLEMENTS and not _is_adjunct(tree, here)
        if _conditional(tree, here, cues):
            return Realis(modality=Modality.HYPOTHETICAL, why="condition")
        demanded = complement and word in cues.demanding
        if relation == "nmod":  # "a request for talks"; "support for the strikes" wants none
            demanded = word in cues.refused and tree.case(here) == "for"
        if demanded and not _is_told(tree, here, governor, cues):
            return Realis(only_wanted=True, why=f"only wanted: {word}")
        if complement and word in cues.possible:
            return Realis(modality=Modality.HYPOTHETICAL, why=f"only {word}")
        if word in cues.thought_of and _is_thought_of(tree, here, clause):
            return Realis(modality=Modality.HYPOTHETICAL, why=f"only thought of: {word}")
        below_none = relation == "acl" and _negated(tree, governor, cues)
        if below_none and _is_open(tree, here) and word not in cues.planning:
            return Realis(only_wanted=True, why=f"no {word}")
        if complement and word in cues.planning and modality is Modality.HAPPENED:
            modality = Modality.PLANNED
        if complement and word in cues.negative_verbs:
            negative = True
        below_negation = relation in ("xcomp", "ccomp") and _negated(tree, governor, cues)
        if below_negation and word not in cues.asserting | cues.confirming | cues.believing:
            negative = True
        # "will help the fighters battling rebels": the fight that tells who they are goes on.
        describes = describes or (relation == "acl" and not _is_open(tree, here))
        if modality is Modality.HAPPENED and _goes_along(tree, here) and not describes:
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
        if tree.relation(here) == "acl:relcl" or _is_given(tree, here):
            break
        pairs.append((here, governor))
        here = governor
    return pairs


def _is_given(tree: Tree, here: int) -> bool:
    """Whether what is told came before what governs it: "vowed to leave *after the raid*"."""
    marks = tree.children(here, "mark", "case")
    return any(tree.words[mark] in _GIVEN for mark in marks)


def _is_adjunct(tree: Tree, here: int) -> bool:
    """Clauses and phrases of time, cause and place are beside what governs them."""
    relation = tree.bare(here)
    if relation == "advcl":
        marks = {tree.words[mark] for mark in tree.children(here, "mark")}
        return not marks <= {"to", "of", "for", "from"} or not marks
    if relation == "obl":
        return tree.case(here) not in ("for", "to", "of", "from", "against", "on", "with")
    return False


def _is_told(tree: Tree, here: int, governor: int, cues: Cues) -> bool:
    """Whether a clause tells what is or was: "told him that troops had left", not "that they must
    leave" or "insisted that troops leave"."""
    if tree.bare(here) != "ccomp" or tree.words[governor] not in cues.telling_that:
        return False
    auxiliaries = tree.children(here, *_AUXILIARIES)
    if any(tree.words[one] in cues.obliging for one in auxiliaries):
        return False
    finite = any(tree[one].tag in _FINITE_TAGS for one in auxiliaries)
    return finite or tree[here].tag in _TELLING_TAGS


def _goes_along(tree: Tree, here: int) -> bool:
    """Whether an act lies ahead where what governs it does: "will begin to shell", "will travel
    to Rome to meet him", "will travel for talks"."""
    relation = tree.bare(here)
    if relation == "advcl":
        return _is_open(tree, here)
    return relation == "xcomp" or (relation == "obl" and tree.case(here) == "for")


def _is_thought_of(tree: Tree, here: int, clause: int) -> bool:
    """Whether a clause tells what a risk or a prospect is of: "a chance *that they agree*", "the
    danger of troops *firing*", and not "of a conflict" that may be going on."""
    if here == clause:
        return tree.bare(here) in ("acl", "ccomp")
    of = tree.bare(here) == "nmod" and tree.case(here) == "of"
    return of and tree[clause].head == here and tree.words[clause].endswith("ing")


def _is_open(tree: Tree, clause: int) -> bool:
    """Whether a clause is an infinitive with nothing but "to" before it."""
    return {tree.words[mark] for mark in tree.children(clause, "mark")} == {"to"}


def is_rite(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a crowd comes together for a funeral or a feast."""
    behind = (one for one in tree.children(verb, "obl", "nmod") if tree.case(one) == "for")
    return any(tree.words[one] in cues.rites for one in behind)


def states_rule(tree: Tree, noun: int, cues: Cues) -> bool:
    """Whether a noun names acts in general of which a rule is told: "attacks on hospitals are
    prohibited", but not "these attacks" or "Russian attacks"."""
    governor = tree.parent(noun)
    if governor is None or tree.bare(noun) != "nsubj" or tree[noun].tag != "NNS":
        return False
    kinds = tree.children(noun, "amod", "compound")
    named = any(tree[kind].text[:1].isupper() for kind in kinds)
    if named or tree.children(noun, *_PARTICULAR) or tree.words[governor] not in cues.ruling:
        return False
    told = (governor, *tree.children(governor, *_AUXILIARIES))
    return any(tree[one].tag in _GENERAL_TAGS for one in told)


def _negated(tree: Tree, index: int, cues: Cues) -> bool:
    nobody = [
        word
        for subject in tree.children(index, "nsubj", "nsubj:pass")
        for word in (subject, *tree.children(subject, "det", "cc", "cc:preconj", "advmod"))
        if tree.words[word] in ("no", "none", "nobody", "neither")
    ]
    return bool(nobody) or cues.is_negated(tree, index, "advmod", "det", "cc:preconj", "mark")


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
    if _is_to(tree, clause, cues):
        return Modality.HYPOTHETICAL if "have" in auxiliaries else Modality.PLANNED
    adverbs = {tree.words[child] for child in tree.children(clause, "advmod", "amod")}
    if adverbs & cues.possible_adverbs:
        return Modality.HYPOTHETICAL
    return Modality.HAPPENED


def _is_to(tree: Tree, clause: int, cues: Cues) -> bool:
    """ "The two are to meet", "was due to fly", "a summit to be held": set for a day, but not "was
    to blame" or "the third reporter to be shot"."""
    noun = tree.parent(clause)
    if noun is not None and tree.relation(clause) == "acl" and tree.children(clause, "aux:pass"):
        kinds = {tree.words[kind] for kind in (noun, *tree.children(noun, "amod"))}
        return _is_open(tree, clause) and not kinds & cues.ranking
    marks = [
        child
        for child in tree.children(clause, "mark", "aux")
        if any(tree.words[part] == "to" for part in tree.subtree(child))
    ]
    return tree.words[clause] not in cues.blaming and any(
        tree.words[child] in _BE and child < mark
        for mark in marks
        for child in tree.children(clause, *_AUXILIARIES)
    )


def _conditional(tree: Tree, here: int, cues: Cues) -> bool:
    """Whether a clause is a condition or a question: "if they leave", "asked whether they left"."""
    if tree.bare(here) not in ("advcl", "ccomp", "csubj"):
        return False
    return any(tree.words[mark] in cues.conditions for mark in tree.children(here, "mark"))


def _has_condition(tree: Tree, clause: int, cues: Cues) -> bool:
    return any(_conditional(tree, child, cues) for child in tree.children(clause, "advcl"))
