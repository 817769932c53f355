"""The toll of a war whose sides stand elsewhere: "The conflict has killed thousands".

Those killed are part of the fighting between its sides (codebook 3), which the report names where
it tells first how one of them struck the other.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.coding.draft import Draft, codes
from dateline.coding.mutual import both_ends
from dateline.coding.triggers import entry_of
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.pronouns import DEFINITE
from dateline.records import UNKNOWN, Party, Polarity, Stance
from dateline.tree import Tree

STRUCK = frozenset({"GOV", "CVL"})  # what a state at war may be coded as where it is struck


def with_sides_of_war(drafts: Iterable[Draft], tree: Tree, lexicon: Lexicon) -> tuple[Draft, ...]:
    """The drafts, where the toll of a war whose sides its sentence does not name has those of the
    nearest fight told before that struck the same people."""
    made: list[Draft] = []
    for draft in drafts:
        fight = next((one for one in reversed(made) if _struck_same(one, draft)), None)
        if fight is None or not _is_toll_of_war(draft, tree, lexicon):
            made.append(draft)
        else:
            fought = msgspec.structs.replace(draft.act, mutual=True)
            sides = {"actors": _at_war(fight.actors), "recipients": _at_war(fight.recipients)}
            made += both_ends(msgspec.structs.replace(draft, act=fought, **sides))
    return tuple(made)


def _is_toll_of_war(draft: Draft, tree: Tree, lexicon: Lexicon) -> bool:
    trigger, sentence = draft.act.trigger, tree.reading.sentences[draft.act.sentence]
    told = (party.span for party in draft.actors if party.span is not None)
    if "toll" not in trigger.flags or draft.paired or any(map(sentence.span.contains, told)):
        return False
    causes = (word for word in trigger.tokens if word != trigger.head)
    return any(_is_known_war(word, tree, lexicon) for word in causes)


def _is_known_war(noun: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a noun names fighting between two sides as already spoken of."""
    if tree[noun].part_of_speech != "NOUN":
        return False
    entry = entry_of(tree, noun, lexicon)
    definite = any(tree.words[one] in DEFINITE for one in tree.children(noun, "det"))
    return definite and entry is not None and "mutual" in entry.flags


def _struck_same(one: Draft, toll: Draft) -> bool:
    """Whether a draft of a sentence before tells that two known sides fought, or one seized land
    of the other, and the dead of the toll are of one of them."""
    kind = one.type, one.act.trigger.mode
    if "ASSAULT" not in kind and kind != ("COERCE", "seize"):
        return False
    if one.polarity is not Polarity.POSITIVE or one.stance is not Stance.ASSERTS:
        return False
    sides = codes(one.actors) | codes(one.recipients)
    known = UNKNOWN not in sides and len(sides) > 1 and bool(one.recipients)
    return known and one.act.sentence < toll.act.sentence and codes(toll.recipients) <= sides


def _at_war(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(
        msgspec.structs.replace(one, sector="MIL") if one.sector in STRUCK else one
        for one in parties
    )
