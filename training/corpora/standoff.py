"""Our own marks on open texts, kept beside them: events and names by places of characters.

``training/annotations`` holds ids and places of characters for the texts of open corpora
(``corpora/texts.py``), and texts written for it with their marks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.knowledge import Knowledge
from dateline.language import Model, read_reports
from dateline.records import Reading, Span
from training.annotated import Bound, Document, Sentence
from training.corpora.coded import Event, anchored, head_of, report_of, sentences_of
from training.corpora.repeated import with_repeats_open
from training.corpora.texts import ANNOTATIONS, lines, texts

KINDS = frozenset({"person", "organisation", "place", "nationality", "other"})
MARK = re.compile(r"\[(PER|ORG|LOC|NAT|MISC) ([^\[\]]+)\]")
MARKED = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NAT": "nationality",
    "MISC": "other",
}
Place = tuple[int, int]
Name = tuple[str, int, int]  # kind, first and last character + 1


def records(name: str) -> Iterator[dict[str, Any]]:
    for path in sorted(ANNOTATIONS.glob(f"{name}*.jsonl")):
        yield from lines(path)


def parsed(texts: Iterable[str], model: Model) -> list[Reading]:
    return list(read_reports([report_of(str(i), t) for i, t in enumerate(texts)], model))


# --- events ---------------------------------------------------------------------------


def noted_events(data: Path, model: Model, knowledge: Knowledge) -> list[Document]:
    """Documents with the acts that we marked in them; ``until`` ends the part that was read."""
    known = texts(data)
    found = list(records("events"))
    readings = parsed((known[record["id"]][: record["until"]] for record in found), model)
    return [
        with_repeats_open(
            Document(
                record["id"],
                "noted",
                sentences_of(reading),
                triggers=tuple(bounds(reading, record["events"])),
            ),
            reading,
            knowledge,
        )
        for record, reading in zip(found, readings, strict=True)
    ]


def bounds(reading: Reading, events: Iterable[Event]) -> Iterator[Bound]:
    placed = ((head_of(reading, Span(*event["trigger"])), event) for event in events)
    return anchored(placed, lambda event, _: parts_of(reading, event), traits_of)


def parts_of(reading: Reading, event: Event) -> Iterator[tuple[str, int, int]]:
    for role, key in (
        ("actor", "actors"),
        ("recipient", "recipients"),
        ("voice", "voice"),
        ("place", "place"),
    ):
        for place in event[key]:
            head = head_of(reading, Span(*place))
            if head is not None:
                yield role, head, head + 1


def traits_of(event: Event) -> Iterator[str]:
    names = {"denies": "denied", "doubts": "doubted"}
    yield from (names.get(flag, flag) for flag in event["flags"])
    if event["voice"]:
        yield "voiced"


# --- names ----------------------------------------------------------------------------


def noted_names(data: Path, model: Model) -> list[Document]:
    """Stretches of stories whose names we marked, and the sentences written with their marks."""
    known = texts(data)
    marked: list[tuple[str, str, list[Name]]] = []
    for record in records("names"):
        start, end = record["read"]
        names = [(kind, a - start, b - start) for kind, a, b in record["names"]]
        marked.append((record["id"], known[record["id"]][start:end], names))
    marked += written()
    readings = parsed((text for _, text, _ in marked), model)
    return [
        Document(name, "named", named(reading, names))
        for (name, _, names), reading in zip(marked, readings, strict=True)
    ]


def written() -> list[tuple[str, str, list[Name]]]:
    """Articles of ``annotations/*.txt``: names in brackets with their kind, a blank line between
    articles."""
    found = []
    for path in sorted(ANNOTATIONS.glob("wiki_*.txt")):
        for i, article in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
            text, names = unmarked(article)
            found.append((f"{path.stem}-{i}", text, names))
    return found


def unmarked(article: str) -> tuple[str, list[Name]]:
    """The text without its marks, and the names with their places in it."""
    text, names, at = "", [], 0
    for match in MARK.finditer(article):
        text += article[at : match.start()]
        names.append((MARKED[match[1]], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return text + article[at:], names


def named(reading: Reading, names: Iterable[Name]) -> tuple[Sentence, ...]:
    by_sentence: dict[int, list[Name]] = defaultdict(list)
    for kind, start, end in names:
        inside = [
            i for i, t in enumerate(reading.tokens) if start < t.span.end and t.span.start < end
        ]
        if inside:
            sentence = reading.tokens[inside[0]].sentence
            first = reading.sentences[sentence].first
            last = min(inside[-1] + 1, reading.sentences[sentence].end)
            by_sentence[sentence].append((kind, inside[0] - first, last - first))
    return tuple(
        replace(sentence, names=tuple(by_sentence[i]), name_kinds=KINDS)
        for i, sentence in enumerate(sentences_of(reading))
    )
