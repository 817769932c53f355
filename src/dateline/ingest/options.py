"""What a reader of a format needs to know."""

from __future__ import annotations

from dateline.ingest.columns import Columns
from dateline.ingest.limits import Limits
from dateline.records import Record
from dateline.settings import Settings


class Options(Record):
    """The choices of a run that readers depend on."""

    settings: Settings
    columns: Columns = Columns()
    limits: Limits = Limits()
