"""Whom a call for a ceasefire or talks is addressed to, where its own words do not tell.

They are the parties of the conflict spoken of (codebook 3): "Turkey and Greece exchanged fire. The
Pope appealed for a truce" asks both of them, and so does an appeal that seems to ask one alone.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.coding.draft import Draft, codes
from dateline.coding.parties import distinct
from dateline.coding.people import People
from dateline.knowledge.lexicon import Lexicon
from dateline.records import UNKNOWN, Modality, Party, Polarity, Stance
from dateline.tree import Tree

REACH = 12  # sentences from a call back to the fighting
CALLS = frozenset({"yield", "meet"})
SCENES = frozenset({"in", "at", "from"})
CLAUSES = frozenset({"acl:relcl", "parataxis"})


def with_those_called_upon(
    drafts: Iterable[Draft], people: People, lexicon: Lexicon
) -> tuple[Draft, ...]:
    """The drafts, where one calls for peace and names nobody in its sentence, with the parties of
    the nearest fight told before."""
    told = tuple(drafts)
    return tuple(
        _addressed(draft, told[:place], people.tree)
        if _calls_for_peace(draft, people.tree, lexicon)
        else draft
        for place, draft in enumerate(told)
    )


def _addressed(draft: Draft, before: tuple[Draft, ...], tree: Tree) -> Draft:
    fight = next((one for one in reversed(before) if _is_fight(one, draft)), None)
    if fight is None:
        return draft
    sides = distinct(tuple(map(_at_the_table, (*fight.actors, *fight.recipients))))
    own = codes(draft.actors)
    asked = tuple(side for side in sides if side.code not in own)
    if not codes(draft.recipients) <= codes(asked) and not _is_scene(draft, tree):
        return draft
    return msgspec.structs.replace(draft, recipients=asked)


def _calls_for_peace(draft: Draft, tree: Tree, lexicon: Lexicon) -> bool:
    trigger = draft.act.trigger
    if draft.type != "REQUEST" or trigger.mode not in CALLS or draft.paired or trigger.noun:
        return False
    sentence = tree.reading.sentences[draft.act.sentence].span
    told = (party.span for party in draft.recipients if party.span is not None)
    if any(map(sentence.contains, told)) and not _is_scene(draft, tree):
        return False
    said = tree.subtree(trigger.head, without=CLAUSES)
    return any(tree.words[word] in lexicon.cues.peace for word in said)


def _is_scene(draft: Draft, tree: Tree) -> bool:
    """Whether who seems to be asked is only where one asks: "*in Geneva*, the envoy called for"."""
    heads = draft.act.recipients if "recipient" in draft.act.nearby else ()
    return bool(heads) and all(tree.case(head) in SCENES for head in heads)


def _is_fight(one: Draft, call: Draft) -> bool:
    """Whether a draft tells that two known sides fought, or one struck the other, not long before a
    call."""
    if one.type != "ASSAULT" or one.act.modality is Modality.HYPOTHETICAL:
        return False
    if one.polarity is not Polarity.POSITIVE or one.stance is not Stance.ASSERTS:
        return False
    sides = codes(one.actors) | codes(one.recipients)
    near = 0 <= call.act.sentence - one.act.sentence <= REACH
    return near and UNKNOWN not in sides and len(sides) > 1


def _at_the_table(party: Party) -> Party:
    """A state at war as its government, whom one asks to stop."""
    if party.sector not in {"MIL", "CVL"}:
        return party
    return msgspec.structs.replace(party, text="", span=None, sector="GOV")
