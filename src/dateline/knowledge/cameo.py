"""CAMEO as a second vocabulary: codes, quad classes, Goldstein scores and the crosswalk.

The data, its sources and how rows are read are in ``cameo.toml``. CAMEO codes are strings:
two digits are a root ("19"), three or four a sub-code ("193"), and an event has the longest that
its type, mode, words and sectors settle.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge import inflection as inflections
from dateline.knowledge import ontology as ontologies
from dateline.records import Event, Modality, Polarity, Record, Stance

# CAMEO's code for a speaker who denies an act of his own.
DENIAL = "016"
MATCHES = ("exact", "close", "broad")
# How many words after an act's own word are "near" it: enough for "imposed new economic sanctions".
NEAR = 4
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Pair = tuple[str, str | None]


class Root(Record):
    """One of the twenty roots; ``quad`` is 1 to 4, ``goldstein`` -10 (war) to 10 (accord)."""

    code: str
    name: str
    quad: int
    goldstein: float


class SubCode(Record):
    """A code below a root, with what it means in our words."""

    code: str
    name: str
    goldstein: float


class Row(Record):
    """A line of the crosswalk. ``mode`` ``None`` and empty sets fit everything; ``when`` says
    in words what must be known besides the mode."""

    cameo: str
    match: str
    mode: str | None = None
    when: str = ""
    trigger: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()

    @property
    def refined(self) -> bool:
        """Whether more than the mode must be known for the row to fit."""
        return bool(self.trigger or self.near or self.by)

    def fits(self, mode: str | None, trigger: Set[str], near: Set[str], by: Set[str]) -> bool:
        """Whether the row speaks of an act with this mode, these words and these sectors."""
        return (
            (self.mode is None or self.mode == mode)
            and (not self.trigger or bool(self.trigger & trigger))
            and (not self.near or bool(self.near & near))
            and (not self.by or bool(self.by & by))
        )


class Cameo(Record):
    """All of CAMEO that Dateline knows. Rows are by type of act, in the order they are tried."""

    version: str
    quads: tuple[str, ...]
    roots: dict[str, Root]
    codes: dict[str, SubCode]
    crosswalk: dict[str, tuple[Row, ...]]
    planned: dict[str, tuple[Row, ...]]
    back: dict[str, tuple[Pair, ...]]

    def row(
        self,
        act: str,
        mode: str | None = None,
        *,
        planned: bool = False,
        trigger: str = "",
        following: str = "",
        sectors: Iterable[str] = (),
    ) -> Row:
        """The line of the crosswalk for a type of act; ``following`` is the text after the
        act's own words. Raises ``KeyError`` for an unknown type."""
        own = _words(trigger)
        near = own + _words(following, NEAR)
        rows = self.crosswalk[act]
        if planned:
            rows = self.planned.get(act, rows)
        by = frozenset(sectors)
        return next(row for row in rows if row.fits(mode, frozenset(own), frozenset(near), by))

    def rows(self, act: str, mode: str | None = None, *, planned: bool = False) -> Iterator[Row]:
        """All lines that an act of this type and mode can come to, its plain one last."""
        seen = set()
        for row in (self.planned if planned else self.crosswalk).get(act, ()):
            needed = (row.trigger, row.near, row.by)
            if row.mode in (None, mode) and needed not in seen:
                yield row
                if not row.refined:
                    return
                seen.add(needed)

    def code(self, act: str, mode: str | None = None) -> str:
        """The CAMEO code that a type and mode settle by themselves."""
        return self.row(act, mode).cameo

    def of_event(self, event: Event) -> str | None:
        """The CAMEO code of an event, or ``None``.

        CAMEO codes neither what did not happen nor what only may; a denial by the accused
        is a statement of its own (016), a denial by others is nothing. An act that a speaker
        asserts or belittles is coded as the act: CAMEO has no place for the speaker.
        """
        if event.modality is Modality.HYPOTHETICAL or event.polarity is Polarity.NEGATIVE:
            return None
        if event.stance is Stance.DENIES:
            accused = {actor.code for actor in event.actors}
            return DENIAL if event.voice and event.voice[-1].code in accused else None
        begin = event.trigger_span.end - event.evidence_span.start
        return self.row(
            event.type,
            event.mode,
            planned=event.modality is Modality.PLANNED,
            trigger=event.trigger,
            following=event.evidence[max(begin, 0) :],
            sectors=(actor.sector for actor in event.actors),
        ).cameo

    def types(self, code: str) -> tuple[Pair, ...]:
        """Types and modes that a CAMEO code becomes, the likeliest first; none for codes that
        Dateline keeps as voice and stance. Raises ``KeyError`` for what is no CAMEO code."""
        self.root(code)
        for end in range(len(code), 1, -1):
            if code[:end] in self.back:
                return self.back[code[:end]]
        raise KeyError(code)

    def root(self, code: str) -> Root:
        """The root of a code. Raises ``KeyError`` for what is no CAMEO code."""
        if not (code.isdecimal() and 2 <= len(code) <= 4):
            raise KeyError(code)
        return self.roots[code[:2]]

    def name(self, code: str) -> str:
        """What a code means: its own name, or that of the longest code above it."""
        return self._nearest(code).name

    def goldstein(self, code: str) -> float:
        """The Goldstein score of a code, or of the longest code above it."""
        return self._nearest(code).goldstein

    def quad(self, code: str) -> str:
        """The quad class of a code, by name."""
        return self.quads[self.root(code).quad - 1]

    def _nearest(self, code: str) -> Root | SubCode:
        root = self.root(code)
        for end in range(len(code), 2, -1):
            if code[:end] in self.codes:
                return self.codes[code[:end]]
        return root


