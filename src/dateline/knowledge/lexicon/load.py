"""Reads the lexicon's files and compiles their entries to patterns."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge import inflection as inflections
from dateline.knowledge import ontology as ontologies
from dateline.knowledge import times as grammars
from dateline.knowledge.inflection import Inflection
from dateline.knowledge.lexicon.cues import compile_cues
from dateline.knowledge.lexicon.patterns import CLAUSE_HEAD, NAMED_PLACE, SUBJECT, Lexicon, Pattern
from dateline.knowledge.ontology import Ontology
from dateline.knowledge.pronouns import PRONOUNS

PARTS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
SHARED = ("complements", "light", "cues")
AMBIGUOUS = {"may", "march", "mar"}  # months that are words of other meanings too
SAYING = "SAY"  # at the head of an entry: any of the verbs of saying in light.toml
LEADING = {"will", "would", "could", "may", "be"}
NEGATING = {"not", "never"}
PREPOSITIONS = {
    "of", "for", "to", "on", "from", "against", "at", "between", "with", "into", "in", "by",
    "over", "inside", "through",
}  # fmt: skip

# What a group of words may ask for; README.md explains each.
FLAGS = frozenset(
    {"mutual", "one-way", "needs-actor", "needs-recipient", "needs-parties", "actor-told",
     "noun-needs-actor", "noun-needs-parties", "own", "own-population", "no-recipient",
     "passive-state", "by-complement", "decree", "sure", "weak", "official", "toll", "by-arms",
     "tells", "severally"}
)  # fmt: skip
ROLES = frozenset({"verb_actor", "verb_recipient", "noun_actor", "noun_recipient"})
KEYS = frozenset({"mode", "flags", *PARTS, *ROLES})

Table = dict[str, tuple[Pattern, ...]]


def load(own: tuple[Path, ...] = ()) -> Lexicon:
    """The lexicon in the package and the user's ``own`` files, whose entries come first.

    Raises ``KnowledgeError`` for a file that is no TOML or holds what is not known here.
    """
    return _compiled(own)


@lru_cache(maxsize=4)
def _compiled(own: tuple[Path, ...]) -> Lexicon:
    folder = files(__package__)
    shared = {
        name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in SHARED
    }
    inflection, ontology = inflections.load(), ontologies.load()
    compiler = _Compiler(inflection, ontology, shared["light"]["saying"])
    for path in own:
        compiler.add_file(_parsed(path), str(path))
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.endswith(".toml"):
            table = tomllib.loads(item.read_text(encoding="utf-8"))
            if "type" in table:
                compiler.add_file(table, item.name)
    for kind in ("active", "passive", "happening"):
        for entry in shared["light"][kind]:
            compiler.add_light(entry, kind)
    words = shared["complements"]["words"]
    return Lexicon(
        verbs=compiler.table("verb"),
        nouns=compiler.table("noun"),
        adjectives=compiler.table("adjective"),
        light=compiler.table("light"),
        said=compiler.said(),
        complements={name: inflection.forms(listed) for name, listed in words.items()},
        complement_order={
            name: tuple(order) for name, order in shared["complements"]["order"].items()
        },
        cues=compile_cues(shared["cues"], inflection),
        days=frozenset(
            word
            for word, classes in grammars.load().words.items()
            if "weekday" in classes or ("month" in classes and word not in AMBIGUOUS)
        ),
    )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}") from error


class _Compiler:
    """Gathers patterns under every form of their head words."""

    def __init__(self, inflection: Inflection, ontology: Ontology, saying: Sequence[str]) -> None:
        self._inflection = inflection
        self._saying = saying
        self._ontology = ontology
        self._said: list[Pattern] = []
        self._known: dict[str, frozenset[str]] = {}  # words of entries with their forms
        self._tables: dict[str, dict[str, list[Pattern]]] = {
            part: defaultdict(list) for part in ("verb", "noun", "adjective", "light")
        }

    def said(self) -> tuple[Pattern, ...]:
        """The entries that hold for every verb of saying, those that ask for most words first."""
        return tuple(sorted(self._said, key=_demanding))

    def table(self, part: str) -> Table:
        """Patterns by form, those that ask for most words first."""
        return {
            form: tuple(sorted(patterns, key=_demanding))
            for form, patterns in self._tables[part].items()
        }

    def add_file(self, table: dict[str, Any], name: str) -> None:
        known = self._ontology.types.get(table.get("type", ""))
        if known is None:
            raise KnowledgeError(f"{name}: unknown type of act {table.get('type')!r}.")
        for group in table.get("group", []):
            mode = group.get("mode")
            if mode is not None and mode not in known.modes:
                raise KnowledgeError(f"{name}: {known.name} has no mode {mode!r}.")
            unknown = (group.keys() - KEYS) | (set(group.get("flags", ())) - FLAGS)
            if unknown:
                raise KnowledgeError(f"{name}: nothing is known of {', '.join(sorted(unknown))}.")
            roles = {**table.get("roles", {}), **group}
            for part in PARTS:
                for entry in group.get(part, []):
                    self._add(entry, PARTS[part], known.name, mode, roles)

    def add_light(self, entry: str, kind: str) -> None:
        self._add(entry, "verb", kind, None, {}, table="light")

    def _add(
        self,
        entry: str,
        part: str,
        act: str,
        mode: str | None,
        roles: dict[str, Any],
        table: str | None = None,
    ) -> None:
        listed, words = part, entry.split()
        flags = set(roles.get("flags", ()))
        forbids = [word[1:] for word in words if word.startswith("!")]
        words = [word for word in words if not word.startswith("!")]
        while part == "verb" and len(words) > 1 and words[0] in LEADING | NEGATING:
            if words[0] in NEGATING:
                flags.add("negated")
            if words[0] == "be":
                part = "adjective"
            words = words[1:]
        place = _head_place(words, part)
        head, others = words[place], words[:place] + words[place + 1 :]
        heads = self._saying if head == SAYING else head.split("|")
        # Who is concerned, ready or dead is the subject, whatever the nouns of the group have.
        kind = "verb" if listed == "verb" else "noun"
        actors = ("subject",) if listed == "adjective" else roles.get(f"{kind}_actor", ())
        pattern = Pattern(
            text=entry,
            part=part,
            type=act,
            mode=mode,
            needs=tuple(self._forms(word) for word in others),
            forbids=frozenset(form for word in forbids for form in self._forms(word)),
            flags=frozenset(flags),
            actor_slots=tuple(actors),
            recipient_slots=tuple(roles.get(f"{kind}_recipient", ())),
        )
        if head == SAYING:
            self._said.append(pattern)
        for one in heads:
            self._file(pattern, one, self._tables[table or part])

    def _file(self, pattern: Pattern, head: str, table: dict[str, list[Pattern]]) -> None:
        """Enter a pattern under each form of its head; a hyphen may split the head in two."""
        for form in self._head_forms(head, pattern.part):
            table[form].append(pattern)
        if "-" in head:
            first, last = head.split("-", 1)
            split = Pattern(
                **{
                    **{name: getattr(pattern, name) for name in pattern.__struct_fields__},
                    "needs": (*pattern.needs, frozenset({first})),
                }
            )
            for form in self._head_forms(last, pattern.part):
                table[form].append(split)

    def _head_forms(self, head: str, part: str) -> tuple[str, ...]:
        if part == "verb":
            return self._inflection.verb(head)
        return self._inflection.noun(head) if part == "noun" else (head,)

    def _forms(self, word: str) -> frozenset[str]:
        """All forms of the alternatives of one word of an entry; parts of hyphened ones too."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._inflected(word)
        return known

    def _inflected(self, word: str) -> frozenset[str]:
        mark = next((mark for mark in (CLAUSE_HEAD, SUBJECT) if word.startswith(mark)), "")
        listed = set(word.removeprefix(mark).split("|"))
        fixed = listed & (PRONOUNS | {NAMED_PLACE})
        forms = self._inflection.forms(listed - fixed) | fixed
        return frozenset(f"{mark}{form}" for form in forms) if mark else forms


def _demanding(pattern: Pattern) -> tuple[int, bool]:
    return -len(pattern.needs), not pattern.forbids


def _head_place(words: list[str], part: str) -> int:
    """Where the head of an entry stands: first for verbs; for nouns, last or before "of"."""
    if part == "verb":
        return 0
    for place, word in enumerate(words):
        if place and word.split("|")[0] in PREPOSITIONS:
            return place - 1
    return len(words) - 1
