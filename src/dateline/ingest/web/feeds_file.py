"""The list of feeds to watch: a TOML file (``docs/feeds.md``)."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind
from dateline.records import Record

UNITS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}
INTERVAL = re.compile(r"([0-9]{1,6}) ?(s|min|h|d)")
USUAL_INTERVAL = 900.0
# No publisher updates a feed more often, and many bar those who ask more often.
LEAST_INTERVAL = 60.0

FILE_KEYS = ("contact", "interval", "feeds")
FEED_KEYS = ("name", "url", "interval", "publisher", "language", "text")


class TextFrom(StrEnum):
    """Where the words of a report are taken from: its own page, or the feed itself."""

    PAGE = "page"
    FEED = "feed"


class WebSource(Record):
    """An address to fetch. ``interval`` is in seconds; what is empty is taken from the feed or
    the page. ``feed_only`` is true where anything but a feed is a mistake."""

    name: str
    url: str
    interval: float = USUAL_INTERVAL
    publisher: str = ""
    language: str = ""
    text: TextFrom = TextFrom.PAGE
    feed_only: bool = False


class FeedsFile(Record):
    """The feeds of a file, in its order, and whom hosts can write to."""

    feeds: tuple[WebSource, ...]
    contact: str = ""


def read_feeds_file(path: Path) -> FeedsFile:
    """Read a list of feeds. Raises :class:`InputError` that names the feed and the key."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise _wrong(path, f"cannot be read ({error.strerror}).", "Check the path.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(path, f"is no TOML ({error}).", "Mend that line.") from error
    _known_keys(path, "the file", table, FILE_KEYS)
    contact = _string(path, "the file", table, "contact")
    if not contact.isprintable() or not contact.isascii():
        raise _wrong(path, "has a contact with odd characters.", "Give a mail address or a URL.")
    usual = _interval(path, "the file", table, USUAL_INTERVAL)
    entries = table.get("feeds")
    if not isinstance(entries, list) or not entries:
        raise _wrong(path, "lists no feeds.", "Begin each with the line [[feeds]].")
    feeds: list[WebSource] = []
    urls: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        feed = _feed(path, number, entry, usual)
        if feed.url in urls:
            raise _wrong(path, f"lists {feed.url} twice.", "Remove one of the two.")
        urls.add(feed.url)
        feeds.append(feed)
    return FeedsFile(feeds=tuple(feeds), contact=contact)


def _feed(path: Path, number: int, entry: object, usual: float) -> WebSource:
    where = f"feed {number}"
    if not isinstance(entry, dict):
        raise _wrong(path, f"has no table as {where}.", "Begin each with the line [[feeds]].")
    name = _string(path, where, entry, "name")
    where = f"feed {number} ({name})" if name else where
    _known_keys(path, where, entry, FEED_KEYS)
    url = _string(path, where, entry, "url")
    if not url:
        raise _wrong(path, f"gives no url for {where}.", 'Write url = "https://…".')
    text = _string(path, where, entry, "text") or TextFrom.PAGE.value
    if text not in tuple(TextFrom):
        raise _wrong(path, f"has “{text}” as text of {where}.", 'Write "page" or "feed".')
    return WebSource(
        name=name or url,
        url=url,
        interval=_interval(path, where, entry, usual),
        publisher=_string(path, where, entry, "publisher"),
        language=_string(path, where, entry, "language"),
        text=TextFrom(text),
        feed_only=True,
    )


def _known_keys(path: Path, where: str, table: dict[str, Any], known: tuple[str, ...]) -> None:
    for name in table:
        if name not in known:
            raise _wrong(
                path, f"has an unknown key “{name}” in {where}.", f"Known are {', '.join(known)}."
            )


def _string(path: Path, where: str, table: dict[str, Any], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise _wrong(path, f"has no string as {name} of {where}.", "Put it into quotation marks.")
    return value.strip()


def _interval(path: Path, where: str, table: dict[str, Any], usual: float) -> float:
    written = _string(path, where, table, "interval")
    if not written:
        return usual
    found = INTERVAL.fullmatch(written)
    seconds = float(int(found.group(1)) * UNITS[found.group(2)]) if found else 0.0
    if seconds < LEAST_INTERVAL:
        raise _wrong(
            path,
            f"has “{written}” as interval of {where}.",
            'Write "15 min", "2 h" or "1 d"; the least is one minute.',
        )
    return seconds


def _wrong(path: Path, reason: str, advice: str) -> InputError:
    return InputError(RejectionKind.MALFORMED, f"{path} {reason}", advice)
