"""The data files of states and office holders: codes, sectors, dates, sizes, no repeats."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import dateline.knowledge.actors as actors

FOLDER = Path(actors.__file__).parent
HOLDER_FILES = sorted((FOLDER / "office_holders").glob("*.toml"))
UNRECOGNISED = frozenset(["XKX", "NKR", "DNR", "LNR", "ABK", "SOS", "PMR", "TRNC", "SOL", "KRG"])
SECTORS = frozenset(
    [
        "GOV",
        "LEG",
        "JUD",
        "MIL",
        "COP",
        "SPY",
        "PTY",
        "REB",
        "UAF",
        "CRM",
        "CVL",
        "REF",
        "BUS",
        "MED",
        "EDU",
        "REL",
        "LAB",
        "NGO",
        "IGO",
    ]
)
KEYS = frozenset(
    [
        "name",
        "forms",
        "demonyms",
        "capital",
        "seats",
        "parliament",
        "forces",
        "police",
        "intelligence",
        "parties",
    ]
)
DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


def read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


STATES = read(FOLDER / "states.toml")


def holders() -> Iterator[tuple[str, list[Any]]]:
    for path in HOLDER_FILES:
        for code, table in read(path).items():
            assert set(table) == {"holders"}, (path.name, code)
            for row in table["holders"]:
                yield code, row


def names_of(state: dict[str, Any]) -> list[str]:
    """The name and further forms; an adjective may equal a name, so demonyms stand apart."""
    return [state["name"], *state.get("forms", [])]


def test_states_are_the_world_and_the_unrecognised_entities() -> None:
    iso = set(STATES) - UNRECOGNISED
    assert set(STATES) >= UNRECOGNISED
    assert len(iso) >= 195
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in iso)
    assert {"PSE", "TWN", "HKG", "VAT"} <= iso


@pytest.mark.parametrize("code", sorted(STATES))
def test_a_state_is_well_formed(code: str) -> None:
    state = STATES[code]
    assert set(state) <= KEYS
    assert state["name"]
    assert state["demonyms"]
    for key in ("forms", "demonyms", "parliament", "forces", "police", "intelligence"):
        words = state.get(key, [])
        assert all(isinstance(word, str) and word == word.strip() != "" for word in words)
        assert len(set(words)) == len(words), key
    for seat in state.get("seats", []):
        assert set(seat) == {"text", "sector"}
        assert seat["sector"] in SECTORS
    for party in state.get("parties", []):
        assert {"name", "sector"} <= set(party) <= {"name", "forms", "sector"}
        assert party["sector"] in SECTORS


def test_no_two_states_share_a_name_or_a_demonym() -> None:
    for part in (names_of, lambda state: state["demonyms"]):
        counts = Counter(text.casefold() for state in STATES.values() for text in part(state))
        assert [text for text, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Burma", "MMR"),
        ("Britain", "GBR"),
        ("Soviet Union", "RUS"),
        ("Artsakh", "NKR"),
        ("DR Congo", "COD"),
        ("Northern Cyprus", "TRNC"),
    ],
)
def test_other_names_lead_to_the_code(form: str, code: str) -> None:
    assert form in names_of(STATES[code])


def test_office_holders_are_many() -> None:
    rows = list(holders())
    assert len(rows) >= 5_000
    assert len({(code, row[0]) for code, row in rows}) >= 4_000


def test_every_recognised_state_has_an_office_holder() -> None:
    without = set(STATES) - {code for code, _ in holders()}
    assert without <= {"NIU", "PRI", "SMR"}


def test_office_holders_are_well_formed() -> None:
    wrong: list[tuple[str, list[Any]]] = []
    for code, row in holders():
        name, office, sector, start, end, *more = row
        forms = more[0] if more else []
        sound = (
            code in STATES
            and len(more) <= 1
            and bool(name.strip() and office.strip())
            and sector in SECTORS
            and DATE.fullmatch(start) is not None
            and (end == "" or DATE.fullmatch(end) is not None)
            and all(isinstance(form, str) and form.strip() for form in forms)
            and name not in forms
            and len(set(forms)) == len(forms)
        )
        if not sound:
            wrong.append((code, row))
    assert wrong == []


def test_terms_do_not_end_before_they_begin() -> None:
    wrong = []
    for code, row in holders():
        start, end = row[3], row[4]
        shared = min(len(start), len(end))
        if end and start[:shared] > end[:shared]:
            wrong.append((code, row))
    assert wrong == []


def test_no_office_is_listed_twice() -> None:
    counts = Counter((code, row[0], row[1], row[3]) for code, row in holders())
    assert [key for key, count in counts.items() if count > 1] == []


def test_terms_of_one_office_and_person_do_not_overlap() -> None:
    terms: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for code, row in holders():
        terms.setdefault((code, row[0], row[1]), []).append((row[3], row[4] or "9999"))
    wrong = []
    for key, spans in terms.items():
        spans.sort()
        for (_, end), (start, _) in itertools.pairwise(spans):
            shared = min(len(end), len(start))
            if end[:shared] > start[:shared]:
                wrong.append(key)
    assert wrong == []


def test_a_code_stands_in_one_file_only() -> None:
    counts = Counter(code for path in HOLDER_FILES for code in read(path))
    assert [code for code, count in counts.items() if count > 1] == []


def test_a_person_is_listed_without_an_employer() -> None:
    rows = read(FOLDER / "people.toml")["people"]
    forms = [form for row in rows for form in (row[2], *row[3])]
    assert [form for form in forms if " of " in form or "'s " in form] == []


def test_data_files_name_their_source() -> None:
    for path in (FOLDER / "states.toml", *HOLDER_FILES):
        head = path.read_text(encoding="utf-8").split("\n[", 1)[0]
        assert "ompiled from" in head, path.name
