"""Files become reports: text, Markdown and JSON, one report a file.

Step one of the way of the data. What cannot be read becomes a :class:`Rejection` that names
the report and says what to do; the rest goes on.
"""

from __future__ import annotations

from dateline.ingest.formats import Contents
from dateline.ingest.publication import parse_date
from dateline.ingest.receive import Received, make_report, receive
from dateline.ingest.rejection import Rejection, RejectionKind
from dateline.ingest.sources import Found, Source, find

__all__ = [
    "Contents",
    "Found",
    "Received",
    "Rejection",
    "RejectionKind",
    "Source",
    "find",
    "make_report",
    "parse_date",
    "receive",
]
