"""What a report is about: which states and movements it names, where and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.knowledge.actors import ActorDirectory, Entry, Kind, fold, singular
from dateline.records import UNKNOWN, Place
from dateline.resolution.actors.issuer import issuer_of
from dateline.resolution.actors.naming import Named, is_ethnic
from dateline.resolution.actors.tree import Tree

# Entities without recognition: who fights "in" them fights for them.
UNRECOGNISED = frozenset(("NKR", "DNR", "LNR", "ABK", "SOS", "PMR", "TRNC", "SOL"))
# How much a mention counts for a noun that names no state, by its distance in sentences, and
# how much the whole report counts beside it.
_NEAR = {0: 2.0, -1: 1.2, 1: 0.5, -2: 0.7, -3: 0.4}
_WHOLE_REPORT = 6.0
# "British tourists" tells whose the tourists are, and little of whose the police are that look for
# them: what is taken off the count of a state for the nationality of private persons.
_PRIVATE_SHARE = 0.8
_PRIVATE = frozenset(("CVL", "REF", "MED", "BUS", "EDU", "REL", "LAB", "NGO"))
_FORCES = frozenset(("MIL",))
# A title or first sentence says what the report is about.
_OPENING = 2.0
_MEDIA_WEIGHT = 0.2
# "Outside the Senegalese embassy" says little of whose the people there are, "the French
# ambassador" little of where he speaks.
_OUTPOST_WEIGHT = 0.2
_AS_PLACE = 1.5
_AS_ACTOR = 0.5
# What the tree says: a place named in the noun's own clause ("activists burn posters in India"),
# the one that its clause describes ("in Chad, where refugees"),
# the state of whom the noun is joined with ("the Sudanese army and paramilitary forces"), and the
# state that it is given to ("Pakistan's Balochistan province").
_IN_CLAUSE = 3.0
_THERE = 5.0
_JOINED = 4.0
_OWNED = 6.0
# What is struck tells where: "drones struck the city of Odesa, its mayor said".
_STRUCK = 2.0
# A paragraph that opens with a place ("In Niamey, …") goes on there.
_SCENE = 2.0
_OPENING_WORDS = 2
_SCENE_REACH = 4
_UPON = ("on", "against")
_OF_A_NAME = ("nmod", "appos", "conj")
_LOCATING = ("in", "at", "near", "across", "inside", "from", "into")


class _Counts(dict[str, float]):
    """Counts by code; to ask for a code that is not named names none."""

    def __missing__(self, code: str) -> float:
        return 0.0


class Context:
    """Counts of the codes that a report names, by sentence.

    ``states`` are the codes with a territory (ISO 3166 and the unrecognised entities);
    ``groups`` are movements, bodies and other organisations.
    """

    def __init__(
        self,
        tree: Tree,
        directory: ActorDirectory,
        named: Sequence[Named],
        places: Iterable[Place],
        caseless: bool,
    ) -> None:
        self.tree = tree
        self._dateline = tree.reading.report.dateline
        sentences = tree.reading.sentences
        body = (n for n, s in enumerate(sentences) if not self.in_dateline(s.first))
        self._lead = next(body, 0)
        self._territories = directory.states
        self._agents = directory.agents
        self.total = _Counts()
        self._private = _Counts()
        # How often a state's forces are called by its name: "Russian troops".
        self.forces = _Counts()
        self.groups = _Counts()
        self._groups_by_sentence: list[defaultdict[str, float]] = [
            defaultdict(float) for _ in tree.reading.sentences
        ]
        self._by_sentence: list[defaultdict[str, float]] = [
            defaultdict(float) for _ in tree.reading.sentences
        ]
        self._named: dict[int, str] = {}
        self._located: defaultdict[int, list[str]] = defaultdict(list)
        self._struck: defaultdict[int, set[str]] = defaultdict(set)
        self._scenes: dict[int, str] = {}
        covered = {index for name in named for index in range(name.first, name.end)}
        listed = [] if caseless else [place for place in places if place.head not in covered]
        for name in named:
            if not self.in_dateline(name.first):
                self._count(name)
        for place in listed:
            if place.country in self._territories and not self.in_dateline(place.head):
                self._add(place.head, place.country, 0.7)
        for entry in _title_entries(tree.reading.report.title, directory):
            if entry.code in self._territories:
                self.total[entry.code] += _OPENING
        self._count_dateline(named, listed)
        self.issuer = issuer_of(tree, named, directory.agents, self._territories)
        self._abroad = self._happens_elsewhere()

    def _happens_elsewhere(self) -> bool:
        """Whether more things happen, by the places told, in a state other than the issuer's."""
        places = Counter(code for codes in self._located.values() for code in codes)
        others = (count for code, count in places.items() if code != self.issuer)
        return max(others, default=0) > places[self.issuer]

    def in_dateline(self, index: int) -> bool:
        """Whether a token stands in the report's dateline."""
        span = self.tree.tokens[index].span
        return self._dateline is not None and self._dateline.overlaps(span)

    def _count_dateline(self, named: Iterable[Named], places: Iterable[Place]) -> None:
        """Agencies have their bureaus abroad: where a report was written counts if it names that
        country once more, or none."""
        told = set(self.total)
        for name in named:
            code = name.entries[0].code
            agency = name.entries[0].sector == "MED"
            if self.in_dateline(name.first) and not agency and (code in told or not told):
                self._count(name)
        for place in places:
            known = place.country in self._territories and self.in_dateline(place.head)
            if known and (place.country in told or not told):
                self._add(place.head, place.country, 0.7)

    def _count(self, name: Named) -> None:
        entries = name.entries
        codes = {entry.code for entry in entries}
        if len(codes) > 1 and all(entry.kind is not Kind.STATE for entry in entries):
            return
        entry = entries[0]
        if (entry.kind is Kind.PEOPLE and len(entry.codes) > 1) or is_ethnic(self.tree, name):
            return
        weight = _MEDIA_WEIGHT if entry.sector == "MED" else 1.0
        if self._sends(name.first):
            weight = _OUTPOST_WEIGHT
        self._add(name.first, entry.code, weight)

    def _sends(self, index: int) -> bool:
        """Whether a name tells whose an embassy is."""
        tree, own = self.tree, self.tree.whole(index)
        head = tree.tokens[own].head
        if singular(tree.lower[head]) not in self._agents.outposts:
            return False
        before = tree.base(own) in ("amod", "compound") or tree.relation(own) == "nmod:poss"
        return before or tree.preposition(own) == "of"

    def _add(self, index: int, code: str, weight: float) -> None:
        sentence = self.tree.tokens[index].sentence
        if sentence == self._lead:
            weight *= _OPENING
        if code in self._territories:
            self._place(index, code)
            self.total[code] += weight
            if self._is_of(index, _PRIVATE):
                self._private[code] += weight
            if self._is_of(index, _FORCES):
                self.forces[code] += weight
            self._by_sentence[sentence][code] += weight * self._local_weight(index)
        else:
            self.groups[code] += weight
            self._groups_by_sentence[sentence][code] += weight

    def _is_of(self, index: int, sectors: frozenset[str]) -> bool:
        """Whether a name is the nationality of such persons or things: "British" in "British
        tourists"."""
        own = self.tree.whole(index)
        head = self.tree.tokens[own].head
        if head == own or self.tree.base(own) not in ("amod", "compound"):
            return False
        agent = self._agents.find(self.tree.lower[max(0, head - 1) : head + 1])
        return (
            agent is not None
            and agent[1] in sectors
            and self._agents.kinds.get(agent[0]) != "place"
        )

    def _place(self, index: int, code: str) -> None:
        head = self._ground_of(index)
        self._named[head] = code
        if self.tree.preposition(head) in _LOCATING:
            self._located[self.tree.clause(head)].append(code)
            if self._opens_paragraph(head, index):
                self._scenes.setdefault(self.tree.tokens[index].sentence, code)
        elif self._is_struck(head):
            self._struck[self.tree.tokens[index].sentence].add(code)

    def _ground_of(self, index: int) -> int:
        """The head of a name, or of the place whose state it tells: "the Iranian *capital*"."""
        head = self.tree.whole(index)
        noun = self.tree.tokens[head].head
        owns = self.tree.base(head) == "amod" or self.tree.relation(head) == "nmod:poss"
        return noun if owns and self.tree.lower[noun] in self._agents.grounds else head

    def _opens_paragraph(self, head: int, first: int) -> bool:
        """Whether a place stands before its clause at the beginning of a paragraph."""
        number = self.tree.tokens[head].sentence
        sentences = self.tree.reading.sentences
        opening = sentences[number]
        if number and sentences[number - 1].paragraph == opening.paragraph:
            return False
        fronted = self.tree.preposition(head) == "in" and head < opening.root
        return fronted and first - opening.first <= _OPENING_WORDS

    def _local_weight(self, index: int) -> float:
        """A state named as a place says more of where people are than one that acts."""
        head = self.tree.whole(index)
        if self.tree.preposition(head) in _LOCATING:
            return _AS_PLACE
        acts = self.tree.is_subject(head) or self._is_of(index, _FORCES)
        return _AS_ACTOR if acts else 1.0

    def _bound(self, index: int) -> Iterator[tuple[str, float]]:
        """The states that the tree binds to a token, and how much that counts."""
        tree = self.tree
        clause = tree.clause(index)
        for code in self._located.get(clause, ()):
            yield code, _IN_CLAUSE
        for word in tree.children[clause]:
            before = word - 2 if tree.lower[word - 1 : word] == (",",) else word - 1
            if tree.lower[word] == "where" and tree.whole(before) in self._named:
                yield self._named[tree.whole(before)], _THERE
        for owner in tree.children[tree.whole(index)]:
            if tree.relation(owner) == "nmod:poss" and owner in self._named:
                yield self._named[owner], _OWNED
        partners = tree.conjuncts(index)
        if tree.base(index) == "conj":
            head = tree.tokens[index].head
            partners += [head, *(other for other in tree.conjuncts(head) if other != index)]
        for partner in partners:
            for word in (partner, *tree.children[partner]):
                if word in self._named and word not in (index, *tree.conjuncts(partner)):
                    yield self._named[word], _JOINED

    def place_before(self, index: int) -> str:
        """The state named last before a token, in its sentence, as the place of something."""
        first = self.tree.reading.sentences[self.tree.tokens[index].sentence].first
        placed = [
            code
            for head, code in self._named.items()
            if first <= head < index and self.tree.preposition(head) in _LOCATING
        ]
        return placed[-1] if placed else ""

    def places_of_clause(self, index: int) -> list[str]:
        """The states in which the clause of a token says that it happens."""
        return self._located.get(self.tree.clause(index), [])

    def grounds(self, sentence: int) -> frozenset[str]:
        """The states in which a sentence says that something happens or whose places it says are
        struck: "hit a market in Kharkiv", "the raid on Odesa"."""
        located = (
            code
            for clause, codes in self._located.items()
            if self.tree.tokens[clause].sentence == sentence
            for code in codes
        )
        return frozenset((*located, *self._struck.get(sentence, ())))

    def _is_struck(self, head: int) -> bool:
        tree, name = self.tree, head
        while tree.base(head) in _OF_A_NAME:
            deed = tree.tokens[head].head
            if tree.preposition(head) in _UPON and singular(tree.lower[deed]) in self._agents.acts:
                return True
            head = deed
        noun, verb = singular(tree.lower[head]), tree.lower[tree.tokens[head].head]
        agents = self._agents
        place = head == name or noun in agents.territory or agents.kinds.get(noun) == "place"
        strikes = verb in agents.war or verb in agents.striking
        return place and strikes and tree.is_patient(head)

    def near_groups(self, index: int) -> dict[str, float]:
        """Movements and bodies by how near and how often they are named around a token."""
        sentence = self.tree.tokens[index].sentence
        score = {code: 0.1 * count for code, count in self.groups.items()}
        for step, weight in _NEAR.items():
            if 0 <= sentence + step < len(self._groups_by_sentence):
                for code, count in self._groups_by_sentence[sentence + step].items():
                    score[code] += weight * min(count, 2.0)
        return score

    def is_state(self, code: str) -> bool:
        return code in self._territories

    def country(
        self, index: int, whole_report: float = _WHOLE_REPORT, *, official: bool = False
    ) -> str:
        """The state that a token without a state of its own most likely belongs to."""
        ranked = self.countries(index, whole_report, official=official)
        return ranked[0] if ranked else UNKNOWN

    def countries(
        self, index: int, whole_report: float = _WHOLE_REPORT, *, official: bool = False
    ) -> list[str]:
        """States of the report, the likeliest for this token first.

        ``whole_report`` weighs what the report is about against what stands near; for an
        ``official`` body the nationality of private persons tells little. A government's statement
        speaks of people elsewhere.
        """
        sentence = self.tree.tokens[index].sentence
        share = _PRIVATE_SHARE if official else 0.0
        total = {code: n - share * self._private[code] for code, n in self.total.items()}
        whole = sum(total.values()) or 1.0
        score = {code: whole_report * count / whole for code, count in total.items()}
        for step, weight in _NEAR.items():
            if 0 <= sentence + step < len(self._by_sentence):
                near = self._by_sentence[sentence + step]
                for code, count in near.items():
                    score[code] = score.get(code, 0.0) + weight * min(count, 2.0) / 2
        for code, weight in self._bound(index):
            score[code] = score.get(code, 0.0) + weight
        for code in self._struck.get(sentence, ()):
            score[code] = score.get(code, 0.0) + _STRUCK
        scene = self._scene(sentence)
        if scene:
            score[scene] = score.get(scene, 0.0) + _SCENE
        issuer = self.issuer if self._abroad and not official else ""
        return sorted(score, key=lambda code: (code == issuer, -score[code], code))

    def _scene(self, sentence: int) -> str:
        """The state in which the paragraph of a sentence was said to go on, shortly before it."""
        sentences = self.tree.reading.sentences
        for number in range(sentence - 1, max(-1, sentence - _SCENE_REACH - 1), -1):
            if sentences[number].paragraph != sentences[sentence].paragraph:
                break
            if number in self._scenes:
                return self._scenes[number]
        return ""

    def rank(self, codes: Iterable[str]) -> list[str]:
        """``codes`` by how often the report names them; unnamed ones stay in their order."""
        return sorted(codes, key=lambda code: -(self.total[code] + self.groups[code]))


def _title_entries(title: str, directory: ActorDirectory) -> list[Entry]:
    found: list[Entry] = []
    written = [word for word in title.split() for _ in fold(word)]
    words = [part for word in title.split() for part in fold(word)]
    position = 0
    while position < len(words):
        match = directory.match(words, position, written)
        if match is not None and len({entry.code for entry in match.entries}) == 1:
            found.append(match.entries[0])
        position = match.end if match else position + 1
    return found
