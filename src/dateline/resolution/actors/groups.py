"""Collectives: "both sides", "the two countries", "the pair" and whom they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.actors import Agents, singular
from dateline.knowledge.reasons import COLLECTIVE
from dateline.records import Actor
from dateline.resolution.actors.choice import CAMPS, Choice
from dateline.resolution.actors.context import Context
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.phrases import Phrase

_REACH = 8
# Nouns for so many persons that may also be so many states.
_PAIRS = frozenset(("pair", "duo", "trio", "quartet"))
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "two": 2}
_NUMERALS = ("both", "all", "each", "either", "neither", *_NUMBERS)
_EVERY = frozenset(("all", "each", "every"))


def size(phrase: Phrase, agents: Agents) -> int:
    """How many actors a phrase stands for: 2, 3, 4, or 0 for no collective."""
    words = set(phrase.left)
    tables = agents.collectives
    noun = singular(phrase.left[-1])
    if noun == "party" and words & agents.partisan:
        return 0
    if noun == "force" and phrase.sector == "REB":
        return 0  # "rival paramilitary forces" are one side
    counted = noun in tables["any"] | tables["states"] | tables["persons"]
    counted = counted or phrase.left[-1] in _NUMERALS
    definite = phrase.determiner in ("the", "these", "those", "their", "both", "all")
    if not counted or not (definite or words & {"both", "either", "neither", "all", "each"}):
        return 0
    for name, number in _NUMBERS.items():
        if words & tables[name]:
            return number
    general = words & tables["all"]
    if noun in tables["states"] and general <= _EVERY and phrase.determiner in _EVERY:
        return 0  # "all states" are the world
    if noun in agents.foes and phrase.left[:-1] == ("the",):
        return 0  # "warned the enemies": of nobody told
    rivals = noun in ("side", "foe", "rival", "enemy", "belligerent", "adversary")
    if (
        phrase.plural
        and ((general and noun != "member") or rivals)
        and noun in tables["any"] | tables["states"]
    ):
        return 2
    return 2 if phrase.plural and noun in ("side", "party", "neighbour", "giant") else 0


def together(codes: Iterable[str], sector: str) -> tuple[Actor, ...]:
    """The states that one word names ("Baltic", "Koreas")."""
    return tuple(Actor(code=code, sector=sector, why=COLLECTIVE) for code in codes)


def in_place(phrase: Phrase, agents: Agents, described: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The state in which a conflict has its sides: "all parties in Sudan" are not of politics."""
    where = {modifier.place for modifier in phrase.modifiers}
    if singular(phrase.left[-1]) not in CAMPS or where != {"in"} or not size(phrase, agents):
        return ()
    return together((actor.code for actor in described), "GOV")


def members(
    phrase: Phrase,
    number: int,
    memory: Memory,
    context: Context,
    agents: Agents,
    sentence: int,
    sector: str,
    outside: frozenset[str] = frozenset(),
) -> tuple[Actor, ...]:
    """The actors that a collective of ``number`` stands for, most salient first, but for those
    codes that are ``outside`` it."""
    noun = _counted(phrase, context, agents)
    if not noun:
        return ()
    only_states = noun in agents.collectives["states"]
    earlier = [s for s in memory if sentence - s.sentence <= _REACH]
    if noun in agents.collectives["persons"]:
        pair = _persons(earlier, number)
        if pair or noun not in _PAIRS:
            return pair
    numeral = phrase.left[-1] in _NUMERALS
    choice = Choice(phrase, noun, number, numeral, memory, context, agents, earlier)
    found: tuple[Actor, ...] = ()
    apart = frozenset(memory.apart - memory.fighting) if noun in CAMPS else frozenset()
    for barred in dict.fromkeys((outside | apart, outside)):
        found = choice.actors(barred)
        if len(found) >= number:
            memory.apart.update(outside)
            break
    counted = numeral and any(one.number == number and one.actors == found for one in earlier)
    return found if counted else _as(found, sector, only_states)


def _counted(phrase: Phrase, context: Context, agents: Agents) -> str:
    """The noun of a collective, or what is counted in "the trio of *countries*"; none where that is
    no state ("the trio of gunmen")."""
    noun = singular(phrase.left[-1])
    counted = context.tree.words[phrase.head + 1 : phrase.head + 3]
    if noun in _PAIRS and counted[:1] == ("of",):
        member = singular(counted[-1])
        return member if member in agents.collectives["states"] else ""
    return noun


def _persons(earlier: list[Spoken], number: int) -> tuple[Actor, ...]:
    """ "The pair": the persons named side by side or counted last."""
    for spoken in reversed(earlier):
        named = spoken.sort == "person" and spoken.plural
        if named or (spoken.sort == "crowd" and spoken.number == number):
            return spoken.actors
    return ()


def _as(actors: Iterable[Actor], sector: str, only_states: bool) -> tuple[Actor, ...]:
    """The members in the role the noun gives them: "the two armies" are MIL."""
    role = sector if sector in ("MIL", "COP", "LEG", "JUD") else "GOV"
    return tuple(
        Actor(
            code=actor.code,
            sector=role if only_states or actor.sector in ("", "CVL", "REF") else actor.sector,
            name=actor.name,
            why=COLLECTIVE,
        )
        for actor in actors
    )
