"""Reads the data files of the directory, and a user's own file in the same form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge.actors import agents
from dateline.knowledge.actors.check import problems
from dateline.knowledge.actors.directory import ActorDirectory, Form
from dateline.knowledge.actors.entry import Entry, Kind

HERE = Path(__file__).parent
_INSTITUTIONS = {"parliament": "LEG", "forces": "MIL", "police": "COP", "intelligence": "SPY"}

Table = Mapping[str, Any]


def load(own_file: Path | None = None) -> ActorDirectory:
    """The shipped directory, with the entries of ``own_file`` before it where one is given.

    Raises :class:`~dateline.errors.KnowledgeError` where the user's file cannot be read or has a
    faulty entry; the message names the first fault.
    """
    if own_file is not None:
        try:
            faults = problems(own_file)
        except OSError as error:
            reason = error.strerror or str(error)
            raise KnowledgeError(f"The actor file {own_file} cannot be read: {reason}.") from error
        if faults:
            more = f" ({len(faults) - 1} more; see `dateline actors check`)" if faults[1:] else ""
            raise KnowledgeError(f"The actor file {own_file} is malformed: {faults[0]}.{more}")
    forms: list[Form] = []
    if own_file is not None:
        forms.extend(own_forms(own_file))
    forms.extend(shipped_forms())
    rows = _read(HERE / "proteges.toml")["proteges"]
    proteges = {(patron, country): (code, sector) for patron, country, code, sector in rows}
    return ActorDirectory(forms, agents.build(_read(HERE / "agents.toml")), proteges)


def shipped_forms() -> Iterator[Form]:
    """Every name form of the data files, in order of precedence."""
    yield from table_forms(_read(HERE / "bodies.toml"), "bodies.toml")
    yield from table_forms(_read(HERE / "movements.toml"), "movements.toml")
    yield from state_forms(_read(HERE / "states.toml"), "states.toml")
    yield from table_forms(_read(HERE / "institutions.toml"), "institutions.toml")
    yield from table_forms(_read(HERE / "people.toml"), "people.toml")
    for path in sorted((HERE / "office_holders").glob("*.toml")):
        yield from holder_forms(_read(path), path.name)
    yield from table_forms(_read(HERE / "organisations.toml"), "organisations.toml")
    yield from table_forms(_read(HERE / "peoples.toml"), "peoples.toml")


def own_forms(path: Path) -> Iterator[Form]:
    """The name forms of a user's file: any of the tables of the data files, in one file."""
    table = _read(path)
    lists = {name: rows for name, rows in table.items() if isinstance(rows, list)}
    states = {
        code: entry
        for code, entry in table.items()
        if isinstance(entry, dict) and "holders" not in entry
    }
    holders = {
        code: entry
        for code, entry in table.items()
        if isinstance(entry, dict) and "holders" in entry
    }
    yield from table_forms(lists, path.name)
    yield from state_forms(states, path.name)
    yield from holder_forms(holders, path.name)


def state_forms(table: Table, source: str) -> Iterator[Form]:
    """Forms of ``states.toml``: names, demonyms, seats of government, institutions, parties."""
    for code, state in table.items():
        name = state.get("name", code)
        entry = Entry(code, "GOV", name, Kind.STATE, source=source)
        yield from _forms(entry, (name, *state.get("forms", ())))
        people = Entry(code, "GOV", name, Kind.DEMONYM, source=source)
        yield from _forms(people, state.get("demonyms", ()))
        for text, sector in _seats(state):
            seat = Entry(code, sector, text, Kind.SEAT, source=source)
            yield Form(text, seat)
        for part, sector in _INSTITUTIONS.items():
            for text in _texts(state.get(part, ())):
                yield Form(text, Entry(code, sector, text, Kind.ORGAN, source=source))
        for party in state.get("parties", ()):
            entry = Entry(code, party["sector"], party["name"], Kind.PARTY, source=source)
            yield from _forms(entry, (party["name"], *party.get("forms", ())))


def holder_forms(table: Table, source: str) -> Iterator[Form]:
    """Forms of the ``office_holders`` files: ``[name, office, sector, from, to, forms?]``."""
    for code, part in table.items():
        for name, office, sector, start, end, *more in part.get("holders", ()):
            entry = Entry(code, sector, name, Kind.PERSON, office, start, end, source=source)
            yield from _forms(entry, (name, *(more[0] if more else ())))


def table_forms(table: Table, source: str) -> Iterator[Form]:
    """Forms of the files that list rows; the columns stand in each file's head."""
    for code, name, others, chiefs in table.get("bodies", ()):
        body = Entry(code, "IGO", name, Kind.BODY, source=source)
        yield from _forms(body, (name, *others))
        for person, office, start, end in chiefs:
            chief = Entry(code, "IGO", person, Kind.PERSON, office, start, end, source=source)
            yield Form(person, chief)
    for code, sector, name, others, start, end, leaders in table.get("movements", ()):
        movement = Entry(code, sector, name, Kind.MOVEMENT, start=start, end=end, source=source)
        yield from _forms(movement, (name, *others))
        for leader in leaders:
            yield Form(
                leader, Entry(code, sector, leader, Kind.PERSON, "leader", start, source=source)
            )
    for code, sector, name, others in table.get("institutions", ()):
        yield from _forms(Entry(code, sector, name, Kind.ORGAN, source=source), (name, *others))
    for code, sector, name, others in table.get("organisations", ()):
        organisation = Entry(code, sector, name, Kind.ORGANISATION, source=source)
        yield from _forms(organisation, (name, *others))
    for code, sector, name, others, start, end, role in table.get("people", ()):
        for person in (name, *others):
            holder = Entry(code, sector, person, Kind.PERSON, role, start, end, source=source)
            yield Form(person, holder)
    for name, others, codes, *more in table.get("peoples", ()):
        homes = tuple((country, tuple(own)) for country, own in (more[0] if more else ()))
        people = Entry(
            codes[0], "GOV", name, Kind.PEOPLE, codes=tuple(codes), source=source, homes=homes
        )
        yield from _forms(people, others)


def _seats(state: Table) -> Iterable[tuple[str, str]]:
    if state.get("capital"):
        yield state["capital"], "GOV"
    for seat in state.get("seats", ()):
        yield seat["text"], seat.get("sector", "GOV")


def _texts(part: str | Sequence[str]) -> Sequence[str]:
    return (part,) if isinstance(part, str) else part


def _forms(entry: Entry, texts: Iterable[str]) -> Iterator[Form]:
    for text in dict.fromkeys(texts):
        yield Form(text, entry)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
