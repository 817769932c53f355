"""Codes the reports of a gold folder and scores the codings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import msgspec

from dateline.evaluation.gold import Gold
from dateline.evaluation.record import CodedEvent
from dateline.export.codebook_json import event_document
from dateline.ingest import Received, Rejection, Source, receive
from dateline.records import Coding, Report
from dateline.settings import Settings


class ReportCoder(Protocol):
    """What codes reports: :class:`dateline.Coder`, or a stand-in of the same shape."""

    run: dict[str, str]

    def code_reports(self, reports: Iterable[Report]) -> Iterator[Coding]: ...


def code_gold(
    gold: Gold,
    coder: ReportCoder,
    settings: Settings,
    *,
    after_each: Callable[[], object] = lambda: None,
) -> tuple[dict[str, tuple[CodedEvent, ...]], tuple[Rejection, ...]]:
    """The codings that ``coder`` makes of the gold reports, and the reports that it cannot read.

    A rejected report counts as coded empty. ``after_each`` is called after each coding.
    """
    outcomes = [
        receive(Source(name=name, path=path), settings) for name, path in gold.texts.items()
    ]
    received = [outcome for outcome in outcomes if isinstance(outcome, Received)]
    rejections = tuple(outcome for outcome in outcomes if isinstance(outcome, Rejection))
    codings = coder.code_reports(one.report for one in received)
    coded = {}
    for one, coding in zip(received, codings, strict=True):
        coded[one.name] = as_coded(coding)
        after_each()
    return coded, rejections


def as_coded(coding: Coding) -> tuple[CodedEvent, ...]:
    """A coding in the form that the scorer compares, by way of the JSON that users see."""
    documents = [event_document(event) for event in coding.events]
    return msgspec.convert(documents, tuple[CodedEvent, ...])


def signature(gold: Gold, run: dict[str, str] | None) -> str:
    """One line that tells whether two scores are comparable; ``run`` is ``None`` for codings
    that were made elsewhere."""
    coder = " · ".join(f"{part} {value}" for part, value in run.items()) if run else "coded before"
    return f"{coder} · data {gold.digest} ({len(gold.codings)} reports)"
