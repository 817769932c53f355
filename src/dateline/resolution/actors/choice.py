"""Whom a collective can stand for, by the mentions before it."""

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

# Nouns of those who stand against each other, and how much more likely a fighter is meant.
CAMPS = frozenset((
    "side", "party", "belligerent", "camp", "combatant", "faction", "foe", "enemy", "actor",
))  # fmt: skip
_FIGHTING = 2.5
# These watch a conflict and are no side of it.
_BYSTANDERS = frozenset(("MED", "NGO", "IGO", "EDU", "REL", "BUS"))
# Of one state, these can stand against each other.
_SIDES = frozenset(("GOV", "MIL", "REB", "PTY", "UAF"))
# A state named only later can be meant where too few were before, and not if in passing.
_IN_PASSING = 1.0
# A name that only describes another noun ("Hungarian soldiers") counts less than that noun.
_MODIFIER = 0.3
# Those who govern states are not found among contingents that were counted by nation.
_FORCES = frozenset(("MIL", "COP"))
_GOVERNING = frozenset(("leader", "president", "premier", "minister", "government", "capital"))
_NEAR_COORDINATION = 3
_NUMBER_OF_SIDES = 2
# Heads of "each other" and "one another".
_EACH = frozenset(("other", "another"))
# How much a movement counts that is named, but not yet spoken of.
_NAMED = 0.25
# So many are only whom the report has named together.
_MOST_GUESSED = 4


class Choice:
    """Asks the mentions before one collective, of a noun and a number, who its members are."""

    def __init__(
        self,
        phrase: Phrase,
        noun: str,
        number: int,
        numeral: bool,
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
        self._noun = noun
        self._camps = self._noun in CAMPS
        self._numeral = numeral
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
            if spoken.plural and singular(self._context.tree.words[spoken.head]) == self._noun:
                return tuple(actor for actor in spoken.actors if fits(actor))
        return ()

    def _only_acts(self, spoken: Spoken) -> bool:
        """Whether a pair does something else than to fight or meet: "Peru and Chile condemned the
        raid" makes them no sides of it."""
        tree = self._context.tree
        mutual = any(tree.words[child] in _EACH for child in tree.children(spoken.clause))
        acts = not mutual and not engages(tree.words[spoken.clause], self._agents)
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
        if not (self._camps and tree.is_subject(head)) or tree.bare(tree.clause(head)) == "ccomp":
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
        few = len(last) < self._number
        for code, count in context.total.items():
            later = few and count > _IN_PASSING and context.is_state(code)
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
