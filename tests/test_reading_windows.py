"""Reports read together: none changes what is seen in another, however they are shared out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dateline.language import EVERYTHING, Model, load_model, read, read_reports
from dateline.language.windows import CONTEXT, WINDOW, cut
from dateline.language.words import split
from dateline.records import Reading, Report

SENTENCES = (
    "Georgia accused Russia of moving the border posts near Orchosani by night. ",
    "The ministry in Tbilisi said that two of its guards had been wounded, one of them badly. ",
    "“We shall not answer fire with fire,” Mr. Kapanadze told reporters on Tuesday. ",
    "No comment came from Moscow. ",
    "Observers of the European Union asked to be let through to the village; they were refused. ",
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(threads=1)


@pytest.fixture(scope="module")
def alone(model: Model) -> list[Reading]:
    """Reports of ever more sentences, each read by itself with all layers."""
    texts = ["".join(SENTENCES[:n] * times) for n in range(6) for times in (1, 4)]
    reports = [Report(id=str(number), text=text) for number, text in enumerate(texts)]
    return [read(report, model, EVERYTHING) for report in reports]


@settings(max_examples=10, deadline=None)
@given(some.lists(some.integers(0, 11), max_size=6))
def test_a_report_is_read_the_same_beside_any_others(
    model: Model, alone: list[Reading], chosen: list[int]
) -> None:
    together = read_reports([alone[i].report for i in chosen], model, EVERYTHING)
    assert list(together) == [alone[i] for i in chosen]


def test_a_report_is_read_the_same_on_any_number_of_threads(alone: list[Reading]) -> None:
    reports = [reading.report for reading in alone]
    assert list(read_reports(reports, load_model(threads=4), EVERYTHING)) == alone


@given(some.lists(some.sampled_from(SENTENCES), max_size=40))
def test_windows_bring_every_sentence_once_and_keep_their_size(
    model: Model, sentences: Sequence[str]
) -> None:
    raw = split("".join(sentences))
    words = [word.text for sentence in raw for word in sentence.words]
    brought: list[str] = []
    for window in cut(raw, model):
        own = [form for forms in window.sentences for form in forms]
        assert window.start == len(brought) - window.context
        assert window.length <= WINDOW
        assert sum(map(len, window.pieces[: window.context])) <= CONTEXT
        brought += own[window.context :]
    assert brought == words
