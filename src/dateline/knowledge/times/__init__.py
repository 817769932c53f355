"""The grammar of time expressions, as data.

``vocabulary.toml`` sorts words into classes (months, units, ordinals …), ``rules.toml`` says in
which rows these classes form a time expression and which reading turns each into days, and
``guards.toml`` what speaks against a reading. :func:`load` checks and joins the three.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from dateline.records import Record

Value = int | str | tuple[int, ...] | tuple[float, ...] | tuple[str, ...]

# Classes that are computed from the letters of a word and so have no list of words.
COMPUTED = frozenset({
    "day", "nth_day", "year", "short_year", "decade", "short_decade", "digits", "iso", "slashed",
    "clock", "half_of_day", "quarter_code", "hour", "four_digits", "early_hour", "time",
})  # fmt: skip

# Reason of a day that one clause alone tells, in passing: it holds for no other act.
ASIDE = "distance to another act"

# Classes whose words stand in any text and tell no time by themselves.
COMMON = frozenset({"number", "ordinal", "day", "digits", "hour", "zone", "part"})


class Item(Record):
    """One place of a pattern: literal ``words``, or a word of the class ``kind``."""

    words: frozenset[str] = frozenset()
    kind: str = ""
    name: str = ""
    optional: bool = False


class Rule(Record):
    """A row of items, the name of the reading that it gets, and what guards it.

    ``before`` are words of which one must stand before it, ``before_not`` words that must not;
    ``unless_next`` forbids a noun after it, ``guard`` names a check, ``settings`` go to the
    reading.
    """

    name: str
    items: tuple[Item, ...]
    reads: str
    before: frozenset[str] = frozenset()
    before_not: frozenset[str] = frozenset()
    unless_next: str = ""
    guard: str = ""
    doubtful: bool = False
    settings: dict[str, Any] = msgspec.field(default_factory=dict)


class Guards(Record):
    """Word lists of ``guards.toml``; see the comments there."""

    capital: frozenset[str]
    doubtful: frozenset[str]
    cues: frozenset[str]
    no_year_after: frozenset[str]
    no_year_before: frozenset[str]
    follow: frozenset[str]
    auxiliaries: frozenset[str]
    reported: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    prepositions: frozenset[str]
    behind: frozenset[str]
    announced: frozenset[tuple[str, ...]]
    lasting: frozenset[str]


class Phrase(Record):
    """Several words in a row that belong to a class ("christmas eve")."""

    kind: str
    words: tuple[str, ...]
    value: Value


class Grammar(Record):
    """Rules with an index of what they can start with (a word, or ``{class}``).

    ``words`` gives the classes of a word with its value in each, ``phrases`` the phrases by their
    first word. Every expression holds a word of ``telling`` or of a class that is not `COMMON`.
    """

    rules: tuple[Rule, ...]
    words: dict[str, dict[str, Value]]
    phrases: dict[str, tuple[Phrase, ...]]
    starts: dict[str, tuple[int, ...]]
    telling: frozenset[str]
    guards: Guards


def load() -> Grammar:
    """The grammar that comes with Dateline; raises ``ValueError`` on a rule that names no class."""
    return _load()


@cache
def _load() -> Grammar:
    words: dict[str, dict[str, Value]] = {}
    phrases: dict[str, list[Phrase]] = {}
    vocabulary = _read("vocabulary.toml")
    for kind, entries in vocabulary.items():
        for entry, listed in entries.items():
            value: Value = tuple(listed) if isinstance(listed, list) else listed
            first, *others = entry.split()
            if others:
                row = (first, *others)
                phrases.setdefault(first, []).append(Phrase(kind=kind, words=row, value=value))
            else:
                words.setdefault(entry, {})[kind] = value
    rules = tuple(_rule(entry) for entry in _read("rules.toml")["rule"])
    for rule in rules:
        for item in rule.items:
            if item.kind and item.kind not in COMPUTED | vocabulary.keys():
                raise ValueError(f"time rule {rule.name!r} names no class of words: {item.kind!r}")
    guards = _guards(_read("guards.toml"))
    return Grammar(
        rules=rules,
        words=words,
        phrases={first: tuple(rows) for first, rows in phrases.items()},
        starts=_starts(rules),
        telling=_telling(rules, guards) | phrases.keys(),
        guards=guards,
    )


def _telling(rules: tuple[Rule, ...], guards: Guards) -> frozenset[str]:
    """Literal words that tell a time in rules in which no class does."""
    telling: set[str] = set()
    for rule in rules:
        needed = [item for item in rule.items if not item.optional]
        if all(item.words or item.kind in COMMON for item in needed):
            telling.update(*(item.words for item in needed))
    return frozenset(telling - guards.cues - guards.follow - {"the"})


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _rule(entry: dict[str, Any]) -> Rule:
    own = {"name", "pattern", "reads", "before", "before_not", "unless_next", "guard", "doubtful"}
    return Rule(
        name=entry["name"],
        items=tuple(_item(word) for word in entry["pattern"].split()),
        reads=entry["reads"],
        before=frozenset(entry.get("before", ())),
        before_not=frozenset(entry.get("before_not", ())),
        unless_next=entry.get("unless_next", ""),
        guard=entry.get("guard", ""),
        doubtful=entry.get("doubtful", False),
        settings={key: value for key, value in entry.items() if key not in own},
    )


def _item(word: str) -> Item:
    optional = word.endswith("?")
    word = word.removesuffix("?")
    if not word.startswith("{"):
        return Item(words=frozenset(word.split("|")), optional=optional)
    kind, _, name = word.strip("{}").partition(":")
    return Item(kind=kind, name=name or kind, optional=optional)


def _starts(rules: tuple[Rule, ...]) -> dict[str, tuple[int, ...]]:
    """For each word or ``{class}`` the rules that may begin with it."""
    starts: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for item in rule.items:
            for key in item.words or (f"{{{item.kind}}}",):
                starts.setdefault(key, []).append(number)
            if not item.optional:
                break
    return {key: tuple(numbers) for key, numbers in starts.items()}


def _guards(tables: dict[str, Any]) -> Guards:
    return msgspec.convert(
        {
            "capital": tables["doubtful"]["capital"],
            "doubtful": tables["doubtful"]["words"],
            "cues": tables["doubtful"]["cues"],
            "no_year_after": tables["number"]["after"],
            "no_year_before": tables["number"]["before"],
            "follow": tables["follow"]["words"],
            "auxiliaries": tables["ahead"]["auxiliaries"],
            "reported": tables["ahead"]["reported"],
            "phrases": [phrase.split() for phrase in tables["ahead"]["phrases"]],
            "prepositions": tables["ahead"]["prepositions"],
            "behind": tables["ahead"]["behind"],
            "announced": [phrase.split() for phrase in tables["ahead"]["announced"]],
            "lasting": tables["lasting"]["words"],
        },
        Guards,
    )
