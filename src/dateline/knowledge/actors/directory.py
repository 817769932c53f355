"""The actor directory: every name form with its bearers, and the agent nouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from dateline.knowledge.actors.agents import Agents
from dateline.knowledge.actors.entry import Entry, Kind
from dateline.knowledge.actors.forms import fits_case, fold, key

# Parts of a family name that stay with it ("al-Burhan", "de Mistura", "bin Salman").
PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ben",
        "ibn",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "abu",
        "ould",
        "ag",
        "bint",
    ]
)
# Words that look like acronyms where a report is written without capitals.
_WORDS = frozenset(
    [
        "us",
        "is",
        "it",
        "who",
        "am",
        "an",
        "as",
        "at",
        "in",
        "on",
        "or",
        "so",
        "mit",
        "aim",
        "had",
        "can",
        "fan",
        "ids",
        "raw",
        "arms",
    ]
)
# Countries where the family name comes first.
_FAMILY_FIRST = frozenset(("CHN", "PRK", "KOR", "TWN", "VNM", "HKG", "SGP", "KHM"))


class Form(msgspec.Struct, frozen=True):
    """One way to write an entry's name."""

    text: str
    entry: Entry


class Match(msgspec.Struct, frozen=True):
    """Words ``first <= i < end`` of a sequence that name one or several entries."""

    first: int
    end: int
    entries: tuple[Entry, ...]


class ActorDirectory:
    """All known actors, by name form; built once, never changed.

    Look-ups take words folded by :func:`dateline.knowledge.actors.forms.fold`. ``states`` are
    the codes with a territory: ISO 3166 and the unrecognised entities of the codebook;
    ``proteges`` maps (patron, country) to the code and sector of whom the patron backs there.
    """

    def __init__(
        self,
        forms: Iterable[Form],
        agents: Agents,
        proteges: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    ) -> None:
        names: dict[str, list[Form]] = {}
        surnames: dict[str, list[Entry]] = {}
        longest: dict[str, int] = {}
        codes: dict[str, list[Entry]] = {}
        for form in forms:
            words = fold(form.text)
            if not words:
                continue
            if form.entry.kind is Kind.PERSON and _is_family_name(words, form.entry):
                surnames.setdefault(" ".join(words), []).append(form.entry)
                continue
            names.setdefault(" ".join(words), []).append(form)
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
            known = codes.setdefault(form.entry.code, [])
            if not known or known[-1] is not form.entry:
                known.append(form.entry)
            if form.entry.kind is Kind.PERSON:
                for surname in family_names(words, form.entry.code):
                    surnames.setdefault(surname, []).append(form.entry)
        self._names: Mapping[str, list[Form]] = names
        self._surnames: Mapping[str, list[Entry]] = surnames
        self._longest: Mapping[str, int] = longest
        self._codes: Mapping[str, list[Entry]] = codes
        self.states = frozenset(
            code
            for code, known in codes.items()
            if any(entry.kind is Kind.STATE for entry in known)
        )
        self.agents = agents
        self.proteges = proteges or {}

    def __len__(self) -> int:
        return sum(len(entries) for entries in self._codes.values())

    @property
    def codes(self) -> frozenset[str]:
        """Every code of the directory."""
        return frozenset(self._codes)

    def entries(self, code: str) -> tuple[Entry, ...]:
        """All entries of one code, in the order of the data files."""
        return tuple(dict.fromkeys(self._codes.get(code, ())))

    def named(self, text: str) -> tuple[Entry, ...]:
        """The bearers of a name, whatever its case."""
        return tuple(dict.fromkeys(form.entry for form in self._names.get(key(text), ())))

    def surname(self, words: str) -> tuple[Entry, ...]:
        """The persons with a family name (folded words joined by spaces)."""
        return tuple(dict.fromkeys(self._surnames.get(words, ())))

    def match(
        self, words: Sequence[str], first: int, written: Sequence[str], *, caseless: bool = False
    ) -> Match | None:
        """The longest name that starts at word ``first``.

        ``written`` holds the same words as the report writes them, for case. ``caseless``
        is for reports without capitals.
        """
        reach = min(self._longest.get(words[first], 0), len(words) - first)
        for length in range(reach, 0, -1):
            forms = self._names.get(" ".join(words[first : first + length]))
            if not forms:
                continue
            original = " ".join(written[first : first + length])
            entries = tuple(
                dict.fromkeys(
                    form.entry
                    for form in forms
                    if (original not in _WORDS if caseless else fits_case(form.text, original))
                )
            )
            if entries:
                return Match(first, first + length, entries)
        return None

    def search(self, text: str, limit: int = 50) -> tuple[Entry, ...]:
        """Entries with a form that holds all words of ``text``, exact names first."""
        wanted = fold(text)
        found = dict.fromkeys(self.named(text))
        for name, forms in self._names.items():
            if len(found) >= limit:
                break
            if wanted and all(word in name.split() for word in wanted):
                found.update(dict.fromkeys(form.entry for form in forms))
        return tuple(found)[:limit]


def _is_family_name(words: tuple[str, ...], entry: Entry) -> bool:
    """Whether a form is only the last words of the full name, so that it needs a context."""
    full = fold(entry.name)
    return len(words) < len(full) and full[-len(words) :] == words


def family_names(words: Sequence[str], code: str) -> tuple[str, ...]:
    """The short forms by which a person is called, from the folded words of the full name."""
    if len(words) < 2:
        return ()
    names = {words[-1]}
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
        names.add(" ".join(words[start:]))
    if code in _FAMILY_FIRST:
        names.add(words[0])
    return tuple(name for name in sorted(names) if len(name) > 1 and name not in PARTICLES)


def in_office(entries: Iterable[Entry], day: date | None) -> tuple[Entry, ...]:
    """Those who hold their office on ``day``; else the last who did; else the next who will."""
    holders = tuple(entries)
    current = tuple(entry for entry in holders if entry.in_office(day))
    if current or day is None:
        return current
    past = [entry for entry in holders if entry.ended_before(day)]
    if past:
        return (max(past, key=lambda entry: entry.end),)
    return tuple(sorted(holders, key=lambda entry: entry.start)[:1])
