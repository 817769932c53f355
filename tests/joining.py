"""Acts of hand-made trees and of a model made up for them, joined."""

from __future__ import annotations

import msgspec
from trees import cast, reading

from dateline.attribution import attribute
from dateline.coding.acts import Act
from dateline.coding.join import join
from dateline.coding.linear import Blend, Weights
from dateline.coding.people import People
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.records import ReadAct
from dateline.tree import Tree


def joined(
    knowledge: Knowledge, rows: str, bias: float, *read: ReadAct, **given: str
) -> tuple[Act, ...]:
    """The acts of a sentence where every act of the rules has the logit ``bias``."""
    made = msgspec.structs.replace(reading(rows), acts=read)
    tree = Tree(made)
    people = People(tree, cast(made, **given), knowledge.lexicon)
    weights = Weights(weights={"bias": bias}, threshold=0.5, blend=Blend())
    told = attribute(made, knowledge)
    found = candidates(tree, people, told, knowledge.lexicon)
    return join(tree, people, told, found, weights)
