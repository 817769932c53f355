"""Why somebody is taken for an actor: what begins a reason, and what it tells later steps.

A reason is written for people, and begins with what was found: "state France", "seat the
Kremlin", "president (2021)", "title minister of Mali".
"""

from __future__ import annotations

COLLECTIVE = "one of a collective"  # a party of "both sides"
LEADERS = frozenset({"president", "prime minister", "king", "supreme leader"})
STATES = frozenset({"state", "seat", "demonym"})  # a country by its name, its capital, its people
NAMELESS_STATES = "states that are not named"  # "more than 20 countries"
A_PEOPLE = "a people"  # one without a state, by its name
REGIME = "regime"  # a government by who leads it ("the Assad regime")


def ground(why: str) -> str:
    """The first word of a reason: the kind of what was found."""
    return why.partition(" ")[0]


def office(why: str) -> str:
    """The office by which somebody is known, without its state and year."""
    return why.removeprefix("title ").partition(" of ")[0].partition(" (")[0]
