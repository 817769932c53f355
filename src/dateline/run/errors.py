"""What stops a run as a whole; a single report never does."""

from __future__ import annotations

from dateline.errors import DatelineError


class RunError(DatelineError):
    """No workers can be had: they die while they start, Ray is missing or does not answer. What
    was coded until then is kept, and the same command goes on from there."""
