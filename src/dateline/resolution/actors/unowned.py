"""Nouns that no modifier gives an owner: by what was spoken of before, or the report's country."""

from __future__ import annotations

from dateline.knowledge.actors import singular
from dateline.knowledge.reasons import NAMELESS_STATES
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.memory import Memory
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.pronouns import SPEECH
from dateline.resolution.actors.scene import Scene

_ANAPHORIC = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
# How much the whole report weighs against the sentence: people are where the sentence is.
_NEARBY = 4.0
_ANYWHERE = 9.0
_ORGANS = frozenset(("MIL", "COP", "JUD", "LEG"))
_LOCAL = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "CVL", "REF", "MED", "BUS",
                    "EDU", "REL", "LAB", "NGO", "CRM", "REB"))  # fmt: skip


class Unowned:
    """Answers for nouns without an owner, in the order of the text."""

    def __init__(self, scene: Scene, resolve: Resolve, memory: Memory) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._resolve = resolve
        self._memory = memory
        self._holders: dict[str, str] = {}

    def note(self, noun: str, code: str) -> None:
        """Remember whose a noun was where the report told it."""
        self._holders[noun] = code

    def of_phrase(self, phrase: Phrase, sector: str) -> tuple[Actor, ...]:
        """A noun without an owner: by what was spoken of before, else the report's country."""
        head, noun = phrase.head, phrase.agent or singular(phrase.left[-1])
        kind = self._agents.kinds.get(noun, "")
        sentence = self._tree.tokens[head].sentence
        fitting = self._fitting(phrase)
        if kind == "state" and phrase.plural and not phrase.determiner and not fitting:
            return (Actor(code=UNKNOWN, sector="GOV", why=NAMELESS_STATES),)
        if kind == "state" or fitting:
            spoken = self._memory.latest(
                sentence,
                lambda s: (
                    s.sort == "state"
                    and not s.plural
                    and (not fitting or s.actors[0].code in fitting)
                ),
                30 if fitting else 3,
            )
            code = spoken.actors[0].code if spoken else self._context.country(head)
            return (Actor(code=code, sector="GOV", why="the state spoken of"),)
        if noun in self._agents.jihad["nouns"]:
            jihad = self.jihad(sentence)
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
        owned = self._owned_by_one(noun, sector) or self._named_so(phrase, noun)
        if owned is not None:
            return (owned,)
        if sector == "UAF" or not sector or noun in self._agents.rootless:
            return (Actor(code=UNKNOWN, sector=sector, why="nothing tells whose"),)
        held = kind == "organ" or sector == "MIL"
        if phrase.determiner == "the" and noun in self._holders and held:
            return (Actor(code=self._holders[noun], sector=sector, why=f"{noun} spoken of"),)
        if "foreign" in phrase.left and sector == "CVL":
            return (Actor(code=UNKNOWN, sector=sector, why="from anywhere"),)
        nameless = sector == "REB" and not phrase.determiner and phrase.plural
        suffers = self._tree.base(head) == "obj" or self._tree.relation(head) == "nsubj:pass"
        if nameless and not suffers and noun in self._agents.jihad["nouns"]:
            return (Actor(code=UNKNOWN, sector="UAF", why="of no movement named"),)
        own = self._of_the_speaker(phrase, sentence, sector)
        if own is not None:
            return (own,)
        if sector in _LOCAL:
            whole = _NEARBY if sector in ("CVL", "REF", "REB") else _ANYWHERE
            official = kind == "organ" or sector in _ORGANS or noun in self._agents.governing
            code = self._context.country(head, whole, official=official)
            code = self._struck_abroad(head, code) or code
            if sector not in ("REB", "GOV", "MIL"):
                code = self._agents.living_in.get(code, code)
            return (Actor(code=code, sector=sector, why="local"),)
        return (Actor(code=UNKNOWN, sector=sector, why="nothing tells whose"),)

    def _struck_abroad(self, head: int, code: str) -> str:
        """Whose people the forces of ``code`` kill, where the sentence says in which other state:
        "bombed a village in Somalia, killing five civilians"."""
        tree = self._tree
        verb = tree.tokens[head].head
        if tree.base(head) != "obj" or tree.lower[verb] not in self._agents.harming:
            return ""
        sentence = tree.reading.sentences[tree.tokens[head].sentence]
        armed = any(
            actor.code == code and actor.sector == "MIL"
            for index in range(sentence.first, verb)
            if tree.tokens[index].part_of_speech in ("NOUN", "PROPN")
            for actor in self._resolve(index)
        )
        places = {
            self._scene.named[index].entries[0].code
            for index in range(sentence.first, sentence.end)
            if index in self._scene.named
            and tree.preposition(index) in ("in", "near", "inside", "across")
        }
        places = {place for place in places if self._context.is_state(place)}
        return places.pop() if armed and len(places) == 1 and code not in places else ""

    def _fitting(self, phrase: Phrase) -> frozenset[str]:
        """The states that "the kingdom" or "the communist country" can mean; empty for any."""
        if phrase.determiner != "the" or phrase.plural:
            return frozenset()
        called = self._agents.called
        return next((called[word] for word in reversed(phrase.left) if word in called), frozenset())

    def _owned_by_one(self, noun: str, sector: str) -> Actor | None:
        """ "The state department": there is one such body only, and the report speaks of it."""
        code = self._agents.owned.get(noun, "")
        if not code or not (self._context.total[code] or self._context.groups[code]):
            return None
        side = sector if self._context.is_state(code) else "IGO"
        return Actor(code=code, sector=side, why=f"{noun} of {code}")

    def _named_so(self, phrase: Phrase, noun: str) -> Actor | None:
        """ "The council": the body named before whose name ends with that noun."""
        if phrase.determiner not in ("the", "this", "") or phrase.plural:
            return None
        named = self._memory.bodies.get(noun)
        if named is None or named.code == UNKNOWN:
            return None
        return Actor(code=named.code, sector=named.sector, name=named.name, why=f"the {noun} named")

    def _of_the_speaker(self, phrase: Phrase, sentence: int, sector: str) -> Actor | None:
        """ "The prime minister announced that the government …": that of the state he serves."""
        if sector not in OF_THE_STATE:
            return None
        told = self._told_by(phrase.head)
        if told is not None:
            return Actor(code=told.code, sector=sector, why="of the speaker")
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

    def _told_by(self, head: int) -> Actor | None:
        """The state that tells of its own: "Syria said air defences downed two missiles"."""
        if not self._tree.is_subject(head):
            return None
        for above in self._tree.climb(head):
            if self._tree.lower[above] not in SPEECH or above == self._tree.tokens[head].head:
                continue
            for subject in self._tree.children[above]:
                if self._tree.is_subject(subject) and subject < head:
                    actor = self._resolve(subject)[0]
                    own = actor.sector in OF_THE_STATE | {"MED"}
                    return actor if own and self._context.is_state(actor.code) else None
        return None

    def jihad(self, sentence: int) -> tuple[Actor, ...]:
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
            lambda s: s.sort == "person" and _holds(s.actors[0], phrase.agent),
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


def _holds(actor: Actor, office: str) -> bool:
    """Whether an actor is known by an office: "chancellor (2021)", "chancellor of Germany"."""
    why = actor.why.lower()
    return office in why.split(" (") or why.startswith(f"{office} of ")
