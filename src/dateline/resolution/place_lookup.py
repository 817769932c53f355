"""Looking place names up as reports write them."""

from __future__ import annotations

import re

from dateline.knowledge.places import Entry, Gazetteer, Kind, feature_words, fold
from dateline.knowledge.places.demonyms import demonyms
from dateline.records import Span

# More candidates than this never helped; the least populous are left out.
MOST_CANDIDATES = 120

_NEXT_WORD = re.compile(r"[\s]+([\w-]+)")


def candidate_entries(text: str, span: Span, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places that the words at a span may mean, most populous first; () where none is known."""
    following = following_word(text, span)
    found: dict[int, Entry] = {}
    if following in feature_words().droppable or following in ("counties", "parishes"):
        singular = {"counties": "county", "parishes": "parish"}.get(following, following)
        found |= {e.id: e for e in gazetteer.lookup(f"{span.of(text)} {singular}")}
    found |= {entry.id: entry for entry in lookup(span.of(text), gazetteer)}
    ordered = sorted(found.values(), key=lambda entry: -entry.population)
    return tuple(ordered[:MOST_CANDIDATES])


def lookup(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Places of that name or, failing that, of its parts and of the people it stands for."""
    key = re.sub(r" s$", "", fold(re.sub(r"['’]s?$", "", name.strip())))
    return named(key, gazetteer) or _of_part(key, gazetteer)


def named(key: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Places that bear the folded name, and before them the country of the people that do."""
    found = gazetteer.lookup_key(key)
    country = demonyms().get(key)
    if country is None:
        return found
    of_people = (e for e in gazetteer.lookup(country) if e.kind in (Kind.COUNTRY, Kind.AREA))
    return (*of_people, *found)


def _of_part(key: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Without directions before the name and words for the sort of place after or before it."""
    words = feature_words()
    for prefix in words.prefixes:
        if key.startswith(prefix + " "):
            rest = key[len(prefix) + 1 :]
            found = named(rest, gazetteer) or _of_part(rest, gazetteer)
            if found:
                return found
    parts = key.split()
    while len(parts) > 1 and parts[-1] in words.droppable:
        parts.pop()
        found = named(" ".join(parts), gazetteer)
        if found:
            return found
    if len(parts) > 1 and parts[0] in words.droppable:
        return named(" ".join(parts[1:]), gazetteer)
    return ()


def following_word(text: str, span: Span) -> str:
    """The word right after a span, small, "" if there is none."""
    match = _NEXT_WORD.match(text, span.end)
    return match.group(1).lower() if match else ""
