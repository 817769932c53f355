"""Workers on a Ray cluster: the same map in actors, wherever there is a processor free.

Rows come back through Ray's object store, so that machines need no file system in common; the
driver writes the shards beside the archive.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.libraries import library
from dateline.records import Record
from dateline.run.errors import RunError
from dateline.run.mapping import BatchMap, MapRecipe
from dateline.run.options import RunOptions
from dateline.run.pool import MOST_FALSE_STARTS
from dateline.run.work import Batch, Cause, Coded, Counts, Failed, Outcome
from dateline.run.worker import raised
from dateline.store import write_shard

if TYPE_CHECKING:
    import pyarrow as pa

LOCAL = "local"  # Ray's name for a cluster of this machine alone, started for us


class Prepared(Record):
    """An actor that has its model: what its codings depend on, and the node it lives on."""

    run: dict[str, Any]
    node: str


class CodingActor:
    """What lives on the cluster; keeps its model between batches."""

    def __init__(self, recipe: MapRecipe) -> None:
        self.recipe = recipe
        self.batch_map: BatchMap

    def prepare(self) -> Prepared | DatelineError:
        """Load the model. Errors of ours are returned: raised, Ray would wrap them."""
        import ray

        try:
            self.batch_map = self.recipe.build()
        except DatelineError as error:
            return error
        node = ray.get_runtime_context().get_node_id()
        return Prepared(run=self.batch_map.run, node=node)

    def code(self, batch: Batch) -> tuple[dict[str, pa.Table], Counts] | Failed:
        try:
            return self.batch_map.rows(batch)
        except Exception as error:
            return raised(batch, error)


class _Worker:
    """An actor and what it is at: ``answer`` is Ray's promise of the result."""

    def __init__(self, actor: Any) -> None:
        self.actor = actor
        self.answer: Any = actor.prepare.remote()
        self.prepared: Prepared | None = None
        self.batch: Batch | None = None
        self.since = time.monotonic()


class RayActors:
    """A :class:`~dateline.run.runner.Runner` of Ray actors."""

    def __init__(self, recipe: MapRecipe, shards: Path, options: RunOptions) -> None:
        """``options.workers`` 0 takes as many actors as the cluster has processors for."""
        self.recipe = recipe
        self.shards = shards
        self.size = options.workers
        self.address = options.address
        self.batch_seconds = options.batch_seconds
        self._ray = library("ray", "ray", "--runner ray", RunError)
        self._joined = False
        self._workers: list[_Worker] = []
        self._false_starts = 0
        self._run: dict[str, Any] | None = None

    def start(self) -> dict[str, Any]:
        self._join()
        if not self.size:
            processors = int(self._ray.cluster_resources().get("CPU", 1))
            self.size = max(1, processors // self.recipe.threads)
        self._workers = [self._new_worker() for _ in range(self.size)]
        while True:
            self.collect(5.0)
            if self._run is not None:
                return self._run

    def room(self) -> int:
        return sum(worker.answer is None for worker in self._workers)

    def busy(self) -> int:
        return sum(worker.batch is not None for worker in self._workers)

    def submit(self, batch: Batch) -> None:
        worker = next(one for one in self._workers if one.answer is None)
        worker.batch, worker.since = batch, time.monotonic()
        worker.answer = worker.actor.code.remote(batch)

    def collect(self, seconds: float) -> list[Outcome]:
        promised = {worker.answer: worker for worker in self._workers if worker.answer is not None}
        outcomes: list[Outcome] = []
        for answer in self._answers(list(promised), seconds):
            worker = promised[answer]
            try:
                result = self._ray.get(answer)
            except self._ray.exceptions.RayError as error:
                outcomes += self._replace(worker, *self._how_it_ended(worker, error))
                continue
            worker.answer = None
            if isinstance(result, DatelineError):
                raise result
            if isinstance(result, Prepared):
                worker.prepared, self._run = result, result.run
            else:
                outcomes.append(self._outcome(worker, result))
        for worker in list(self._workers):
            late = time.monotonic() - worker.since > self.batch_seconds
            if worker.batch is not None and late:
                self._ray.kill(worker.actor)
                reason = f"takes longer than {self.batch_seconds:g} seconds to code."
                outcomes += self._replace(worker, Cause.CRASH, reason)
        return outcomes

    def close(self) -> None:
        for worker in self._workers:
            self._ray.kill(worker.actor)
        self._workers = []
        if self._joined:
            self._ray.shutdown()

    def _join(self) -> None:
        """Connect to the cluster, unless the program that calls us has done so."""
        if self._ray.is_initialized():
            return
        own: dict[str, Any] = {} if self.address else {"include_dashboard": False}
        try:
            self._ray.init(
                address=self.address or LOCAL,
                log_to_driver=False,
                logging_level=logging.ERROR,
                **own,
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            where = f"at {self.address}" if self.address else "on this machine"
            raise RunError(f"No Ray cluster answers {where}: {error}") from error
        self._joined = True

    def _answers(self, promised: list[Any], seconds: float) -> list[Any]:
        """The promises that are kept by now, waiting for the first one up to ``seconds``."""
        if not promised:
            time.sleep(seconds)
            return []
        self._ray.wait(promised, num_returns=1, timeout=seconds)
        kept: list[Any] = self._ray.wait(promised, num_returns=len(promised), timeout=0)[0]
        return kept

    def _outcome(self, worker: _Worker, result: Any) -> Outcome:
        batch, worker.batch = worker.batch, None
        self._false_starts = 0
        if isinstance(result, Failed):
            return result
        assert batch is not None, "an actor answers only what it was asked"
        tables, counts = result
        return Coded(batch=batch, shard=write_shard(tables, self.shards), counts=counts)

    def _how_it_ended(self, worker: _Worker, error: Exception) -> tuple[Cause, str]:
        if worker.prepared is not None and worker.prepared.node not in self._living_nodes():
            return Cause.ELSEWHERE, "was on a machine that is gone."
        if isinstance(error, self._ray.exceptions.OutOfMemoryError):
            return Cause.CRASH, "needs more memory than its worker had."
        return Cause.CRASH, f"ended its worker ({type(error).__name__})."

    def _living_nodes(self) -> set[str]:
        return {node["NodeID"] for node in self._ray.nodes() if node["Alive"]}

    def _replace(self, worker: _Worker, cause: Cause, reason: str) -> list[Outcome]:
        """A new actor in place of a dead one; Ray puts it where there is room."""
        if worker.prepared is None:
            self._false_starts += 1
            if self._false_starts >= MOST_FALSE_STARTS:
                raise RunError(f"Ray's workers end before they are ready: {reason}")
        self._workers[self._workers.index(worker)] = self._new_worker()
        if worker.batch is None:
            return []
        return [Failed(batch=worker.batch, cause=cause, reason=reason)]

    def _new_worker(self) -> _Worker:
        # Ray's own restarts would hide from us which batch an actor died of.
        actor = self._ray.remote(CodingActor).options(
            num_cpus=self.recipe.threads,
            max_restarts=0,
            max_task_retries=0,
            scheduling_strategy="SPREAD",
        )
        return _Worker(actor.remote(self.recipe))
