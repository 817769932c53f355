"""PolNeAR (Newell et al. 2018): who is quoted, by which cue, saying what, in US political news."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.language import Model, read_reports
from dateline.language.words import RawSentence, split
from training.annotated import Bound, Document, Sentence
from training.corpora.coded import report_of, sentences_of


def polnear(data: Path, part: str, model: Model) -> list[Document]:
    """One document an article; of several annotators the first by name is taken."""
    return parsed(list(articles(data, part)), model)


def articles(data: Path, part: str) -> Iterator[tuple[str, Document]]:
    """The articles of a part with their texts."""
    folder = data / "polnear" / part
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        article = path.stem.rsplit("_", 1)[0]
        source = folder / "text" / f"{article}.txt"
        if article not in seen and source.exists():
            seen.add(article)
            text = source.read_text(encoding="utf-8")
            yield text, document(text, path, article)


def document(text: str, path: Path, name: str) -> Document:
    raw = split(text)
    starts = [word.span.start for sentence in raw for word in sentence.words]
    ends = [word.span.end for sentence in raw for word in sentence.words]
    spans, bonds = brat(path)

    def words(span: tuple[int, int]) -> tuple[int, int] | None:
        first, end = bisect_right(ends, span[0]), bisect_left(starts, span[1])
        return (first, end) if first < end else None

    cues = []
    for bond in bonds:
        cue = [words(s) for label, ref in bond if label.startswith("Cue") for s in spans[ref]]
        if not cue or cue[0] is None:
            continue
        parts = [
            (role, *place)
            for label, ref in bond
            for role in ("source", "content")
            if label.lower().startswith(role)
            for span in spans[ref]
            if (place := words(span)) is not None
        ]
        cues.append(Bound("cue", *cue[0], parts=tuple(parts)))
    return Document(name, "polnear", tuple(map(bare, raw)), cues=tuple(cues))


def bare(sentence: RawSentence) -> Sentence:
    return Sentence(words=tuple(word.text for word in sentence.words))


def parsed(found: list[tuple[str, Document]], model: Model) -> list[Document]:
    """The documents with trees as an earlier model reads them."""
    readings = read_reports([report_of(d.id, text) for text, d in found], model)
    return [
        replace(document, sentences=sentences_of(reading))
        for (_, document), reading in zip(found, readings, strict=True)
    ]


def brat(path: Path) -> tuple[dict[str, list[tuple[int, int]]], list[list[tuple[str, str]]]]:
    """Spans by id, and for each attribution its (role, id) pairs."""
    spans: dict[str, list[tuple[int, int]]] = {}
    bonds = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if re.match(r"T\d+\t", line):  # a quotation's own line breaks go on unnumbered
            spans[cells[0]] = list(ranges(cells[1]))
        elif re.match(r"E\d+\t", line):
            bonds.append([tuple(pair.split(":", 1)) for pair in cells[1].split()])
    return spans, bonds  # type: ignore[return-value]


def ranges(cell: str) -> Iterator[tuple[int, int]]:
    """ "Source 89 106;110 120" → its ranges."""
    for a, b in re.findall(r"(\d+) (\d+)", cell):
        yield int(a), int(b)
