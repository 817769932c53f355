"""Files become reports: text, web pages, JSON, tables, archives of them; see docs/ingest.md.

Step one of the way of the data. :func:`find` tells which files hold reports, :func:`receive_all`
reads them as one stream. What cannot be read becomes a :class:`Rejection` that names the report
and says what to do; the rest goes on. :func:`furniture` tells what of a text is dateline,
caption, teaser or notice.
"""

from __future__ import annotations

from dateline.ingest.columns import Columns, parse_columns
from dateline.ingest.contents import Contents
from dateline.ingest.furniture import Boilerplate, BoilerplateKind, Dateline, Furniture, furniture
from dateline.ingest.limits import Limits
from dateline.ingest.page import read_page
from dateline.ingest.publication import DatedBy, parse_date
from dateline.ingest.receive import Received, make_report, receive, receive_all
from dateline.ingest.rejection import Rejection, RejectionKind
from dateline.ingest.sources import Found, Source, find

__all__ = [
    "Boilerplate",
    "BoilerplateKind",
    "Columns",
    "Contents",
    "DatedBy",
    "Dateline",
    "Found",
    "Furniture",
    "Limits",
    "Received",
    "Rejection",
    "RejectionKind",
    "Source",
    "find",
    "furniture",
    "make_report",
    "parse_columns",
    "parse_date",
    "read_page",
    "receive",
    "receive_all",
]
