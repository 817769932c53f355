"""Runs: a stream of reports is coded by many workers into one archive, and nothing is lost.

``code_into_archive`` does it; :class:`RunOptions` says on how many processes, or on which Ray
cluster. docs/scale.md tells what a user needs to know of it.
"""

from __future__ import annotations

from dateline.run.options import RunnerName, RunOptions
from dateline.run.progress import Progress
from dateline.run.run import code_into_archive

__all__ = ["Progress", "RunOptions", "RunnerName", "code_into_archive"]
