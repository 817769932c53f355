"""What stays the same while one report is resolved: its tree, its names, what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import structs

from dateline.knowledge.actors import ActorDirectory, Kind, fold
from dateline.knowledge.pronouns import EACH, PRONOUNS
from dateline.records import Name, NameKind, Place, Reading
from dateline.resolution.actors.context import UNRECOGNISED, Context
from dateline.resolution.actors.naming import Named, find_names, is_caseless
from dateline.resolution.actors.phrase_tree import PhraseTree
from dateline.resolution.actors.phrases import Phrase, read_phrase

_HEADS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"))

# How far before a name its title stands; where the tree hangs it further off, it errs.
_TITLE_REACH = 4

# Entities whose seats lie, by the gazetteer, in the state that they broke away from or belong to.
_WITHIN_A_STATE = UNRECOGNISED | {"KRG"}

# So many times more of one state than of another: that one is only mentioned.
_IN_PASSING = 5

# Letters of a state's code; bodies that a seat stands for ("Brussels") have others.
_ISO_LETTERS = 3


class Scene:
    """A report laid out for resolution.

    ``named`` maps tokens to the directory's name that covers them, ``name_of`` to the name the
    language model saw; ``common_words`` are the words the report also writes in small letters.
    """

    def __init__(
        self, reading: Reading, directory: ActorDirectory, places: Iterable[Place]
    ) -> None:
        self.tree = PhraseTree(reading)
        self.directory = directory
        self.agents = directory.agents
        self.day: date | None = reading.report.published
        self.caseless = is_caseless(reading.report.text)
        self.places = {place.head: place for place in places if not self._is_of_agents(place)}
        found = self._without_namesakes(find_names(self.tree, directory, caseless=self.caseless))
        found = [
            name
            for name in self._at_home(self._without_strangers(found))
            if not (self._makes(name) or self._christens(name) or self._is_town(name))
        ]
        self.named: dict[int, Named] = {
            index: name for name in found for index in range(name.first, name.end)
        }
        self.name_of: dict[int, Name] = {
            index: name for name in reading.names for index in range(name.first, name.end)
        }
        self.common_words = {token.text for token in reading.tokens if token.text.islower()}
        self.context = Context(self.tree, directory, found, self.places.values(), self.caseless)
        self._phrases: dict[int, Phrase] = {}

    def _is_of_agents(self, place: Place) -> bool:
        """ "The *Garrison*" is a noun with a capital, whatever town is called so."""
        noun = place.text.lower() in self.agents.sectors
        return noun and self.tree.words[max(0, place.head - 1)] == "the"

    def _without_namesakes(self, found: list[Named]) -> list[Named]:
        """The names but for seats of government that are other places of the name here: "Victoria"
        in Australia is not the capital of the Seychelles, if the report names these nowhere."""
        seats = [name for name in found if name.entries[0].kind is Kind.SEAT]
        others = (name.entries[0] for name in found if name.entries[0].kind is not Kind.SEAT)
        kept = {entry.code for entry in others} | _WITHIN_A_STATE
        elsewhere = {self._written(seat) for seat in seats if self._is_elsewhere(seat, kept)}
        elsewhere -= {self._written(seat) for seat in seats if self._governs(seat)}
        if not elsewhere:
            return found
        away = {seat.first for seat in seats if self._written(seat) in elsewhere}
        return [name for name in found if name.first not in away]

    def _makes(self, name: Named) -> bool:
        """Whether a name only tells where a thing comes from: "Turkish-made drones" are whose they
        are flown by."""
        words, makers = self.tree.words, self.agents.ties["made"]
        behind = words[name.end : name.end + 2]
        within = words[name.end - 1].rpartition("-")[2]
        return within in makers or (behind[:1] == ("-",) and behind[-1] in makers)

    def _is_town(self, name: Named) -> bool:
        """Whether a state's name is a town's or part of an island's: "Puerto Rico (Caqueta)",
        "South Georgia"."""
        if any(entry.kind is not Kind.STATE for entry in name.entries):
            return False
        first = self.tree.tokens[name.first].span.start
        codes = {entry.code for entry in name.entries}
        bracket = self.tree.words[name.end : name.end + 1] == ("(",)
        within = self.places.get(name.end + 1) if bracket else None
        return any(
            place.country not in ("", *codes)
            and (place.span.start < first or (within and within.country == place.country))
            for place in self._places_of(name)
        )

    def _christens(self, name: Named) -> bool:
        """Whether a name is a ship's: "the USS *George Washington*" is no seat of government."""
        tree, before = self.tree, name.first - 1
        sentence = tree.tokens[name.first].sentence
        while before >= 0 and tree.tokens[before].sentence == sentence:
            word = tree.tokens[before].text
            if word.isupper() and word.lower() in self.agents.ships:
                return True
            if not word.istitle():
                return False
            before -= 1
        return False

    def _without_strangers(self, found: list[Named]) -> list[Named]:
        """The names but for those that many states give their bodies ("Congress", "the National
        Guard"), where the report speaks of another state and not of the directory's."""
        shared = [self._folded(name) in self.agents.shared for name in found]
        if not any(shared):
            return found
        owned = [
            common and self._is_owned(name) for name, common in zip(found, shared, strict=True)
        ]
        found = [name for name, another in zip(found, owned, strict=True) if not another]
        shared = [common for common, another in zip(shared, owned, strict=True) if not another]
        spoken = self._spoken_of(
            [name for name, common in zip(found, shared, strict=True) if not common]
        )
        if not spoken & self.directory.states:
            return found
        kept = []
        for name, common in zip(found, shared, strict=True):
            entries = tuple(entry for entry in name.entries if entry.code in spoken or not common)
            if entries:
                kept.append(structs.replace(name, entries=entries))
        return kept

    def _at_home(self, found: list[Named]) -> list[Named]:
        """The names with the movement that is meant of two that share one: "the Taliban" are those
        of Pakistan where the report speaks of it, and of Afghanistan at most in passing."""
        shared = [bool(self._movements(name)) for name in found]
        if not any(shared):
            return found
        others = [name for name, one in zip(found, shared, strict=True) if not one]
        spoken = Counter(entry.code for name in others for entry in name.entries[:1])
        spoken.update(place.country for place in self.places.values())
        return [
            self._movements(name, spoken) or name if one else name
            for name, one in zip(found, shared, strict=True)
        ]

    def _movements(
        self, name: Named, spoken: Mapping[str, int] = MappingProxyType({})
    ) -> Named | None:
        """A name of both a movement with a code of its own and one of a state, as the first unless
        the report speaks of that state far more than of the other's home; nothing for any other
        name."""
        homes = self.agents.living_in
        entries = [e for e in name.entries if e.kind is Kind.MOVEMENT]
        own = [e for e in entries if e.code in homes]
        others = [e for e in entries if e.code not in homes and e.in_office(self.day)]
        if not own or len(own) == len(entries):
            return None
        home = max(spoken.get(homes[e.code], 0) + spoken.get(e.code, 0) for e in own)
        abroad = [e for e in others if spoken.get(e.code, 0) > max(1, _IN_PASSING * home)]
        return structs.replace(name, entries=tuple(abroad or own))

    def _is_owned(self, name: Named) -> bool:
        """Whether a noun or pronoun says whose a body is: "the country's Congress"."""
        owners = self.tree.children(self.name_head(name))
        return any(
            self.tree.relation(owner) == "nmod:poss"
            and self.tree.tokens[owner].part_of_speech in ("NOUN", "PRON")
            for owner in owners
        )

    def _spoken_of(self, names: Iterable[Named]) -> set[str]:
        """The codes that names, places and the surnames of office holders speak of."""
        listed = list(names)
        covered = {i for name in listed for i in range(name.first, name.end)}
        bodies = Kind.ORGANISATION
        return {
            *(e.code for name in listed for e in name.entries if e.kind is not bodies),
            *(p.country for p in self.places.values() if p.head not in covered),
            *(
                entry.code
                for index, token in enumerate(self.tree.tokens)
                if token.part_of_speech == "PROPN" and not self.may_be_adjective(index)
                for entry in self.directory.surname(token.text.lower())
                if entry.in_office(self.day)
            ),
        }

    def may_be_adjective(self, index: int) -> bool:
        """ "*Urban* guerrillas", "*Young* settlers": a first word before a noun, written with a
        capital nowhere else, need be nobody's name."""
        tree, token = self.tree, self.tree.tokens[index]
        opens = tree.reading.sentences[token.sentence].first == index
        noun = tree.tokens[token.head].part_of_speech == "NOUN" and index < token.head
        if not (opens and noun and tree.bare(index) in ("amod", "compound")):
            return False
        return not any(t.text == token.text for i, t in enumerate(tree.tokens) if i != index)

    def _folded(self, name: Named) -> tuple[str, ...]:
        words = self.tree.tokens[name.first : name.end]
        folded = tuple(part for token in words for part in fold(token.text))
        return folded[1:] if folded[:1] == ("the",) else folded

    def _written(self, name: Named) -> tuple[str, ...]:
        return self.tree.words[name.first : name.end]

    def _is_elsewhere(self, seat: Named, kept: Container[str]) -> bool:
        """Whether a name of a state's seat is a place of another state ("the Kremlin" is none)."""
        code = seat.entries[0].code
        article = "the" in self.tree.words[max(0, seat.first - 1) : seat.first + 1]
        if article or code in kept or len(code) != _ISO_LETTERS:
            return False
        return any(place.country not in ("", code) for place in self._places_of(seat))

    def _governs(self, seat: Named) -> bool:
        """Whether a name of a state's seat acts like a government: no mere town of that name does
        ("Washington expelled the envoys"), while a region may ("Victoria closed its border")."""
        return any(place.metonym and place.precision == "city" for place in self._places_of(seat))

    def _places_of(self, seat: Named) -> list[Place]:
        return [self.places[i] for i in range(seat.first, seat.end) if i in self.places]

    def phrase(self, index: int) -> Phrase:
        """The base noun phrase of a head."""
        phrase = self._phrases.get(index)
        if phrase is None:
            phrase = read_phrase(self.tree, index, self.named, self.agents)
            self._phrases[index] = phrase
        return phrase

    def _of_money(self, name: Named) -> bool:
        """ "90 million U.S. dollars" are nobody's."""
        following = self.tree.words[name.end : name.end + 1]
        if not following or following[0] not in self.agents.currencies:
            return False
        noun = self.tree.tokens[name.end].part_of_speech == "NOUN"
        return noun and self.tree.tokens[self.name_head(name)].head == name.end

    def _of_treaty(self, name: Named) -> bool:
        """ "The Rome Statute", "the Treaty of Rome": the town that names a treaty is no party."""
        if name.entries[0].kind is not Kind.SEAT:
            return False
        own = self.name_head(name)
        noun = self.tree.words[self.tree.tokens[own].head]
        names = self.tree.bare(own) in ("compound", "amod") or self.tree.preposition(own) == "of"
        return names and noun in self.agents.instruments

    def is_head(self, index: int) -> bool:
        token = self.tree.tokens[index]
        name = self.named.get(index)
        if name is not None:
            nobody = self._of_money(name) or self._of_treaty(name)
            return index == self.name_head(name) and not nobody
        if token.part_of_speech not in _HEADS or self.continues_name(index):
            return False
        known = self.name_of.get(index)
        if known is not None and known.kind is NameKind.DATE:
            return False
        if self.tree.words[index] == "both" and self.tree.bare(index) in ("nsubj", "obj", "obl"):
            return True
        if token.relation in ("det", "cc:preconj") and self.tree.words[index] in EACH:
            return False  # "both sides" are one mention
        if token.part_of_speech in ("PRON", "DET"):
            return self.tree.words[index] in PRONOUNS
        title = self.tree.tokens[self.tree.whole(index)]
        if title.relation == "nmod:desc" and 0 < title.head - index <= _TITLE_REACH:
            return False
        if self._is_bare_title(index):
            return False
        if token.part_of_speech in ("NUM", "ADJ"):
            return self.tree.bare(index) in ("nsubj", "obj", "obl", "root", "conj", "iobj", "nmod")
        if self.tree.bare(index) == "goeswith":
            return False
        if self.tree.bare(index) == "compound" and token.part_of_speech == "NOUN":
            return self.agents.find((self.tree.words[index],)) is not None
        return True

    def _is_bare_title(self, index: int) -> bool:
        """ "They arrested writer Salem Bahri": one party, where the tree hangs both on the verb."""
        token, behind = self.tree.tokens[index], self.name_of.get(index + 1)
        if behind is None or behind.kind is not NameKind.PERSON or index in self.name_of:
            return False
        named = self.tree.tokens[self.tree.whole(index + 1)]
        same = (named.head, named.relation) == (token.head, token.relation)
        return same and token.tag == "NN" and not self.tree.children(index)

    def continues_name(self, index: int) -> bool:
        token = self.tree.tokens[index]
        head = self.tree.tokens[token.head]
        return token.relation.startswith("flat") and head.part_of_speech in ("PROPN", "NOUN", "X")

    def name_head(self, name: Named) -> int:
        """The token of a name whose head lies outside it."""
        for index in range(name.first, name.end):
            head = self.tree.tokens[index].head
            if not name.first <= head < name.end or head == index:
                return index
        return name.end - 1
