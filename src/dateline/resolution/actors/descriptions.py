"""What the words around a person's name say of the person: title, apposition, affiliation."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from dateline.knowledge.actors import Entry, Kind, singular
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import GROUP_KINDS, Coder, Resolve
from dateline.resolution.actors.people import is_person
from dateline.resolution.actors.phrases import read_phrase
from dateline.resolution.actors.scene import Scene

# "Laila Kiki of the Syria Campaign": prepositions by which a name tells where the person works,
# and the sectors of such employers.
_OF_EMPLOYER = ("of", "from", "for", "at", "with")
_EMPLOYERS = frozenset(("NGO", "MED", "EDU", "IGO", "REL", "LAB", "PTY", "BUS"))


# Titles of those who speak for a whole state.
LEADERS_OF_STATES = frozenset(("president", "prime minister", "premier", "chancellor", "king"))

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
            home = self._home_of(index, phrase.agent) or self._home_behind(index)
            said = None if home else self._told_beside(index, sector)
            if said is not None:
                return said, True
            home = home or self._party_beside(index)
            home = home or self._told_before(index, phrase.agent, sector)
            home = home or self._of_clause_before(index, phrase.agent)
            home = home or self._only_state_with(phrase.agent)
            code = home or self._not_of_host(index, phrase.agent)
            code = code or self._context.country(index, official=sector in OF_THE_STATE)
            return Actor(code=code, sector=sector, why=f"title {phrase.agent}"), bool(home)
        for noun in self._predicates(index):
            said, sure = self._of_noun(noun)
            if said is not None:
                return said, sure
        employer = self._employer(index)
        if employer is not None:
            return employer, True
        home = self._home_behind(index, aged=True)
        if home:
            return Actor(code=home, sector="CVL", why="from there"), True
        first = self._tree.tokens[index].head
        if self._tree.bare(index) == "conj" and first != index and self._is_person_name(first):
            shared, sure = self.of_name(first)
            own = self._home_behind(index)
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

    def _of_clause_before(self, index: int, title: str) -> str:
        """ "Chad denied the claim, and President Marsh blamed rebels": of the state, by its name,
        that is subject of the clause which his goes on from or is told by."""
        tree, clause = self._tree, self._tree.tokens[index].head
        joined = tree.bare(clause) in ("conj", "ccomp", "parataxis")
        if title not in LEADERS_OF_STATES or not (tree.is_subject(index) and joined):
            return ""
        before = (i for i in tree.children(tree.tokens[clause].head) if tree.is_subject(i))
        names = (self._scene.named[i].entries[0] for i in before if i in self._scene.named)
        return next((entry.code for entry in names if entry.kind is Kind.STATE), "")

    def _not_of_host(self, index: int, title: str) -> str:
        """ "Peru expelled Ambassador Marsh": of another state than the one that deals with him."""
        if title not in self._agents.diplomats or self._tree.bare(index) != "obj":
            return ""
        verb = self._tree.tokens[index].head
        if self._tree.words[verb] not in self._agents.dealings:
            return ""  # "recalled Ambassador Marsh"
        subjects = [i for i in self._tree.children(verb) if self._tree.is_subject(i)]
        hosts = {actor.code for one in subjects for actor in self._resolve(one)}
        others = (one for one in self._context.countries(index) if one not in hosts)
        return next(others, UNKNOWN) if hosts - {UNKNOWN} else ""

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

    def _only_state_with(self, title: str) -> str:
        """The state that alone has such an office, if the report speaks of it."""
        code = self._agents.owned.get(title, "")
        return code if self._context.total[code] else ""

    def _party_beside(self, index: int) -> str:
        """ "Deputy Ned Marsh, Likud": the state of the party or organ named beside a name."""
        for child in self._tree.children(index):
            name = self._scene.named.get(child)
            if name is None or self._tree.bare(child) not in ("appos", "parataxis", "list"):
                continue
            if name.entries[0].kind in (Kind.PARTY, Kind.ORGAN):
                return name.entries[0].code
        return ""

    def _told_before(self, index: int, agent: str, sector: str) -> str:
        """ "Peru's envoy to Chile … Envoy Marsh": the state that the report gave such an officer,
        if it is one."""
        if sector != "GOV":
            return ""
        heads = (i for i in range(index) if self._tree.words[i] == agent.split()[-1])
        phrases = (
            self._scene.phrase(i)
            for i in heads
            if self._tree.tokens[i].part_of_speech == "NOUN" and self._scene.is_head(i)
        )
        codes = {
            actor.code
            for phrase in phrases
            if phrase.agent == agent
            for actor in self._coder.described(phrase)
        }
        return codes.pop() if len(codes) == 1 and UNKNOWN not in codes else ""

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

    def _home_of(self, name: int, title: str) -> str:
        """ "Aleppo Mayor Brita Hagi Hasan": the country of the place named before a title."""
        word = title.split()[-1]
        for place in range(name - 2, max(-1, name - 4), -1):
            if self._tree.words[place + 1] == word and self._tree.bare(place) == "compound":
                codes = {actor.code for actor in self._resolve(place)} - {UNKNOWN}
                return codes.pop() if len(codes) == 1 else ""
        return ""

    def _home_behind(self, name: int, *, aged: bool = False) -> str:
        """ "Lieutenant General Guha of India", "Ana Ruiz, 55, from Spain": the state named right
        behind a name, or behind an age."""
        of = self._tree.name_end(name)
        age = [token.part_of_speech for token in self._tree.tokens[of : of + 3]]
        if age == ["PUNCT", "NUM", "PUNCT"]:
            of += 3
        elif aged:
            return ""
        state = self._scene.named.get(of + 1)
        if state is None or self._tree.words[of] not in ("of", "from"):
            return ""
        return state.entries[0].code if state.entries[0].kind is Kind.STATE else ""

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
