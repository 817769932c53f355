"""The map of a run: a batch of reports becomes the rows of a shard, by no other state than what
:class:`MapRecipe` names. The same in a process of this machine and in an actor of a cluster."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from dateline.cores import take_short_turns
from dateline.ingest import Rejection, RejectionKind
from dateline.records import Coding, Record, Report
from dateline.run.memory import give_large_blocks_back
from dateline.run.work import Batch, Counts
from dateline.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

    Tables = dict[str, pa.Table]

Gate = Callable[[Report], bool]


class CodesReports(Protocol):
    """What a run needs of a coder; ``pipeline.Coder`` is one."""

    @property
    def run(self) -> dict[str, Any]: ...
    def code_reports(self, reports: Iterable[Report]) -> Iterator[Coding]: ...


class MapRecipe(Record):
    """All that a worker needs to build its map; small, and can be sent to another machine."""

    settings: Settings
    threads: int
    coder: str
    gate: str = ""

    def build(self) -> BatchMap:
        """Loads the model and the libraries, so that no batch waits for them.

        For a process that does nothing else: it is set for coding, its memory and its threads.
        Raises ``ModelError`` or ``KnowledgeError``.
        """
        give_large_blocks_back()
        take_short_turns()
        import_module("pyarrow.parquet")
        coder = named(self.coder)(self.settings, self.threads)
        gc.freeze()  # the knowledge stays; the collector need not walk it again and again
        if not self.gate:
            return BatchMap(coder)
        return BatchMap(coder, named(self.gate), version_of_gate(self.gate))


class BatchMap:
    """Codes batches; kept by a worker for as long as it lives."""

    def __init__(self, coder: CodesReports, gate: Gate | None = None, version: str = "") -> None:
        """``version`` is the gate's, which codings depend on as they do on the coder's."""
        self.coder = coder
        self.gate = gate
        self.run = {**coder.run, "gate": version} if gate else dict(coder.run)

    def rows(self, batch: Batch) -> tuple[Tables, Counts]:
        """The rows of a shard, and how much they hold."""
        from dateline.store.rows import rows_of

        reports = tuple(item.report for item in batch.items)
        passing = self._passing(reports)
        codings = tuple(self._coded(reports, passing))
        events = sum(len(coding.events) for coding in codings)
        passed_over = tuple(
            Rejection(
                report=item.name,
                kind=RejectionKind.IRRELEVANT,
                reason="tells of no event, going by its words.",
                advice="Code it without --gate to be sure.",
            )
            for item, passes in zip(batch.items, passing, strict=True)
            if not passes
        )
        return rows_of(codings, passed_over), Counts(reports=len(codings), events=events)

    def codings(self, reports: tuple[Report, ...]) -> Iterator[Coding]:
        """One coding a report, in order; what the gate holds back has no events."""
        return self._coded(reports, self._passing(reports))

    def _passing(self, reports: tuple[Report, ...]) -> list[bool]:
        """Whether the gate lets each report pass; without a gate all do."""
        return [self.gate is None or self.gate(report) for report in reports]

    def _coded(self, reports: tuple[Report, ...], passing: list[bool]) -> Iterator[Coding]:
        coded = self.coder.code_reports(
            report for report, passes in zip(reports, passing, strict=True) if passes
        )
        for report, passes in zip(reports, passing, strict=True):
            if passes:
                yield msgspec.structs.replace(next(coded), run=self.run)
            else:
                yield Coding(report=report, events=(), run=self.run)


def load_coder(settings: Settings, threads: int) -> CodesReports:
    """The coder that ships, its language model on ``threads`` threads."""
    from dateline import knowledge
    from dateline.language import load_model
    from dateline.pipeline import Coder

    model = load_model(settings.language_model, threads)
    return Coder(model, knowledge.load(settings), settings)


def version_of_gate(name: str) -> str:
    """The digest that the gate's module tells by a function of that name; else the name."""
    digest = getattr(import_module(name.partition(":")[0]), "digest", None)
    return str(digest()) if callable(digest) else name


def named(name: str) -> Callable[..., Any]:
    """The function that ``module:function`` names; a name crosses to a worker, a closure does
    not."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
