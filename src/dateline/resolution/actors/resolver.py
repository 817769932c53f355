"""Resolves every nominal head of a report, in order of the text."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.actors import ActorDirectory, Kind, singular
from dateline.knowledge.pronouns import PRONOUNS
from dateline.records import UNKNOWN, Actor, ActorMention, Place, Reading, Span
from dateline.resolution.actors import groups
from dateline.resolution.actors.arms import Arms
from dateline.resolution.actors.belonging import GROUP_KINDS
from dateline.resolution.actors.codes import Coder
from dateline.resolution.actors.listed import Listed
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.naming import Named
from dateline.resolution.actors.nouns import Nouns
from dateline.resolution.actors.people import is_person
from dateline.resolution.actors.persons import Persons
from dateline.resolution.actors.pronouns import Pronouns
from dateline.resolution.actors.release import named_as_we
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.strangers import Strangers

# Words that belong to the span of a name that they stand before.
_BEFORE_NAMES = frozenset(("the", "mr", "mrs", "ms", "mr.", "mrs.", "ms."))

# "Neighbours such as Chad and Niger": examples are no pair that is spoken of later.
EXAMPLES = ("such", "like", "including")

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "both": 2, "three": 3, "four": 4}


class Resolver:
    """One report's resolution; :meth:`mentions` runs it once."""

    def __init__(
        self, reading: Reading, directory: ActorDirectory, places: Iterable[Place] = ()
    ) -> None:
        scene = Scene(reading, directory, places)
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = Coder(
            scene.agents, scene.context, self._resolve, scene.tree.words, directory.proteges
        )
        self._memory = Memory()
        self._persons = Persons(scene, self._coder, self._resolve, self._memory)
        self._nouns = Nouns(scene, self._coder, self._resolve, self._memory, self._persons)
        self._pronouns = Pronouns(scene, self._memory)
        self._strangers = Strangers(scene, self._resolve, self._memory)
        self._arms = Arms(scene)
        self._listed = Listed(scene, self._coder, self._persons)
        self._resolved: dict[int, tuple[Actor, ...]] = {}
        self._open: set[int] = set()

    def mentions(self) -> tuple[ActorMention, ...]:
        """A mention for every nominal head, pronoun and modifying name, in order of the text."""
        self._persons.meet_people()
        self._resolved.clear()  # pronouns were asked before anybody had been spoken of
        found: list[ActorMention] = []
        for index in range(len(self._tree.tokens)):
            if not self._scene.is_head(index):
                continue
            actors = self._resolve(index)
            armed = self._arms.armed(index, actors)
            found.append(ActorMention(span=self._span(index), head=index, actors=armed))
            self._remember(index, actors)
            self._note_body(index, actors)
            self._memory.note_arms(armed)
            if self._mediates(index):
                self._memory.apart.update(actor.code for actor in actors)
        return tuple(found)

    def _mediates(self, index: int) -> bool:
        """Whether a party brokers or hosts what others do: "a truce mediated by Qatar"."""
        own = index
        while self._tree.bare(own) == "conj":
            own = self._tree.tokens[own].head
        verb = self._tree.words[self._tree.tokens[own].head]
        agent = self._tree.relation(own) == "obl:agent" or self._tree.preposition(own) == "by"
        return verb in self._agents.mediating and (agent or self._tree.relation(own) == "nsubj")

    def _span(self, index: int) -> Span:
        name = self._scene.named.get(index)
        if name is not None and not self._describes(index, name):
            first = name.first
            modifies = self._tree.bare(index) in ("amod", "compound")
            if first and not modifies and self._tree.words[first - 1] in _BEFORE_NAMES:
                first -= 1
            return self._tree.span_from(first, name.end)
        return self._tree.span_from(*self._tree.phrase(index))

    def _describes(self, index: int, name: Named) -> bool:
        """Whether a name's last word heads a longer phrase."""
        return not name.first <= index < name.end

    def _remember(self, index: int, actors: tuple[Actor, ...]) -> None:
        if not actors or (len(actors) == 1 and actors[0].code == UNKNOWN and not actors[0].sector):
            return
        token = self._tree.tokens[index]
        if self._context.in_dateline(index):
            return
        sort, plural, sex = self._features(index, actors)
        joined = self._joined(index)
        self._memory.add(
            Spoken(
                head=index,
                sentence=token.sentence,
                actors=tuple(dict.fromkeys(actors + joined)) if joined else actors,
                sort=sort,
                plural=plural or bool(joined),
                sex=sex,
                subject=self._tree.is_subject(index),
                clause=self._tree.clause(index),
                modifier=self._tree.bare(index) in ("amod", "compound")
                or self._tree.relation(index) == "nmod:poss",
                number=self._number(index) if sort in ("crowd", "person") else 0,
            )
        )

    def _number(self, index: int) -> int:
        """How many a head and those coordinated with it count: "two women and a man" are three."""
        counts = [
            next(
                (_NUMBERS[w] for w in map(self._word, self._tree.children(one)) if w in _NUMBERS), 0
            )
            for one in (index, *self._tree.children(index, "conj"))
        ]
        return sum(counts) if all(counts) else 0

    def _word(self, index: int) -> str:
        return self._tree.words[index]

    def _note_body(self, index: int, actors: tuple[Actor, ...]) -> None:
        """Remember a body under the last word of its name."""
        token = self._tree.tokens[index]
        if (
            (token.part_of_speech != "PROPN" and index not in self._scene.named)
            or len(actors) != 1
            or not actors[0].sector
        ):
            return
        name = self._scene.named.get(index)
        own = self._tree.words[index]
        last = self._tree.words[name.end - 1 if name is not None else index]
        organ = name is not None and name.entries[0].kind is Kind.ORGAN
        if organ and self._context.is_state(actors[0].code):
            self._nouns.note(singular(last), actors[0].code)
        if self._tree.phrase(index)[0] < index:
            for word in {own, last} & self._agents.bodies:
                acts = self._tree.is_subject(index)
                self._memory.note_body(word, actors[0], acts=acts)

    def _joined(self, index: int) -> tuple[Actor, ...]:
        """The actors coordinated with a head ("Armenia and Azerbaijan")."""
        if self._tree.preposition(index) in EXAMPLES:
            return ()
        found: list[Actor] = []
        for conjunct in self._tree.children(index, "conj"):
            if self._scene.is_head(conjunct):
                found.extend(a for a in self._resolve(conjunct) if a.code != UNKNOWN)
        return tuple(found)

    def _features(self, index: int, actors: tuple[Actor, ...]) -> tuple[str, bool, str]:
        """Sort, number and sex of a mention, for pronouns."""
        name = self._scene.named.get(index)
        if self._tree.tokens[index].part_of_speech == "PRON":
            return self._pronouns.features(index, len(actors))
        if name is not None:
            entry = name.entries[0]
            if is_person(name.entries):
                return "person", False, self._persons.sex_of(index)
            if entry.kind in GROUP_KINDS:
                office = self._tree.words[name.end - 1]
                held = office in self._agents.governing and office not in self._agents.kinds
                return ("person" if held else "group"), False, ""
            plural = entry.kind in (Kind.DEMONYM, Kind.PEOPLE) and self._tree.words[index].endswith(
                "s"
            )
            return ("crowd", True, "") if plural else ("state", False, "")
        phrase = self._scene.phrase(index)
        if self._persons.is_person_name(index):
            return "person", False, self._persons.sex_of(index)
        if actors[0].why.startswith("place"):
            return "place", False, ""
        noun = phrase.agent or singular(phrase.left[-1])
        sort = self._agents.kinds.get(noun, "person" if phrase.sector else "group")
        if phrase.plural and sort == "person":
            sort = "crowd"
        sex = self._agents.gender.get(singular(phrase.left[-1]), "")
        return sort, phrase.plural, sex

    def _resolve(self, index: int) -> tuple[Actor, ...]:
        """The actors of a head, from the cache or fresh; a circle of references gives ``?``."""
        known = self._resolved.get(index)
        if known is not None:
            return known
        if index in self._open:
            return (Actor(code=UNKNOWN, sector="", why="refers to itself"),)
        self._open.add(index)
        actors = self._fresh(index)
        self._open.discard(index)
        self._resolved[index] = actors
        return actors

    def _fresh(self, index: int) -> tuple[Actor, ...]:
        lower = self._tree.words[index]
        name = self._scene.named.get(index)
        speaker = named_as_we(self._tree, index)
        if speaker is not None:
            return self._resolve(speaker)
        branch = self._listed.branch_of(index)
        if branch is not None:
            return self._listed.of_name(index, branch)
        if lower in self._agents.joint_nouns:
            return groups.together(self._agents.joint_nouns[lower], "GOV")
        if name is not None:
            return self._listed.of_name(index, name)
        if lower in PRONOUNS and self._tree.tokens[index].part_of_speech in ("PRON", "DET"):
            return self._pronouns.resolve(index, self._resolve)
        if self._persons.is_person_name(index):
            return self._persons.of_person(index)
        short = self._short_form(index)
        if short is not None:
            return self._resolve(short)
        phrase = self._scene.phrase(index)
        alone = phrase.left == ("the", lower) and lower in self._agents.standing_alone
        alone = alone and all(self._tree.bare(c) != "nmod" for c in self._tree.children(index))
        if self._tree.tokens[index].part_of_speech == "PROPN" and not phrase.sector and not alone:
            return self._nouns.of_unknown_name(index, phrase)
        return self._strangers.of_phrase(phrase) or self._nouns.of_noun(phrase)

    def _short_form(self, index: int) -> int | None:
        """The known short form in brackets behind the full name of a body: "the Stabilization
        Mission in Mali (*MINUSMA*)"."""
        tree, agents = self._tree, self._agents
        ends = {tree.words[index], singular(tree.words[index])}
        if not tree.tokens[index].text[:1].isupper() or ends.isdisjoint(
            agents.bodies | agents.letterheads | agents.name_heads.keys()
        ):
            return None
        for child in tree.children(index):
            name = self._scene.named.get(child)
            if (
                name is not None
                and tree.bare(child) == "appos"
                and tree.words[name.first - 1] == "("
            ):
                return child if name.entries[0].kind in GROUP_KINDS else None
        return None
