"""The persons of a report: which words are names, how they are introduced, whom they mean."""

from __future__ import annotations

from msgspec import structs

from dateline.knowledge.actors import PARTICLES, Entry, Kind, fold, singular
from dateline.records import Actor, NameKind
from dateline.resolution.actors.aliases import Aliases
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.context import UNKNOWN
from dateline.resolution.actors.people import People, Person, is_person, person_actor
from dateline.resolution.actors.phrases import read_phrase
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.tree import NOMINAL


class Persons:
    """Introduces the persons of a scene, then answers for their names."""

    def __init__(self, scene: Scene, coder: Coder, resolve: Resolve) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve
        self._people = People(scene.directory, scene.context, scene.day)
        self._answers: dict[int, bool] = {}
        self._aliases = Aliases(scene.tree, scene.named)

    def meet_people(self) -> None:
        """Collect the persons of the report with their descriptions before resolving."""
        for index in range(len(self._tree.tokens)):
            if not self.is_person_name(index) or not self._scene.is_head(index):
                continue
            words = self._name_words(index)
            if not words:
                continue
            person = self._introduced(index, words)
            if person is not None:
                self._people.add(words, person)
        self._answers.clear()
        for index in range(len(self._tree.tokens)):
            words = self._name_words(index) if self.is_person_name(index) else ()
            pronoun_sex = self._title_sex(index) if words else ""
            earlier = self._people.find(words) if words else None
            if earlier is not None and pronoun_sex and not earlier.sex:
                self._people.add(
                    words, Person(earlier.name, earlier.actor, pronoun_sex, earlier.known)
                )

    def is_person_name(self, index: int) -> bool:
        """Whether a token heads the name of a person."""
        answer = self._answers.get(index)
        if answer is None:
            answer = self._answers[index] = self._looks_like_person(index)
        return answer

    def _looks_like_person(self, index: int) -> bool:
        token = self._tree.tokens[index]
        name = self._scene.named.get(index)
        if name is not None:
            return is_person(name.entries)
        if self._scene.continues_name(index) or not (
            token.text[:1].isupper() or self._scene.caseless
        ):
            return False
        if not (token.part_of_speech == "PROPN" or self._is_known(index)):
            return False
        if self._is_title(index):
            return False
        known = self._scene.name_of.get(index)
        if known is not None:
            return known.kind is NameKind.PERSON or self._is_known(index)
        if self._is_known(index):
            return True
        if any(self._tree.relation(c).startswith("flat") for c in self._tree.children[index]):
            return True
        return bool(self._title_sex(index)) or self._titled(index)

    def _is_title(self, index: int) -> bool:
        """ "The Secretary of State": capitals, but no name."""
        lower = self._tree.lower[index]
        return (
            (lower in self._agents.sectors or lower in self._agents.roles)
            and not any(
                self._tree.relation(c).startswith("flat") for c in self._tree.children[index]
            )
            and not self._scene.directory.surname(lower)
        )

    def _is_known(self, index: int) -> bool:
        """Whether a capitalised word is the family name of someone the report has named."""
        token = self._tree.tokens[index]
        if not token.text[:1].isupper() or token.text.isupper():
            return False
        words = fold(token.text)
        if not words or self._tree.lower[index] in self._scene.common_words:
            return False
        return (
            self._people.find(words) is not None
            or self._people.by_surname(words[-1], False) is not None
        )

    def _titled(self, index: int) -> bool:
        return any(
            self._tree.relation(child) in ("nmod:desc", "compound")
            and self._tree.tokens[child].part_of_speech in NOMINAL
            and self._agents.find((self._tree.lower[child],)) is not None
            for child in self._tree.children[index]
            if child < index
        )

    def _title_sex(self, index: int) -> str:
        for child in self._tree.children[index]:
            sex = self._agents.gender.get(self._tree.lower[child].rstrip("."), "")
            if child < index and sex:
                return sex
        return ""

    def _name_words(self, index: int) -> tuple[str, ...]:
        """The folded words of the person's name at a head."""
        name = self._scene.named.get(index)
        end = name.end if name is not None else self._tree.name_end(index)
        first = name.first if name is not None else index
        if name is None:
            known = self._scene.name_of.get(index)
            if known is not None and known.kind is NameKind.PERSON:
                first, end = known.first, max(known.end, end)
        words = [
            word
            for i in range(first, end)
            if self._tree.tokens[i].part_of_speech not in ("PUNCT", "PART")
            for word in fold(self._tree.tokens[i].text)
            if word not in self._agents.honorifics
        ]
        while len(words) > 1 and (
            words[0] in self._agents.sectors or words[0] in self._agents.roles
        ):
            words.pop(0)
        return tuple(words)

    def _introduced(self, index: int, words: tuple[str, ...]) -> Person | None:
        """The person at a head, from the directory or the words around the name."""
        text = " ".join(words)
        name = self._scene.named.get(index)
        sex = self._title_sex(index)
        described, sure = self._description(index)
        if name is not None:
            entry = self._people.choose(name.entries)
            actor = person_actor(entry, self._scene.day)
            if self._scene.phrase(index).has(self._agents.former):
                actor = Actor(code=entry.code, sector="CVL", name=entry.name, why="former")
            return Person(entry.name, actor, sex)
        if described is not None and not sure:
            short = len(words) == 1 or words[0] in PARTICLES
            titled = self._people.by_surname(text, True) if short else None
            if titled is not None and titled.actor.sector == described.sector:
                return titled
        if described is not None:
            return Person(text, described, sex, known=sure or len(words) > 1)
        if len(words) == 1:
            return None
        holder = (
            self._people.by_surname(text, False)
            if words[0] in PARTICLES
            else self._people.by_likeness(words)
        )
        if holder is not None:
            return holder
        return Person(text, self._private(index, text), sex, known=False)

    def _private(self, index: int, text: str) -> Actor:
        return Actor(
            code=self._context.country(index), sector="CVL", name=text, why="no description"
        )

    def _description(self, index: int) -> tuple[Actor | None, bool]:
        """Code and sector from title, apposition or predicate of a person's name.

        The flag says whether the words tell the state or body too.
        """
        phrase = read_phrase(self._tree, index, self._scene.named, self._agents, titles=True)
        if phrase.agent and phrase.agent not in self._agents.honorifics:
            actors = self._coder.described(phrase)
            if actors:
                return actors[0], True
            titled = Actor(
                code=self._context.country(index),
                sector=self._coder.sector(phrase) or phrase.sector,
                why=f"title {phrase.agent}",
            )
            return titled, False
        for noun in self._predicates(index):
            described = self._scene.phrase(noun)
            if not described.sector and singular(described.left[-1]) not in self._agents.roles:
                continue
            actors = self._resolve(noun)
            if actors and actors[0].code != UNKNOWN:
                return actors[0], bool(self._coder.described(described))
        first = self._tree.tokens[index].head
        if self._tree.base(index) == "conj" and first != index and self.is_person_name(first):
            shared, sure = self._description(first)
            if shared is not None:
                return shared, sure
        movement = self.joined_movement(index)
        if movement is not None:
            return movement, True
        before = tuple(m for m in phrase.modifiers if m.place == "before")
        named_before = self._coder.described(structs.replace(phrase, modifiers=before))
        return (named_before[0] if named_before else None), bool(named_before)

    def joined_movement(self, index: int) -> Actor | None:
        """The movement that somebody joined or fought for, where a clause tells it."""
        verbs = [child for child in self._tree.children[index] if self._tree.base(child) == "acl"]
        if self._tree.is_subject(index):
            verbs.append(self._tree.tokens[index].head)
        for verb in verbs:
            for clause in self._clauses(verb):
                if self._tree.lower[clause] not in self._agents.membership:
                    continue
                for child in self._tree.children[clause]:
                    entry = self._side(clause, child)
                    if entry is not None:
                        return Actor(
                            code=entry.code, sector=entry.sector, why=f"joined {entry.name}"
                        )
        return None

    def _clauses(self, verb: int) -> list[int]:
        """A verb and those below it that have the same subject ("decided to quit fighting")."""
        found = [verb]
        for clause in found:
            for child in self._tree.children[clause]:
                relation = self._tree.base(child)
                own = [c for c in self._tree.children[child] if self._tree.is_subject(c)]
                pronoun = all(self._tree.lower[c] in ("he", "she", "who") for c in own)
                joined = relation in ("xcomp", "conj", "advcl") and not own
                if child not in found and (joined or (relation == "ccomp" and pronoun)):
                    found.append(child)
        return found

    def _side(self, clause: int, child: int) -> Entry | None:
        """The movement that a verb of joining or fighting names as the own side."""
        name = self._scene.named.get(child)
        if name is None or self._tree.base(child) not in ("obj", "obl"):
            return None
        serves = self._tree.lower[clause].startswith(("fight", "fought", "serv"))
        sides = ("for", "alongside", "with", "in") if serves else ("", "to", "for")
        if self._tree.preposition(child) not in sides:
            return None
        entry = name.entries[0]
        return entry if entry.kind is Kind.MOVEMENT else None

    def _predicates(self, index: int) -> list[int]:
        """Nouns that are said of a name: appositions either way, and predicates."""
        found = [
            child
            for child in self._tree.children[index]
            if self._tree.base(child) in ("appos", "parataxis", "list", "conj")
            and self._tree.tokens[child].part_of_speech == "NOUN"
            and self._tree.base(child) != "conj"
        ]
        head = self._tree.tokens[index].head
        if self._tree.base(index) == "appos" and self._tree.tokens[head].part_of_speech == "NOUN":
            found.append(head)
        if self._tree.is_subject(index) and self._tree.tokens[head].part_of_speech == "NOUN":
            found.append(head)
        return [noun for noun in found if noun not in self._scene.named]

    def of_person(self, index: int) -> tuple[Actor, ...]:
        words = self._name_words(index)
        if not words:
            return (self._private(index, ""),)
        person = self._people.find(words)
        titled = False
        if person is None:
            titled = bool(self._title_sex(index)) or self._titled(index)
            short = len(words) == 1 or words[0] in PARTICLES
            holder = self._people.by_surname(" ".join(words), titled) if short else None
            person = holder or person
        if person is None:
            alias = self._aliases.find(words)
            if alias is not None:
                return self._resolve(alias)
            if len(words) == 1 and not titled:
                return (Actor(code=UNKNOWN, sector="", name=words[0], why="unknown name"),)
            return (self._private(index, " ".join(words)),)
        return (person.actor,)

    def known(self, words: tuple[str, ...]) -> Person | None:
        """A person of the report, or an office holder whose family name needs no title."""
        return self._people.find(words) or self._people.by_surname(words[0], False)

    def alias(self, words: tuple[str, ...]) -> int | None:
        """The head of the name that ``words`` shorten."""
        return self._aliases.find(words)

    def sex_of(self, index: int) -> str:
        words = self._name_words(index)
        person = self._people.find(words) if words else None
        return person.sex if person else ""
