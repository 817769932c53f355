"""Whom a condemnation of violence accuses, where its own words do not tell.

"The African Union condemned the attack on Niamey" names nobody: those are meant who the report says
attacked Niger. It accuses neither those struck nor the side that condemns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.draft import Draft, codes
from dateline.coding.people import People, is_violence
from dateline.coding.sides import BYSTANDERS
from dateline.coding.triggers import entry_of
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Party, Polarity, Stance
from dateline.tree import OTHER_CLAUSES

STRUCK = frozenset({"on", "against", "of"})  # prepositions between an attack and its victims


def with_the_condemned(
    drafts: Iterable[Draft], people: People, lexicon: Lexicon
) -> tuple[Draft, ...]:
    """The drafts, where violence is condemned and nobody is accused who can be meant, with the
    authors of the like act told last before that befell the same people."""
    made: list[Draft] = []
    for draft in drafts:
        violence = _condemned(draft, people, lexicon)
        if violence is not None:
            victims = people.codes(_victims(violence, people)) - {UNKNOWN}
            mistaken = _is_mistaken(draft, victims)
            untold = codes(draft.recipients) <= {UNKNOWN}
            if mistaken or (untold and victims):
                authors = _authors(draft, violence, victims, made, people, lexicon)
                kept = () if mistaken else draft.recipients
                draft = msgspec.structs.replace(draft, recipients=authors or kept)
        made.append(draft)
    return tuple(made)


def _condemned(draft: Draft, people: People, lexicon: Lexicon) -> int | None:
    """The noun that names the violence which an act condemns."""
    tree, trigger = people.tree, draft.act.trigger
    if draft.type != "ACCUSE" or trigger.mode != "disapprove" or draft.paired:
        return None
    objects = tree.children(trigger.head, "obj", "nsubj:pass")
    return next((noun for noun in objects if is_violence(tree, noun, lexicon)), None)


def _is_mistaken(draft: Draft, victims: frozenset[str]) -> bool:
    """Whether those struck are taken for the accused, or a state for condemning itself."""
    accused = codes(draft.recipients)
    state = all(one.sector in OF_THE_STATE for one in (*draft.actors, *draft.recipients))
    return bool(accused) and (accused <= victims or (state and accused == codes(draft.actors)))


def _authors(
    draft: Draft,
    violence: int,
    victims: frozenset[str],
    before: list[Draft],
    people: People,
    lexicon: Lexicon,
) -> tuple[Party, ...]:
    entry = entry_of(people.tree, violence, lexicon)
    told = [one for one in reversed(before) if _could_be_meant(one, draft, victims)]
    like = (one for one in told if entry is not None and entry.mode == one.act.trigger.mode)
    meant = next(like, told[0] if told else None)
    return () if meant is None else meant.actors


def _victims(violence: int, people: People) -> Iterator[int]:
    """The words below an attack that name whom it struck."""
    tree = people.tree
    for child in tree.children(violence, "nmod"):
        if tree.case(child) in STRUCK:
            yield from tree.subtree(child, without=OTHER_CLAUSES)


def _could_be_meant(one: Draft, draft: Draft, victims: frozenset[str]) -> bool:
    """Whether a draft tells an attack by known others than the accuser's own side, on the victims
    where these are named."""
    if one.type != "ASSAULT" or one.polarity is not Polarity.POSITIVE or one.act.mutual:
        return False
    if one.stance is not Stance.ASSERTS or UNKNOWN in codes(one.actors):
        return False
    if any(party.sector in BYSTANDERS for party in one.actors):
        return False
    if victims and not victims & codes(one.recipients):
        return False
    own = {party.code for party in draft.actors if party.sector in OF_THE_STATE}
    return not any(party.code in own and party.sector in OF_THE_STATE for party in one.actors)
