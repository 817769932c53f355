"""Nouns that no modifier gives an owner: by what was spoken of before, or the report's country."""

from __future__ import annotations

from dateline.knowledge.actors import singular
from dateline.knowledge.reasons import NAMELESS_STATES
from dateline.records import UNKNOWN, Actor
from dateline.resolution.actors.codes import Resolve
from dateline.resolution.actors.doers import Doers
from dateline.resolution.actors.fighters import Fighters
from dateline.resolution.actors.memory import Memory
from dateline.resolution.actors.offices import Offices
from dateline.resolution.actors.phrases import Phrase
from dateline.resolution.actors.scene import Scene
from dateline.resolution.actors.speakers import Speakers
from dateline.tree import VERBAL

# How much the whole report weighs against the sentence: people are where the sentence is.
_NEARBY = 4.0
_ANYWHERE = 9.0
_UNNAMED = frozenset(("", "all", "some", "many", "several", "most", "any", "no"))
_LETTERHEAD = 2  # the last sentence that can be one
_ORGANS = frozenset(("MIL", "COP", "JUD", "LEG"))
# Who acts and suffers where a sentence says that it is; others may be there from abroad.
_AT_HOME = frozenset(("COP", "JUD", "CVL"))
_FROM_ANYWHERE = frozenset(("CVL", "MIL", "GOV", "MED", "BUS", "NGO", "REL"))
_CLERICAL = frozenset(("GOV", "REL", "MED", "JUD"))
# What nobody calls the government that he serves.
_NEVER_OWN = frozenset(("regime", "junta", "military junta"))
_LOCAL = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "CVL", "REF", "MED", "BUS",
                    "EDU", "REL", "LAB", "NGO", "CRM", "REB"))  # fmt: skip


