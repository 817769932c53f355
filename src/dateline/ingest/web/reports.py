"""Reports as files: one JSON object each, under a name that tells whether it is there already."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dateline.ingest.contents import Contents
from dateline.ingest.web.state import key, write_whole


def report_key(contents: Contents) -> str:
    """The same for the same words of the same publisher; the headline and the address of a
    report change, and it stays the report that it was."""
    return key("text", contents.publisher, contents.text)


def report_path(folder: Path, contents: Contents) -> Path:
    """Where a report belongs in ``folder``."""
    return folder / f"{report_key(contents)}.json"


def write_report(path: Path, contents: Contents, language: str = "") -> None:
    """Write the fields that ``dateline code`` reads; a date that is not known is ``null``.

    Raises :class:`OutputError`.
    """
    document = {
        "text": contents.text,
        "title": contents.title,
        "published": contents.published or None,
        "publisher": contents.publisher,
        "url": contents.url,
    }
    if language:
        document["language"] = language
    encoded = msgspec.json.format(msgspec.json.encode(document), indent=2)
    write_whole(path, encoded + b"\n")
