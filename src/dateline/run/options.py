"""How a run is spread over cores or machines. None of it changes what is coded."""

from __future__ import annotations

from enum import StrEnum

from dateline.cores import usable_cores
from dateline.records import Record

SHIPPED_CODER = "dateline.run.mapping:load_coder"
SHIPPED_GATE = "dateline.relevance:may_hold_events"


class RunnerName(StrEnum):
    """Where the workers are: processes of this machine, or actors of a Ray cluster."""

    LOCAL = "local"
    RAY = "ray"


class RunOptions(Record):
    """Choices of one run.

    ``workers``        processes that code, a model each; 0: one (local), as many as fit (Ray)
    ``threads``        of each worker's model; 0: the cores shared out among the workers (Ray: one)
    ``batch_reports``  reports that a worker takes at a time, at most
    ``batch_characters``  characters that it takes at a time, at most, or one longer report
    ``batch_seconds``  a worker that takes longer over a batch is taken to hang and is ended
    ``runner``         local processes or Ray
    ``address``        of the Ray cluster; empty: start one on this machine
    ``coder``          "module:function" of settings and threads, gives the coder in the worker
    ``gate``           "module:function" of a report, false for one that cannot hold an event;
                       such a report is stored without events, and the encoder does not run on it
    """

    workers: int = 0
    threads: int = 0
    batch_reports: int = 32
    batch_characters: int = 200_000
    batch_seconds: float = 600.0
    runner: RunnerName = RunnerName.LOCAL
    address: str = ""
    coder: str = SHIPPED_CODER
    gate: str = ""

    def threads_each(self, cores: int | None = None) -> int:
        """Threads for each model, so that all workers together use every core once."""
        return self.threads or max(1, (cores or usable_cores()) // max(1, self.workers))
