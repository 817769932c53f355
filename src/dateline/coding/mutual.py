"""Mutual acts name both sides on both ends, camps one record per direction (codebook 1)."""

from __future__ import annotations

import msgspec

from dateline.coding.draft import Draft, codes
from dateline.coding.parties import distinct
from dateline.knowledge.reasons import STATES, ground
from dateline.records import Party


def both_ends(draft: Draft) -> tuple[Draft, ...]:
    """A mutual act with its sides on both ends; a one-way act as it is.

    Two single sides make one record. Where a side has several members, allies are kept apart:
    one record for each direction. An act whose other side is not told gives nothing.
    """
    if not draft.act.mutual or draft.paired:
        return (draft,)
    draft = _of_several(draft)
    left, right = draft.actors, draft.recipients
    if "one-way" in draft.flags and right and codes(left) != codes(right):
        return (draft,)
    if codes(right) <= codes(left) or codes(left) <= codes(right):
        together = _together(left, right)
        if len(together) < 2 or _are_one_state(together):
            return ()
        return (msgspec.structs.replace(draft, actors=together, recipients=together, paired=True),)
    if len(codes(left)) == 1 and len(codes(right)) == 1:
        together = distinct(left + right)
        return (msgspec.structs.replace(draft, actors=together, recipients=together, paired=True),)
    there = msgspec.structs.replace(draft, actors=left, recipients=right, paired=True)
    back = msgspec.structs.replace(draft, actors=right, recipients=left, paired=True)
    return (there, back)


def _of_several(draft: Draft) -> Draft:
    """Talks of more than two sides as multilateral, unless they have another mode."""
    trigger = draft.act.trigger
    several = len(codes(draft.actors) | codes(draft.recipients)) > 2
    if draft.type != "CONSULT" or trigger.mode is not None or not several:
        return draft
    act = msgspec.structs.replace(
        draft.act, trigger=msgspec.structs.replace(trigger, mode="multilateral")
    )
    return msgspec.structs.replace(draft, act=act)


def _are_one_state(parties: tuple[Party, ...]) -> bool:
    """Whether one state stands for both sides under two of its names ("Israeli", "Israel")."""
    return len(codes(parties)) == 1 and all(ground(party.why) in STATES for party in parties)


def _together(left: tuple[Party, ...], right: tuple[Party, ...]) -> tuple[Party, ...]:
    """Both sides, without those of the second that the first names already."""
    named = {(party.code, party.sector) for party in left}
    return distinct(
        left + tuple(party for party in right if (party.code, party.sector) not in named)
    )
