"""The stream of reports, cut into batches that no stop and no number of workers changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from dateline.ingest import Received, Rejection
from dateline.run.work import Batch
from dateline.run.work_folder import Journal
from dateline.settings import Settings

LOOKED_UP = 64  # reports looked up in the archive at a time

Known = Callable[[Collection[str]], set[str]]


class Batches:
    """Makes batches of the reports that are to be coded, and counts those that are not.

    ``known`` gives those of some report ids that the archive holds.
    """

    def __init__(self, settings: Settings, journal: Journal, known: Known) -> None:
        self.settings = settings
        self.journal = journal
        self.known = known
        self.passed = 0  # reports that the archive holds or that came twice

    def of(self, outcomes: Iterable[Received | Rejection]) -> Iterator[Batch | Rejection]:
        """Batches as large as the settings allow, and rejections as they come.

        A batch is passed over if all of it is known.
        """
        batch: list[Received] = []
        coded = characters = 0
        for item in self._to_batch(outcomes):
            if isinstance(item, Rejection):
                yield item
                continue
            received, is_coded = item
            length = len(received.report.text)
            full = len(batch) == self.settings.batch_reports
            if batch and (full or characters + length > self.settings.batch_characters):
                yield from self._unless_coded(batch, coded)
                batch, coded, characters = [], 0, 0
            batch.append(received)
            coded += is_coded
            characters += length
        if batch:
            yield from self._unless_coded(batch, coded)

    def _unless_coded(self, items: list[Received], coded: int) -> Iterator[Batch]:
        """A batch of which a part is known is coded as a whole, so that the rest gets the coding
        that it would have got without a stop."""
        if coded == len(items):
            self.passed += coded
        else:
            yield Batch(items=tuple(items))

    def _to_batch(
        self, outcomes: Iterable[Received | Rejection]
    ) -> Iterator[tuple[Received, bool] | Rejection]:
        """Reports that this run codes or has coded before it was stopped (true)."""
        group: list[Received] = []
        for outcome in outcomes:
            if isinstance(outcome, Rejection):
                yield outcome
                continue
            group.append(outcome)
            if len(group) == LOOKED_UP:
                yield from self._look_up(group)
                group = []
        yield from self._look_up(group)

    def _look_up(self, group: list[Received]) -> Iterator[tuple[Received, bool]]:
        known = self.known({item.report.id for item in group})
        before = known - self.journal.of_this_run(known)
        kept = [item for item in group if item.report.id not in before]
        first_time = self.journal.enter(item.report.id for item in kept)
        self.passed += len(group) - sum(first_time)
        for item, is_first in zip(kept, first_time, strict=True):
            if is_first:
                yield item, item.report.id in known
