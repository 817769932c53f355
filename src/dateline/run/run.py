"""A run from a stream of reports to an archive: ``code_into_archive`` is the whole of it.

::

    reports ──▶ batches ──▶ workers ──▶ shards ──▶ one writer ──▶ archive
    (a thread)   (as one)    (many)     (files)    (a thread)

Shards become durable before anything forgets the reports in them, and an archive takes a shard
in one transaction, so that a stop at any moment loses work but no report.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from dateline.ingest import Received, Rejection
from dateline.run.batches import Batches
from dateline.run.errors import RunError
from dateline.run.feeder import Feeder
from dateline.run.mapping import MapRecipe
from dateline.run.options import RunnerName, RunOptions
from dateline.run.progress import Progress
from dateline.run.retry import after_failure
from dateline.run.runner import Runner
from dateline.run.work import Batch, Coded, Outcome
from dateline.run.work_folder import WorkFolder
from dateline.run.writer import ArchiveWriter
from dateline.settings import Settings
from dateline.store import Archive

SECONDS_BETWEEN_LOOKS = 0.02  # at the reader, while a worker waits for it
MOST_CRASHES = 20  # reports rejected for a crash without one that is coded
SECONDS_BETWEEN_REPORTS = 0.5  # to the watcher, while all workers are busy

Watch = Callable[[Progress], None]
OnReject = Callable[[Rejection], None]


def code_into_archive(
    outcomes: Iterable[Received | Rejection],
    archive: Path,
    settings: Settings,
    options: RunOptions,
    *,
    watch: Watch | None = None,
    on_reject: OnReject | None = None,
) -> Progress:
    """Code the reports of ``outcomes`` that ``archive`` does not hold by the same versions.

    A run that was stopped goes on where the same call is made, and ends with the archive of a run
    that was not stopped. The work folder ``FILE.work`` beside the archive holds what is done; it
    goes when the run ends.

    Raises ``OutputError`` where another run writes to the archive, ``StoreError`` where the
    archive cannot be written (the disk is full), ``ModelError`` or ``KnowledgeError`` where
    no worker can be built. Whatever was coded until then stays in archive and work folder.
    """
    with WorkFolder(archive) as folder:
        with ExitStack() as closing:
            opened = closing.enter_context(Archive.open(archive))
            writer = ArchiveWriter(opened, folder.shards)
            closing.callback(writer.close)
            writer.begin()
            runner = make_runner(settings, options, folder.shards)
            closing.callback(runner.close)
            writer.known_to(runner.start())
            met = folder.met()
            closing.callback(met.close)
            batches = Batches(options, met, writer.known)
            feeder = Feeder(batches.of(outcomes), ahead=2 + options.workers)
            closing.callback(feeder.close)
            run = _Run(runner, writer, batches, feeder, watch, on_reject)
            run.to_the_end()
            writer.finish()
        folder.remove()
    return run.progress()


def make_runner(settings: Settings, options: RunOptions, shards: Path) -> Runner:
    """The workers that ``options`` ask for, not yet started."""
    if options.runner is RunnerName.RAY:
        from dateline.run.ray_actors import RayActors

        return RayActors(recipe_of(settings, options, options.threads or 1), shards, options)
    from dateline.run.pool import ProcessPool

    return ProcessPool(recipe_of(settings, options, options.threads_each()), shards, options)


def recipe_of(settings: Settings, options: RunOptions, threads: int) -> MapRecipe:
    return MapRecipe(settings=settings, threads=threads, coder=options.coder, gate=options.gate)


class _Run:
    """Hands batches out and takes outcomes in until there are no more."""

    def __init__(
        self,
        runner: Runner,
        writer: ArchiveWriter,
        batches: Batches,
        feeder: Feeder,
        watch: Watch | None,
        on_reject: OnReject | None,
    ) -> None:
        self.runner = runner
        self.writer = writer
        self.batches = batches
        self.feeder = feeder
        self.watch = watch
        self.on_reject = on_reject
        self.again: deque[Batch] = deque()  # batches of which some part failed
        self.next: Batch | None = None
        self.coded = self.events = self.rejected = self.retried = 0
        self.crashes = 0  # since a batch was coded
        self.begun = time.monotonic()

    def progress(self) -> Progress:
        return Progress(
            coded=self.coded,
            events=self.events,
            known=self.batches.passed,
            rejected=self.rejected,
            retried=self.retried,
            seconds=time.monotonic() - self.begun,
        )

    def to_the_end(self) -> None:
        while True:
            self._hand_out()
            if self._is_done():
                return
            waits_for_reading = self.runner.room() and not self.feeder.exhausted
            patience = SECONDS_BETWEEN_LOOKS if waits_for_reading else SECONDS_BETWEEN_REPORTS
            for outcome in self.runner.collect(patience):
                self._take(outcome)
            if self.watch is not None:
                self.watch(self.progress())

    def _is_done(self) -> bool:
        nothing_left = self.feeder.exhausted and not self.again and self.next is None
        return nothing_left and not self.runner.busy()

    def _hand_out(self) -> None:
        """A batch to every worker that waits, as far as there are batches."""
        while True:
            if self.next is None:
                self.next = self._draw()
            if self.next is None or not self.runner.room():
                return
            self.runner.submit(self.next)
            self.next = None

    def _draw(self) -> Batch | None:
        """The next batch; rejections on the way to it are stored."""
        if self.again:
            return self.again.popleft()
        while (drawn := self.feeder.next()) is not None:
            if isinstance(drawn, Batch):
                return drawn
            self._reject(drawn)
        return None

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome, Coded):
            self.writer.add(outcome.shard)
            self.crashes = 0
            self.coded += outcome.counts.reports
            self.events += outcome.counts.events
            return
        instead = after_failure(outcome)
        if isinstance(instead, Rejection):
            self._reject(instead)
            self._give_up_if_all_crash(instead)
        else:
            self.retried += 1
            self.again.extend(instead)

    def _give_up_if_all_crash(self, rejection: Rejection) -> None:
        """A machine that is out of memory must not have all reports of the world rejected."""
        self.crashes += 1
        if self.crashes == MOST_CRASHES:
            raise RunError(
                f"{MOST_CRASHES} reports in a row could not be coded, so it is hardly for the "
                f"reports. The last one, {rejection.report}, {rejection.reason}"
            )

    def _reject(self, rejection: Rejection) -> None:
        self.rejected += 1
        self.writer.reject(rejection)
        if self.on_reject is not None:
            self.on_reject(rejection)
