"""Where somebody comes from whom no title or apposition describes: by kin, by home, by the lead."""

from __future__ import annotations

from functools import cached_property

from msgspec import structs

from dateline.knowledge.reasons import office
from dateline.knowledge.sectors import OF_THE_STATE
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.memory import Memory, Spoken
from dateline.resolution.actors.phrases import POSSESSIVES
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.speech import SPEECH

_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_BODIES = frozenset(("group", "organ", "state"))
_ONE = frozenset(("a", "an", "another"))
_FROM = (("from",), ("of",))
_ONCE = ("formerly", "originally")


class Origins:
    """Answers for names of persons, once the report before them has been resolved."""

    def __init__(self, scene: Scene, resolve: Resolve, memory: Memory) -> None:
        self._scene = scene
        self._tree = scene.tree
        self._context = scene.context
        self._resolve = resolve
        self._memory = memory

    def of_name(self, index: int, end: int) -> Actor | None:
        """Who the bearer of a name is that ends before ``end``."""
        return (
            self._of_kin(index)
            or self._of_office(index)
            or self._of_lead(index, end)
            or self._of_home(end)
        )

    def serving(self, described: Actor | None) -> Actor | None:
        """ "The Dutch jihadist Ned Marsh" serves the movement of the report, not his state;
        "Sergeant Ned Marsh" the police where a report speaks of police and of no soldiers."""
        if described is None:
            return None
        if described.sector == "MIL" and self._is_policed and self._is_shared_rank(described):
            return structs.replace(described, sector="COP")
        if office(described.why) not in self._scene.agents.jihad["nouns"]:
            return described
        jihad = self._scene.agents.jihad["codes"]
        others = {home for code, home in self._scene.agents.living_in.items() if code not in jihad}
        named = [code for code in self._context.rank(jihad) if self._context.groups[code]]
        local = described.code in others or not self._context.is_state(described.code)
        if described.sector != "REB" or not named or local:
            return described
        return structs.replace(described, code=named[0])

    def _is_shared_rank(self, described: Actor) -> bool:
        titled = described.why.startswith("title ")
        return titled and office(described.why) in self._scene.agents.ranks["shared"]

    @cached_property
    def _is_policed(self) -> bool:
        words, ranks = frozenset(self._tree.words), self._scene.agents.ranks
        return not words.isdisjoint(ranks["police"]) and words.isdisjoint(ranks["soldiers"])

    def by_rank(self, index: int) -> Actor | None:
        """ "Col. Ned Marsh" where the tree takes the rank for the first word of the name."""
        agent = self._scene.agents.find((self._tree.words[index].rstrip("."),))
        if agent is None or index in self._scene.named or agent[1] not in OF_THE_STATE:
            return None
        code = self._context.country(index, official=True)
        return Actor(code=code, sector=agent[1], why=f"title {agent[0]}")

    def spoken_for(self, index: int, titled: Actor) -> Actor | None:
        """ "The army shelled the town. *Spokesman Ned Marsh* said": one of those just told of."""
        if titled.why.removeprefix("title ") not in _SPOKESMEN:
            return None
        sentence = self._tree.tokens[index].sentence
        spoken = self._memory.latest(sentence, lambda s: s.subject and s.sort in _BODIES, 1)
        return spoken.actors[0] if spoken is not None else None

    def of_owner(self, index: int) -> Actor | None:
        """ "Its representative Ned Marsh" is one of whom the pronoun means."""
        tree, agents = self._tree, self._scene.agents
        titles = [c for c in tree.children(index) if c < index and tree.words[c] in agents.roles]
        owners = [c for one in (*titles, index) for c in tree.children(one) if titles]
        for owner in owners:
            if tree.relation(owner) == "nmod:poss" and tree.words[owner] in POSSESSIVES:
                actor = self._resolve(owner)[0]
                return None if actor.code == UNKNOWN else actor
        return None

    def _of_kin(self, index: int) -> Actor | None:
        """ "Her son Ned", "his friend Ana Ruiz": of the country of whom the pronoun means."""
        for child in self._tree.children(index):
            pronoun = self._tree.words[child] in POSSESSIVES and child < index
            if not pronoun or self._tree.relation(child) != "nmod:poss":
                continue
            code = self._resolve(child)[0].code
            if self._context.is_state(code):
                why = f"of {self._tree.tokens[child].text}"
                return Actor(code=code, sector="CVL", why=why)
        return None

    def _of_office(self, index: int) -> Actor | None:
        """ "The Minister for Peace, Ned Marsh": an office in capitals that a name explains, also
        where the tree takes both for subjects."""
        tree, head = self._tree, self._tree.tokens[index].head
        beside = [head] if tree.bare(index) == "appos" else []
        first = tree.phrase(index)[0]
        if tree.is_subject(index) and tree.words[first - 1 : first] == (",",):
            beside = [c for c in tree.children(head) if tree.is_subject(c) and c < index]
        for noun in beside:
            if noun not in self._scene.named and self._scene.phrase(noun).sector in OF_THE_STATE:
                return self._resolve(noun)[0]
        return None

    def _of_lead(self, index: int, end: int) -> Actor | None:
        """ "A British cook was jailed. Ned Marsh, 25, had …": the first sentence on somebody tells
        who it is, the second the name."""
        tree = self._tree
        sentence, verb = tree.tokens[index].sentence, tree.tokens[index].head
        aged = self._age_ends(end) > end
        full = any(tree.relation(c).startswith("flat") for c in tree.children(index))
        if not full or not tree.is_subject(index) or not (aged or self._acts(verb)):
            return None

        def fits(spoken: Spoken) -> bool:
            head = spoken.head
            noun = spoken.sort == "person" and tree.tokens[head].part_of_speech == "NOUN"
            one = any(tree.words[child] in _ONE for child in tree.children(head))
            before = spoken.subject and spoken.sentence == sentence - 1
            return noun and one and before and (aged or self._acts(tree.tokens[head].head))

        spoken = self._memory.latest(sentence, fits, 1)
        if spoken is None:
            return None
        actor = spoken.actors[0]
        return Actor(code=actor.code, sector=actor.sector, why=f"{actor.why}, named")

    def _acts(self, verb: int) -> bool:
        """Whether the subject of a verb is told of, and does not only speak."""
        return self._tree.words[verb] not in SPEECH

    def _of_home(self, end: int) -> Actor | None:
        """ "Ned Marsh, 25, of Leeds", "Ana Ruiz, from Vigo": the country of the place."""
        words, word = self._tree.words, self._age_ends(end)
        if word == end and words[word : word + 1] == (",",):
            word += 1
        if words[word : word + 1] and words[word] in _ONCE:
            word += 1
        if word == end or words[word : word + 1] not in _FROM:
            return None
        place = self._scene.places.get(word + 1)
        if place is None or not self._context.is_state(place.country):
            return None
        return Actor(code=place.country, sector="CVL", why=f"from {place.name}")

    def _age_ends(self, end: int) -> int:
        """The token behind the age that follows a name between commas, else ``end``."""
        ages = [token.part_of_speech for token in self._tree.tokens[end : end + 3]]
        return end + 3 if ages == ["PUNCT", "NUM", "PUNCT"] else end