@lru_cache(maxsize=1)
def load() -> Cameo:
    """The CAMEO that comes with Dateline. Raises ``KnowledgeError`` where its file contradicts
    itself or the ontology."""
    text = files("dateline.knowledge").joinpath("cameo.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    inflection = inflections.load()
    words = {name: inflection.forms(listed) for name, listed in table["words"].items()}
    cameo = Cameo(
        version=table["version"],
        quads=tuple(table["quads"]),
        roots={code: Root(code=code, **fields) for code, fields in table["roots"].items()},
        codes={code: SubCode(code=code, **fields) for code, fields in table["codes"].items()},
        crosswalk=_rows(table["crosswalk"], table["words"], words),
        planned=_rows(table["planned"], table["words"], words),
        back={
            code: tuple((act, mode[0] if mode else None) for act, *mode in pairs)
            for code, pairs in table["back"].items()
        },
    )
    _check(cameo)
    return cameo


def _rows(
    table: dict[str, list[dict[str, Any]]],
    lemmas: dict[str, list[str]],
    words: dict[str, frozenset[str]],
) -> dict[str, tuple[Row, ...]]:
    return {
        act: tuple(
            Row(
                cameo=row["cameo"],
                match=row["match"],
                mode=row.get("mode"),
                when=_when(row, lemmas),
                trigger=words[row["trigger"]] if "trigger" in row else frozenset(),
                near=words[row["near"]] if "near" in row else frozenset(),
                by=frozenset(row.get("by", ())),
            )
            for row in rows
        )
        for act, rows in table.items()
    }


def _when(row: dict[str, Any], lemmas: dict[str, list[str]]) -> str:
    told = []
    for condition, said in (("trigger", "the act's word is"), ("near", "near it stands")):
        if condition in row:
            listed = lemmas[row[condition]]
            told.append(f"{said} {', '.join(listed[:3])}{' …' if len(listed) > 3 else ''}")
    if "by" in row:
        told.append(f"the actor's sector is {', '.join(row['by'])}")
    return "; ".join(told)


def _words(text: str, most: int | None = None) -> list[str]:
    return [found[0].lower() for found in islice(WORD.finditer(text), most)]


def _check(cameo: Cameo) -> None:
    """Every type has a last resort, and every name stands for something."""
    types = ontologies.load().types
    if set(cameo.crosswalk) != set(types) or not set(cameo.planned) <= set(types):
        raise KnowledgeError("cameo.toml: the crosswalk and the ontology name different types.")
    for act, rows in (*cameo.crosswalk.items(), *cameo.planned.items()):
        for row in rows:
            if row.cameo not in cameo.codes and row.cameo not in cameo.roots:
                raise KnowledgeError(f"cameo.toml: {act} leads to {row.cameo}, which is not told.")
            if row.mode is not None and row.mode not in types[act].modes:
                raise KnowledgeError(f"cameo.toml: {act} has no mode {row.mode!r}.")
            if row.match not in MATCHES:
                raise KnowledgeError(f"cameo.toml: {row.match!r} is no kind of match.")
        if rows[-1] != Row(cameo=rows[-1].cameo, match=rows[-1].match):
            raise KnowledgeError(f"cameo.toml: the last row of {act} does not fit everything.")
    for code, pairs in cameo.back.items():
        cameo.root(code)
        for act, mode in pairs:
            if act not in types or (mode is not None and mode not in types[act].modes):
                raise KnowledgeError(f"cameo.toml: {code} leads back to {act} {mode}.")
