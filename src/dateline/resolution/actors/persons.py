"""The persons of a report: which words are names, how they are introduced, whom they mean."""

from __future__ import annotations

from msgspec import structs

from dateline.knowledge.actors import PARTICLES, Agents, Entry, fold
from dateline.knowledge.reasons import ground, office
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor, NameKind
from dateline.resolution.actors.aliases import Aliases
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.descriptions import Descriptions
from dateline.resolution.actors.memory import Memory
from dateline.resolution.actors.origins import Origins
from dateline.resolution.actors.people import (
    People,
    Person,
    is_better_told,
    is_person,
    only_ranks,
    out_of_office,
    person_actor,
    without_title,
)
from dateline.resolution.actors.phrase_tree import NOMINAL
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.speech import speaks

# Reasons of codes that are only the likeliest country of the report.
_GUESSED = frozenset(("local", "title"))


class Persons:
    """Introduces the persons of a scene, then answers for their names."""

    def __init__(self, scene: Scene, coder: Coder, resolve: Resolve, memory: Memory) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve
        self._people = People(scene.directory, scene.context, scene.day)
        self._answers: dict[int, bool] = {}
        self._aliases = Aliases(scene.tree, scene.named, _generic(scene.agents))
        self._descriptions = Descriptions(scene, coder, resolve, self.is_person_name)
        self._origins = Origins(scene, resolve, memory)

    def meet_people(self) -> None:
        """Collect the persons of the report with their descriptions before resolving."""
        possible = [i for i in range(len(self._tree.tokens)) if self._may_be_name(i)]
        for index in possible:
            if not self.is_person_name(index) or not self._scene.is_head(index):
                continue
            words = self._name_words(index)
            if not words:
                continue
            person = self._introduced(index, words)
            if person is not None:
                self._people.add(words, person)
        self._answers.clear()
        for index in possible:
            words = self._name_words(index) if self.is_person_name(index) else ()
            pronoun_sex = self._title_sex(index) if words else ""
            earlier = self._people.find(words) if words else None
            if earlier is not None and pronoun_sex and not earlier.sex:
                self._people.add(words, structs.replace(earlier, sex=pronoun_sex))

    def is_person_name(self, index: int) -> bool:
        """Whether a token heads the name of a person."""
        answer = self._answers.get(index)
        if answer is None:
            answer = self._answers[index] = self._looks_like_person(index)
        return answer

    def _may_be_name(self, index: int) -> bool:
        """Whether a token is written like a name or part of one that the directory knows."""
        scene = self._scene
        return index in scene.named or scene.caseless or self._tree.tokens[index].text[:1].isupper()

    def _looks_like_person(self, index: int) -> bool:
        token = self._tree.tokens[index]
        name = self._scene.named.get(index)
        if name is not None:
            return is_person(name.entries)
        if not self._may_be_name(index) or self._scene.continues_name(index):
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
        if any(self._tree.relation(c).startswith("flat") for c in self._tree.children(index)):
            return True
        return bool(self._title_sex(index)) or self._titled(index)

    def _is_title(self, index: int) -> bool:
        """ "The Secretary of State", "the Grand Mufti": capitals, but no name."""
        lower = self._tree.words[index]
        if index and self._agents.find((f"{self._tree.words[index - 1]} {lower}",)) is not None:
            return True
        named_so = self._tree.words[max(0, index - 1)] == "the"  # "the King" is no Mr King
        return (
            (lower in self._agents.sectors or lower in self._agents.roles)
            and not any(
                self._tree.relation(c).startswith("flat") for c in self._tree.children(index)
            )
            and (named_so or not self._scene.directory.surname(lower))
        )

    def _is_known(self, index: int) -> bool:
        """Whether a capitalised word is the family name of someone the report has named."""
        token = self._tree.tokens[index]
        if not token.text[:1].isupper() or token.text.isupper():
            return False
        words = fold(token.text)
        if not words or self._tree.words[index] in self._scene.common_words:
            return False
        return (
            self._people.find(words) is not None
            or self._people.by_surname(words[-1], False) is not None
        )

    def _titled(self, index: int) -> bool:
        return any(
            self._tree.relation(child) in ("nmod:desc", "compound")
            and self._tree.tokens[child].part_of_speech in NOMINAL
            and self._agents.find((self._tree.words[child],)) is not None
            for child in self._tree.children(index)
            if child < index
        )

    def _title_sex(self, index: int) -> str:
        for child in self._tree.children(index):
            sex = self._agents.gender.get(self._tree.words[child].rstrip("."), "")
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
        return without_title(words, self._agents)

    def _introduced(self, index: int, words: tuple[str, ...]) -> Person | None:
        """The person at a head, from the directory or the words around the name."""
        text = " ".join(words)
        name = self._scene.named.get(index)
        sex = self._title_sex(index)
        described, sure = self._descriptions.of_name(index)
        if name is not None:
            entry = self._people.choose(name.entries)
            actor = person_actor(entry, self._scene.day)
            if self._is_former(index, described) and not self._serves(entry):
                actor = Actor(code=entry.code, sector="CVL", name=entry.name, why="former")
            elif described is not None and is_better_told(entry, described):
                actor = Actor(
                    code=entry.code, sector=described.sector, name=entry.name, why=described.why
                )
            elif not entry.in_office(self._scene.day):
                actor = out_of_office(entry, actor, described, sure)
            return Person(entry.name, actor, sex)
        if described is not None and described.sector == "UAF":
            # Whoever is named is no unidentified gunman any more.
            described = structs.replace(described, sector="CVL")
        longer = None if sure else self._people.longer(words)
        if longer is not None:
            return longer
        short = self._people.is_short(words)
        if described is not None and not sure:
            title = described.why.removeprefix("title ")
            known = self._people.without_initials(words)
            titled = self._people.by_surname(text, True, title=title) if short else known
            if titled is not None and titled.actor.sector == described.sector:
                return titled
        if described is not None and len(words) == 1 and not sure:
            earlier = self._people.find(words)
            if earlier is not None and only_ranks(described, earlier):
                return earlier
        described = self._origins.serving(described or self._origins.by_rank(index))
        if described is not None:
            return Person(text, described, sex, known=sure or len(words) > 1, sure=sure)
        if len(words) == 1:
            return None
        holder = self._people.by_surname(text, False) if short else None
        if words[0] not in PARTICLES:
            people = self._people
            holder = holder or people.without_initials(words) or people.by_likeness(words)
        if holder is not None:
            return holder
        return Person(text, self._private(index, text), sex, known=False, sure=False)

    def _is_former(self, index: int, described: Actor | None) -> bool:
        """ "Former diplomat Ned Marsh", "Ned Marsh, the former envoy": a private person who has an
        office of the state can only have had it."""
        if self._scene.phrase(index).has(self._agents.former):
            return True
        if described is None or described.sector != "CVL":
            return False
        held = office(described.why).removeprefix("former ")
        return self._agents.sectors.get(held) in OF_THE_STATE

    def _serves(self, entry: Entry) -> bool:
        """Whether a dated office is held on the day, so that "former" tells of another one."""
        dated = bool(self._scene.day and entry.start and entry.end and entry.office)
        return dated and entry.in_office(self._scene.day)

    def _private(self, index: int, text: str) -> Actor:
        return Actor(
            code=self._context.country(index), sector="CVL", name=text, why="no description"
        )

    def joined_movement(self, index: int) -> Actor | None:
        """The movement that somebody joined or fought for, where a clause tells it."""
        return self._descriptions.joined_movement(index)

    def of_person(self, index: int) -> tuple[Actor, ...]:
        words = self._name_words(index)
        if not words:
            return (self._private(index, ""),)
        person = self._people.find(words)
        titled = False
        if person is None:
            titled = bool(self._title_sex(index)) or self._titled(index)
            short = self._people.is_short(words)
            holder = self._people.by_surname(" ".join(words), titled) if short else None
            person = holder or person
        if person is None:
            alias = self._aliases.find(words)
            if alias is not None:
                return self._resolve(alias)
            if len(words) == 1 and not titled:
                return (Actor(code=UNKNOWN, sector="", name=words[0], why="unknown name"),)
            return (self._private(index, " ".join(words)),)
        return ((person if person.sure else self._told_by_now(index, person)).actor,)

    def _told_by_now(self, index: int, person: Person) -> Person:
        """Somebody whose state no words had told, after what the report has said so far and says
        here: by now it is known whose "her husband, Ned Marsh" is."""
        described, sure = self._descriptions.of_name(index)
        if described is not None and not sure and ground(described.why) in _GUESSED:
            described = None
        end = self._tree.name_end(index)
        origins = self._origins
        body = None if described else origins.of_owner(index)
        body = body or (None if described else origins.spoken_for(index, person.actor))
        told = described or body or self._of_issuer(index, person)
        told = told or origins.of_name(index, end)
        if told is None or told.code == UNKNOWN:
            return person
        own = person.actor.sector
        sector = told.sector if body or (own == "CVL" and told.sector != "UAF") else own
        actor = structs.replace(told, sector=sector)
        fresh = structs.replace(person, actor=actor, known=True, sure=True)
        self._people.tell(person, fresh)
        return fresh

    def _of_issuer(self, index: int, person: Person) -> Actor | None:
        """An officer who speaks in a statement of a government is one of its own."""
        sector, issuer = person.actor.sector, self._context.issuer
        if not issuer or sector not in OF_THE_STATE or not speaks(self._tree, index):
            return None
        return Actor(code=issuer, sector=sector, why="of whom it speaks for")

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


def _generic(agents: Agents) -> frozenset[str]:
    """Words that end or fill many names, so that none is a short form of one of them."""
    return agents.generic | agents.bodies | agents.name_heads.keys() | agents.sectors.keys()
