"""Words that tell a toll, and what numbers and persons look like: ``counts.toml``, compiled.

Codebook section 4 keeps four kinds of count: killed, injured, detained, displaced.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.knowledge import inflection as inflections
from dateline.knowledge.inflection import Inflection
from dateline.records import Record

KINDS = ("killed", "injured", "detained", "displaced")


class TollVerb(Record):
    """A verb and the words that must stand near it or hang from it ("shoot dead"), each in any
    form, or must not (``bars``); ``unsure`` says that its object may be no person."""

    kind: str
    needs: tuple[frozenset[str], ...]
    bars: frozenset[str]
    unsure: bool


class CountWords(Record):
    """Every lower-cased form with what it tells; the comments of ``counts.toml`` say what is what.

    ``verbs`` has the entries with most words first; ``round`` is by words in a row.
    """

    verbs: dict[str, tuple[TollVerb, ...]]
    suffering: dict[str, tuple[TollVerb, ...]]
    states: dict[str, str]
    nouns: dict[str, str]
    counted: dict[str, str]
    groups: dict[str, int]
    round: dict[str, tuple[int, int]]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    at_most: tuple[tuple[str, ...], ...]
    things: frozenset[str]
    persons: frozenset[str]
    person_endings: tuple[str, ...]
    not_persons: frozenset[str]
    pronouns: frozenset[str]
    tried: frozenset[str]


@lru_cache(maxsize=1)
def load() -> CountWords:
    """The words that come with Dateline."""
    table = tomllib.loads(files(__package__).joinpath("counts.toml").read_text(encoding="utf-8"))
    inflection = inflections.load()
    return CountWords(
        verbs=_verbs(table, "verbs", inflection),
        suffering=_verbs(table, "suffering", inflection),
        states={word: kind for kind in KINDS for word in table[kind]["states"]},
        nouns=_nouns(table, "nouns", inflection),
        counted=_nouns(table, "counted", inflection),
        groups=table["groups"],
        round={words: (low, high) for words, (low, high) in table["round"].items()},
        numbers=table["numbers"],
        multipliers=table["multipliers"],
        at_most=tuple(tuple(words.split()) for words in table["limits"]["at_most"]),
        things=frozenset(
            form for noun in table["things"]["words"] for form in inflection.noun(noun)
        ),
        persons=frozenset(table["persons"]["words"]),
        person_endings=tuple(table["persons"]["endings"]),
        not_persons=frozenset(table["persons"]["not_persons"]),
        pronouns=frozenset(table["persons"]["pronouns"]),
        tried=inflection.forms(table["tried"]["words"]),
    )


def _verbs(
    table: dict[str, Any], part: str, inflection: Inflection
) -> dict[str, tuple[TollVerb, ...]]:
    """Entries by every form of their verb, those that ask for most words first."""
    unsure = set(table["unsure"]["verbs"])
    found: dict[str, list[TollVerb]] = {}
    for kind in KINDS:
        for entry in table[kind][part]:
            verb, *others = entry.split()
            needs = tuple(inflection.forms([word]) for word in others if not word.startswith("!"))
            bars = frozenset(word[1:] for word in others if word.startswith("!"))
            toll = TollVerb(kind=kind, needs=needs, bars=bars, unsure=verb in unsure)
            for form in inflection.verb(verb):
                found.setdefault(form, []).append(toll)
    return {
        form: tuple(sorted(entries, key=lambda entry: -len(entry.needs)))
        for form, entries in found.items()
    }


def _nouns(table: dict[str, Any], part: str, inflection: Inflection) -> dict[str, str]:
    return {
        form: kind for kind in KINDS for noun in table[kind][part] for form in inflection.noun(noun)
    }
