"""Whom the condemnation of a deed accuses, where its own words do not tell.

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
from dateline.knowledge.lexicon import Lexicon, Pattern
from dateline.knowledge.pronouns import DEFINITE
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Party, Polarity, Stance
from dateline.tree import OTHER_CLAUSES, Tree

STRUCK = frozenset({"on", "against", "of"})  # prepositions between an attack and its victims


def with_the_condemned(
    drafts: Iterable[Draft], people: People, lexicon: Lexicon
) -> tuple[Draft, ...]:
    """The drafts, where a deed is condemned and nobody is accused who can be meant, with the
    authors of the like act told last before that befell the same people."""
    made: list[Draft] = []
    for draft in drafts:
        deed = _condemned(draft, people, lexicon)
        if deed is not None:
            noun, entry = deed
            victims = people.codes(_victims(noun, people)) - {UNKNOWN}
            mistaken = entry.type == "ASSAULT" and _is_mistaken(draft, victims)
            untold = codes(draft.recipients) <= {UNKNOWN}
            if mistaken or (untold and (victims or _is_measure(noun, entry, people.tree))):
                authors = _authors(draft, entry, victims, made)
                kept = () if mistaken else draft.recipients
                draft = msgspec.structs.replace(draft, recipients=authors or kept)
        made.append(draft)
    return tuple(made)


def _condemned(draft: Draft, people: People, lexicon: Lexicon) -> tuple[int, Pattern] | None:
    """The noun that names the violence or measure which an act condemns, with its entry."""
    tree, trigger = people.tree, draft.act.trigger
    if draft.type != "ACCUSE" or trigger.mode != "disapprove" or draft.paired:
        return None
    for noun in tree.children(trigger.head, "obj", "nsubj:pass"):
        entry = entry_of(tree, noun, lexicon)
        if entry is not None and (entry.type == "COERCE" or is_violence(tree, noun, lexicon)):
            return noun, entry
    return None


def _is_measure(noun: int, entry: Pattern, tree: Tree) -> bool:
    """Whether a noun stands for a measure or coup told before, whose authors are condemned: of
    violence in general nobody is accused."""
    known = any(tree.words[one] in DEFINITE for one in tree.children(noun, "det"))
    return entry.type == "COERCE" and known


def _is_mistaken(draft: Draft, victims: frozenset[str]) -> bool:
    """Whether those struck are taken for the accused, or a state for condemning itself."""
    accused = codes(draft.recipients)
    state = all(one.sector in OF_THE_STATE for one in (*draft.actors, *draft.recipients))
    return bool(accused) and (accused <= victims or (state and accused == codes(draft.actors)))


def _authors(
    draft: Draft, deed: Pattern, victims: frozenset[str], before: list[Draft]
) -> tuple[Party, ...]:
    told = [one for one in reversed(before) if _could_be_meant(one, draft, deed.type, victims)]
    like = (one for one in told if deed.mode == one.act.trigger.mode)
    meant = next(like, told[0] if told else None)
    return () if meant is None else meant.actors


def _victims(deed: int, people: People) -> Iterator[int]:
    """The words below an attack that name whom it struck."""
    tree = people.tree
    for child in tree.children(deed, "nmod"):
        if tree.case(child) in STRUCK:
            yield from tree.subtree(child, without=OTHER_CLAUSES)


def _could_be_meant(one: Draft, draft: Draft, kind: str, victims: frozenset[str]) -> bool:
    """Whether a draft tells such a deed by known others than the accuser's own side, on the victims
    where these are named."""
    if one.type != kind or one.polarity is not Polarity.POSITIVE or one.act.mutual:
        return False
    if one.stance is not Stance.ASSERTS or UNKNOWN in codes(one.actors):
        return False
    if any(party.sector in BYSTANDERS for party in one.actors):
        return False
    if victims and not victims & codes(one.recipients):
        return False
    own = {party.code for party in draft.actors if party.sector in OF_THE_STATE}
    return not any(party.code in own and party.sector in OF_THE_STATE for party in one.actors)
