"""What a collector tells of its work, one record a step."""

from __future__ import annotations

from pathlib import Path

from dateline.ingest.rejection import Rejection
from dateline.ingest.web.feeds_file import WebSource
from dateline.records import Record


class Listed(Record):
    """A feed was read: how many of its entries are new, and how many are known. ``moved`` is the
    address that it says to use from now on."""

    source: WebSource
    new: int
    known: int
    moved: str = ""


class NotModified(Record):
    """A feed or page is as it was."""

    source: WebSource


class Saved(Record):
    """A report was written to ``path``."""

    path: Path
    title: str
    publisher: str
    published: str
    url: str


class Unchanged(Record):
    """The report is here already."""

    url: str


class Rejected(Record):
    """An address that gives no report."""

    rejection: Rejection


class Postponed(Record):
    """An address that gave no answer and is asked again in ``wait`` seconds."""

    rejection: Rejection
    wait: float


class Idle(Record):
    """Nothing is to be done for so many seconds."""

    seconds: float


class Left(Record):
    """The run ends before all is done: so many pages wait, of which so many failed, and so many
    sources could not be asked."""

    pages: int
    failed: int
    sources: int


Progress = Listed | NotModified | Saved | Unchanged | Rejected | Postponed | Idle | Left
