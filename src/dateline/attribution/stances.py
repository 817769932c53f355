"""How somebody stands to what he speaks of: asserting, denying or doubting it."""

from __future__ import annotations

from dateline.knowledge.lexicon import Cues
from dateline.records import Stance
from dateline.tree import Tree


def stance_of(tree: Tree, verb: int, cues: Cues) -> Stance | None:
    """The stance that a verb of speaking takes, or ``None`` where it leaves things unsaid."""
    word, first = tree.words[verb], tree.first_conjunct(verb)
    if tree.words[first] in cues.confirming and _is_left_unsaid(tree, first, cues):
        return Stance.DOUBTS  # "did not confirm", "declined to confirm or deny"
    unsaid = _is_left_unsaid(tree, verb, cues)
    if denies(tree, verb, cues):
        return None if unsaid else Stance.DENIES
    if word in cues.doubting:
        return None if unsaid else Stance.DOUBTS
    if not unsaid:
        return Stance.ASSERTS
    return Stance.DENIES if word in cues.believing else None


def denies(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a verb denies, alone or with a particle where it is done to a claim: "brushed off
    the allegation", and not "shrugged off the attack"."""
    word = tree.words[verb]
    if word in cues.denying or word not in cues.brushing:
        return word in cues.denying
    claims = tree.children(verb, "obj", "nsubj:pass")
    away = any(tree.words[child] in cues.brushing[word] for child in tree.children(verb))
    return away and any(tree.words[claim] in cues.asserting_nouns for claim in claims)


def turns_down(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a verb denies or doubts."""
    return denies(tree, verb, cues) or tree.words[verb] in cues.doubting


def _is_left_unsaid(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a verb of speaking is negated, or hangs on one by which somebody will not speak."""
    if cues.is_negated(tree, verb, "advmod"):
        return True
    return tree.bare(verb) == "xcomp" and tree.words[tree[verb].head] in cues.declining
