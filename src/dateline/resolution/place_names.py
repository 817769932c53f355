"""Finding the place names of a reading.

The language model marks names, but a short model misses many and mistakes others for persons.
So every run of capitalised words is matched against the gazetteer too, the longest name first,
and the evidence is summed: what the model read, what the gazetteer knows of the name, the words
around it, and whether it is only part of a longer name ("Washington Post", "Michael Jordan").
The weights are in ``knowledge/places/weights.toml``, table ``recognition``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from dateline.knowledge.places import (
    Entry,
    Gazetteer,
    Kind,
    feature_words,
    role_words,
    weights,
)
from dateline.knowledge.places.demonyms import demonyms
from dateline.records import Name, NameKind, Reading, Record, Span
from dateline.resolution.place_lookup import lookup
from dateline.resolution.place_wording import HYPHENS, Wording
from dateline.resolution.toponyms import cue_kinds
from dateline.tree import Tree

_LONGEST = 7
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_INNER_MARKS = frozenset({*HYPHENS, "'", "’", ".", "&", "'s", "’s"})


class PlaceName(Record):
    """A place name: ``core`` as the gazetteer knows it, ``span`` with the words that belong to
    it as written, ``first`` and ``end`` the tokens of the core, ``head`` its head token."""

    core: Span
    span: Span
    first: int
    end: int
    head: int
    score: float


def place_names(reading: Reading, tree: Tree, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    """All place names of a reading, in order of the text, not overlapping."""
    finder = _Finder(reading, tree, gazetteer)
    return tuple(finder.names())


class _Finder:
    def __init__(self, reading: Reading, tree: Tree, gazetteer: Gazetteer) -> None:
        self.reading = reading
        self.tree = tree
        self.gazetteer = gazetteer
        self.wording = Wording(reading)
        self.tokens = reading.tokens
        self.text = reading.report.text
        self.weights: Mapping[str, float] = weights("recognition")
        self.reads: dict[int, Name] = {
            index: name for name in reading.names for index in range(name.first, name.end)
        }
        # Words that the report also writes small are no names, unless it writes all so.
        self.lower_case = {
            token.text
            for token in self.tokens
            if token.text.islower() and not self.wording.caseless
        }
        self.spans = tuple(self._spans())
        self.within_longer = {span for span in self.spans if self._in_longer(*span)}
        self.longer = {self.wording.key(*span) for span in self.within_longer}

    def names(self) -> Iterator[PlaceName]:
        scores = {span: self._score(*span) for span in self.spans}
        sure = {
            self.wording.key(*span)
            for span, score in scores.items()
            if score >= self.weights["sure"]
        }
        for (first, end), score in scores.items():
            if self.wording.key(first, end) in sure and (first, end) not in self.within_longer:
                score += self.weights["place_elsewhere"]
            if score >= self.weights["threshold"]:
                yield PlaceName(
                    core=self._core(first, end),
                    span=self.wording.as_written(first, end),
                    first=first,
                    end=end,
                    head=self.wording.head(first, end),
                    score=score,
                )

    def _core(self, first: int, end: int) -> Span:
        """What to look up: the name, but all of "George Street", which is not in George."""
        outside = self.wording.facility_end(first, end)
        if outside and self.wording.word(outside - 1) in role_words().grounds:
            return self.wording.span(first, outside)
        return self.wording.span(first, end)

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Token ranges that may be a place name: the longest that the gazetteer knows, else
        what the language model read as a place."""
        index = 0
        while index < len(self.tokens):
            end = 0
            if self._may_begin(index):
                end = self._longest_known(index)
                end = self._beyond_link(index, end) or end or self._read_as_place(index)
            if end:
                yield index, end
                index = end
            else:
                index += 1

    def _beyond_link(self, first: int, known: int) -> int:
        """The end of a longer name that a Romance particle joins to what is known, where the model
        reads both parts as places ("Cordillera del Norte" is not in the province of Cordillera);
        else 0."""
        after = known
        while self.tokens[after : after + 1] and self.tokens[after].text in role_words().particles:
            after += 1
        if not first < known < after or not self.wording.capital(after):
            return 0
        parts = self.reads.get(first), self.reads.get(after)
        places = all(name is not None and name.kind is NameKind.PLACE for name in parts)
        return parts[1].end if places and parts[1] is not None else 0

    def _longest_known(self, first: int) -> int:
        sentence = self.reading.sentences[self.tokens[first].sentence]
        for end in range(min(sentence.end, first + _LONGEST), first, -1):
            if not self.wording.capital(end - 1) or not self._joined(first, end):
                continue
            if self._can_be_place(first, end):
                return end
        return 0

    def _can_be_place(self, first: int, end: int) -> bool:
        """Whether the gazetteer knows the words, and they are not a common word or a people."""
        key = self.wording.key(first, end)
        known = self._known(key)
        if not known or self._is_common(key):
            return False
        large = any(entry.kind in (Kind.COUNTRY, Kind.REGION, Kind.CONTINENT) for entry in known)
        written = self.wording.span(first, end).of(self.text)
        if len(key) < 3 and self.wording.word(first - 1) != ",":
            # "VI" and "NC" are not the Virgin Islands and North Carolina, but "UK" is a country.
            return written.isupper() and any(entry.kind is Kind.COUNTRY for entry in known)
        if len(key) < 5 and written.isupper() and not large and not self._shouted(first, end):
            return False
        return large or key not in demonyms()

    def _is_common(self, key: str) -> bool:
        """Whether the words are ones that the gazetteer knows but news means otherwise."""
        words = role_words()
        return (
            key in words.bodies
            or key in words.directions
            or key in words.articles
            or key in words.organisations
            or key in words.grounds
            or key in feature_words().kinds
        )

    def _shouted(self, first: int, end: int) -> bool:
        """Whether the words around are in capitals too, as in a dateline."""
        return any(
            0 <= index < len(self.tokens)
            and self.tokens[index].text.isupper()
            and len(self.tokens[index].text) > 1
            for index in (first - 1, end)
        )

    def _read_as_place(self, first: int) -> int:
        name = self.reads.get(first)
        if name is None or name.kind is not NameKind.PLACE:
            return 0
        begins = all(self.wording.word(index) == "the" for index in range(name.first, first))
        common = self._is_common(self.wording.key(first, name.end))
        return name.end if begins and not common else 0

    def _may_begin(self, index: int) -> bool:
        if self.wording.capital(index):
            return self.tokens[index].part_of_speech in _NOMINAL
        return (
            self.wording.word(index) in role_words().articles
            and index + 2 < len(self.tokens)
            and self.tokens[index + 1].text in HYPHENS
            and self.wording.capital(index + 2)
        )

    def _joined(self, first: int, end: int) -> bool:
        """Whether the words from the first to the last can be one name."""
        return all(
            self.wording.capital(index)
            or self.wording.word(index) in role_words().inner
            or self.tokens[index].text in _INNER_MARKS
            or self.tokens[index].text[0] in "'’"
            for index in range(first + 1, end - 1)
        )

    def _score(self, first: int, end: int) -> float:
        key = self.wording.key(first, end)
        kinds = cue_kinds(self.text, self.wording.span(first, end))
        total = self._as_read(first, end) + self._as_known(key)
        within_longer = (first, end) in self.within_longer
        applies = {
            "feature_word": bool(kinds),
            "locative": self.wording.is_located(first),
            "qualified": self._qualified(end),
            "within_longer_name": within_longer,
            "seen_within_longer_name": key in self.longer and not within_longer,
            "of_an_organisation": self._of_organisation(first),
            "before_another": self.wording.word(end) in role_words().other_before,
            "hyphenated": self._before_hyphen(end),
            "lower_case_elsewhere": end == first + 1
            and self.wording.word(first) in self.lower_case,
        }
        return total + sum(self.weights[name] for name, holds in applies.items() if holds)

    def _as_read(self, first: int, end: int) -> float:
        reads = [self.reads[index] for index in range(first, end) if index in self.reads]
        if not reads:
            return self.weights["unread"]
        name = max(reads, key=lambda read: read.score)
        # A name that the model is unsure of counts for less, but never for nothing.
        return self.weights[f"read_as_{name.kind.value}"] * (0.4 + 0.6 * name.score)

    def _as_known(self, key: str) -> float:
        values = [self._worth(entry) for entry in self._known(key)]
        return max(values, default=self.weights["unknown"])

    def _worth(self, entry: Entry) -> float:
        base = self.weights[entry.kind.name.lower()]
        if entry.kind is Kind.CITY:
            base += self.weights["per_magnitude"] * max(
                0.0, math.log10(max(1, entry.population)) - 3.0
            )
        return base

    def _known(self, key: str) -> tuple[Entry, ...]:
        return self.gazetteer.lookup_key(key)

    def _qualified(self, end: int) -> bool:
        """Whether ", Country" follows, or the like."""
        return (
            self.wording.word(end) == ","
            and self.wording.capital(end + 1)
            and any(
                entry.kind in (Kind.COUNTRY, Kind.REGION)
                for entry in lookup(self.tokens[end + 1].text, self.gazetteer)
            )
        )

    def _before_hyphen(self, end: int) -> bool:
        """Whether the name is the first part of a compound ("US-backed", "Kabul-based")."""
        return self.wording.word(end) in HYPHENS and not self.wording.capital(end + 1)

    def _in_longer(self, first: int, end: int) -> bool:
        """Whether the words are only part of a name; a building where something happens that is
        called after the place is a place of its own."""
        outside = self.wording.facility_end(first, end) or end
        return (outside == end and self._belongs(end, end - 1)) or self._belongs(first - 1, first)

    def _belongs(self, index: int, neighbour: int) -> bool:
        """Whether the word outside is part of the same name as its neighbour inside."""
        if not (0 <= index < len(self.tokens)) or not self.wording.capital(index):
            return False
        token = self.tokens[index]
        if (
            token.sentence != self.tokens[neighbour].sentence
            or token.part_of_speech not in ("PROPN", "NOUN", "ADJ")
            or self.text[min(token.span.end, self.tokens[neighbour].span.end) :][:1] != " "
        ):
            return False
        word = self.wording.word(index)
        if word in role_words().organisations:
            return True
        name = self.reads.get(index)
        return not (
            word in feature_words().kinds
            or word in feature_words().droppable
            or word in role_words().directions
            or word in demonyms()
            or (name is not None and name.kind is NameKind.DATE)
            or token.text.isupper() != self.tokens[neighbour].text.isupper()
        )

    def _of_organisation(self, first: int) -> bool:
        before = first - 1
        if self.wording.word(before) == "the":
            before -= 1
        return (
            self.wording.word(before) in ("of", "for")
            and self.wording.capital(before - 1)
            and self.wording.word(before - 1) in role_words().organisations
        )
