"""The reports that the relevance gate learns from, as sets of words."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.records import Record
from dateline.relevance.gate import windows

REPORTS = Path(__file__).parent / "reports"
FOLDS = 5
SAME = 120  # letters by which a story of NEWS is known as a report of GOLD
NO_LETTERS = re.compile(r"[\W\d_]+")


class Document(Record):
    """A report as sets of words; ``events`` is none where it is not coded."""

    id: str
    source: str
    events: int | None
    characters: int
    windows: tuple[frozenset[str], ...]

    @property
    def fold(self) -> int:
        return place(self.id, FOLDS)


def place(id_: str, number: int, salt: str = "") -> int:
    """One of ``number`` places, the same for the same id."""
    return int.from_bytes(hashlib.sha256((salt + id_).encode()).digest()[:8], "big") % number


def read_gold(folder: Path) -> Iterator[Document]:
    """The source of a report is the part of its name before the first underscore."""
    for path in sorted((folder / "texts").glob("*.json")):
        text = json.loads(path.read_bytes())
        coded = json.loads((folder / "codes" / path.name).read_bytes())
        source = path.name.partition("_")[0]
        yield document(path.stem, source, text["title"], text["text"], len(coded["events"]))


def read_composed(folder: Path = REPORTS) -> Iterator[Document]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            one = json.loads(line)
            count = len(one["events"])
            yield document(one["id"], "composed", one["title"], one["text"], count)


def read_news(path: Path, without: frozenset[str] = frozenset()) -> Iterator[Document]:
    """Stories that are not coded, but for those that begin as one of ``without``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if beginning(one["text"]) not in without:
                yield document(one["id"], "news", one["title"], one["text"], None)


def beginnings(folder: Path) -> frozenset[str]:
    """How the reports of GOLD begin; some are stories of NEWS."""
    texts = (json.loads(path.read_bytes())["text"] for path in (folder / "texts").glob("*.json"))
    return frozenset(map(beginning, texts))


def beginning(text: str) -> str:
    return NO_LETTERS.sub("", text.lower())[:SAME]


def document(id_: str, source: str, title: str | None, text: str, events: int | None) -> Document:
    return Document(
        id=id_,
        source=source,
        events=events,
        characters=len(text),
        windows=tuple(windows(title or "", text)),
    )


def is_gold(one: Document) -> bool:
    return one.source not in ("news", "composed")
