"""Whose blow it was that fighters are told to have died of, where only the teller shows it: "ten
rebels were killed in an operation, the army said"."""

from __future__ import annotations

from dateline.coding.acts import Act
from dateline.coding.draft import codes
from dateline.coding.people import People
from dateline.coding.triggers import entry_of
from dateline.knowledge.lexicon import Lexicon
from dateline.records import UNKNOWN, Party, Stance

FORCES = frozenset({"MIL", "COP"})
BLASTS = frozenset({"explosives", "suicide-attack"})  # modes of violence of which nobody boasts


def of_tellers(
    act: Act,
    tellers: tuple[Party, ...],
    recipients: tuple[Party, ...],
    people: People,
    lexicon: Lexicon,
) -> tuple[Party, ...]:
    """The forces of one state that tell of fighters of others struck by nobody named; neither in a
    blast nor in fighting, which others may have done."""
    tree, head = people.tree, act.trigger.head
    untold = tree.is_passive(head) or "subject" in act.trigger.recipient_slots
    if act.trigger.noun or not untold or act.trigger.mode in BLASTS:
        return ()
    if act.stance not in (None, Stance.ASSERTS) or len(codes(tellers)) != 1:
        return ()
    fighters = all(one.sector == "REB" and one.code != UNKNOWN for one in recipients)
    forces = all(one.sector in FORCES for one in tellers)
    causes = (entry_of(tree, word, lexicon) for word in tree.children(head, "obl"))
    fought = any(cause is not None and "mutual" in cause.flags for cause in causes)
    return tellers if fighters and forces and not fought else ()
