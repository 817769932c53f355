"""Reports to readings: windows of whole sentences through the model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.language.acts import acts_of
from dateline.language.chains import chains_of
from dateline.language.frames import frames_of
from dateline.language.model import Labels
from dateline.language.names import names_of
from dateline.language.quotation_bounds import completed
from dateline.language.quotations import quotations_of
from dateline.language.windows import CODING, LanguageModel, Layers, Scores, cut, run
from dateline.language.words import RawSentence, split
from dateline.records import Reading, Report, Sentence, Token


def read(report: Report, model: LanguageModel, layers: Layers = CODING) -> Reading:
    """What the language model sees in one report."""
    return read_reports((report,), model, layers)[0]


def read_reports(
    reports: Sequence[Report], model: LanguageModel, layers: Layers = CODING
) -> list[Reading]:
    """Readings of many reports, in their order: the same as one by one, but on all threads."""
    sentences = [split(report.text, report.dateline) for report in reports]
    windows = [
        window for number, group in enumerate(sentences) for window in cut(number, group, model)
    ]
    scores = run(windows, model, layers)
    parts: list[list[Scores]] = [[] for _ in reports]
    for window, found in zip(windows, scores, strict=True):
        parts[window.report].append(found)
    return [
        assemble(report, group, found, model, layers)
        for report, group, found in zip(reports, sentences, parts, strict=True)
    ]


def assemble(
    report: Report,
    raw: Sequence[RawSentence],
    parts: Sequence[Scores],
    model: LanguageModel,
    layers: Layers = CODING,
) -> Reading:
    """The reading of one report from the scores of its windows."""
    if not raw:
        return Reading(report=report, sentences=(), tokens=(), names=())
    labels = model.labels
    tokens, sentences = _parsed(raw, parts, labels)
    probabilities = np.concatenate([part.name for part in parts])
    return Reading(
        report=report,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        names=names_of(tokens, sentences, probabilities, labels.names),
        quotations=completed(quotations_of(parts, labels), tokens, sentences, report.text),
        acts=tuple(acts_of(parts, labels)),
        frames=tuple(frames_of(parts, labels)),
        chains=tuple(chains_of(tokens, parts, model)) if layers.chains else (),
    )


def _parsed(
    raw: Sequence[RawSentence], parts: Sequence[Scores], labels: Labels
) -> tuple[list[Token], list[Sentence]]:
    """The words with their parts of speech and trees, and the sentences that they make."""
    parts_of_speech = np.concatenate([part.part_of_speech for part in parts])
    tags = np.concatenate([part.tag for part in parts])
    heads = [own for part in parts for own in part.parse.heads]
    relations = [own for part in parts for own in part.parse.relations]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, sentence in enumerate(raw):
        first = len(tokens)
        for i, word in enumerate(sentence.words):
            token = Token(
                text=word.text,
                span=word.span,
                part_of_speech=labels.parts_of_speech[parts_of_speech[first + i]],
                tag=labels.tags[tags[first + i]],
                head=first + heads[number][i],
                relation=relations[number][i],
                sentence=number,
            )
            tokens.append(token)
        root = next(i for i in range(first, len(tokens)) if tokens[i].head == i)
        sentences.append(
            Sentence(
                span=sentence.span,
                first=first,
                end=len(tokens),
                root=root,
                paragraph=sentence.paragraph,
            )
        )
    return tokens, sentences
