"""How far a run is, for whoever watches."""

from __future__ import annotations

from dateline.records import Record


class Progress(Record):
    """Counts of reports and events so far.

    ``known`` were passed over because the archive held them, or because they came twice;
    ``rejected`` could not be read or crash their worker; ``retried`` counts batches that were
    coded again after a failure; ``seconds`` is the time since the workers were ready.
    """

    coded: int = 0
    events: int = 0
    known: int = 0
    rejected: int = 0
    retried: int = 0
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """Reports that need no more work."""
        return self.coded + self.known + self.rejected

    @property
    def rate(self) -> float:
        """Reports coded in a second."""
        return self.coded / self.seconds if self.seconds > 0 else 0.0
