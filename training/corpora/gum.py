"""GUM: trees, names and coreference of documents whose licence allows derived works."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.annotated import NAME_KINDS, Document, Sentence
from training.corpora.dependencies import Row, nationalities, sentences, tree
from training.corpora.titles import is_title

# Genres of GUM whose texts allow redistribution of derived works for any purpose.
GUM_GENRES = (
    "academic",
    "bio",
    "conversation",
    "court",
    "interview",
    "news",
    "speech",
    "textbook",
    "vlog",
    "voyage",
)
GUM_NAME_KINDS = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "time": "date",
}


def gum(data: Path, part: str) -> list[Document]:
    """GUM documents of a split whose genre may be used, with names read off the entity layer."""
    return [
        replace(document, mentions=mention_heads(list(document.sentences), mentions))
        for document, mentions in gum_mentions(data, part)
    ]


def gum_mentions(data: Path, part: str) -> Iterator[tuple[Document, list[tuple[int, int, int]]]]:
    """The documents of ``gum`` with all mentions as (first word, end, chain)."""
    ids = gum_split(data / "gum" / "splits.md", part)
    for path in sorted((data / "gum" / "dep").glob("GUM_*.conllu")):
        if path.stem not in ids or path.stem.split("_")[1] not in GUM_GENRES:
            continue
        held, mentions, offset = [], [], 0
        open_entities: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for _, rows in sentences(path):
            names, sentence_mentions = gum_entities(rows, open_entities, offset)
            mentions += sentence_mentions
            held.append(replace(tree(rows), names=names, name_kinds=frozenset(NAME_KINDS)))
            offset += len(rows)
        yield Document(path.stem, "gum", tuple(held)), mentions


def mention_heads(
    held: list[Sentence], mentions: list[tuple[int, int, int]]
) -> tuple[tuple[int, int], ...]:
    """(head word, chain) of each mention; of several with one head the longest counts."""
    heads: list[int] = []
    for sentence in held:
        offset = len(heads)
        heads += (offset + head for head in sentence.heads or ())
    found: dict[int, tuple[int, int]] = {}
    for first, end, chain in mentions:
        top = next((i for i in range(first, end) if not first <= heads[i] < end), None)
        top = top if top is not None else next(i for i in range(first, end) if heads[i] == i)
        if end - first > found.get(top, (0, 0))[0]:
            found[top] = (end - first, chain)
    return tuple((top, chain) for top, (_, chain) in sorted(found.items()))


def gum_split(path: Path, part: str) -> set[str]:
    current, found = "", set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
        elif line.strip().startswith("* ") and current == part:
            found.add(line.strip()[2:].strip())
    return found


def gum_entities(
    rows: list[Row], held: dict[str, list[tuple[int, str, str]]], offset: int
) -> tuple[tuple[tuple[str, int, int], ...], list[tuple[int, int, int]]]:
    """Names of one sentence, and all its mentions as (first, end, chain) of the document.

    ``held`` carries entities opened and not yet closed.
    """
    names: list[tuple[str, int, int]] = []
    mentions: list[tuple[int, int, int]] = []
    for i, row in enumerate(rows):
        layer = re.search(r"(?:^|\|)Entity=([^|]*)", row.misc)
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", layer[1]) if layer else ():
            if piece.startswith("("):
                cells = piece.strip("()").split("-")
                kind, small = cells[1], cells[5]
                held[cells[0]].append((offset + i, kind, small))
            if piece.endswith(")"):
                group = piece.strip("()").split("-")[0]
                if not held[group]:
                    continue
                first, kind, small = held[group].pop()
                if first >= offset:
                    chain = int(re.sub(r"\D", "", group) or 0)
                    mentions.append((first, offset + i + 1, chain))
                    names += gum_name(rows, first - offset, i + 1, kind, small)
    chosen: list[tuple[str, int, int]] = []
    for name in sorted(names, key=lambda n: n[1] - n[2]):
        if not any(name[1] < b and a < name[2] for _, a, b in chosen):
            chosen.append(name)
    found = tuple(sorted(chosen, key=lambda n: n[1]))
    return found + nationalities(rows, found), mentions


def gum_name(
    rows: list[Row], first: int, end: int, kind: str, small: str
) -> list[tuple[str, int, int]]:
    if kind == "time":
        return [("date", first, end)] if end - first <= 8 else []
    places = [first + int(n) - 1 for n in small.split(",") if n.isdigit()]
    if not places or max(places) >= end:
        return []
    a, b = min(places), max(places) + 1
    if b - a > 7 or any(row.part_of_speech in ("VERB", "PRON", "PUNCT") for row in rows[a:b]):
        return []
    top = proper_head(rows, a, b)
    if top is None:
        return []
    a, b = top, top + 1
    while a > first and name_word(rows[a - 1]):
        a -= 1
    while b < end and (
        name_word(rows[b])
        or (
            kind != "person"
            and rows[b].form in ("of", "&")
            and b + 1 < end
            and name_word(rows[b + 1])
        )
    ):
        b += 1
    while kind == "person" and b - a > 1 and is_title(rows[a].form):
        a += 1
    return [(GUM_NAME_KINDS.get(kind, "other"), a, b)]


def proper_head(rows: list[Row], first: int, end: int) -> int | None:
    """The capitalised proper noun that heads the words, or ``None``."""
    for i in range(first, end):
        row = rows[i]
        if row.part_of_speech == "PROPN" and row.form[0].isupper():
            governor = row.head - 1
            if not first <= governor < end or rows[governor].part_of_speech != "PROPN":
                return i
    return None


def name_word(row: Row) -> bool:
    return row.form[0].isupper() and row.part_of_speech in ("PROPN", "ADJ", "NOUN", "NUM")
