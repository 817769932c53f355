"""The mixture of all corpora that the second stage learns from."""

from __future__ import annotations

import hashlib
import random
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from dateline import knowledge as world
from dateline.language import Model
from training.annotated import Document
from training.corpora.coded import composed, documents, gold, marked
from training.corpora.polnear import polnear
from training.corpora.re3d import re3d
from training.corpora.standoff import noted_events, noted_names
from training.corpora.substitution import Pools, exchanged

REPORTS = Path(__file__).parent.parent / "reports"
SHARES: dict[str, dict[str, float]] = {  # of each corpus in one epoch, by stage
    "syntax": {},
    "names": {},
    "events": {},
    "reading": {"gum": 0.75, "polnear": 0.6, "named": 0.35},
    "all": {"ewt": 0.5, "gum": 0.75, "polnear": 0.5, "named": 0.7},
    # Where a teacher is asked about events; enough of the others to forget nothing.
    "taught": {
        "ewt": 0.45,
        "gum": 0.5,
        "polnear": 0.3,
        "named": 0.35,
        "noted": 0.55,
        "unmarked": 0.85,
    },
}
HELD_OUT = 5  # one report in five of the coded ones is kept for choosing


def held_out(name: str) -> bool:
    """Whether a coded report is kept for choosing; fixed by its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT == 0


def measured(gold_dev: Path) -> frozenset[str]:
    """Ids of re3d documents that the gold dev part is made of."""
    return frozenset(
        path.stem.removeprefix("r3_") for path in (gold_dev / "texts").glob("r3_*.json")
    )


def event_documents(
    data: Path, gold_folder: Path, model: Model, everything: bool
) -> list[Document]:
    coded = [c for c in gold(gold_folder / "train") if everything or not held_out(c[0])]
    knowledge = world.load()
    return [
        *documents(coded, "gold", model, knowledge),
        *documents(composed(REPORTS), "composed", model, knowledge),
        *marked(data, model),
        *noted_events(data, model, knowledge),
    ]


def quotation_documents(data: Path, model: Model) -> list[Document]:
    return list(polnear(data, "train", model))


def name_documents(data: Path, gold_folder: Path, model: Model) -> list[Document]:
    return [*re3d(data, measured(gold_folder / "dev")), *noted_names(data, model)]


def modes() -> list[str]:
    """ "TYPE:mode" of every mode of the ontology, and "TYPE:none"."""
    text = resources.files("dateline.knowledge").joinpath("ontology.toml").read_text("utf-8")
    types = tomllib.loads(text)["types"]
    return [
        f"{name}:{mode}"
        for name, entry in types.items()
        for mode in ("none", *entry.get("modes", ()))
    ]


def drawn(
    documents: list[Document], pools: Pools, seed: random.Random, shares: Mapping[str, float]
) -> list[Document]:
    """One epoch's share of each corpus, names exchanged."""
    return [
        exchanged(document, pools, seed)
        for document in documents
        if seed.random() < shares.get(document.corpus, 1.0)
    ]
