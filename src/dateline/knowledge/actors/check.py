"""What is wrong with a user's own actor file, entry by entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SECTORS = frozenset(
    (
        "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "REB", "UAF", "CRM", "CVL", "REF", "BUS",
        "MED", "EDU", "REL", "LAB", "NGO", "IGO",
    )
)  # fmt: skip
# The columns of each list, as the files' heads describe them: t text, s sector, l list of texts,
# d date of any precision or empty, c list of chiefs.
COLUMNS = {
    "bodies": ("code:t", "name:t", "forms:l", "chiefs:c"),
    "movements": ("code:t", "sector:s", "name:t", "forms:l", "from:d", "to:d", "leaders:l"),
    "institutions": ("code:t", "sector:s", "name:t", "forms:l"),
    "organisations": ("code:t", "sector:s", "name:t", "forms:l"),
    "people": ("code:t", "sector:s", "name:t", "others:l", "from:d", "to:d", "role:t"),
    "peoples": ("name:t", "forms:l", "codes:l"),
}
_HOLDER = ("name:t", "office:t", "sector:s", "from:d", "to:d")
_CHIEF = ("name:t", "office:t", "from:d", "to:d")
_DATE = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def problems(path: Path) -> list[str]:
    """Every fault of an actor file, in order; empty for a sound file.

    Raises ``OSError`` where the file cannot be read.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return ["the file is not UTF-8 text"]
    except tomllib.TOMLDecodeError as error:
        return [f"not TOML: {error}"]
    return list(_problems(table))


def _problems(table: Mapping[str, Any]) -> Iterator[str]:
    for name, part in table.items():
        if isinstance(part, list):
            yield from _list_problems(name, part)
        elif isinstance(part, dict):
            yield from _state_problems(name, part)
        else:
            yield f"{name}: neither a list of rows nor a table of a state"


def _list_problems(name: str, rows: list[Any]) -> Iterator[str]:
    columns = COLUMNS.get(name)
    if columns is None:
        yield f"{name}: no such list; known are {', '.join(COLUMNS)}"
        return
    for number, row in enumerate(rows, 1):
        if name == "peoples" and isinstance(row, list) and len(row) == len(columns) + 1:
            row = row[:-1]
        yield from _row_problems(f"{name}, row {number}", row, columns)


def _state_problems(code: str, state: Mapping[str, Any]) -> Iterator[str]:
    for number, row in enumerate(state.get("holders", ()), 1):
        if isinstance(row, list) and len(row) == len(_HOLDER) + 1:
            yield from _cell_problems(f"{code}.holders, row {number}", "forms:l", row[-1])
            row = row[:-1]
        yield from _row_problems(f"{code}.holders, row {number}", row, _HOLDER)
    for key in ("forms", "demonyms"):
        if key in state:
            yield from _cell_problems(code, f"{key}:l", state[key])
    for key in ("seats", "parties"):
        for part in state.get(key, ()):
            if not isinstance(part, dict) or not ({"text", "name"} & part.keys()):
                yield f"{code}.{key}: each needs a text or name and a sector"
            elif part.get("sector") not in SECTORS:
                yield f"{code}.{key}: “{part.get('sector')}” is no sector of the codebook"


def _row_problems(where: str, row: Any, columns: tuple[str, ...]) -> Iterator[str]:
    names = [column.partition(":")[0] for column in columns]
    if not isinstance(row, list) or len(row) != len(columns):
        size = len(row) if isinstance(row, list) else "no"
        yield f"{where}: {size} columns instead of {len(columns)} ({', '.join(names)})"
        return
    for column, cell in zip(columns, row, strict=True):
        yield from _cell_problems(where, column, cell)


def _cell_problems(where: str, column: str, cell: Any) -> Iterator[str]:
    name, _, kind = column.partition(":")
    if kind == "l":
        if not isinstance(cell, list) or not all(isinstance(text, str) for text in cell):
            yield f"{where}: {name} must be a list of texts"
    elif kind == "c":
        for chief in cell if isinstance(cell, list) else [cell]:
            yield from _row_problems(f"{where}, chief", chief, _CHIEF)
    elif not isinstance(cell, str):
        yield f"{where}: {name} must be a text"
    elif kind == "s" and cell not in SECTORS:
        yield f"{where}: “{cell}” is no sector of the codebook"
    elif kind == "d" and not _DATE.fullmatch(cell):
        yield f"{where}: {name} “{cell}” is no date like 2018, 2018-05 or 2018-05-08"
    elif kind == "t" and not cell and name in ("code", "name"):
        yield f"{where}: {name} is empty"
