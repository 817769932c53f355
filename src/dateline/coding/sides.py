"""Whose the victims are whom a report names by no country: those of the side that tells of them.

"Two villages", told by Armenia to have been shelled by Azerbaijan, are Armenian, although nothing
in the words says so and the attacker's country stands nearest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.draft import Draft, codes
from dateline.coding.parties import unknown
from dateline.knowledge.reasons import ground
from dateline.records import UNKNOWN, Party, Reading, Stance

BYSTANDERS = frozenset({"NGO", "MED"})  # who tell of a war and are no side of it
PAIR = 2
LOCAL = "local"  # the ground of a code that only the context gives


def with_own_victims(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts with unnamed victims on the side that tells, or denies, that the other struck
    them, where the report also tells by name that one struck the other."""
    made = tuple(drafts)
    foes = frozenset(pair for draft in made for pair in _foes(draft))
    return tuple(_with_own_victims(draft, foes) for draft in made)


def with_other_side(drafts: Iterable[Draft], reading: Reading) -> tuple[Draft, ...]:
    """The drafts, where only another sentence says that a side struck its own, with its foe as
    author: who fires at Lebanon did not fire on its own towns."""
    made = tuple(drafts)
    foes = frozenset(pair for draft in made for pair in _foes(draft))
    return tuple(_by_other_side(draft, foes, made, reading) for draft in made)


def _by_other_side(
    draft: Draft, foes: frozenset[frozenset[str]], drafts: tuple[Draft, ...], reading: Reading
) -> Draft:
    own = codes(draft.actors)
    sentence = reading.sentences[draft.act.sentence].span
    told = any(one.span is not None and sentence.contains(one.span) for one in draft.actors)
    named = all(ground(one.why) != LOCAL for one in draft.recipients)
    struck = draft.type == "ASSAULT" and not draft.act.mutual and own == codes(draft.recipients)
    if not struck or told or not named or len(own) != 1:
        return draft
    others = {code for pair in foes if own < pair for code in pair - own}
    if not others:
        return draft
    authors = (
        one.actors
        for one in drafts
        if one.type == "ASSAULT" and codes(one.actors) == others and own <= codes(one.recipients)
    )
    return msgspec.structs.replace(draft, actors=next(authors, (unknown(),)))


def _foes(draft: Draft) -> Iterator[frozenset[str]]:
    if draft.type == "ASSAULT":
        for actor in codes(draft.actors) - {UNKNOWN}:
            struck = tuple(one for one in draft.recipients if one.sector not in BYSTANDERS)
            for recipient in codes(struck) - {UNKNOWN, actor}:
                yield frozenset((actor, recipient))


def _with_own_victims(draft: Draft, foes: frozenset[frozenset[str]]) -> Draft:
    if draft.type != "ASSAULT" or draft.act.mutual or draft.paired or not draft.voice:
        return draft
    draft = _without_teller(draft, foes)
    doers, teller = codes(draft.actors), draft.voice[-1].code
    if len(doers) != 1:
        return draft
    (doer,) = doers
    against = {code for pair in foes if doer in pair for code in pair - {doer}}
    if teller == doer and draft.stance is Stance.DENIES and len(against) == 1:
        (teller,) = against
    if teller not in against:
        return draft
    recipients = tuple(_on_side(party, doer, teller) for party in draft.recipients)
    return msgspec.structs.replace(draft, recipients=recipients)


def _without_teller(draft: Draft, foes: frozenset[frozenset[str]]) -> Draft:
    """The draft without the teller among two foes who are said to have struck, where victims are
    unnamed: he tells of what the other did."""
    doers, teller = codes(draft.actors), draft.voice[-1].code
    unnamed = draft.recipients and all(ground(one.why) == LOCAL for one in draft.recipients)
    if len(doers) != PAIR or teller not in doers or doers not in foes or not unnamed:
        return draft
    if draft.stance is not Stance.ASSERTS:
        return draft
    others = tuple(party for party in draft.actors if party.code != teller)
    return msgspec.structs.replace(draft, actors=others)


def _on_side(party: Party, doer: str, teller: str) -> Party:
    if party.code != doer or ground(party.why) != LOCAL:
        return party
    return msgspec.structs.replace(party, code=teller, why=f"{LOCAL} to who tells of it")
