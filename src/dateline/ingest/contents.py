"""What the formats hand on: the fields of a report as its file writes them."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.records import Record


class Contents(Record):
    """What a file says; empty where it says nothing. ``text`` is what offsets count in.

    ``undated`` is true where the file says outright that no date of publication is known;
    ``captured`` is the day on which an archive of the web fetched the page.
    """

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    undated: bool = False
    captured: str = ""


class Entry(Record):
    """One report of a file, or why it cannot be read.

    ``part`` tells it from the others of its file (a line, a row, a path within an archive) and
    is empty where the file is one report; ``name`` is a name of its own (an address).
    """

    outcome: Contents | InputError
    part: str = ""
    name: str = ""
