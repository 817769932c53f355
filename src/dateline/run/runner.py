"""What the run needs of whoever codes its batches: processes here or actors of a cluster."""

from __future__ import annotations

from typing import Any, Protocol

from dateline.run.work import Batch, Outcome


class Runner(Protocol):
    """Workers that each code one batch at a time and are replaced when they die."""

    def start(self) -> dict[str, Any]:
        """Start the workers; gives what their codings depend on once the first one is ready.

        Raises ``ModelError``, ``KnowledgeError`` or ``RunError`` where no worker can be built.
        """
        ...

    def room(self) -> int:
        """How many workers wait for a batch."""
        ...

    def busy(self) -> int:
        """How many batches are being coded."""
        ...

    def submit(self, batch: Batch) -> None:
        """Give a batch to a worker that waits; call it only where there is ``room``."""
        ...

    def collect(self, seconds: float) -> list[Outcome]:
        """What was finished, waiting for it up to ``seconds``.

        A worker that died or ran out of time gives ``Failed`` and is replaced.
        """
        ...

    def close(self) -> None:
        """End the workers; what they were coding is dropped."""
        ...
