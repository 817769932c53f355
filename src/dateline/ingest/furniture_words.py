"""The vocabulary of ``data/furniture.toml``, in the forms that finding needs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.records import Record


class Phrases(Record):
    """Phrases in lower case with what each is a sign of, longest first."""

    kinds: dict[str, str]
    all: tuple[str, ...]
    longest: int


class FurnitureWords(Record):
    """Everything that the file lists; phrases in lower case."""

    months: dict[str, int]
    agencies: tuple[str, ...]
    not_places: frozenset[str]
    whole: dict[str, str]
    begins: Phrases
    ends: Phrases
    parentheses: Phrases
    remark: re.Pattern[str]
    caption_marks: tuple[str, ...]
    buttons: frozenset[str]
    longest: int


@cache
def furniture_words() -> FurnitureWords:
    """The vocabulary, read once."""
    table = tomllib.loads(
        files("dateline.ingest").joinpath("data/furniture.toml").read_text(encoding="utf-8")
    )
    begins, ends, parentheses = (
        _phrases(table[name]) for name in ("begins", "ends", "parentheses")
    )
    return FurnitureWords(
        months={month.casefold(): number for month, number in table["months"].items()},
        agencies=tuple(table["agencies"]["names"]),
        not_places=frozenset(table["not_places"]["words"]),
        whole={phrase: kind for kind, phrases in table["whole"].items() for phrase in phrases},
        begins=begins,
        ends=ends,
        parentheses=parentheses,
        remark=re.compile(rf"\(([^()\n]{{4,{parentheses.longest}}})\)"),
        caption_marks=tuple(table["captions"]["marks"]),
        buttons=frozenset(table["buttons"]["words"]),
        longest=max(begins.longest, ends.longest, table["captions"]["longest"]),
    )


def month_number(word: str) -> int | None:
    """1 … 12 for an English month or its short form, with or without its full stop."""
    return furniture_words().months.get(word.rstrip(".").casefold())


def _phrases(table: dict[str, Any]) -> Phrases:
    kinds = {
        phrase: kind for kind, phrases in table.items() if kind != "longest" for phrase in phrases
    }
    ordered = dict(sorted(kinds.items(), key=lambda item: -len(item[0])))
    return Phrases(kinds=ordered, all=tuple(ordered), longest=table["longest"])
