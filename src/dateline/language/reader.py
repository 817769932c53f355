"""Reports to readings: windows of whole sentences through the model."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

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

AHEAD = 30_000  # characters: enough for all cores, little for the memory


def read(report: Report, model: LanguageModel, layers: Layers = CODING) -> Reading:
    """What the language model sees in one report."""
    return next(read_reports((report,), model, layers))


def read_reports(
    reports: Iterable[Report], model: LanguageModel, layers: Layers = CODING
) -> Iterator[Reading]:
    """Readings of many reports, in their order; none depends on the reports beside it.

    As many windows are computed at once as the model has threads, and while the caller is busy
    with one reading, the next ``AHEAD`` characters are read, or one longer report.
    """
    pool = ThreadPoolExecutor(model.threads, thread_name_prefix="reader")
    waiting: deque[_Begun] = deque()
    try:
        for report in reports:
            waiting.append(_Begun(report, pool, model, layers))
            while len(waiting) > 1 and sum(len(one.report.text) for one in waiting) > AHEAD:
                yield waiting.popleft().reading()
        while waiting:
            yield waiting.popleft().reading()
    finally:
        pool.shutdown(cancel_futures=True)


class _Begun:
    """A report whose windows are being read."""

    def __init__(
        self, report: Report, pool: ThreadPoolExecutor, model: LanguageModel, layers: Layers
    ) -> None:
        self.report = report
        self.model = model
        self.layers = layers
        self.sentences = split(report.text, report.dateline)
        self.windows = [
            pool.submit(run, window, model, layers) for window in cut(self.sentences, model)
        ]

    def reading(self) -> Reading:
        parts = [window.result() for window in self.windows]
        return assemble(self.report, self.sentences, parts, self.model, self.layers)


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
