"""Common nouns: whose agents they are, by modifiers or by the report's rest."""

from __future__ import annotations

from msgspec import structs

from dateline.knowledge.actors import Kind, singular
from dateline.knowledge.reasons import A_PEOPLE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors import groups
from dateline.resolution.actors.beside import Beside
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.descriptions import listed_behind
from dateline.resolution.actors.doers import Doers
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.owners import Owners
from dateline.resolution.actors.persons import Persons
from dateline.resolution.actors.phrases import POSSESSIVES, WHERE, Modifier, Phrase
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.unlisted import Unlisted
from dateline.resolution.actors.unowned import Unowned

_WEARING = ("wearing", "dressed", "clad", "in", "disguised")
_DISGUISE_REACH = 6
# Of those who take part in a meeting, whose list the report has given.
_PRESENT = frozenset(("participating", "attending", "assembled"))
# Who does elsewhere what the owner does.
_ELSEWHERE = frozenset(("counterpart", "counterparts", "colleague", "colleagues"))


class Nouns:
    """Resolves the noun phrases of a scene that are no names of the directory."""

    def __init__(
        self, scene: Scene, coder: Coder, resolve: Resolve, memory: Memory, persons: Persons
    ) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve
        self._memory = memory
        self._persons = persons
        self._owners = Owners(scene, coder, resolve)
        self._beside = Beside(scene, resolve)
        self._doers = Doers(scene, resolve, memory)
        self._unowned = Unowned(scene, resolve, memory)
        self.of_unknown_name = Unlisted(scene, coder, resolve, persons).of_name

    def note(self, noun: str, code: str) -> None:
        """Remember whose a noun is that ends a name ("the Sudanese Army")."""
        self._unowned.note(noun, code)

    def of_noun(self, phrase: Phrase) -> tuple[Actor, ...]:
        phrase = self._as_written_here(phrase)
        sector = self._coder.sector(phrase)
        meant = self._stand_in(phrase, sector)
        if meant:
            return meant
        if self._tree.words[phrase.head] in self._agents.partitives & self._agents.crowds:
            sector = "CVL"
        described = () if self._only_placed(phrase) else self._coder.described(phrase)
        return (
            self._collective(phrase, sector, described)
            or self._act_or_movement(phrase, sector)
            or self._by_description(phrase, sector, described)
            or self._shared(phrase)
            or self._owners.of_phrase(phrase)
            or self._unowned.of_phrase(phrase, sector)
        )

    def _only_placed(self, phrase: Phrase) -> bool:
        """ "The rebels' negotiators in Geneva", "its spokesman in Lima": names behind a noun that
        another noun or pronoun owns tell where it is; but "its partners in Chile" are others."""
        if phrase.left[-1] in _ELSEWHERE or singular(phrase.left[-1]) in self._agents.allies:
            return False
        owned = any(
            self._tree.relation(child) == "nmod:poss"
            and self._tree.tokens[child].part_of_speech in ("NOUN", "PRON")
            for child in self._tree.children(phrase.head)
        )
        return owned and all(m.place in WHERE for m in phrase.modifiers)

    def _as_written_here(self, phrase: Phrase) -> Phrase:
        """The phrase with the sector that a capital ("the House") or the bare article tells ("the
        executive"), or as one of police, where the state spoken of calls these paramilitary."""
        table, word = self._agents.paramilitary, self._tree.tokens[phrase.head].text
        if phrase.left[:-1] == ("the",):
            organ = self._agents.definite.get(word.lower())
            organ = self._agents.capitalised.get(word.lower()) if word.istitle() else organ
            if organ or word.istitle():
                return structs.replace(phrase, sector=organ) if organ else phrase
        if phrase.agent not in table["nouns"]:
            return phrase
        state = self._context.country(phrase.head, official=True)
        return structs.replace(phrase, sector="COP") if state in table["states"] else phrase

    def _stand_in(self, phrase: Phrase, sector: str) -> tuple[Actor, ...]:
        """Who is meant in a noun's place: the person named behind a title, the movement joined,
        whatever a partitive counts ("dozens of soldiers"), nobody known where men are in
        disguise."""
        if sector == "CVL" and self._disguised(phrase.head):
            return (Actor(code=UNKNOWN, sector="UAF", why="in disguise"),)
        following = phrase.head + 1
        if following < len(self._tree.tokens) and following not in self._scene.named:
            joined = self._tree.tokens[following].head == phrase.head
            if joined and phrase.sector and self._persons.is_person_name(following):
                return self._resolve(following)
        listed = listed_behind(self._scene, phrase.head)
        if listed is not None and not self._coder.described(phrase):
            return self._resolve(listed)
        beside = self._beside.of_noun(phrase)
        if beside:
            return beside
        movement = self._persons.joined_movement(phrase.head)
        if movement is not None and sector in ("CVL", ""):
            return (movement,)
        if self._tree.words[phrase.head] in self._agents.partitives:
            part = next((m.index for m in phrase.modifiers if m.place == "of"), None)
            return () if part is None else self._resolve(part)
        return ()

    def _collective(
        self, phrase: Phrase, sector: str, described: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        """Several parties in one phrase: "the others", "the Baltic states", "both sides"."""
        noun = singular(phrase.left[-1])
        told = any(modifier.place == "before" for modifier in phrase.modifiers)
        owner = self._owners.of_phrase(phrase) if noun in self._agents.others and not told else ()
        if owner:
            return owner
        if phrase.plural and (noun in self._agents.collectives["states"] or noun == "member"):
            for word in phrase.before:
                if word in self._agents.joint_adjectives:
                    return groups.together(self._agents.joint_adjectives[word], sector or "GOV")
        placed = groups.in_place(phrase, self._agents, described)
        if placed:
            return placed
        possessor = any(
            self._tree.relation(child) == "nmod:poss" and self._tree.words[child] not in POSSESSIVES
            for child in self._tree.children(phrase.head)
        )
        number = groups.size(phrase, self._agents)
        if described and not possessor and number > 2 and self._names_no_state(described):
            found = self._members(phrase, number, sector)
            return found if len(found) == number else ()
        if possessor or described:
            return ()
        return self._members(phrase, number, sector) if number else self._as_before(phrase, noun)

    def _names_no_state(self, described: tuple[Actor, ...]) -> bool:
        """Whether words name a part of the world: "the three *European* countries"."""
        return not any(self._context.is_state(actor.code) for actor in described)

    def _as_before(self, phrase: Phrase, noun: str) -> tuple[Actor, ...]:
        """ "The ministers of Chad and Niger met. *The ministers* agreed …": those of before;
        diplomats by any word for them."""
        diplomats = self._agents.diplomats
        sent = noun in diplomats
        known = sent or noun in self._agents.governing
        if phrase.determiner != "the" or not phrase.plural:
            return ()
        if phrase.has(_PRESENT) and noun in self._agents.collectives["states"]:
            return self._gathered(phrase)
        if not known:
            return ()
        if len(phrase.left) > 1 + len(phrase.agent.split()):
            return ()
        spoken = self._memory.latest(
            self._tree.tokens[phrase.head].sentence,
            lambda s: (
                singular(self._tree.words[s.head]) in (diplomats if sent else (noun,))
                and (len(s.actors) > 1 or (sent and s.plural))
            ),
        )
        return spoken.actors if spoken is not None else ()

    def _gathered(self, phrase: Phrase) -> tuple[Actor, ...]:
        """ "The participating governments": the states that were named together before."""

        def fits(spoken: Spoken) -> bool:
            states = all(self._context.is_state(actor.code) for actor in spoken.actors)
            return states and len({actor.code for actor in spoken.actors}) > 1

        spoken = self._memory.latest(self._tree.tokens[phrase.head].sentence, fits)
        actors = spoken.actors if spoken is not None else ()
        return groups.together(dict.fromkeys(actor.code for actor in actors), "GOV")

    def _act_or_movement(self, phrase: Phrase, sector: str) -> tuple[Actor, ...]:
        """The forces behind an act ("the Turkish assault"), or the movement of the report that
        "the jihadists" are."""
        noun = singular(phrase.left[-1])
        if not sector and noun in self._agents.acts:
            if noun in self._agents.placed:
                authors = tuple(m for m in phrase.modifiers if not self._is_town(m, phrase.head))
                phrase = structs.replace(phrase, modifiers=authors)
            return self._by_act(self._coder.before(phrase))
        if self._unowned.is_jihadist(phrase, phrase.agent) and not self._owned_before(phrase):
            return self._unowned.jihadists(phrase)
        return ()

    def _is_town(self, modifier: Modifier, head: int) -> bool:
        """Whether a modifier is a town that an act is called by ("the Brussels attacks")."""
        owns = {"'s", "’s"}.intersection(self._tree.words[modifier.index + 1 : head])
        kind = modifier.named.entries[0].kind if modifier.named else None
        if owns or kind in (Kind.STATE, Kind.DEMONYM, Kind.PEOPLE):
            return False
        town = self._tree.words[modifier.index] in self._agents.body_towns
        return town or kind is Kind.SEAT or modifier.index in self._scene.places

    def _by_description(
        self, phrase: Phrase, sector: str, described: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        """Whose the noun's own modifiers say it is, where it can act at all."""
        noun = singular(phrase.left[-1])
        if described and not self._is_agent(phrase, noun, sector):
            return (Actor(code=UNKNOWN, sector="", why=f"{noun} is no agent"),)
        if len(described) == 1 and self._context.is_state(described[0].code):
            for name in {noun, phrase.agent or noun}:
                self._unowned.note(name, described[0].code)
        meant = self._movement_meant(phrase, sector, described)
        return (meant,) if meant is not None else described

    def _movement_meant(
        self, phrase: Phrase, sector: str, described: tuple[Actor, ...]
    ) -> Actor | None:
        """The movement spoken of that is called by its home or by who backs it."""
        friends = [m.index for m in phrase.modifiers if m.tie == "friend"]
        if friends:
            patrons = {actor.code for index in friends for actor in self._resolve(index)}
            return self._unowned.backed(phrase, patrons)
        kinds = {m.named.entries[0].kind if m.named else None for m in phrase.modifiers}
        if any(m.tie for m in phrase.modifiers) or not kinds <= {Kind.STATE, Kind.DEMONYM}:
            return None
        return self._unowned.of_home(phrase, sector, {actor.code for actor in described})

    def _shared(self, phrase: Phrase) -> tuple[Actor, ...]:
        """ "Turkish soldiers and officers": the modifier of the first holds for both."""
        if self._tree.bare(phrase.head) != "conj":
            return ()
        first = self._scene.phrase(self._tree.tokens[phrase.head].head)
        return self._coder.shared(phrase, first)

    def _by_act(self, described: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """ "The Turkish assault": the act stands for the forces of the state or people."""
        if not described:
            return (Actor(code=UNKNOWN, sector="", why="an act, no actor"),)
        return tuple(
            Actor(code=actor.code, sector=self._armed_as(actor), name=actor.name, why="by its act")
            for actor in described
        )

    def _armed_as(self, actor: Actor) -> str:
        if actor.why == A_PEOPLE:
            return "REB"
        return "MIL" if self._context.is_state(actor.code) else actor.sector

    def _members(self, phrase: Phrase, number: int, sector: str) -> tuple[Actor, ...]:
        """Whom a collective stands for: in "Brazil offered its help to both sides" Brazil is
        neither, but in "India wants peace between the two countries" it is one, where no two others
        are spoken of."""
        sentence = self._tree.tokens[phrase.head].sentence
        doers = self._doers.codes(phrase.head)
        within = self._tree.bare(phrase.head) == "nmod"
        tries = (frozenset(),) if within and len(doers) >= number else (doers, frozenset())
        found: tuple[Actor, ...] = ()
        for outside in dict.fromkeys(tries):
            found = groups.members(
                phrase, number, self._memory, self._context, self._agents, sentence, sector, outside
            )
            if len(found) >= number or (found and not within):
                break
        return found

    def _disguised(self, head: int) -> bool:
        """ "Men in uniforms", "people wearing masks": nobody knows whose they are."""
        words = self._tree.words[head + 1 : head + _DISGUISE_REACH]
        return bool(words) and words[0] in _WEARING and not self._agents.disguise.isdisjoint(words)

    def _is_agent(self, phrase: Phrase, noun: str, sector: str) -> bool:
        """Whether a noun can act or stand for those who can: an agent, a member, a territory."""
        agents = self._agents
        return bool(
            sector
            or noun in agents.roles
            or noun in agents.territory
            or noun in agents.collectives["any"]
            or noun in agents.kinds
            or self._tree.words[phrase.head] in agents.partitives
        )

    def _owned_before(self, phrase: Phrase) -> bool:
        """Whether a name before the noun says whose: places behind it do not."""
        return any(m.place in ("before", "of", "by") for m in phrase.modifiers)
