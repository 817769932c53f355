"""The stream of reports that are yet to be coded, cut into batches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from dateline.ingest import Received, Rejection
from dateline.run.options import RunOptions
from dateline.run.work import Batch
from dateline.run.work_folder import Met

LOOKED_UP = 64  # reports looked up in the archive at a time

Known = Callable[[Collection[str]], set[str]]


class Batches:
    """Makes batches of the reports that are to be coded, and counts those that are not.

    ``known`` gives those of some report ids that the archive holds, ``met`` tells those that came
    before in this run.
    """

    def __init__(self, options: RunOptions, met: Met, known: Known) -> None:
        self.options = options
        self.met = met
        self.known = known
        self.passed = 0  # reports that the archive holds or that came twice

    def of(self, outcomes: Iterable[Received | Rejection]) -> Iterator[Batch | Rejection]:
        """Batches as large as the options allow, and rejections as they come."""
        batch: list[Received] = []
        characters = 0
        for item in self._new(outcomes):
            if isinstance(item, Rejection):
                yield item
                continue
            length = len(item.report.text)
            full = len(batch) == self.options.batch_reports
            if batch and (full or characters + length > self.options.batch_characters):
                yield Batch(items=tuple(batch))
                batch, characters = [], 0
            batch.append(item)
            characters += length
        if batch:
            yield Batch(items=tuple(batch))

    def _new(self, outcomes: Iterable[Received | Rejection]) -> Iterator[Received | Rejection]:
        """Reports that are neither in the archive nor came before, and rejections."""
        group: list[Received] = []
        for outcome in outcomes:
            if isinstance(outcome, Rejection):
                yield outcome
                continue
            group.append(outcome)
            if len(group) == LOOKED_UP:
                yield from self._unknown(group)
                group = []
        yield from self._unknown(group)

    def _unknown(self, group: list[Received]) -> Iterator[Received]:
        known = self.known({item.report.id for item in group})
        unknown = [item for item in group if item.report.id not in known]
        first_time = self.met.enter(item.report.id for item in unknown)
        self.passed += len(group) - sum(first_time)
        for item, is_first in zip(unknown, first_time, strict=True):
            if is_first:
                yield item
