"""Whose a titled person is where the title names no state: by the words around name and title."""

from __future__ import annotations

from dateline.knowledge.actors import Kind
from dateline.records import UNKNOWN
from dateline.resolution.actors.codes import Coder, Resolve
from dateline.resolution.actors.scene import Scene

# Titles of those who speak for a whole state.
_LEADERS = frozenset(("president", "prime minister", "premier", "chancellor", "king"))


class Homes:
    """Answers with the code of a state, empty where nothing tells it."""

    def __init__(self, scene: Scene, coder: Coder, resolve: Resolve) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._coder = coder
        self._resolve = resolve

    def in_name(self, index: int, title: str) -> str:
        """What stands right before the title or behind the name."""
        return self._of_place(index, title) or self.behind(index)

    def around(self, index: int, title: str, sector: str) -> str:
        """What the clause and the report tell of the holder of such a title."""
        return (
            self._party_beside(index)
            or self._told_before(index, title, sector)
            or self._only_state_with(title)
        )

    def likely(self, index: int, title: str) -> str:
        """What his clause tells of somebody of whom nothing else is known."""
        return self._of_clause_before(index, title) or self._not_of_host(index, title)

    def _of_place(self, name: int, title: str) -> str:
        """ "Aleppo Mayor Brita Hagi Hasan": the country of the place named before a title."""
        word = title.split()[-1]
        for place in range(name - 2, max(-1, name - 4), -1):
            if self._tree.words[place + 1] == word and self._tree.bare(place) == "compound":
                codes = {actor.code for actor in self._resolve(place)} - {UNKNOWN}
                return codes.pop() if len(codes) == 1 else ""
        return ""

    def behind(self, name: int, *, aged: bool = False) -> str:
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

    def _of_clause_before(self, index: int, title: str) -> str:
        """ "Chad denied the claim, and President Marsh blamed rebels": of the state, by its name,
        that is subject of the clause which his goes on from or is told by."""
        tree, clause = self._tree, self._tree.tokens[index].head
        joined = tree.bare(clause) in ("conj", "ccomp", "parataxis")
        if title not in _LEADERS or not (tree.is_subject(index) and joined):
            return ""
        before = (i for i in tree.children(tree.tokens[clause].head) if tree.is_subject(i))
        names = (self._scene.named[i].entries[0] for i in before if i in self._scene.named)
        return next((entry.code for entry in names if entry.kind is Kind.STATE), "")

    def _only_state_with(self, title: str) -> str:
        """The state that alone has such an office, if the report speaks of it."""
        code = self._agents.owned.get(title, "")
        return code if self._context.total[code] else ""

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
