"""Collectives: "both sides", "the two countries", "the pair" and whom they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from dateline.knowledge.actors import Agents, singular
from dateline.knowledge.reasons import COLLECTIVE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.context import Context
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.phrases import Phrase

# These watch a conflict and are no side of it.
_BYSTANDERS = frozenset(("MED", "NGO", "IGO", "EDU", "REL", "BUS"))
# Of one state, these can stand against each other.
_SIDES = frozenset(("GOV", "MIL", "REB", "PTY", "UAF"))
_REACH = 8
# A name that only describes another noun ("Hungarian soldiers") counts less than that noun.
_MODIFIER = 0.3
# Those who govern states are not found among contingents that were counted by nation.
_FORCES = frozenset(("MIL", "COP"))
_GOVERNING = frozenset(("leader", "president", "premier", "minister", "government", "capital"))
# Nouns for so many persons that may also be so many states.
_PAIRS = frozenset(("pair", "duo", "trio", "quartet"))
# Nouns of those who stand against each other, and how much more likely a fighter is meant.
_CAMPS = frozenset(("side", "party", "belligerent", "camp", "combatant", "faction", "foe", "enemy"))
_FIGHTING = 2.5
_NEAR_COORDINATION = 3


def size(phrase: Phrase, agents: Agents) -> int:
    """How many actors a phrase stands for: 2, 3, 4, or 0 for no collective."""
    words = set(phrase.left)
    tables = agents.collectives
    noun = singular(phrase.left[-1])
    counted = noun in tables["any"] | tables["states"] | tables["persons"] or phrase.left[-1] in (
        "both",
        "all",
        "each",
        "either",
        "neither",
        "two",
        "three",
    )
    definite = phrase.determiner in ("the", "these", "those", "their", "both", "all")
    if not counted or not (definite or words & {"both", "either", "neither", "all", "each"}):
        return 0
    for number, name in ((3, "three"), (4, "four"), (2, "two")):
        if words & tables[name]:
            return number
    general = words & tables["all"]
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
    noun = singular(phrase.left[-1])
    only_states = noun in agents.collectives["states"]
    persons = noun in agents.collectives["persons"]

    def fits(actor: Actor) -> bool:
        if actor.code == UNKNOWN or actor.code in outside or actor.sector in _BYSTANDERS:
            return False
        if noun in _GOVERNING and actor.sector in _FORCES:
            return False
        return context.is_state(actor.code) if only_states else True

    earlier = [s for s in memory if sentence - s.sentence <= _REACH]
    if persons:
        pair = _persons(earlier, number)
        if pair or noun not in _PAIRS:
            return pair
    for spoken in reversed(earlier):
        if sentence - spoken.sentence > _NEAR_COORDINATION:
            break
        if spoken.modifier and noun in _GOVERNING:
            continue
        distinct = _distinct(actor for actor in spoken.actors if fits(actor))
        if len(distinct) == number:
            return _as(distinct, sector, only_states)
    fighting = memory.fighting if noun in _CAMPS else set()
    chosen = _most_salient(earlier, number, sentence, context, fighting, fits)
    return _as(chosen, sector, only_states)


def _persons(earlier: list[Spoken], number: int) -> tuple[Actor, ...]:
    """ "The pair": the persons named side by side or counted last."""
    for spoken in reversed(earlier):
        named = spoken.sort == "person" and spoken.plural
        if named or (spoken.sort == "crowd" and spoken.number == number):
            return spoken.actors
    return ()


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor a code; where all are of one state, one a side in it ("army and rebels")."""
    listed = tuple(actors)
    by_code = {actor.code: actor for actor in listed}
    if len(by_code) > 1:
        return tuple(by_code.values())
    sides = {(actor.sector, actor.name): actor for actor in listed if actor.sector in _SIDES}
    return tuple(sides.values()) or tuple(by_code.values())


def _most_salient(
    earlier: list[Spoken],
    number: int,
    sentence: int,
    context: Context,
    fighting: set[str],
    fits: Callable[[Actor], bool],
) -> tuple[Actor, ...]:
    score: defaultdict[str, float] = defaultdict(float)
    last: dict[str, Actor] = {}
    for spoken in earlier:
        for actor in spoken.actors:
            if not fits(actor):
                continue
            weight = _MODIFIER if spoken.modifier else 1.0
            score[actor.code] += weight / (1 + sentence - spoken.sentence)
            last[actor.code] = actor
    for code, count in context.total.items():
        if code in last or (context.is_state(code) and fits(_party(code, context))):
            score[code] += 0.25 * count
    for code, count in context.groups.items():
        if code in last:
            score[code] += 0.15 * count
    for code in fighting & score.keys():
        score[code] *= _FIGHTING
    best = sorted(score, key=lambda code: -score[code])[:number]
    return tuple(last.get(code) or _party(code, context) for code in best)


def _party(code: str, context: Context) -> Actor:
    return Actor(code=code, sector="GOV" if context.is_state(code) else "REB")


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
