"""Organs and officials who speak: whose they are by what they say, of whom and to whom."""

from __future__ import annotations

from dateline.knowledge.actors import Kind
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.memory import Memory
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.speech import SPEECH, speaks

_PARTNERS = frozenset(("with", "from"))


class Speakers:
    """Answers for nouns of the state in clauses of speech, in the order of the text."""

    def __init__(self, scene: Scene, resolve: Resolve, memory: Memory) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._resolve = resolve
        self._memory = memory

    def of_phrase(self, phrase: Phrase, sector: str) -> Actor | None:
        """ "The prime minister announced that the government …": that of the state he serves."""
        several = phrase.agent == "government" and phrase.plural
        if sector not in OF_THE_STATE or phrase.agent == "regime" or several:
            return None
        told = self.told_by(phrase.head)
        if told is not None:
            return Actor(code=told.code, sector=sector, why="of the speaker")
        own = self._voiced(phrase.head) or self._told_of(phrase)
        if not own and not phrase.plural:
            own = self._context.issuer if self._is_issuers(phrase) else ""
        if own:
            return Actor(code=own, sector=sector, why="of whom it speaks for")
        if sector != "GOV" or phrase.determiner != "the" or phrase.agent != "government":
            return None
        spoken = self._memory.latest(
            self._tree.tokens[phrase.head].sentence,
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

    def _is_issuers(self, phrase: Phrase) -> bool:
        """Whether an organ or officer is of the state whose statement the report is: who speaks in
        it, and "the Foreign Minister" with the capitals of an own one."""
        titled = phrase.determiner == "the" and self._tree.tokens[phrase.head].text.istitle()
        return titled or speaks(self._tree, phrase.head)

    def told_by(self, head: int) -> Actor | None:
        """The state that tells of its own: "Syria said air defences downed two missiles"."""
        actor = self._teller(head) if self._tree.is_subject(head) else None
        if actor is None or not self._context.is_state(actor.code):
            return None
        medium = actor.sector == "MED" and self._context.total[actor.code] >= 1
        return actor if actor.sector in OF_THE_STATE or medium else None

    def scene_of_telling(self, head: int) -> str:
        """The state from whose town a body tells of others: "In Geneva, the UN said the *army*"."""
        actor, number = self._teller(head), self._tree.tokens[head].sentence
        first = self._tree.reading.sentences[number].first
        opening = " ".join(self._tree.words[first + 1 : first + 3])
        desk = any(opening.startswith(town) for town in self._agents.desks)
        told = actor is not None and actor.sector in ("IGO", "NGO")
        return self._context.grounds.fronted(number) if told and desk else ""

    def _teller(self, head: int) -> Actor | None:
        """Who says the clause that a head stands in."""
        for above in self._tree.ancestors(head):
            if self._tree.words[above] not in SPEECH or above == self._tree.tokens[head].head:
                continue
            for subject in self._tree.children(above):
                if self._tree.is_subject(subject) and subject < head:
                    return self._resolve(subject)[0]
        return None

    def _voiced(self, head: int) -> str:
        """The state whose position an organ voices: "the ministry expressed Oman's concern", or of
        whose government it informs: "the ministry informs that the Government of Oman has"."""
        tree = self._tree
        verb = tree.tokens[head].head
        if not tree.is_subject(head) or tree.words[verb] not in self._agents.voicing:
            return ""
        owners = (
            self._scene.named[owner].entries[0]
            for noun in tree.children(verb)
            if tree.bare(noun) == "obj"
            for owner in tree.children(noun)
            if tree.relation(owner) == "nmod:poss" and owner in self._scene.named
        )
        own = next((entry.code for entry in owners if entry.kind is Kind.STATE), "")
        return own or (self._informs_of(verb) if tree.tokens[verb].tag == "VBZ" else "")

    def _informs_of(self, verb: int) -> str:
        """The state whose government is the subject of what an organ informs of."""
        tree = self._tree
        clauses = [*tree.children(verb, "ccomp")]
        clauses += [c for one in tree.children(verb) for c in tree.children(one, "acl")]
        for subject in (i for one in clauses for i in tree.children(one) if tree.is_subject(i)):
            if tree.words[subject] == "government":
                actor = self._resolve(subject)[0]
                return actor.code if self._context.is_state(actor.code) else ""
        return ""

    def _told_of(self, phrase: Phrase) -> str:
        """The state of the office holder of whom nameless officials tell: "the premier will
        resign, officials said"."""
        tree, bare = self._tree, phrase.left == ("officials",)
        verb = tree.tokens[phrase.head].head
        if not bare or not tree.is_subject(phrase.head) or tree.words[verb] not in SPEECH:
            return ""
        above = [tree.tokens[verb].head] if tree.bare(verb) == "parataxis" else []
        told = [*above, *tree.children(verb, "ccomp")]
        subjects = {i for one in told for i in tree.children(one) if tree.is_subject(i)}
        for spoken in self._memory:
            actor = spoken.actors[0]
            if spoken.head in subjects and spoken.sort == "person" and actor.sector == "GOV":
                return actor.code if self._context.is_state(actor.code) else ""
        return ""

    def dealt_with(self, head: int) -> frozenset[str]:
        """The states, by their names, that a government deals with in its clause: "the ministry
        summoned Iran's ambassador", "Spain thanked the government"."""
        tree = self._tree
        verb = tree.tokens[head].head
        if tree.words[verb] not in self._agents.dealings | SPEECH:
            return frozenset()
        if tree.is_subject(head):
            others = self._partners(verb)
        else:
            others = [c for c in tree.children(verb) if tree.relation(c) == "nsubj"]
        return frozenset(
            self._scene.named[index].entries[0].code
            for other in others
            for index in range(*tree.phrase(other))
            if index in self._scene.named
            and (self._is_of_state(index, other) or self._is_met(index, head))
        )

    def _partners(self, verb: int) -> list[int]:
        """Whom the subject of a verb deals with: "held talks *with the Emir of Qatar*"."""
        tree = self._tree
        others = [*tree.children(verb, "obj", "iobj", "obl")]
        others += [c for o in others for c in tree.children(o) if tree.preposition(c) in _PARTNERS]
        return others + [c for o in others for c in tree.children(o) if tree.preposition(c) == "of"]

    def _is_met(self, index: int, head: int) -> bool:
        """Whether a name is that of an official of a state whom a subject deals with."""
        entry = self._scene.named[index].entries[0]
        official = entry.kind is Kind.PERSON and entry.sector == "GOV"
        return official and self._tree.is_subject(head) and self._context.is_state(entry.code)

    def _is_of_state(self, index: int, head: int) -> bool:
        """Whether a name in the phrase of ``head`` makes this a state or one of its officials."""
        if self._tree.preposition(head) in ("in", "at"):
            return False
        kind = self._scene.named[index].entries[0].kind
        official = self._scene.phrase(head).sector == "GOV"
        nation = index == head and not self._tree.words[index].endswith("s")  # "the French"
        return kind in (Kind.STATE, Kind.SEAT) or (kind is Kind.DEMONYM and (official or nation))
