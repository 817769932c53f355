"""Makes a user's actor file from a Wikidata JSON dump or from a CSV table.

**Wikidata.** The dump is one JSON array with an entity a line
(``https://www.wikidata.org/wiki/Wikidata:Database_download``). Persons are kept for the
positions they held (P39) as far as the position names its state (P17, P1001) and its label tells
an office that Dateline codes; bodies for what they are an instance of (P31). Two passes are read:
the first for the positions and the ISO codes of states (P298), the second for persons and bodies.

**CSV.** A table with the columns ``code, sector, name, office, from, to, forms`` (forms parted by
``|``), one row an office holder; rows without an office are organisations.

The result has the form of the shipped data files and goes to ``--actors``.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import msgspec

from dateline.errors import KnowledgeError

POSITION_HELD, START, END = "P39", "P580", "P582"
COUNTRY, JURISDICTION, ISO_CODE, INSTANCE = "P17", "P1001", "P298", "P31"
# Words of a position's label → sector; the first that fits decides.
OFFICES = (
    ("minister", "GOV"), ("president", "GOV"), ("chancellor", "GOV"), ("king", "GOV"),
    ("queen", "GOV"), ("emir", "GOV"), ("sultan", "GOV"), ("governor", "GOV"),
    ("ambassador", "GOV"), ("secretary of", "GOV"), ("head of state", "GOV"),
    ("head of government", "GOV"), ("chief of staff", "MIL"), ("commander", "MIL"),
    ("member of parliament", "LEG"), ("senator", "LEG"), ("speaker", "LEG"), ("judge", "JUD"),
    ("chief justice", "JUD"), ("leader of the opposition", "PTY"),
)  # fmt: skip
# What a body is an instance of → list and sector.
BODIES = {
    "Q245065": ("bodies", "IGO"),  # intergovernmental organization
    "Q17149090": ("movements", "REB"),  # armed organization
    "Q1428679": ("movements", "REB"),  # rebel group
    "Q17127659": ("movements", "REB"),  # terrorist organization
    "Q79913": ("organisations", "NGO"),  # non-governmental organization
    "Q192283": ("organisations", "MED"),  # news agency
    "Q11032": ("organisations", "MED"),  # newspaper
    "Q155271": ("organisations", "EDU"),  # think tank
}
_COLUMNS = ("code", "sector", "name", "office", "from", "to", "forms")


class Holder(msgspec.Struct, frozen=True):
    """A person in an office of a state."""

    code: str
    name: str
    office: str
    sector: str
    start: str
    end: str
    forms: tuple[str, ...]


class Organisation(msgspec.Struct, frozen=True):
    """A body, movement or organisation; ``part`` is the list of the actor file it goes to."""

    part: str
    code: str
    sector: str
    name: str
    forms: tuple[str, ...]


Row = Holder | Organisation


def build(source: Path, out: Path) -> int:
    """Write the actor file ``out`` from a dump or table; the number of its entries.

    Raises :class:`KnowledgeError` where the source cannot be read or has no usable entry.
    """
    try:
        rows = list(dict.fromkeys(_rows(source)))
    except OSError as error:
        raise KnowledgeError(f"{source} cannot be read: {error.strerror or error}.") from error
    if not rows:
        raise KnowledgeError(f"{source} holds no actor that Dateline can use.")
    out.write_text(write(rows), "utf-8")
    return len(rows)


def _rows(source: Path) -> Iterator[Row]:
    if source.suffix == ".csv":
        return read_table(source)
    return read_dump(source)


def read_table(path: Path) -> Iterator[Row]:
    """The rows of a CSV table in the form that the module describes."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [c for c in _COLUMNS[:3] if c not in (reader.fieldnames or ())]
        if missing:
            raise KnowledgeError(f"{path} lacks the columns {', '.join(missing)}.")
        for row in reader:
            cells = {column: (row.get(column) or "").strip() for column in _COLUMNS}
            forms = tuple(form for form in cells["forms"].split("|") if form)
            if cells["office"]:
                yield Holder(
                    cells["code"], cells["name"], cells["office"], cells["sector"],
                    cells["from"], cells["to"], forms,
                )  # fmt: skip
            elif cells["name"]:
                yield Organisation(
                    "organisations", cells["code"], cells["sector"], cells["name"], forms
                )


def read_dump(path: Path) -> Iterator[Row]:
    """The office holders and bodies of a Wikidata JSON dump, read twice."""
    iso: dict[str, str] = {}
    positions: dict[str, tuple[str, str]] = {}
    for entity in entities(path):
        code = _text(_values(entity, ISO_CODE))
        if code:
            iso[entity["id"]] = code
        office = _label(entity)
        sector = next((s for word, s in OFFICES if word in office.lower()), "")
        state = _item(entity, JURISDICTION) or _item(entity, COUNTRY)
        if sector and state:
            positions[entity["id"]] = (office, state)
    for entity in entities(path):
        yield from _holders(entity, positions, iso)
        yield from _organisations(entity, iso)


