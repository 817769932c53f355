"""What is left of the sides of an act that a model made up for a hand-made tree sees."""

from __future__ import annotations

import msgspec
from trees import cast, reading

from dateline.attribution import attribute
from dateline.coding.people import People
from dateline.coding.read_acts import act_of
from dateline.knowledge import Knowledge
from dateline.records import ReadAct
from dateline.tree import Tree

Sides = tuple[set[str], set[str]]
NOBODY: set[str] = set()


def sides(
    knowledge: Knowledge,
    rows: str,
    seen: ReadAct,
    *others: ReadAct,
    by_state: bool = False,
    **given: str,
) -> Sides:
    """The words on both sides of an act that the model sees, beside ``others``."""
    made = msgspec.structs.replace(reading(rows), acts=(seen, *others))
    tree = Tree(made)
    people = People(tree, cast(made, **given), knowledge.lexicon)
    act = act_of(seen, tree, people, attribute(made, knowledge), by_state=by_state)
    words = [{tree.words[head] for head in side} for side in (act.actors, act.recipients)]
    return words[0], words[1]
