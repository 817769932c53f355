"""What passes between the parent of a run and its workers: batches out, outcomes back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from dateline.ingest import Received
from dateline.records import Record


class Batch(Record):
    """Reports that a worker codes one after the other; ``tries`` counts how often a worker was
    lost over a single one."""

    items: tuple[Received, ...]
    tries: int = 0


class Counts(Record):
    """How many reports a batch had, and how many events they tell."""

    reports: int
    events: int


class Coded(Record):
    """A batch whose rows lie in ``shard``."""

    batch: Batch
    shard: Path
    counts: Counts


class Cause(StrEnum):
    """Why a batch was not coded."""

    ERROR = "error"  # the coder raised an exception: it would again
    CRASH = "crash"  # the worker died or hung: for its reports, or by chance
    ELSEWHERE = "elsewhere"  # the machine of the worker is gone: no report did that


class Failed(Record):
    """A batch that was not coded; ``reason`` is a sentence whose subject is the report."""

    batch: Batch
    cause: Cause
    reason: str


Outcome = Coded | Failed
