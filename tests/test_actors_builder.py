"""Making an actor file from a Wikidata dump or a table; both made up here."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.actors import load
from dateline.knowledge.actors.builder import build
from dateline.knowledge.actors.check import problems


def item(identifier: str) -> dict[str, Any]:
    return {"datavalue": {"value": {"id": identifier}}}


def when(time: str, precision: int) -> list[dict[str, Any]]:
    return [{"datavalue": {"value": {"time": time, "precision": precision}}}]


def entity(
    identifier: str, name: str, aliases: tuple[str, ...] = (), **claims: Any
) -> dict[str, Any]:
    return {
        "id": identifier,
        "labels": {"en": {"value": name}},
        "aliases": {"en": [{"value": alias} for alias in aliases]},
        "claims": {prop: [claim] for prop, claim in claims.items()},
    }


DUMP = [
    entity("Q1", "Ruritania", P298={"mainsnak": {"datavalue": {"value": "RUR"}}}),
    entity("Q2", "Foreign Minister of Ruritania", P1001={"mainsnak": item("Q1")}),
    entity("Q3", "champion of Ruritania", P17={"mainsnak": item("Q1")}),
    entity(
        "Q4",
        "Rupert Hentz",
        ("R. Hentz",),
        P39={
            "mainsnak": item("Q2"),
            "qualifiers": {"P580": when("+2019-05-00T00:00:00Z", 10), "P582": []},
        },
    ),
    entity("Q5", "Fritz Stark", P39={"mainsnak": item("Q3")}),
    entity(
        "Q6", "League of Small Kingdoms", ("LSK",), P31={"mainsnak": item("Q245065")}
    ),
    entity(
        "Q7", "Red Foresters", P31={"mainsnak": item("Q1428679")}, P17={"mainsnak": item("Q1")}
    ),
]  # fmt: skip


def write_dump(path: Path) -> None:
    lines = ["[", *(json.dumps(entity) + "," for entity in DUMP), "]"]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(lines))


def test_dump_becomes_an_actor_file(tmp_path: Path) -> None:
    dump, out = tmp_path / "dump.json.gz", tmp_path / "own.toml"
    write_dump(dump)
    assert build(dump, out) == 3
    assert problems(out) == []
    directory = load(out)
    (minister,) = directory.named("Rupert Hentz")
    assert (minister.code, minister.sector, minister.start) == ("RUR", "GOV", "2019-05")
    assert directory.named("LSK")[0].sector == "IGO"
    assert directory.named("Red Foresters")[0].code == "RUR"
    assert not directory.named("Fritz Stark")


def test_table_becomes_an_actor_file(tmp_path: Path) -> None:
    table, out = tmp_path / "own.csv", tmp_path / "own.toml"
    table.write_text(
        "code,sector,name,office,from,to,forms\n"
        'RUR,GOV,Rupert Hentz,foreign minister,2019-05,,"R. Hentz|Count Hentz"\n'
        "RUR,NGO,Forest Watch,,,,\n",
        "utf-8",
    )
    assert build(table, out) == 2
    assert problems(out) == []
    assert load(out).named("Forest Watch")[0].sector == "NGO"


def test_sources_that_cannot_serve(tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty.json", tmp_path / "broken.json"
    empty.write_text("[\n]\n", "utf-8")
    broken.write_text('[\n{"id": \n]\n', "utf-8")
    for path, reason in ((empty, "no actor"), (broken, "line 2"), (tmp_path / "none.json", "read")):
        with pytest.raises(KnowledgeError, match=reason):
            build(path, tmp_path / "out.toml")