def entities(path: Path) -> Iterator[dict[str, Any]]:
    """The entities of a dump, one a line; a line that is no JSON names itself in the error."""
    with _open(path) as file:
        for number, line in enumerate(file, 1):
            text = line.strip().rstrip(",")
            if text in ("", "[", "]"):
                continue
            try:
                entity = json.loads(text)
            except json.JSONDecodeError as error:
                raise KnowledgeError(f"{path}, line {number}, is no JSON: {error}.") from error
            if isinstance(entity, dict) and "id" in entity:
                yield entity


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    if path.suffix == ".bz2":
        return bz2.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _holders(
    entity: Mapping[str, Any], positions: Mapping[str, tuple[str, str]], iso: Mapping[str, str]
) -> Iterator[Holder]:
    name = _label(entity)
    for claim in entity.get("claims", {}).get(POSITION_HELD, ()):
        held = positions.get(_id_of(claim.get("mainsnak", {})))
        if held is None or not name or held[1] not in iso:
            continue
        office, state = held
        sector = next(s for word, s in OFFICES if word in office.lower())
        yield Holder(
            iso[state], name, office, sector, _date(claim, START), _date(claim, END),
            _aliases(entity),
        )  # fmt: skip


def _organisations(entity: Mapping[str, Any], iso: Mapping[str, str]) -> Iterator[Organisation]:
    name = _label(entity)
    for claim in entity.get("claims", {}).get(INSTANCE, ()):
        part, sector = BODIES.get(_id_of(claim.get("mainsnak", {})), ("", ""))
        if not part or not name:
            continue
        forms = _aliases(entity)
        acronym = next((form for form in forms if form.isupper() and len(form) > 1), "")
        code = acronym if part == "bodies" else iso.get(_item(entity, COUNTRY), "")
        if code:
            yield Organisation(part, code, sector, name, forms)
            return


def _label(entity: Mapping[str, Any]) -> str:
    return str(entity.get("labels", {}).get("en", {}).get("value", ""))


def _aliases(entity: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(alias["value"]) for alias in entity.get("aliases", {}).get("en", ()))


def _values(entity: Mapping[str, Any], prop: str) -> Iterator[Any]:
    for claim in entity.get("claims", {}).get(prop, ()):
        yield claim.get("mainsnak", {}).get("datavalue", {}).get("value")


def _text(values: Iterator[Any]) -> str:
    return next((value for value in values if isinstance(value, str)), "")


def _item(entity: Mapping[str, Any], prop: str) -> str:
    return next(
        (str(v["id"]) for v in _values(entity, prop) if isinstance(v, dict) and "id" in v), ""
    )


def _id_of(snak: Mapping[str, Any]) -> str:
    value = snak.get("datavalue", {}).get("value")
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _date(claim: Mapping[str, Any], qualifier: str) -> str:
    """A qualifier's date as ``2018-05-08``, ``2018-05`` or ``2018``, by its precision."""
    for snak in claim.get("qualifiers", {}).get(qualifier, ()):
        value = snak.get("datavalue", {}).get("value", {})
        time, precision = str(value.get("time", "")), int(value.get("precision", 0))
        length = {9: 4, 10: 7, 11: 10}.get(precision, 0)
        if time.startswith("+") and length:
            return time[1 : 1 + length]
    return ""


def write(rows: list[Row]) -> str:
    """The actor file of ``rows`` as TOML: lists first, then a table of holders a state."""
    lines = ["# Made by `dateline actors build`.", ""]
    organisations = [row for row in rows if isinstance(row, Organisation)]
    for part in ("bodies", "movements", "organisations"):
        members = [row for row in organisations if row.part == part]
        if members:
            lines += [f"{part} = [", *(f"  {_organisation(row)}," for row in members), "]", ""]
    holders = [row for row in rows if isinstance(row, Holder)]
    for code in sorted({row.code for row in holders}):
        lines += [f"[{_quoted(code)}]", "holders = ["]
        lines += [f"  {_holder(row)}," for row in holders if row.code == code]
        lines += ["]", ""]
    return "\n".join(lines)


def _organisation(row: Organisation) -> str:
    forms = list(row.forms)
    cells: dict[str, list[Any]] = {
        "bodies": [row.code, row.name, forms, []],
        "movements": [row.code, row.sector, row.name, forms, "", "", []],
        "organisations": [row.code, row.sector, row.name, forms],
    }
    return json.dumps(cells[row.part], ensure_ascii=False)


def _holder(row: Holder) -> str:
    cells = [row.name, row.office, row.sector, row.start, row.end, list(row.forms)]
    return json.dumps(cells, ensure_ascii=False)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
