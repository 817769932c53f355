"""Reports to readings: windows of whole sentences through the model, in batches across reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.language.acts import acts_of, quotations_of
from dateline.language.arborescence import best_tree
from dateline.language.windows import LanguageModel, Scores, cut, run
from dateline.language.words import RawSentence, split
from dateline.records import Name, NameKind, Reading, Report, Sentence, Span, Token


def read(report: Report, model: LanguageModel) -> Reading:
    """What the language model sees in one report."""
    return read_reports((report,), model)[0]


def read_reports(reports: Sequence[Report], model: LanguageModel) -> list[Reading]:
    """Readings of many reports, in their order; faster than one by one."""
    sentences = [split(report.text) for report in reports]
    windows = [
        window for number, group in enumerate(sentences) for window in cut(number, group, model)
    ]
    scores = run(windows, model)
    parts: list[list[Scores]] = [[] for _ in reports]
    for window, found in zip(windows, scores, strict=True):
        parts[window.report].append(found)
    return [
        assemble(report, group, found, model)
        for report, group, found in zip(reports, sentences, parts, strict=True)
    ]


def assemble(
    report: Report, raw: Sequence[RawSentence], parts: Sequence[Scores], model: LanguageModel
) -> Reading:
    """The reading of one report from the scores of its windows."""
    if not raw:
        return Reading(report=report, sentences=(), tokens=(), names=())
    heads, relations = trees(raw, parts, model)
    labels = model.labels
    parts_of_speech = np.concatenate([part.part_of_speech for part in parts])
    tags = np.concatenate([part.tag for part in parts])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, sentence in enumerate(raw):
        first = len(tokens)
        for word in sentence.words:
            i = len(tokens)
            tokens.append(
                Token(
                    text=word.text,
                    span=word.span,
                    part_of_speech=labels.parts_of_speech[parts_of_speech[i]],
                    tag=labels.tags[tags[i]],
                    head=int(heads[i]),
                    relation=labels.relations[relations[i]] if heads[i] != i else "root",
                    sentence=number,
                )
            )
        inside = heads[first : len(tokens)]
        root = first + int(np.flatnonzero(inside == np.arange(first, len(tokens)))[0])
        sentences.append(
            Sentence(
                span=sentence.span,
                first=first,
                end=len(tokens),
                root=root,
                paragraph=sentence.paragraph,
            )
        )
    probabilities = np.concatenate([part.name for part in parts])
    return Reading(
        report=report,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        names=tuple(names_of(tokens, sentences, probabilities, labels.names)),
        quotations=tuple(quotations_of(parts, labels)),
        acts=tuple(acts_of(parts, labels)),
    )


def trees(
    raw: Sequence[RawSentence], parts: Sequence[Scores], model: LanguageModel
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Report-wide heads and relation ids of all words."""
    heads: list[NDArray[np.int64]] = []
    governors: list[NDArray[np.float32]] = []
    sizes = iter([len(sentence.words) for sentence in raw])
    offset = 0
    for part in parts:
        at = 0
        while at < len(part.tag):
            size = next(sizes)
            own = best_tree(part.arcs[at : at + size, at : at + size])
            heads.append(own + offset)
            governors.append(part.governor[at + own])
            at += size
            offset += size
    dependent = np.concatenate([part.dependent for part in parts])
    return np.concatenate(heads), model.relations(dependent, np.concatenate(governors))


def names_of(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    probabilities: NDArray[np.float32],
    labels: Sequence[str],
) -> Iterator[Name]:
    """Names of the report; an "inside" tag without its beginning opens a name."""
    best = probabilities.argmax(axis=1)
    for sentence in sentences:
        first, kind = -1, ""
        for i in range(sentence.first, sentence.end + 1):
            tag = labels[best[i]] if i < sentence.end else "O"
            goes_on = first >= 0 and tag.startswith("I-") and tag[2:] == kind
            if first >= 0 and not goes_on:
                score = float(probabilities[range(first, i), best[first:i]].mean())
                yield Name(
                    span=Span(tokens[first].span.start, tokens[i - 1].span.end),
                    first=first,
                    end=i,
                    kind=NameKind(kind),
                    score=round(score, 3),
                )
                first = -1
            if tag != "O" and not goes_on:
                first, kind = i, tag[2:]
