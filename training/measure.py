"""Scores the exported model on test parts: ``python -m training.measure --model DIR --data DIR``.

Runs what ships (int8 graphs, exact trees) with the corpora's own words and sentences for trees
and names, and with our own for quotations. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from dateline.language import CODING, Layers, Model, load_model, read_reports
from dateline.language.reader import assemble
from dateline.language.windows import cut, run
from dateline.language.words import RawSentence, Word
from dateline.records import Reading, Report, Span
from training.annotated import Bound, Document
from training.coreference import Chain, conll
from training.corpora.coded import report_of
from training.corpora.dependencies import ewt
from training.corpora.gum import gum_mentions
from training.corpora.polnear import articles

WIKIGOLD = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def read_words(
    sentences: Iterable[Sequence[str]], model: Model, layers: Layers = CODING
) -> Reading:
    """The reading of given words, as if they stood in a text with single spaces."""
    raw, at, text = [], 0, []
    for number, words in enumerate(sentences):
        spans = []
        for word in words:
            spans.append(Word(word, Span(at, at + len(word)), False))
            at += len(word) + 1
        raw.append(RawSentence(tuple(spans), number))
        text += words
    scores = [run(window, model, layers) for window in cut(raw, model)]
    report = Report(id="gold words", text=" ".join(text))
    return assemble(report, raw, scores, model, layers)


def trees(documents: Iterable[Document], model: Model) -> dict[str, float]:
    """Part of speech, UAS and LAS in per cent, punctuation counted."""
    right: Counter[str] = Counter()
    total = 0
    for document in documents:
        reading = read_words([s.words for s in document.sentences], model)
        offset = 0
        for sentence in document.sentences:
            assert sentence.heads and sentence.parts_of_speech and sentence.relations
            for i, head in enumerate(sentence.heads):
                token = reading.tokens[offset + i]
                attached = token.head == offset + head
                right["part_of_speech"] += token.part_of_speech == sentence.parts_of_speech[i]
                right["uas"] += attached
                right["las"] += attached and token.relation == sentence.relations[i]
            offset += len(sentence.words)
            total += len(sentence.words)
    return {name: percent(n, total) for name, n in right.items()}


def wikigold(path: Path, model: Model) -> dict[str, float]:
    """F1 of person, organisation and place names, exact span and kind, article by article."""
    right = found = wanted = 0
    for sentences in articles_of(path):
        reading = read_words([[word for word, _ in s] for s in sentences], model)
        names = {
            (str(name.kind), name.first, name.end)
            for name in reading.names
            if str(name.kind) in WIKIGOLD.values()
        }
        gold = set(marked_names(sentences))
        right, found, wanted = right + len(names & gold), found + len(names), wanted + len(gold)
    return {"names": f1(right, found, wanted)}


def articles_of(path: Path) -> Iterator[list[list[tuple[str, str]]]]:
    """Sentences of (word, tag), article by article."""
    for article in path.read_text(encoding="utf-8").split("-DOCSTART- O\n"):
        sentences = [
            [(word, tag) for word, tag in (line.rsplit(" ", 1) for line in block.splitlines())]
            for block in article.strip().split("\n\n")
            if block.strip()
        ]
        if sentences:
            yield sentences


def marked_names(sentences: Iterable[Sequence[tuple[str, str]]]) -> Iterator[tuple[str, int, int]]:
    """(kind, first, end) of the runs of one tag; words are numbered through the article."""
    at = 0
    for sentence in sentences:
        for kind, words in groupby(WIKIGOLD.get(tag[2:], "") for _, tag in sentence):
            end = at + len(list(words))
            if kind:
                yield kind, at, end
            at = end


def quotations(data: Path, model: Model) -> dict[str, float]:
    """Exact F1 of cue, source, content and the whole triple on the dev part of PolNeAR."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for text, document in articles(data, "dev"):
        (reading,) = read_reports([report_of(document.id, text)], model)
        ours = {(q.cue, q.source, trimmed(reading, q.content)) for q in reading.quotations}
        gold = {gold_triple(reading, cue) for cue in document.cues or ()}
        for name, pick in (("cue", slice(0, 1)), ("source", slice(1, 2)), ("content", slice(2, 3))):
            a, b = ({t[pick] for t in group if t[pick] != (None,)} for group in (ours, gold))
            right[name] += len(a & b)
            found[name] += len(a)
            wanted[name] += len(b)
        right["whole"] += len(ours & gold)
        found["whole"] += len(ours)
        wanted["whole"] += len(gold)
    return {f"quotation {n}": f1(right[n], found[n], wanted[n]) for n in found}