class Unowned:
    """Answers for nouns without an owner, in the order of the text."""

    def __init__(self, scene: Scene, resolve: Resolve, memory: Memory) -> None:
        self._tree = scene.tree
        self._agents = scene.agents
        self._context = scene.context
        self._resolve = resolve
        self._memory = memory
        self._fighters = Fighters(scene, memory)
        self._speakers = Speakers(scene, resolve, memory)
        self._doers = Doers(scene, resolve, memory)
        self._offices = Offices(scene, memory, self._doers)
        self.jihadists = self._fighters.jihadists
        self.is_jihadist = self._fighters.is_jihadist
        self.of_home = self._fighters.of_home
        self.backed = self._fighters.backed
        self._holders: dict[str, str] = {}

    def note(self, noun: str, code: str) -> None:
        """Remember whose a noun was where the report told it."""
        self._holders[noun] = code

    def of_phrase(self, phrase: Phrase, sector: str) -> tuple[Actor, ...]:
        """A noun without an owner: by what was spoken of before, else the report's country."""
        noun = phrase.agent or singular(phrase.left[-1])
        sentence = self._tree.tokens[phrase.head].sentence
        return (
            self._fighters.foe_of_issuer(phrase, noun)
            or self._of_state(phrase, noun, sentence)
            or self._fighters.of_coalition(phrase, sector, sentence)
            or self._fighters.spoken_of(phrase, noun, sector)
            or self._offices.titled_before(phrase, sentence)
            or self._offices.spokesman_of(phrase, noun, sentence)
            or self.owned_by_one(phrase, noun, sector)
            or self._offices.named_so(phrase, noun)
            or self._of_nobody(phrase, noun, sector)
            or self._speakers.of_phrase(phrase, sector)
            or self._sent(phrase, sector)
            or self._local(phrase, noun, sector),
        )

    def _of_state(self, phrase: Phrase, noun: str, sentence: int) -> Actor | None:
        """ "The country", "the kingdom", "the capital": the state spoken of."""
        head, fitting = phrase.head, self._fitting(phrase)
        if self._agents.kinds.get(noun) != "state" and not fitting:
            return None
        counted = any(self._tree.bare(child) == "nummod" for child in self._tree.children(head))
        if self._tree.bare(head) == "compound" and (noun != "state" or counted):
            return Actor(code=UNKNOWN, sector="", why="only describes")
        if phrase.plural and phrase.determiner in _UNNAMED and not fitting:
            return Actor(code=UNKNOWN, sector="GOV", why=NAMELESS_STATES)
        placed = self._context.grounds.place_before(head) if noun == "capital" else ""
        if placed:
            return Actor(code=placed, sector="GOV", why="the state of the place named")
        invaders = self._doers.invaders(head)
        spoken = self._memory.latest(
            sentence,
            lambda s: (
                s.sort == "state"
                and not s.plural
                and not invaders
                and (not fitting or s.actors[0].code in fitting)
            ),
            30 if fitting else 3,
        )
        if spoken is None and self._agents.kinds.get(noun) != "state":
            return None
        likely = (code for code in self._context.countries(head) if code not in invaders)
        code = spoken.actors[0].code if spoken else next(likely, UNKNOWN)
        if phrase.determiner == "the" and self._tree.tokens[head].text.istitle() and not fitting:
            code = self._context.issuer or code  # "the President of the Republic"
        return Actor(code=code, sector="GOV", why="the state spoken of")

    def _of_nobody(self, phrase: Phrase, noun: str, sector: str) -> Actor | None:
        """Nouns for which the report's country says nothing, and organs whose the report told."""
        head, kind = phrase.head, self._agents.kinds.get(noun, "")
        if sector == "UAF" or not sector or noun in self._agents.rootless:
            return Actor(code=UNKNOWN, sector=sector, why="nothing tells whose")
        held = kind in ("organ", "place") or sector == "MIL"
        foreign = noun.startswith("occup")  # "the occupiers" are of another state in any phrase
        if (phrase.determiner == "the" or foreign) and noun in self._holders and held:
            return Actor(code=self._holders[noun], sector=sector, why=f"{noun} spoken of")
        if "foreign" in phrase.before and sector in _FROM_ANYWHERE:
            mission = self._fighters.foreign(head) if sector == "MIL" and phrase.plural else None
            return mission or Actor(code=UNKNOWN, sector=sector, why="from anywhere")
        nameless = sector == "REB" and not phrase.determiner and phrase.plural
        suffers = self._tree.is_patient(head)
        if nameless and not suffers and self._fighters.is_jihadist(phrase, noun):
            return Actor(code=UNKNOWN, sector="UAF", why="of no movement named")
        return None

    def _local(self, phrase: Phrase, noun: str, sector: str) -> Actor:
        """By where the sentence is, and what the report is about."""
        if sector not in _LOCAL:
            return Actor(code=UNKNOWN, sector=sector, why="nothing tells whose")
        head, kind = phrase.head, self._agents.kinds.get(noun, "")
        whole = _NEARBY if sector in ("CVL", "REF", "REB") else _ANYWHERE
        governs = noun.split()[-1] in self._agents.governing
        official = kind == "organ" or sector in _ORGANS or governs
        countries = self._context.countries(head, whole, official=official)
        if sector not in _CLERICAL:
            countries = [one for one in countries if one not in self._agents.unpeopled]
        countries = countries or [UNKNOWN]
        deals = official and sector in ("GOV", "MIL")
        others = self._speakers.dealt_with(head) if deals else frozenset()
        others |= {self._speakers.scene_of_telling(head)}
        last = countries[0]
        if noun in _NEVER_OWN:
            told = self._speakers.told_by(head)
            others |= {told.code} if told is not None else self._doers.officials(head)
            last = UNKNOWN if noun == "junta" else last
        code = next((one for one in countries if one not in others), last)
        if sector in _AT_HOME:
            home = self._at_home(head, sector)
            code = home if home and home not in others else code
        if official or self._is_harmed(head):
            code = self._invaded_by(head, code) or code
        if sector not in ("REB", "GOV", "MIL"):
            code = self._agents.living_in.get(code, code)
        for word in phrase.before:
            code = self._agents.citizens.get(word, {}).get(code, code)
        if official and self._is_letterhead(head):
            self.note(noun, code)
        if sector == "MIL" and self._is_patient_of(head, code):
            return self._of_foe(countries, code)
        garrison = self._agents.garrisons.get(code, "") if sector == "MIL" else ""
        if garrison and self._context.total[garrison]:
            code = garrison
        return Actor(code=code, sector=sector, why="local")

    def _at_home(self, head: int, sector: str) -> str:
        """The state of the place with which a sentence opens, and of the police who deal with
        people, if no other place is told: "police in Niamey fired and ten *people* were held"."""
        number = self._tree.tokens[head].sentence
        grounds = self._context.grounds
        fronted = grounds.fronted(number)
        if fronted or sector == "COP" or not self._tree.is_patient(head):
            return fronted
        police = self._memory.latest(number, lambda s: s.actors[0].sector == "COP", 0)
        code = police.actors[0].code if police is not None else ""
        elsewhere = grounds.of_sentence(number) - {code}
        return code if self._context.is_state(code) and not elsewhere else ""

    def _is_letterhead(self, head: int) -> bool:
        """Whether a noun stands in a line without a verb at the top of a report."""
        sentence = self._tree.reading.sentences[self._tree.tokens[head].sentence]
        tags = (self._tree.tokens[i].part_of_speech for i in range(sentence.first, sentence.end))
        return self._tree.tokens[head].sentence <= _LETTERHEAD and VERBAL.isdisjoint(tags)

    def _is_patient_of(self, head: int, code: str) -> bool:
        """Whether forces of a state do something to what a noun names: "our troops destroyed two
        *tanks*"."""
        tree = self._tree
        verb = tree.tokens[head].head
        if tree.bare(head) != "obj" or tree.words[verb] not in self._agents.destroying:
            return False
        subjects = (i for i in tree.children(verb) if tree.is_subject(i))
        actors = (actor for one in subjects for actor in self._resolve(one))
        return any((actor.code, actor.sector) == (code, "MIL") for actor in actors)

    def _of_foe(self, countries: list[str], own: str) -> Actor:
        """The other state that fights in the report, where there is one."""
        fighting = (code for code in countries if code != own and code in self._memory.fighting)
        return Actor(code=next(fighting, UNKNOWN), sector="MIL", why="of whom they fight")

    def _sent(self, phrase: Phrase, sector: str) -> Actor | None:
        """ "North Korea's deployment of troops": theirs are the troops."""
        tree, head = self._tree, phrase.head
        deed = tree.tokens[head].head
        if sector != "MIL" or tree.preposition(head) != "of":
            return None
        if singular(tree.words[deed]) not in self._agents.acts:
            return None
        for owner in tree.children(deed):
            if tree.relation(owner) == "nmod:poss":
                actor = self._resolve(owner)[0]
                if self._context.is_state(actor.code):
                    return Actor(code=actor.code, sector=sector, why="of the deed's author")
        return None

    def _is_harmed(self, head: int) -> bool:
        verb = self._tree.tokens[head].head
        return self._tree.is_patient(head) and self._tree.words[verb] in self._agents.harming

    def _invaded_by(self, head: int, code: str) -> str:
        """The other state in which the forces of ``code`` strike, by the sentence: whom they kill
        and who tells of it are of that one ("bombed a village in Somalia, killing five, police
        said")."""
        number = self._tree.tokens[head].sentence
        places = self._context.grounds.of_sentence(number)
        if len(places) != 1 or code in places or not self._fights(number, code):
            return ""
        return next(iter(places))

    def _fights(self, number: int, code: str) -> bool:
        """Whether a sentence speaks of the forces of a state."""
        tree, sentence = self._tree, self._tree.reading.sentences[number]
        return any(
            actor.code == code and actor.sector == "MIL"
            for index in range(sentence.first, sentence.end)
            if tree.tokens[index].part_of_speech in ("NOUN", "PROPN")
            for actor in self._resolve(index)
        )

    def _fitting(self, phrase: Phrase) -> frozenset[str]:
        """The states that "the kingdom" or "the communist country" can mean; empty for any."""
        if phrase.determiner != "the" or phrase.plural:
            return frozenset()
        called = self._agents.called
        return next((called[word] for word in reversed(phrase.left) if word in called), frozenset())

    def owned_by_one(self, phrase: Phrase, noun: str, sector: str) -> Actor | None:
        """ "The state department": there is one such body only, and the report speaks of it."""
        code = self._agents.owned.get(noun, "")
        alone = len(phrase.left) == len(noun.split()) + bool(phrase.determiner)
        if not code and alone and noun not in self._holders and self._memory.body(noun) is None:
            codes = self._agents.standing_alone.get(noun, ())
            if phrase.determiner == "the" and self._tree.tokens[phrase.head].text.istitle():
                codes = codes or self._agents.capital_bodies.get(noun, ())
            code = next(iter(self._context.rank(codes)), "")
        if not code or not (self._context.total[code] or self._context.groups[code]):
            return None
        side = (sector or "GOV") if self._context.is_state(code) else "IGO"
        return Actor(code=code, sector=side, why=f"{noun} of {code}")
