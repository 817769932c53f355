"""In which state an act is done: a passive, as in "was arrested *in Rome*", or a visit."""

from __future__ import annotations

from dateline.coding.acts import Act
from dateline.coding.draft import codes
from dateline.coding.people import People
from dateline.records import Cast, Party

# Prepositions of where it is done, and of what somebody is turned out of.
SCENES = frozenset({"in", "at", "near", "from", "of", "out of"})


def is_abroad(code: str, act: Act, told: tuple[Party, ...], people: People, cast: Cast) -> bool:
    """Whether the sentence of an act names places, and none in the state of a code; the names of
    those ``told`` to suffer it ("Latvia's envoy") are none."""
    own = [party.span for party in told if party.span is not None]
    named = {
        place.country
        for place in cast.places
        if people.tree[place.head].sentence == act.sentence
        and place.country
        and not any(span.contains(place.span) for span in own)
    }
    return bool(named) and code not in named


def host_of(act: Act, people: People) -> str | None:
    """The one state in which an act is told to be done or that somebody is told to leave."""
    tree, head = people.tree, act.trigger.head
    near = [one for one in tree.children(head, "obl", "nmod") if tree.case(one) in SCENES]
    near += [one for verb in tree.children(head, "xcomp") for one in tree.children(verb, "obj")]
    places = map(people.place, near)
    states = {place.country for place in places if place is not None and place.country}
    return states.pop() if len(states) == 1 else None


def stays_at_home(
    act: Act, actors: tuple[Party, ...], recipients: tuple[Party, ...], people: People
) -> bool:
    """Whether who governs a state only goes to a place in it, and is told to meet nobody there."""
    if (act.trigger.type, act.trigger.mode) != ("CONSULT", "visit"):
        return False
    at_home = len(codes(actors)) == 1 and codes(actors) == codes(recipients)
    governing = all(actor.sector == "GOV" for actor in actors)
    return at_home and governing and all(people.place(head) for head in act.recipients)
