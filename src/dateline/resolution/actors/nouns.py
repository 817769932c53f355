"""Common nouns and unknown names: whose agents they are, by modifiers or by the report's rest."""

from __future__ import annotations

from dateline.knowledge.actors import fold, singular
from dateline.records import Actor
from dateline.resolution.actors import groups
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.context import UNKNOWN
from dateline.resolution.actors.memory import Memory
from dateline.resolution.actors.persons import Persons
from dateline.resolution.actors.phrases import POSSESSIVES, Phrase
from dateline.resolution.actors.scene import Scene

_ANAPHORIC = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
# How much the whole report weighs against the sentence: people are where the sentence is.
_NEARBY = 4.0
_ANYWHERE = 9.0
_LOCAL = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "CVL", "REF", "MED", "BUS",
                    "EDU", "REL", "LAB", "NGO", "CRM", "REB"))  # fmt: skip


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
        self._holders: dict[str, str] = {}

    def of_noun(self, phrase: Phrase) -> tuple[Actor, ...]:
        sector = self._coder.sector(phrase)
        sentence = self._tree.tokens[phrase.head].sentence
        following = phrase.head + 1
        if following < len(self._tree.tokens) and following not in self._scene.named:
            joined = self._tree.tokens[following].head == phrase.head
            if joined and phrase.sector and self._persons.is_person_name(following):
                return self._resolve(following)
        movement = self._persons.joined_movement(phrase.head)
        if movement is not None and sector in ("CVL", ""):
            return (movement,)
        lower = self._tree.lower[phrase.head]
        if lower in self._agents.partitives:
            part = next((m.index for m in phrase.modifiers if m.place == "of"), None)
            if part is not None:
                return self._resolve(part)
            if lower in self._agents.crowds:
                sector = "CVL"
        possessor = any(
            self._tree.relation(child) == "nmod:poss" and self._tree.lower[child] not in POSSESSIVES
            for child in self._tree.children[phrase.head]
        )
        number = 0 if possessor else groups.size(phrase, self._agents)
        described = self._coder.described(phrase)
        if number and not described:
            found = groups.members(
                phrase, number, self._memory, self._context, self._agents, sentence, sector
            )
            if found:
                return found
        noun = singular(phrase.left[-1])
        if not sector and noun in self._agents.acts:
            return self._by_act(self._coder.before(phrase))
        if phrase.agent in self._agents.jihad["nouns"] and not self._owned_before(phrase):
            jihad = self._jihad(sentence)
            if jihad:
                return jihad
        if described and not self._is_agent(phrase, noun, sector):
            return (Actor(code=UNKNOWN, sector="", why=f"{noun} is no agent"),)
        if described:
            if len(described) == 1 and self._context.is_state(described[0].code):
                self._holders[noun] = described[0].code
            return described
        if self._tree.base(phrase.head) == "conj":
            shared = self._coder.shared(
                phrase, self._scene.phrase(self._tree.tokens[phrase.head].head)
            )
            if shared:
                return shared
        owner = self._owner(phrase)
        if owner:
            return owner
        return self._by_rest(phrase, sector)

    def _by_act(self, described: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """ "The Turkish assault": the act stands for the forces of the state."""
        if not described:
            return (Actor(code=UNKNOWN, sector="", why="an act, no actor"),)
        return tuple(
            Actor(
                code=actor.code,
                sector="MIL" if self._context.is_state(actor.code) else actor.sector,
                name=actor.name,
                why="by its act",
            )
            for actor in described
        )

    def _owner(self, phrase: Phrase) -> tuple[Actor, ...]:
        """ "Its forces", "his government": the agent of whom the pronoun means."""
        for child in self._tree.children[phrase.head]:
            if self._tree.relation(child) != "nmod:poss":
                continue
            owners = self._resolve(child)
            sector = self._coder.sector(phrase)
            if self._tree.lower[child] in POSSESSIVES and not sector:
                return ()
            known = [owner for owner in owners if owner.code != UNKNOWN]
            if known and (phrase.agent or singular(phrase.left[-1])) in self._agents.proxies:
                protege = self._coder.protege_of(known, phrase.head)
                if protege:
                    return protege
            if known and singular(phrase.left[-1]) in self._agents.others:
                own = {owner.code for owner in known}
                rest = [c for c in self._context.countries(phrase.head) if c not in own]
                return (Actor(code=rest[0] if rest else UNKNOWN, sector="GOV", why="the other"),)
            if known:
                return tuple(self._belonging(phrase, owner, sector, child) for owner in known)
        return ()

    def _belonging(self, phrase: Phrase, owner: Actor, sector: str, child: int) -> Actor:
        noun = phrase.agent or phrase.left[-1]
        last = noun.split()[-1]
        outside = last in self._agents.outsiders or sector in ("CVL", "REF")
        if self._context.is_state(owner.code) or outside:
            code = owner.code
            if outside and not self._context.is_state(code):
                code = self._context.country(phrase.head)
            sector = sector or owner.sector
            if owner.sector == "REB" and sector == "MIL":
                sector = "REB"
        else:
            code, sector = owner.code, owner.sector
        return Actor(code=code, sector=sector, why=f"{noun} of {self._tree.tokens[child].text}")

    def _by_rest(self, phrase: Phrase, sector: str) -> tuple[Actor, ...]:
        """A noun without an owner: by what was spoken of before, else the report's country."""
        head, noun = phrase.head, phrase.agent or singular(phrase.left[-1])
        kind = self._agents.kinds.get(noun, "")
        sentence = self._tree.tokens[head].sentence
        if kind == "state":
            spoken = self._memory.latest(sentence, lambda s: s.sort == "state" and not s.plural, 3)
            code = spoken.actors[0].code if spoken else self._context.country(head)
            return (Actor(code=code, sector="GOV", why="the state spoken of"),)
        if noun in self._agents.jihad["nouns"]:
            jihad = self._jihad(sentence)
            if jihad:
                return jihad
        if kind == "group" or (sector == "REB" and not phrase.has(self._agents.unknown)):
            plain = self._is_plain_rebel(phrase, noun)
            wide = ("body", "organisation", "organization", "agency", "bloc", "alliance")
            bodies = ("IGO", "NGO", "BUS") if noun in wide else ("NGO",)
            wanted = (sector,) if sector in ("REB", "MIL") else ("REB", "PTY", "CRM", *bodies)
            spoken = self._memory.latest(
                sentence,
                lambda s: (
                    s.sort in ("group", "crowd")
                    and s.actors[0].sector in wanted
                    and s.actors[0].code != UNKNOWN
                    and not (plain and not self._context.is_state(s.actors[0].code))
                ),
                8 if sector == "REB" else 4,
            )
            if spoken is not None:
                actor = spoken.actors[0]
                return (
                    Actor(code=actor.code, sector=actor.sector, name=actor.name, why="spoken of"),
                )
        holder = self._titled_before(phrase, sentence)
        if holder is not None:
            return (holder,)
        last = noun.split()[-1]
        if (
            last in self._agents.roles
            and kind == ""
            and phrase.determiner in _ANAPHORIC | {"a", ""}
        ):
            speaker = self._body_spoken_of(phrase, sentence, sector)
            if speaker is not None:
                return (speaker,)
        if sector == "UAF" or not sector or noun in self._agents.rootless:
            return (Actor(code=UNKNOWN, sector=sector, why="nothing tells whose"),)
        if phrase.determiner == "the" and noun in self._holders and kind == "organ":
            return (Actor(code=self._holders[noun], sector=sector, why=f"{noun} spoken of"),)
        if "foreign" in phrase.left and sector == "CVL":
            return (Actor(code=UNKNOWN, sector=sector, why="from anywhere"),)
        nameless = sector == "REB" and not phrase.determiner and phrase.plural
        if nameless and noun in self._agents.jihad["nouns"]:
            return (Actor(code=UNKNOWN, sector="UAF", why="of no movement named"),)
        own = self._of_the_speaker(phrase, sentence, sector)
        if own is not None:
            return (own,)
        if sector in _LOCAL:
            whole = _NEARBY if sector in ("CVL", "REF", "REB") else _ANYWHERE
            return (Actor(code=self._context.country(head, whole), sector=sector, why="local"),)
        return (Actor(code=UNKNOWN, sector=sector, why="nothing tells whose"),)

    def _of_the_speaker(self, phrase: Phrase, sentence: int, sector: str) -> Actor | None:
        """ "The prime minister announced that the government …": that of the state he serves."""
        if sector != "GOV" or phrase.determiner != "the" or phrase.agent != "government":
            return None
        spoken = self._memory.latest(
            sentence,
            lambda s: (
                s.subject
                and s.sort == "person"
                and s.actors[0].sector == "GOV"
                and self._context.is_state(s.actors[0].code)
            ),
            0,
        )
        if spoken is None:
            return None
        return Actor(code=spoken.actors[0].code, sector=sector, why="government of the speaker")

    def _is_agent(self, phrase: Phrase, noun: str, sector: str) -> bool:
        """Whether a noun can act or stand for those who can: an agent, a member, a territory."""
        agents = self._agents
        return bool(
            sector
            or noun in agents.roles
            or noun in agents.territory
            or noun in agents.collectives["any"]
            or noun in agents.kinds
            or self._tree.lower[phrase.head] in agents.partitives
        )

    def _owned_before(self, phrase: Phrase) -> bool:
        """Whether a name before the noun says whose: places behind it do not."""
        return any(m.place in ("before", "of", "by") for m in phrase.modifiers)

    def _jihad(self, sentence: int) -> tuple[Actor, ...]:
        """The jihadist movement spoken of last, else the one that the report names most."""
        codes = self._agents.jihad["codes"]
        spoken = self._memory.latest(sentence, lambda s: s.actors[0].code in codes, 12)
        if spoken is not None:
            actor = spoken.actors[0]
            why = "jihad spoken of"
            return (Actor(code=actor.code, sector="REB", name=actor.name, why=why),)
        named = [code for code in codes if self._context.groups[code]]
        if not named:
            return ()
        code = max(named, key=lambda c: self._context.groups[c])
        return (Actor(code=code, sector="REB", why="jihad of the report"),)

    def _is_plain_rebel(self, phrase: Phrase, noun: str) -> bool:
        """Rebels, insurgents and opposition fighters are not the jihadist movements."""
        words = {singular(word) for word in phrase.left}
        return noun not in self._agents.jihad["nouns"] and bool(
            words & {"rebel", "insurgent", "opposition", "separatist"}
        )

    def _titled_before(self, phrase: Phrase, sentence: int) -> Actor | None:
        """ "The foreign secretary": the person whom the report gave that office."""
        if phrase.determiner not in ("the", "") or phrase.plural or not phrase.agent:
            return None
        spoken = self._memory.latest(
            sentence,
            lambda s: s.sort == "person" and phrase.agent in s.actors[0].why.lower().split(" ("),
            30,
        )
        if spoken is None:
            return None
        actor = spoken.actors[0]
        return Actor(code=actor.code, sector=actor.sector, name=actor.name, why=phrase.agent)

    def _body_spoken_of(self, phrase: Phrase, sentence: int, sector: str) -> Actor | None:
        """ "The spokesman", "the president": the same person or body as before."""
        noun = phrase.left[-1]
        if noun in ("spokesman", "spokeswoman", "spokesperson"):
            spoken = self._memory.latest(
                sentence, lambda s: s.sort in ("person", "group", "state", "organ"), 2
            )
            if spoken is not None and spoken.actors[0].code != UNKNOWN:
                actor = spoken.actors[0]
                return Actor(code=actor.code, sector=actor.sector, name=actor.name, why=noun)
        return None

    def of_unknown_name(self, index: int, phrase: Phrase) -> tuple[Actor, ...]:
        """A proper name that the directory lacks: acronym, short form, place, organisation."""
        words = fold(self._tree.tokens[index].text)
        alias = self._persons.alias(words) if words else None
        if alias is not None and alias != index:
            return self._resolve(alias)
        if len(words) == 1:
            holder = self._persons.known(words)
            if holder is not None:
                return (holder.actor,)
        place = self._scene.places.get(index)
        sector = self._agents.name_heads.get(self._tree.lower[index], "")
        if place is not None and place.country and not sector:
            why = f"place in {place.country}"
            return (Actor(code=place.country, sector="CVL", name=place.name, why=why),)
        before = self._scene.named.get(index - 1)
        if before is not None and self._tree.tokens[index - 1].head in (
            index,
            self._tree.tokens[index].head,
        ):
            return self._resolve(self._scene.name_head(before))
        described = self._coder.described(phrase)
        if described and sector:
            return tuple(
                Actor(code=actor.code, sector=sector, why="organisation") for actor in described
            )
        if described:
            return described
        if sector:
            code = self._context.country(index)
            return (Actor(code=code, sector=sector, why="organisation by its name"),)
        return (Actor(code=UNKNOWN, sector="", why="unknown name"),)
