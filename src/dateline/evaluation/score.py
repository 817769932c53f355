"""Scores a coding against a gold coding (codebook section 7)."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.evaluation.dyads import Dyad, Measure, keyed
from dateline.evaluation.fields import FIELDS, agreement
from dateline.evaluation.record import CodedEvent
from dateline.records import Record

Codings = Mapping[str, tuple[CodedEvent, ...]]


class Tally(Record):
    """True positives, false positives, false negatives, and the ratios made of them."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            hits=self.hits + other.hits,
            false=self.false + other.false,
            missed=self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        return _ratio(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float:
        return _ratio(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)


class Scores(Record):
    """All scores of a set of reports.

    ``fields`` are shares of the ``matched`` event dyads on which the field agrees;
    ``per_report`` holds each report's tally of the event measure.
    """

    measures: dict[Measure, Tally]
    fields: dict[str, float]
    matched: int
    per_report: dict[str, Tally]


def score(gold: Codings, coded: Codings) -> Scores:
    """Scores over all reports of ``gold``, pooled; a report missing from ``coded`` is empty.

    A report's coding is a set of dyads, so repeats cost and gain nothing; of repeated dyads
    the pair that agrees on most fields is compared.
    """
    totals = dict.fromkeys(Measure, Tally())
    per_report: dict[str, Tally] = {}
    agreements: list[dict[str, bool]] = []
    for name, gold_events in sorted(gold.items()):
        coded_events = coded.get(name, ())
        for measure in Measure:
            wanted, given = keyed(gold_events, measure), keyed(coded_events, measure)
            hits = wanted.keys() & given.keys()
            tally = Tally(
                hits=len(hits), false=len(given) - len(hits), missed=len(wanted) - len(hits)
            )
            totals[measure] += tally
            if measure is Measure.EVENT:
                per_report[name] = tally
                agreements += [_best_agreement(wanted[key], given[key]) for key in hits]
    fields = {
        field: _ratio(sum(agreed[field] for agreed in agreements), len(agreements))
        for field in FIELDS
    }
    return Scores(measures=totals, fields=fields, matched=len(agreements), per_report=per_report)


def _best_agreement(gold: list[Dyad], coded: list[Dyad]) -> dict[str, bool]:
    pairs = (agreement(first, second) for first in gold for second in coded)
    return max(pairs, key=lambda agreed: sum(agreed.values()))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