Triple = tuple[tuple[int, int], tuple[int, int] | None, tuple[int, int] | None]


def gold_triple(reading: Reading, cue: Bound) -> Triple:
    """Cue, source and content of one attribution; a part in pieces counts from first to last."""

    def around(role: str) -> tuple[int, int] | None:
        own = [(a, b) for kind, a, b in cue.parts if kind == role]
        return (min(a for a, _ in own), max(b for _, b in own)) if own else None

    return ((cue.first, cue.end), around("source"), trimmed(reading, around("content")))


def trimmed(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A content without the punctuation at its ends, on which annotators differ."""
    if span is None:
        return None
    first, end = span
    while end - first > 1 and reading.tokens[end - 1].part_of_speech == "PUNCT":
        end -= 1
    while end - first > 1 and reading.tokens[first].part_of_speech == "PUNCT":
        first += 1
    return (first, end)


def frames(documents: Iterable[Document], model: Model) -> dict[str, float]:
    """F1 of the arguments of gold predicates, exact span and role, and Pearson's r of how
    factual predicates are held to be."""
    right = found = wanted = 0
    judged: list[tuple[float, float]] = []
    for document in documents:
        layers = Layers(frames=True, least_predicate=0.0)
        reading = read_words([s.words for s in document.sentences], model, layers)
        by_word = {frame.token: frame for frame in reading.frames}
        offset = 0
        for sentence in document.sentences:
            for gold in sentence.frames or ():
                own = by_word[offset + gold.first].arguments
                got = {(a.role, a.first - offset, a.end - offset) for a in own}
                right += len(got & set(gold.parts))
                found += len(got)
                wanted += len(set(gold.parts))
            for i, value in sentence.factuality or ():
                judged.append((by_word[offset + i].factuality, value))
            offset += len(sentence.words)
    ours, theirs = zip(*judged, strict=True)
    return {
        "arguments": f1(right, found, wanted),
        "factuality r": round(float(np.corrcoef(ours, theirs)[0, 1]), 3),
    }


def coreference(data: Path, part: str, model: Model) -> dict[str, float]:
    """CoNLL score on GUM, exact spans: with mentions that stand alone, as GUM marks them, and
    without."""
    ours: list[Chain] = []
    gold: list[Chain] = []
    for number, (document, mentions) in enumerate(gum_mentions(data, part)):
        words = [s.words for s in document.sentences]
        reading = read_words(words, model, Layers(chains=True))
        ours += [frozenset((number, m.first, m.end) for m in chain) for chain in reading.chains]
        chains: dict[int, set[tuple[int, int, int]]] = defaultdict(set)
        for first, end, chain in mentions:
            chains[chain].add((number, first, end))
        gold += map(frozenset, chains.values())
    several = [[chain for chain in side if len(chain) > 1] for side in (ours, gold)]
    return {
        **{f"coreference {name}": value for name, value in conll(ours, gold).items()},
        "coreference conll, chains of two and more": conll(*several)["conll"],
    }


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)


def f1(right: int, found: int, gold: int) -> float:
    return round(200 * right / max(1, found + gold), 2)


def measure(model: Model, data: Path) -> dict[str, float]:
    return {
        **trees(ewt(data, "test"), model),
        **wikigold(data / "wikigold.conll", model),
        **quotations(data, model),
        **frames(ewt(data, "test"), model),
        **coreference(data, "test", model),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="folder of the model; the shipped one")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    options = parser.parse_args()
    print(json.dumps(measure(load_model(options.model), options.data), indent=1))


if __name__ == "__main__":
    main()
