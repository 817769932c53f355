"""Collectives: "both sides", "the two countries", "the pair" and whom they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from dateline.knowledge.actors import Agents, singular
from dateline.knowledge.reasons import COLLECTIVE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.context import Context
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.opposites import engages, opposed
from dateline.resolution.actors.phrases import Phrase

# These watch a conflict and are no side of it.
_BYSTANDERS = frozenset(("MED", "NGO", "IGO", "EDU", "REL", "BUS"))
# Of one state, these can stand against each other.
_SIDES = frozenset(("GOV", "MIL", "REB", "PTY", "UAF"))
_REACH = 8
# A state that is named only later, and hardly more than once, is spoken of in passing.
_IN_PASSING = 1.0
# A name that only describes another noun ("Hungarian soldiers") counts less than that noun.
_MODIFIER = 0.3
# Those who govern states are not found among contingents that were counted by nation.
_FORCES = frozenset(("MIL", "COP"))
_GOVERNING = frozenset(("leader", "president", "premier", "minister", "government", "capital"))
# Nouns for so many persons that may also be so many states.
_PAIRS = frozenset(("pair", "duo", "trio", "quartet"))
# Nouns of those who stand against each other, and how much more likely a fighter is meant.
_CAMPS = frozenset((
    "side", "party", "belligerent", "camp", "combatant", "faction", "foe", "enemy", "actor",
))  # fmt: skip
_FIGHTING = 2.5
_NEAR_COORDINATION = 3
_NUMBER_OF_SIDES = 2
# Heads of "each other" and "one another".
_EACH = frozenset(("other", "another"))
# How much a movement counts that is named, but not yet spoken of.
_NAMED = 0.25
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "two": 2}
_NUMERALS = ("both", "all", "each", "either", "neither", *_NUMBERS)
_EVERY = frozenset(("all", "each", "every"))
# So many are only whom the report has named together.
_MOST_GUESSED = 4


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
    if singular(phrase.left[-1]) not in _CAMPS or where != {"in"} or not size(phrase, agents):
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
    choice = _Choice(phrase, number, memory, context, agents, earlier)
    found: tuple[Actor, ...] = ()
    apart = frozenset(memory.apart - memory.fighting) if noun in _CAMPS else frozenset()
    for barred in dict.fromkeys((outside | apart, outside)):
        found = choice.actors(barred)
        if len(found) >= number:
            memory.apart.update(outside)
            break
    counted = phrase.left[-1] in _NUMERALS and any(
        one.number == number and one.actors == found for one in earlier
    )
    return found if counted else _as(found, sector, only_states)


def _counted(phrase: Phrase, context: Context, agents: Agents) -> str:
    """The noun of a collective, or what is counted in "the trio of *countries*"; none where that is
    no state ("the trio of gunmen")."""
    noun = singular(phrase.left[-1])
    counted = context.tree.lower[phrase.head + 1 : phrase.head + 3]
    if noun in _PAIRS and counted[:1] == ("of",):
        member = singular(counted[-1])
        return member if member in agents.collectives["states"] else ""
    return noun


class _Choice:
    """Whom one collective can stand for, by the mentions before it."""

    def __init__(
        self,
        phrase: Phrase,
        number: int,
        memory: Memory,
        context: Context,
        agents: Agents,
        earlier: list[Spoken],
    ) -> None:
        self._phrase = phrase
        self._number = number
        self._memory = memory
        self._context = context
        self._agents = agents
        self._earlier = earlier
        self._noun = _counted(phrase, context, agents)
        self._camps = self._noun in _CAMPS
        self._numeral = phrase.left[-1] in _NUMERALS
        self._sentence = context.tree.tokens[phrase.head].sentence

    def actors(self, outside: frozenset[str]) -> tuple[Actor, ...]:
        """Who is meant if those codes are not."""
        only_states = self._noun in self._agents.collectives["states"]

        def fits(actor: Actor) -> bool:
            if actor.code == UNKNOWN or actor.code in outside or actor.sector in _BYSTANDERS:
                return False
            if self._noun in _GOVERNING and actor.sector in _FORCES:
                return False
            return self._context.is_state(actor.code) if only_states else True

        return (
            self._same_camps(fits)
            or self._coordinated(fits)
            or self._opposed(fits)
            or self._as_before(fits)
            or self._met(fits)
            or self._most_salient(fits)
        )

    def _coordinated(self, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """So many as were named, or counted, in one breath shortly before."""
        for spoken in reversed(self._earlier):
            if self._sentence - spoken.sentence > _NEAR_COORDINATION:
                break
            if self._numeral and spoken.number == self._number:
                return spoken.actors
            if spoken.modifier and self._noun in _GOVERNING:
                continue
            distinct = _distinct(actor for actor in spoken.actors if fits(actor))
            if len(distinct) == self._number:
                return (self._only_acts(spoken) and self._opposed(fits)) or distinct
        return ()

    def _same_camps(self, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """ "Rival camps in Chad's parliament fought. … Both *camps*": those of the same noun."""
        if not self._camps or self._noun in ("side", "party"):
            return ()
        for spoken in reversed(self._earlier):
            if spoken.plural and singular(self._context.tree.lower[spoken.head]) == self._noun:
                return tuple(actor for actor in spoken.actors if fits(actor))
        return ()

    def _only_acts(self, spoken: Spoken) -> bool:
        """Whether a pair does something else than to fight or meet: "Peru and Chile condemned the
        raid" makes them no sides of it."""
        tree = self._context.tree
        mutual = any(tree.lower[child] in _EACH for child in tree.children[spoken.clause])
        acts = not mutual and not engages(tree.lower[spoken.clause], self._agents)
        return self._camps and spoken.subject and acts

    def _opposed(self, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """The last two of whom one fought or met the other: "Chad shelled Sudan. … Both sides"."""
        if not self._camps or self._number != _NUMBER_OF_SIDES:
            return ()
        for pair in opposed(self._earlier, self._context.tree, self._agents):
            distinct = _distinct(a for spoken in pair for a in spoken.actors if fits(a))
            if len({actor.code for actor in distinct}) == self._number:
                return distinct
        return ()

    def _as_before(self, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """Those whom a collective of more than two meant before, however long ago."""
        if self._number <= _NUMBER_OF_SIDES:
            return ()
        for spoken in reversed(tuple(self._memory)):
            counted = len(spoken.actors) == self._number
            if counted and all(one.why == COLLECTIVE and fits(one) for one in spoken.actors):
                return spoken.actors
        return ()

    def _met(self, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """Those named before "the two sides" in its sentence, where these act in it themselves:
        "Brazil received Peru's minister, both sides signing a treaty"."""
        tree, head = self._context.tree, self._phrase.head
        if not (self._camps and tree.is_subject(head)) or tree.base(tree.clause(head)) == "ccomp":
            return ()
        distinct = _distinct(
            actor
            for spoken in self._earlier
            if spoken.sentence == self._sentence and not spoken.modifier and spoken.sort != "place"
            for actor in spoken.actors
            if fits(actor)
        )
        return distinct if len({a.code for a in distinct}) == self._number else ()

    def _most_salient(self, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        if self._number > (_NUMBER_OF_SIDES if self._numeral else _MOST_GUESSED):
            return ()
        score, last = self._salience(fits)
        general = self._camps and self._agents.collectives["all"] & set(self._phrase.left)
        if general:
            score = self._of_the_conflict(score)
        for code in self._memory.fighting & score.keys() if self._camps else ():
            score[code] *= _FIGHTING
        best = sorted(score, key=lambda code: -score[code])[: self._number]
        two = self._camps and best and self._number == _NUMBER_OF_SIDES
        alone = general and len(best) == 1 and best[0] in self._memory.fighting
        if two and (alone or self._at_home(best[0], score)):
            return self._two_of(best[0])
        return tuple(last.get(code) or _party(code, self._context) for code in best)

    def _salience(self, fits: Callable[[Actor], bool]) -> tuple[dict[str, float], dict[str, Actor]]:
        """How likely each code is meant, and the actor that last had it."""
        context = self._context
        score: defaultdict[str, float] = defaultdict(float)
        last: dict[str, Actor] = {}
        for spoken in self._earlier:
            for actor in spoken.actors:
                if not fits(actor):
                    continue
                weight = _MODIFIER if spoken.modifier else 1.0
                score[actor.code] += weight / (1 + self._sentence - spoken.sentence)
                last[actor.code] = actor
        for code, count in context.total.items():
            later = count > _IN_PASSING and context.is_state(code)
            if code in last or (later and fits(_party(code, context))):
                score[code] += 0.25 * count
        for code, count in context.groups.items():
            if code in last:
                score[code] += 0.15 * count
        return score, last

    def _of_the_conflict(self, score: Mapping[str, float]) -> dict[str, float]:
        """The scores of those who can be parties to a conflict: who fights in the report, the
        movements it names, and the state that it names most."""
        groups = self._context.groups
        states = [code for code in self._context.rank(score) if self._context.is_state(code)]
        allowed = self._memory.fighting | set(states[:1])
        parties = {code: value for code, value in score.items() if code in allowed}
        for code in sorted(self._agents.living_in.keys() | self._agents.jihad["codes"]):
            if groups[code]:
                parties[code] = score.get(code, 0.0) + _NAMED * groups[code]
        return parties

    def _at_home(self, code: str, score: Mapping[str, float]) -> bool:
        """Whether a state's war is one with its own rebels, as far as the report has told: no other
        that "both sides" could mean has arms as often as these."""
        armed = self._memory.armed
        garrison = self._agents.garrisons.get(code, "")
        if armed[garrison, "MIL"]:
            return False
        others = (armed[one, side] for one in score if one != code for side in ("MIL", "REB"))
        return armed[code, "REB"] > max(others, default=0)

    def _two_of(self, code: str) -> tuple[Actor, ...]:
        """The state and its rebels, as they were last spoken of."""
        own = [a for spoken in self._earlier for a in spoken.actors if a.code == code]
        rebels = [actor for actor in own if actor.sector in ("REB", "UAF")]
        state = [actor for actor in own if actor.sector in ("GOV", "MIL")]
        return (
            *(state[-1:] or (Actor(code=code, sector="GOV"),)),
            *(rebels[-1:] or (Actor(code=code, sector="REB"),)),
        )


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
