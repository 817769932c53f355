"""The toponyms of a report with their candidates and what the words around them tell.

A toponym is a name with all its mentions in the report ("one sense per discourse"), except that
mentions with different qualifiers ("Paris, Texas" beside "Paris") are kept apart. Candidates
come from the gazetteer; three things are read off the text around a mention: a word for the
sort of place ("Idlib province"), another toponym that says where it lies ("Tripoli in northern
Lebanon", "Syria's Idlib", "the Syrian city of Idlib"), and countries or regions named elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.knowledge.places import Entry, Gazetteer, Kind, feature_words, fold
from dateline.knowledge.places.demonyms import demonyms
from dateline.records import Record, Span
from dateline.resolution.place_lookup import candidate_entries, following_word, named

_CONTEXT_POPULATION = 100_000
_METROPOLIS = 1_000_000
_NAMED_BY_HAND = (Kind.COUNTRY, Kind.AREA, Kind.CONTINENT)
_LONGEST_CONTEXT = 4  # words
_MOST_REMEMBERED = 65_536

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]|\.(?=\w))*\.?")
_OF_BEFORE = re.compile(r"(\w+)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Z]\w+)\s+$")
# "MOSCOW (Agency) - " and "PARIS, Texas —" at the head of a report.
_DATELINE = re.compile(r"[^\n.]{0,30}?\s?(?:--|[—–]|\s-)\s")
# The country in the name of a site; sites in .tv, .me, .io and the like sit anywhere.
_SITE = re.compile(
    r"^(?:\w+://)?[^/\s]*\.(?!tv|me|io|co/|co$|ai|fm|ly|to|ws|cc|eu)([a-z]{2})(?:[/:?]|$)"
)
_CODES = {"uk": "gb"}
# Between a place and the larger one that holds it, as in "Paris, Texas" or "Homs (Syria)".
_WITHIN_AFTER = re.compile(r"\s?[,(]\s?(?:in\s)?")
_IN_AFTER = re.compile(r",?\s(?:[\w-]+\s){0,4}?in\s(?:[\w-]+\s){0,2}", re.IGNORECASE)
# Between a larger place and the one in it: "Syria's northern city of", "Syrian town of", but not
# between two of a row or a way ("from Bamako to Kidal").
_HOLDS_AFTER = re.compile(
    r"(?:['’]s?)?\s(?:(?!(?:to|and|or|from|with|by|against|into|towards?|than)\s)[a-z-]+\s){0,4}"
)


class Mention(Record):
    """One occurrence of a name; ``given`` tells a toponym to resolve from mere context."""

    span: Span
    text: str
    given: bool


class Candidate(Record):
    """A place that a toponym may mean.

    ``exact`` tells the usual name from another one; ``capital`` marks national capitals,
    ``shadowed`` a place whose country, or its capital, has the same name (the state of Mexico);
    ``cue`` is 1 where a word for the sort of place agrees, -1 where it speaks against, else 0;
    ``qualified`` is 1 where a neighbouring toponym says that the place lies there (or is held
    by it, seen from the larger place).
    """

    entry: Entry
    exact: bool
    capital: bool
    shadowed: bool
    cue: float
    qualified: float


class Toponym(Record):
    """A name of the report, all its mentions, and the places that it may mean."""

    key: str
    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...]

    @property
    def given(self) -> bool:
        return any(mention.given for mention in self.mentions)


def home_of(publisher: str, url: str, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Where a report's publisher sits, as evidence: from its name ("Kyiv Post") and the country
    in the name of its site ("….co.uk"); () where neither tells."""
    site = _SITE.search(url.lower())
    country = _CODES.get(site.group(1), site.group(1)).upper() if site else ""
    return _home(publisher, country, gazetteer)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _home(publisher: str, country: str, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    names = [mention.text for mention in context_mentions(publisher, (), gazetteer)]
    found = [(fold(name), named(fold(name), gazetteer)) for name in names]
    if country:
        found += [(country, (e,)) for e, _ in gazetteer.countries() if e.country == country]
    return tuple(
        Toponym(
            key=f"publisher {key}",
            mentions=(),
            candidates=tuple(
                Candidate(
                    entry=entry,
                    exact=fold(entry.name) == key,
                    capital=entry.id in gazetteer.capitals,
                    shadowed=False,
                    cue=0.0,
                    qualified=0.0,
                )
                for entry in entries
            ),
        )
        for key, entries in found
    )


def toponyms(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """All toponyms at the spans, and those of the rest of the text that serve as context."""
    given = [Mention(span=span, text=span.of(text), given=True) for span in sorted(set(spans))]
    mentions = sorted(
        [*given, *context_mentions(text, given, gazetteer)], key=lambda mention: mention.span
    )
    entries = [candidate_entries(text, mention.span, gazetteer) for mention in mentions]
    pairs = _qualifiers(text, mentions)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        qualifier = fold(mentions[pairs[index]].text) if index in pairs else ""
        groups[fold(mention.text), qualifier].append(index)
    return tuple(
        _toponym(text, key, members, mentions, entries, pairs, gazetteer.capitals)
        for (key, _), members in groups.items()
    )


def _toponym(
    text: str,
    key: str,
    members: Sequence[int],
    mentions: Sequence[Mention],
    entries: Sequence[tuple[Entry, ...]],
    pairs: dict[int, int],
    capitals: frozenset[int],
) -> Toponym:
    cues = [
        (kinds, small_place(text, mentions[i].span))
        for i, kinds in ((i, cue_kinds(text, mentions[i].span)) for i in members)
        if kinds
    ]
    holders = [entries[pairs[i]] for i in members if i in pairs]
    held = [entries[i] for i, holder in pairs.items() if holder in members]
    leading = {
        entry.country: entry.id
        for entry in entries[members[0]]
        if entry.kind is Kind.COUNTRY or (entry.id in capitals and _folded(entry.name) == key)
    }
    candidates = []
    for entry in entries[members[0]]:
        large = entry.id in capitals or entry.population >= _METROPOLIS
        cue = max(
            (_cue(entry, kinds, against=large and small) for kinds, small in cues), default=0.0
        )
        qualified = any(inside(entry, holder) for options in holders for holder in options) or any(
            inside(part, entry) for options in held for part in options
        )
        # The other names of countries and areas are chosen by hand, and so as good as the first.
        exact = entry.kind in _NAMED_BY_HAND or _folded(entry.name) == key
        candidates.append(
            Candidate(
                entry=entry,
                exact=exact,
                capital=entry.id in capitals,
                shadowed=leading.get(entry.country, entry.id) != entry.id
                and entry.kind is not Kind.COUNTRY,
                cue=cue,
                qualified=float(qualified),
            )
        )
    return Toponym(
        key=key, mentions=tuple(mentions[i] for i in members), candidates=tuple(candidates)
    )


def context_mentions(
    text: str, given: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Names of countries, regions, peoples and larger cities in the rest of the text."""
    taken = {at for mention in given for at in range(mention.span.start, mention.span.end)}
    words = [match.span() for match in _WORD.finditer(text)]
    capital = [text[start].isupper() for start, _ in words]
    found: list[Mention] = []
    index = 0
    while index < len(words):
        step = 1
        if capital[index]:
            start = words[index][0]
            for length in range(min(_LONGEST_CONTEXT, len(words) - index), 0, -1):
                if not capital[index + length - 1]:
                    continue
                end = words[index + length - 1][1]
                name = text[start:end]
                if "\n" in name or not taken.isdisjoint(range(start, end)):
                    continue
                if _serves_as_context(name, gazetteer):
                    found.append(Mention(span=Span(start, end), text=name, given=False))
                    step = length
                    break
        index += step
    return tuple(found)


def _cue(entry: Entry, kinds: frozenset[Kind], *, against: bool) -> float:
    """How a word for the sort of place speaks for an entry; ``against`` is what it is too large
    for ("the town of Santiago" is hardly Chile's capital)."""
    if entry.kind not in kinds:
        return -1.0
    return 0.0 if against else 1.0


@lru_cache(maxsize=_MOST_REMEMBERED)
def _folded(name: str) -> str:
    return fold(name)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _serves_as_context(name: str, gazetteer: Gazetteer) -> bool:
    key = fold(re.sub(r"['’]s?$", "", name))
    if key in demonyms():
        return True
    if len(key) < 3 and not name.isupper():
        return False
    return any(
        entry.kind in (Kind.COUNTRY, Kind.REGION, Kind.AREA)
        or (entry.population >= _CONTEXT_POPULATION and fold(entry.name) == key)
        for entry in gazetteer.lookup_key(key)
    )


def cue_kinds(text: str, span: Span) -> frozenset[Kind]:
    """The sorts of place that the words around a mention speak for; empty if none does."""
    if _DATELINE.match(text, span.end) and span.of(text).isupper():
        return frozenset({Kind.CITY})
    return feature_words().kinds.get(_cue_word(text, span), frozenset())


def small_place(text: str, span: Span) -> bool:
    """Whether the words around a mention call it a town or village."""
    return _cue_word(text, span) in feature_words().small


def _cue_word(text: str, span: Span) -> str:
    """The word around a mention that tells what sort of place it is, "" for none."""
    own = fold(span.of(text)).split()
    candidates = [own[-1] if len(own) > 1 else "", following_word(text, span)]
    before = text[max(0, span.start - 40) : span.start]
    for pattern in (_OF_BEFORE, _WORD_BEFORE):
        match = pattern.search(before)
        if match:
            candidates.append(match.group(1).lower())
    return next((word for word in candidates if word in feature_words().kinds), "")


def _qualifiers(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Index of a mention to the index of the neighbour that may say in what it lies."""
    pairs: dict[int, int] = {}
    for index in range(len(mentions) - 1):
        first, second = mentions[index].span, mentions[index + 1].span
        if said_within(text, first, second):
            pairs[index] = index + 1
        elif said_to_hold(text, first, second):
            pairs.setdefault(index + 1, index)
    return pairs


def said_within(text: str, first: Span, second: Span) -> bool:
    """Whether the words between two toponyms put the first into the second ("Homs, Syria")."""
    gap = text[first.end : second.start]
    return bool(_WITHIN_AFTER.fullmatch(gap) or _IN_AFTER.fullmatch(gap))


def said_to_hold(text: str, first: Span, second: Span) -> bool:
    """Whether the words between two toponyms put the second into the first ("Syria's Homs")."""
    gap = text[first.end : second.start]
    return len(gap) < 40 and bool(_HOLDS_AFTER.fullmatch(gap))


def inside(entry: Entry, holder: Entry) -> bool:
    """Whether a place lies in another one, by country, region or district."""
    if entry.id == holder.id:
        return False
    if holder.kind is Kind.COUNTRY:
        return entry.country == holder.country and entry.kind is not Kind.COUNTRY
    if holder.kind is Kind.REGION:
        return entry.region == holder.id
    if holder.kind is Kind.DISTRICT:
        return entry.district == holder.id and entry.kind is Kind.CITY
    return False
