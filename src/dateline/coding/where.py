"""Where an act happened: the place that its own clause tells (codebook section 4).

A place belongs to the act where a preposition of place, an object or an apposition makes it one,
and where the path to it in the tree is short; a town says more than the country around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from dateline.coding.clauses import verb_above
from dateline.coding.paths import Path, cost_of, path_between
from dateline.records import Place, TimeExpression
from dateline.tree import Tree

FARTHEST = 8.0  # the dearest path, with what follows, at which a place is still that of the act
VAGUENESS = {"city": 0.0, "area": 1.0, "region": 1.4, "country": 2.4}
UNKNOWN_PLACE = 1.0
WORD = 0.05  # each word between
BEHIND = 0.5  # less for what stands behind the trigger
NESTED = 2  # nouns above a place up to the occasion: "in the *garden* of the *palace* in Oslo"
WAY = 1.0  # more for where somebody comes from or goes to

_LOCATING = frozenset({
    "in", "at", "near", "on", "outside", "around", "into", "inside", "of", "from", "to", "across",
    "throughout", "over", "through", "above", "off", "along", "under", "within", "beyond", "via",
})  # fmt: skip
_WIDE = frozenset({"area", "region", "country"})
_OCCASION = frozenset({"in", "at", "during"})
_ON_THE_WAY = frozenset({"from", "to"})
_PARTS_OF_NAMES = frozenset({"compound", "flat", "nmod:desc", "nmod:unmarked"})


def place_of(trigger: int, tree: Tree, places: Iterable[Place], *, speech: bool) -> Place | None:
    """The place of the event whose trigger is token ``trigger``, ``None`` where none is told.

    ``speech`` says that the event is itself a speech act: its place is where it was given, and
    not what it speaks of.
    """
    here = tree[trigger].sentence
    costs = {
        place: _cost(trigger, tree, place, speech)
        for place in places
        if tree[place.head].sentence == here and not place.metonym
    }
    best = min(costs, key=lambda place: costs[place], default=None)
    return best if best is not None and costs[best] <= FARTHEST else None


def is_of_another_day(
    place: Place, trigger: int, tree: Tree, times: Iterable[TimeExpression]
) -> bool:
    """Whether a place stands in a later verb that has a day of its own, as the act's has: "fought
    in 1995 and signed a treaty *in Oslo* in 1998"."""
    if tree[place.head].sentence != tree[trigger].sentence:
        return False
    reading = tree.reading
    clause, later = verb_above(trigger, reading), verb_above(place.head, reading)
    if later == clause:
        return False
    if tree.bare(later) != "conj" or tree.first_conjunct(later) != tree.first_conjunct(clause):
        return False
    return {clause, later} <= {verb_above(time.head, reading) for time in times}


def _cost(trigger: int, tree: Tree, place: Place, speech: bool) -> float:
    """How far a place is from an act; infinitely where it is none of its places."""
    phrase = phrase_of(place, tree)
    case = tree.case(phrase).split(" ")[-1]
    if speech and not _is_where_said(phrase, trigger, tree):
        return inf
    names_act = phrase == trigger != place.head  # "the Salisbury attack"
    if place.span.contains(tree[phrase].span):
        located = case in _LOCATING or tree.bare(phrase) in ("obj", "appos")
    else:  # "in the Basra jail", but not "met the Basra mayor" or "appealed to the Basra office"
        located = case in _LOCATING - _ON_THE_WAY
    path = path_between(tree.reading, trigger, phrase)
    if _is_around(place, phrase, tree):
        return inf
    if path is None or not (located or names_act) or _is_of_telling(path, tree):
        return inf
    return (
        cost_of(path, tree.reading)
        + VAGUENESS.get(place.precision, UNKNOWN_PLACE)
        + WORD * abs(place.head - trigger)
        - BEHIND * (place.head > trigger)
        + WAY * (case in _ON_THE_WAY)
    )


def _is_where_said(phrase: int, trigger: int, tree: Tree) -> bool:
    """Whether a speech was given at a place: "demanded in Oslo", "warned during a visit to Oslo",
    "In Oslo the envoy warned the rebels and *demanded* talks"."""
    chain = [phrase, *tree.ancestors(phrase)]
    top = next((index for index in chain[: NESTED + 1] if tree.bare(index) == "obl"), None)
    if top is None or (top != phrase and tree.case(top) not in _OCCASION):
        return False
    first = tree.first_conjunct(trigger)
    return tree[top].head == trigger or (tree[top].head == first and top < first)


def _is_of_telling(path: Path, tree: Tree) -> bool:
    """Whether a place is where an act was told: "ten were killed, he said in Oslo"."""
    told = any(tree.bare(index) == "ccomp" for index in path.above)
    return told and len(path.below) == 1


def _is_around(place: Place, phrase: int, tree: Tree) -> bool:
    """Whether a place only says where a named one lies: "the Black Sea resort *of Sochi*", but
    not "the Zamalek district *of Cairo*"."""
    if place.precision not in _WIDE or place.span.contains(tree[phrase].span):
        return False
    return any(
        tree.case(child) == "of" and tree[child].part_of_speech == "PROPN"
        for child in tree.children(phrase, "nmod")
    )


def phrase_of(place: Place, tree: Tree) -> int:
    """The noun that a place name stands before: "in Kibati *area*", "Manchester *airport*"."""
    head, above = place.head, tree.parent(place.head)
    while above is not None and tree.relation(head) in _PARTS_OF_NAMES:
        head, above = above, tree.parent(above)
    return head
