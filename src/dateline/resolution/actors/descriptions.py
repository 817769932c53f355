"""What the words around a person's name say of the person: title, apposition, affiliation."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from dateline.knowledge.actors import Entry, Kind, singular
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.belonging import GROUP_KINDS
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.homes import Homes
from dateline.resolution.actors.people import is_person
from dateline.resolution.actors.phrases import read_phrase
from dateline.resolution.actors.scene import Scene

# "Laila Kiki of the Syria Campaign": prepositions by which a name tells where the person works,
# and the sectors of such employers.
_OF_EMPLOYER = ("of", "from", "for", "at", "with")
_EMPLOYERS = frozenset(("NGO", "MED", "EDU", "IGO", "REL", "LAB", "PTY", "BUS"))


# Whom a soldier's or officer's title can hide: "Commander" is one of the rebels too.
_OTHER_SIDES = frozenset(("REB", "IGO", "NGO", "PTY"))


def listed_behind(scene: Scene, noun: int) -> int | None:
    """The listed person whom an apposition to an office names: "the minister, Theresa May"."""
    phrase = scene.phrase(noun)
    if phrase.sector in ("", "CVL") or phrase.plural or phrase.has(scene.agents.former):
        return None
    for child in scene.tree.children(noun):
        name = scene.named.get(child)
        if scene.tree.bare(child) == "appos" and name is not None and is_person(name.entries):
            return child
    return None


class Descriptions:
    """Reads codes and sectors of persons from the tree around their names."""

    def __init__(
        self,
        scene: Scene,
        coder: Coder,
        resolve: Resolve,
        is_person_name: Callable[[int], bool],
    ) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve
        self._is_person_name = is_person_name
        self._homes = Homes(scene, coder, resolve)

    def of_name(self, index: int) -> tuple[Actor | None, bool]:
        """Code and sector from title, apposition or predicate of a person's name.

        The flag says whether the words tell the state or body too.
        """
        phrase = read_phrase(self._tree, index, self._scene.named, self._agents, titles=True)
        if phrase.agent and phrase.agent not in self._agents.honorifics:
            actors = self._coder.described(phrase)
            if actors:
                return actors[0], True
            sector = self._coder.sector(phrase) or phrase.sector
            if phrase.agent == "leader" and self._leads_unlisted(index):
                sector = "PTY"
            home = self._homes.in_name(index, phrase.agent)
            said = None if home else self._told_beside(index, sector)
            if said is not None:
                return said, True
            home = home or self._homes.around(index, phrase.agent, sector)
            code = home or self._homes.likely(index, phrase.agent)
            code = code or self._context.country(index, official=sector in OF_THE_STATE)
            return Actor(code=code, sector=sector, why=f"title {phrase.agent}"), bool(home)
        for noun in self._predicates(index):
            said, sure = self._of_noun(noun)
            if said is not None:
                return said, sure
        employer = self._employer(index)
        if employer is not None:
            return employer, True
        home = self._homes.behind(index, aged=True)
        if home:
            return Actor(code=home, sector="CVL", why="from there"), True
        first = self._tree.tokens[index].head
        if self._tree.bare(index) == "conj" and first != index and self._is_person_name(first):
            shared, sure = self.of_name(first)
            own = self._homes.behind(index)
            if shared is not None and own and self._context.is_state(shared.code):
                return structs.replace(shared, code=own), True
            if shared is not None:
                return shared, sure
        movement = self.joined_movement(index)
        if movement is not None:
            return movement, True
        before = tuple(m for m in phrase.modifiers if m.place == "before")
        named_before = self._coder.described(structs.replace(phrase, modifiers=before))
        return (named_before[0] if named_before else None), bool(named_before)

    def _leads_unlisted(self, name: int) -> bool:
        """ "Roter Hahn leader Ned Marsh", "KLP leader Ned Marsh": an acronym or several words with
        capitals that nobody has listed are the name of a party rather than of a state."""
        tree = self._tree
        title = next((i for i in range(name - 1, max(-1, name - 3), -1)
                      if tree.words[i] == "leader"), None)  # fmt: skip
        if title is None or title == 0 or title - 1 in self._scene.named:
            return False
        before = [tree.tokens[i] for i in range(max(0, title - 2), title)]
        if before[-1].part_of_speech != "PROPN" or title - 1 in self._scene.places:
            return False
        if before[-1].text.isupper():
            return len(before[-1].text) > 1
        same = before[0].sentence == before[-1].sentence
        return same and all(t.part_of_speech == "PROPN" and t.text.istitle() for t in before)

    def _told_beside(self, index: int, sector: str) -> Actor | None:
        """What an apposition says better than a bare title of a state's service: "Commander Ned
        Marsh, a spokesman of the rebels"."""
        if sector not in OF_THE_STATE:
            return None
        for noun in self._predicates(index):
            between = range(self._tree.name_end(index), noun)
            if any(map(self._is_person_name, between)):
                continue
            said, _ = self._of_noun(noun)
            if said is not None and said.code != UNKNOWN and said.sector in _OTHER_SIDES:
                return said
        return None

    def _of_noun(self, noun: int) -> tuple[Actor | None, bool]:
        """What a noun says of the person that it stands for."""
        phrase = self._scene.phrase(noun)
        if not phrase.sector and singular(phrase.left[-1]) not in self._agents.roles:
            return None, False
        described = self._coder.described(phrase)
        if described:
            return described[0], described[0].code != UNKNOWN
        if self._names_follow(noun):
            sector = self._coder.sector(phrase) or phrase.sector
            why = f"title {phrase.agent}"
            return Actor(code=self._context.country(noun), sector=sector, why=why), False
        actors = self._resolve(noun)
        return (actors[0], False) if actors and actors[0].code != UNKNOWN else (None, False)

    def _names_follow(self, noun: int) -> bool:
        """ "The journalists James Foley and …", "the prime minister, Theresa May": the noun is
        resolved by the names themselves."""
        if listed_behind(self._scene, noun) is not None:
            return True
        following = noun + 1
        return following < len(self._tree.tokens) and self._is_person_name(following)

    def _employer(self, index: int) -> Actor | None:
        """Whom a person works for, where a name behind "of" or "from" tells it."""
        for child in self._tree.children(index):
            if child < index or self._tree.bare(child) != "nmod":
                continue
            if self._tree.preposition(child) not in _OF_EMPLOYER:
                continue
            name = self._scene.named.get(child)
            if name is not None and name.entries[0].kind in GROUP_KINDS:
                entry = name.entries[0]
                if entry.sector in _EMPLOYERS:
                    return Actor(code=entry.code, sector=entry.sector, why=f"of {entry.name}")
        return None

    def joined_movement(self, index: int) -> Actor | None:
        """The movement that somebody joined or fought for, where a clause tells it."""
        verbs = [*self._tree.children(index, "acl")]
        if self._tree.is_subject(index):
            verbs.append(self._tree.tokens[index].head)
        for verb in verbs:
            for clause in self._clauses(verb):
                if self._tree.words[clause] not in self._agents.membership:
                    continue
                for child in self._tree.children(clause):
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
            for child in self._tree.children(clause):
                relation = self._tree.bare(child)
                own = [c for c in self._tree.children(child) if self._tree.is_subject(c)]
                pronoun = all(self._tree.words[c] in ("he", "she", "who") for c in own)
                joined = relation in ("xcomp", "conj", "advcl") and not own
                if child not in found and (joined or (relation == "ccomp" and pronoun)):
                    found.append(child)
        return found

    def _side(self, clause: int, child: int) -> Entry | None:
        """The movement that a verb of joining or fighting names as the own side."""
        name = self._scene.named.get(child)
        if name is None or self._tree.bare(child) not in ("obj", "obl"):
            return None
        serves = self._tree.words[clause].startswith(("fight", "fought", "serv"))
        sides = ("for", "alongside", "with", "in") if serves else ("", "to", "for")
        if self._tree.preposition(child) not in sides:
            return None
        entry = name.entries[0]
        return entry if entry.kind is Kind.MOVEMENT else None

    def _predicates(self, index: int) -> list[int]:
        """Nouns that are said of a name: appositions either way, and predicates."""
        found = [
            child
            for child in self._tree.children(index)
            if self._tree.bare(child) in ("appos", "parataxis", "list", "conj")
            and self._tree.tokens[child].part_of_speech == "NOUN"
            and self._tree.bare(child) != "conj"
        ]
        head = self._tree.tokens[index].head
        if self._tree.bare(index) == "appos":
            found += self._described_before(index)
        if self._tree.is_subject(index) and self._tree.tokens[head].part_of_speech == "NOUN":
            found.append(head)
        before = self._tree.tokens[index - 1] if index else None
        title = before is not None and before.part_of_speech == "NOUN" and before.head == head
        if title and index - 1 not in found:
            found.append(index - 1)
        return [noun for noun in found if noun not in self._scene.named]

    def _described_before(self, index: int) -> list[int]:
        """The noun that a name explains: "the president of the Committee on European Affairs, Jens
        Aumann" is the president, wherever the tree hangs the name."""
        head = self._tree.tokens[index].head
        chain: list[int] = []
        for above in self._tree.ancestors(index):
            chain.append(above)
            if self._tree.bare(above) != "nmod":
                break
        nouns = [i for i in chain if self._tree.tokens[i].part_of_speech == "NOUN"]
        persons = [i for i in nouns if self._scene.phrase(i).sector]
        return persons[:1] or [i for i in nouns if i == head]
