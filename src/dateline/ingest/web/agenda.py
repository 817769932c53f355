"""What is to be done next: the task whose host may be asked first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from dateline.ingest.web.feeds_file import WebSource
from dateline.ingest.web.pace import Pace, host_of
from dateline.ingest.web.state import Pending
from dateline.records import Record


class Visit(Record):
    """Ask a source (a feed or a page) for what is new."""

    source: WebSource
    failures: int = 0

    @property
    def url(self) -> str:
        return self.source.url


class Reading(Record):
    """Fetch the page of an entry."""

    pending: Pending

    @property
    def url(self) -> str:
        return self.pending.entry.url

    @property
    def failures(self) -> int:
        return self.pending.failures


Task = Visit | Reading


class _Slot(NamedTuple):
    """When a task may begin; tasks of the same moment keep their order."""

    ready: float
    number: int
    task: Task


class Agenda:
    """Tasks by host, each with the time from which it may begin."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._numbers = count()
        self._hosts: dict[str, list[_Slot]] = {}

    def add(self, task: Task, ready: float) -> None:
        slots = self._hosts.setdefault(host_of(task.url), [])
        heapq.heappush(slots, _Slot(ready, next(self._numbers), task))

    def __iter__(self) -> Iterator[Task]:
        """The tasks that are left, in no particular order."""
        for slots in self._hosts.values():
            for slot in slots:
                yield slot.task

    def ready(self) -> float | None:
        """When the next task may begin, in seconds since 1970; ``None`` for no task."""
        first = self._first()
        return None if first is None else first[0]

    def take(self) -> Task:
        """Take the next task off the agenda. Raises ``LookupError`` where there is none."""
        first = self._first()
        if first is None:
            raise LookupError("the agenda is empty")
        host = first[2]
        task = heapq.heappop(self._hosts[host]).task
        if not self._hosts[host]:
            del self._hosts[host]
        return task

    def _first(self) -> tuple[float, int, str] | None:
        return min(
            (
                (max(slots[0].ready, self.pace.ready(host)), slots[0].number, host)
                for host, slots in self._hosts.items()
            ),
            default=None,
        )
