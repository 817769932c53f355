"""What a report is about: which states and movements it names, where and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.knowledge.actors import ActorDirectory, Entry, Kind, fold, singular
from dateline.records import UNKNOWN, Place
from dateline.resolution.actors.grounds import LOCATING, Grounds
from dateline.resolution.actors.issuer import issuer_of
from dateline.resolution.actors.naming import Named, is_ethnic
from dateline.resolution.actors.phrase_tree import PhraseTree

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
# What is struck tells where: "drones struck the city of Odesa, its mayor said".
_STRUCK = 2.0
# Where the paragraph was said to go on.
_SCENE = 2.0


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
        tree: PhraseTree,
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
        self.grounds = Grounds(tree, directory.agents)
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
        self._abroad = self.grounds.mostly_outside(self.issuer)

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
        if singular(tree.words[head]) not in self._agents.outposts:
            return False
        before = tree.bare(own) in ("amod", "compound") or tree.relation(own) == "nmod:poss"
        return before or tree.preposition(own) == "of"

    def _add(self, index: int, code: str, weight: float) -> None:
        sentence = self.tree.tokens[index].sentence
        if sentence == self._lead:
            weight *= _OPENING
        if code in self._territories:
            self.grounds.add(index, code)
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
        if head == own or self.tree.bare(own) not in ("amod", "compound"):
            return False
        agent = self._agents.find(self.tree.words[max(0, head - 1) : head + 1])
        return (
            agent is not None
            and agent[1] in sectors
            and self._agents.kinds.get(agent[0]) != "place"
        )

    def _local_weight(self, index: int) -> float:
        """A state named as a place says more of where people are than one that acts."""
        head = self.tree.whole(index)
        if self.tree.preposition(head) in LOCATING:
            return _AS_PLACE
        acts = self.tree.is_subject(head) or self._is_of(index, _FORCES)
        return _AS_ACTOR if acts else 1.0

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
        for code, weight in self.grounds.bound(index):
            score[code] = score.get(code, 0.0) + weight
        for code in self.grounds.struck(sentence):
            score[code] = score.get(code, 0.0) + _STRUCK
        scene = self.grounds.scene(sentence)
        if scene:
            score[scene] = score.get(scene, 0.0) + _SCENE
        issuer = self.issuer if self._abroad and not official else ""
        return sorted(score, key=lambda code: (code == issuer, -score[code], code))

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
