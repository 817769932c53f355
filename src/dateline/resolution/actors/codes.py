"""From a noun phrase and what it hangs on to the actor: code and sector of codebook section 2."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import structs

from dateline.knowledge.actors import Agents, Kind, singular
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.belonging import GROUP_KINDS, Belonging
from dateline.resolution.actors.context import UNRECOGNISED, Context
from dateline.resolution.actors.naming import Named
from dateline.resolution.actors.partisans import Partisans
from dateline.resolution.actors.peoples import Peoples
from dateline.resolution.actors.phrases import Modifier, Phrase
from dateline.resolution.actors.sectors import PRIVATE, sector_of

# Why somebody counts as of the report's country, where no words tell it.
_GUESSED = frozenset(("local", "the state spoken of"))
# Sectors of those who fight each other at home, so that no word before one is the other's.
_OPPOSED = ({"REB", "MIL"}, {"REB", "COP"})
# What may stand between the names of a list.
_LISTING = frozenset(("and", ",", "the"))
# Marks that join the names of allies or foes.
_HYPHENS = (("-",), ("–",))
# Prepositions behind which stands what an office is about.
_CONCERNED = ("for", "in", "on", "to")

Resolve = Callable[[int], tuple[Actor, ...]]


class Coder:
    """Codes for descriptions. ``resolve`` gives the actors of another head of the report."""

    def __init__(
        self,
        agents: Agents,
        context: Context,
        resolve: Resolve,
        words: Sequence[str],
        proteges: Mapping[tuple[str, str], tuple[str, str]],
    ) -> None:
        self._agents = agents
        self._words = words
        self._context = context
        self._resolve = resolve
        peoples = Peoples(context)
        self.of_people = peoples.actor
        self._belonging = Belonging(agents, context, peoples)
        self._partisans = Partisans(agents, context, resolve, proteges)
        self.protege_of = self._partisans.protege_of

    def described(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The actors that the modifiers of a phrase tell, or nothing where they tell none."""
        if not phrase.modifiers:
            return ()
        sector = self.sector(phrase)
        ranked = self._by_weight(phrase)
        for modifier in ranked:
            actors = self._from_modifier(phrase, modifier, sector)
            if actors:
                names = {i for one in ranked for i in _words_of(one)}
                for other in ranked:
                    if other is not modifier and (
                        self._coordinated(modifier, other)
                        or self._listed(modifier, other, names)
                        or (sector not in PRIVATE and self._hyphened(modifier, other))
                    ):
                        actors += self._from_modifier(phrase, other, sector)
                return tuple(dict.fromkeys(actors))
        return ()

    def _coordinated(self, one: Modifier, other: Modifier) -> bool:
        """ "French and Greek vessels", "the leaders of Iran and Turkey"."""
        if one.place != other.place:
            return False
        first, second = sorted((one, other), key=lambda modifier: modifier.index)
        between = self._words[first.index + 1 : second.index]
        return "and" in between and len(between) <= 4 and not {",", "of"} & set(between)

    def _hyphened(self, one: Modifier, other: Modifier) -> bool:
        """ "Peruvian-Chilean raids", of private persons no two actors."""
        first, second = sorted((one.index, other.index))
        names = one.place == other.place == "before" and not (one.tie or other.tie)
        return names and self._words[first + 1 : second] in _HYPHENS

    def _listed(self, one: Modifier, other: Modifier, names: set[int]) -> bool:
        """ "Saudi, Emirati and Jordanian jets", "ministers of Chad, Niger and Mali": names, commas
        and "and" alone between the two, or on from them to the last of a list."""
        first, last = sorted((one.index, other.index))
        end = last
        while end < len(self._words) and (end in names or self._words[end] in _LISTING):
            end += 1
        between = {self._words[i] for i in range(first + 1, last) if i not in names}
        told = {self._words[i] for i in range(first + 1, end) if i not in names}
        return one.place == other.place and "and" in told and between <= _LISTING

    def sector(self, phrase: Phrase) -> str:
        """The sector of the agent noun with the words before it, empty for no agent."""
        return sector_of(phrase, self._agents)

    def _by_weight(self, phrase: Phrase) -> list[Modifier]:
        """Modifiers, those that bind strongest first: groups before the head, then nearest."""

        def weight(item: tuple[int, Modifier]) -> tuple[int, int]:
            order, modifier = item
            if phrase.sector == "REB" and modifier.place == "in" and self._entity(modifier):
                return -1, order
            named = modifier.named
            group = named is not None and named.entries[0].kind in GROUP_KINDS
            role = singular(phrase.left[-1]) in self._agents.roles
            if modifier.place == "of" and group and role:
                return 0, order
            if modifier.place == "before":
                people = named is not None and named.entries[0].kind is Kind.PEOPLE
                private = 1 if people and phrase.sector in PRIVATE else 0
                return (0 if group else 1) + (2 if modifier.tie else 0) + private, order
            return (1 if modifier.place in ("of", "for", "by") else 4), order + 50

        return [modifier for _, modifier in sorted(enumerate(phrase.modifiers), key=weight)]

    def _entity(self, modifier: Modifier) -> bool:
        return modifier.named is not None and modifier.named.entries[0].code in UNRECOGNISED

    def _from_modifier(self, phrase: Phrase, modifier: Modifier, sector: str) -> tuple[Actor, ...]:
        if modifier.tie == "friend":
            return self._partisans.protege(phrase, modifier, sector)
        if modifier.tie in ("foe", "pro", "held"):
            return self._partisans.partisan(phrase, modifier, sector)
        if modifier.place in ("with", "on", "across", "at") and modifier.named is None:
            return ()
        noun = singular(phrase.left[-1])
        if noun in self._agents.allies and is_state_name(modifier.named):
            return ()
        if noun in self._agents.others and _is_state_or_group(modifier.named):
            return ()  # "Hamas's rival" is not Hamas
        body = self._agents.owned.get(phrase.agent)
        if body and modifier.place in _CONCERNED and not self._context.is_state(body):
            return ()  # "the special rapporteur on Myanmar" is not Myanmar's
        if noun in self._agents.outposts and self._is_site(phrase, modifier):
            return ()
        if sector == "IGO" and modifier.place in _CONCERNED and self._is_land(modifier):
            return ()  # "the peacekeepers in Lebanon" are from elsewhere
        if self._is_called_after(phrase, modifier):
            return ()
        owners = self._resolve(modifier.index)
        offices = all(owner.sector == "GOV" and owner.why in _GUESSED for owner in owners)
        if offices and phrase.sector == "GOV" and modifier.place == "of" and not modifier.named:
            return ()  # nothing tells whose is "the ministry of foreign affairs"
        if phrase.agent in self._agents.proxies:
            protege = self.protege_of(owners, phrase.head)
            if protege:
                return protege
        if modifier.named is not None and modifier.named.entries[0].code == UNKNOWN:
            if modifier.place != "before":
                return ()
            return (Actor(code=UNKNOWN, sector=sector or "GOV", why="a bloc"),)
        return tuple(
            dict.fromkeys(
                self._belonging.actor(phrase, owner, modifier, sector)
                for owner in owners
                if owner.code != UNKNOWN
            )
        )

    def _is_called_after(self, phrase: Phrase, modifier: Modifier) -> bool:
        """Whether a building only bears the name of a town: "the Jerusalem hospital in Aleppo"."""
        named = modifier.named
        town = named is None or named.entries[0].kind is Kind.SEAT
        if modifier.place != "before" or not town:
            return False
        return self._agents.kinds.get(phrase.agent) == "place" and any(
            other.place == "in" and any(one.code != UNKNOWN for one in self._resolve(other.index))
            for other in phrase.modifiers
        )

    def _is_land(self, modifier: Modifier) -> bool:
        return all(self._context.is_state(actor.code) for actor in self._resolve(modifier.index))

    def _is_site(self, phrase: Phrase, modifier: Modifier) -> bool:
        """Whether a modifier of an embassy tells the town that it stands in ("China's New York
        consulate") and not whose it is."""
        if modifier.place == "in":
            return True
        town = modifier.named is None or modifier.named.entries[0].kind is Kind.SEAT
        owns = self._words[modifier.index + 1 : modifier.index + 2] in (("'s",), ("’s",))
        rest = (one for one in phrase.modifiers if one is not modifier)
        owned = any(one.place in ("before", "of") for one in rest)
        return modifier.place == "before" and town and not owns and owned

    def before(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The actors that the words before the noun tell, without what follows it."""
        before = tuple(m for m in phrase.modifiers if m.place == "before")
        return self.described(structs.replace(phrase, modifiers=before)) if before else ()

    def shared(self, phrase: Phrase, first: Phrase) -> tuple[Actor, ...]:
        """ "Turkish tanks and vehicles": a second noun shares the modifiers of the first."""
        before = tuple(m for m in first.modifiers if m.place == "before")
        words = {*phrase.before, *phrase.agent.split()[:-1]}
        own = not words.isdisjoint(self._agents.state | self._agents.rebel)
        own = own or {phrase.sector, first.sector} in _OPPOSED  # "Basque militants and soldiers"
        if phrase.determiner or phrase.modifiers or own or not before:
            return ()
        return self.described(structs.replace(phrase, modifiers=before))


def is_state_name(named: Named | None) -> bool:
    """Whether words name a state or its seat: "Kyiv" in "Kyiv's allies", who are others."""
    return named is not None and named.entries[0].kind in (Kind.STATE, Kind.SEAT)


def _is_state_or_group(named: Named | None) -> bool:
    """Whether words name a state or a group by its name, so that its rivals are others."""
    group = named is not None and named.entries[0].kind in GROUP_KINDS - {Kind.PARTY}
    return group or is_state_name(named)


def _words_of(modifier: Modifier) -> range:
    """The tokens of a modifier: its name, or the word itself."""
    named = modifier.named
    return range(named.first, named.end) if named else range(modifier.index, modifier.index + 1)
