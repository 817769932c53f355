"""Where some met or talked: not the land of whom they met, nor that of which they spoke."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.people import People
from dateline.coding.where import phrase_of, place_of
from dateline.records import Place

OCCASIONS = frozenset({"in", "at", "during", "near", "outside", "inside", "within", "after"})
MARGINS = frozenset({"sidelines", "sideline", "margins"})  # "on the margins of a summit in Oslo"
MATTERS = frozenset({"on", "over"})  # "talks on Syria"
TITLES = frozenset({"of", "to", "from"})  # "the leaders of Qatar", "the envoy to Ecuador"


def place_of_meeting(trigger: int, people: People, places: Iterable[Place]) -> Place | None:
    """The place of a meeting, visit or talks, ``None`` where none is told."""
    others = (one for one in places if not _is_beside(one, trigger, people))
    return place_of(trigger, people.tree, others, speech=False)


def _is_beside(place: Place, trigger: int, people: People) -> bool:
    """Whether a place only tells who met or what was spoken of."""
    tree = people.tree
    phrase = outer = phrase_of(place, tree)
    case = tree.case(phrase).split(" ")[-1]
    while tree.bare(outer) in ("nmod", "appos") and tree[outer].head != trigger:
        outer = tree[outer].head
    if outer == phrase:
        return case in MATTERS
    somebody = people.head_of(outer) == outer and people.is_party(outer)
    if tree.bare(outer) in ("nsubj", "obj", "iobj"):
        return case in TITLES or not somebody
    occasion = tree.case(outer).split(" ")[-1] in OCCASIONS or tree.words[outer] in MARGINS
    return not occasion and (case in TITLES or not somebody)
