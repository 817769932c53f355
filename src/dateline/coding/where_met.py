"""Where some met or talked: not the land of whom they met, nor that of which they spoke."""

from __future__ import annotations

from dateline.coding.where import phrase_of, place_of
from dateline.records import UNKNOWN, Cast, Place
from dateline.tree import Tree

OCCASIONS = frozenset({"in", "at", "during", "near", "outside", "inside", "within", "after"})
MARGINS = frozenset(
    {"sidelines", "sideline", "margins"}
)  # "on the sidelines of the summit in Oslo"
MATTERS = frozenset({"on", "over"})  # "talks on Syria"
TITLES = frozenset({"of", "to", "from"})  # "the leaders of Qatar", "the envoy to Ecuador"


def place_of_meeting(trigger: int, tree: Tree, cast: Cast) -> Place | None:
    """The place of a meeting, visit or talks, ``None`` where none is told."""
    somebody = frozenset(
        mention.head
        for mention in cast.actors
        if any(actor.code != UNKNOWN or actor.sector for actor in mention.actors)
    )
    places = (one for one in cast.places if not _is_beside(one, trigger, tree, somebody))
    return place_of(trigger, tree, places, speech=False)


def _is_beside(place: Place, trigger: int, tree: Tree, somebody: frozenset[int]) -> bool:
    """Whether a place only tells who met or what was spoken of."""
    phrase = phrase_of(place, tree)
    case = tree.case(phrase).split(" ")[-1]
    chain = [phrase]
    while tree.bare(chain[-1]) in ("nmod", "appos") and tree[chain[-1]].head != trigger:
        chain.append(tree[chain[-1]].head)
    outer = chain[-1]
    if outer == phrase:
        return case in MATTERS
    if tree.bare(outer) in ("nsubj", "obj", "iobj"):
        return case in TITLES or outer not in somebody
    occasion = tree.case(outer).split(" ")[-1] in OCCASIONS or tree.words[outer] in MARGINS
    return not occasion and (case in TITLES or outer not in somebody)
