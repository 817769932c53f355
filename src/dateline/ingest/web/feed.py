"""What a feed lists: RSS 0.9 to 2.0, RDF, Atom, and what the wild makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from dateline.errors import InputError
from dateline.ingest.extras import need
from dateline.ingest.publication import parse_date
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web.trouble import RefusedError
from dateline.ingest.web.words import plain_words
from dateline.ingest.web.xml import decode_xml, first_element, read_xml
from dateline.records import Record

# A feed holds the newest tens or hundreds; what lists more is made to be endless.
MOST_ENTRIES = 5_000
# An identifier or a title is a line of words.
LONGEST_LINE = 2_000

ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
ENTRIES = frozenset(("item", "entry"))
BEGIN = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
FURTHEST = 5_000
IDENTIFIERS = ("guid", "id")
# In order of preference; the last ones tell when an entry was changed.
TIMES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
CONTENTS = ("encoded", "content", "description", "summary", "body")

XML = "{http://www.w3.org/XML/1998/namespace}"
ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
MARKUP = re.compile(r"<[/\w!]|&#?\w+;")


class FeedEntry(Record):
    """One entry. ``published`` is in ISO 8601 with the time zone that the feed gives, or empty;
    ``content`` is the HTML that the feed itself holds of the report."""

    id: str
    url: str
    title: str = ""
    published: str = ""
    content: str = ""


class Feed(Record):
    """A feed and its entries, in its own order."""

    title: str
    language: str
    entries: tuple[FeedEntry, ...]


def looks_like_feed(body: bytes) -> bool:
    """Whether the first element of ``body`` is one of a feed, whatever the server calls it."""
    return first_element(decode_xml(body[:20_000]))[0] in ROOTS


def read_feed(body: bytes, url: str, charset: str = "") -> Feed:
    """The feed in ``body``; ``url`` is what its relative links start from, ``charset`` the
    encoding that the server names.

    Errors of form are passed over where entries can be read all the same. Raises
    :class:`RefusedError` for what is no feed.
    """
    text = decode_xml(body, charset)
    if first_element(text)[0] not in ROOTS:
        # Some servers print a warning or a mark of theirs before the feed.
        begin = BEGIN.search(text, 0, FURTHEST)
        text = text[begin.start() :] if begin else ""
    root = read_xml(text)
    if root is None:
        raise RefusedError(
            RejectionKind.UNKNOWN_FORMAT,
            "is no RSS or Atom feed.",
            "Look on the publisher's site for the address of the feed.",
        )
    about = next((child for child in root if _name(child) == "channel"), root)
    return Feed(
        title=_title(about),
        language=(_line(about, "language") or root.get(f"{XML}lang", ""))[:35],
        entries=tuple(_entries(root, url)),
    )


def _entries(root: Any, url: str) -> Iterator[FeedEntry]:
    # All below the root, since a tag that is not closed swallows the entries after it.
    found = 0
    for element in root.iter():
        if found == MOST_ENTRIES:
            return
        if _name(element) in ENTRIES:
            found += 1
            yield _entry(element, url)


def _entry(element: Any, url: str) -> FeedEntry:
    identifier = next((line for name in IDENTIFIERS if (line := _line(element, name))), "")
    return FeedEntry(
        id=identifier or element.get(ABOUT, "").strip()[:LONGEST_LINE],
        url=_link(element, url),
        title=_title(element),
        published=_published(element),
        content=_content(element),
    )


def _link(element: Any, url: str) -> str:
    """Where the report is; a permanent identifier is its address, too."""
    for child in _children(element, "link"):
        if child.get("rel", "alternate") == "alternate":
            written = child.get("href") or _text(child)
            if written.strip():
                return _absolute(child, written.strip(), url)
    for child in _children(element, "guid"):
        written = _text(child).strip()
        if child.get("isPermaLink") != "false" and written.startswith(("http://", "https://")):
            return written[:LONGEST_LINE]
    return ""


def _absolute(element: Any, written: str, url: str) -> str:
    """``written`` as a whole address, by the bases that the elements around it name."""
    bases = [around.get(f"{XML}base", "") for around in (element, *element.iterancestors())]
    try:
        for base in reversed(bases):
            url = urljoin(url, base)
        return urljoin(url, written)[:LONGEST_LINE]
    except ValueError:
        return written[:LONGEST_LINE]


def _title(element: Any) -> str:
    line = _line(element, "title")
    if MARKUP.search(line):
        line = " ".join(plain_words(line).split())
    return line


def _content(element: Any) -> str:
    """The longest of the texts that the entry has: some give the report, some a teaser."""
    texts = [_markup(child) for child in element if _name(child) in CONTENTS]
    return max(texts, key=len, default="")


def _markup(element: Any) -> str:
    """The HTML in an element, be it written as text or as elements."""
    if len(element) == 0:
        return element.text or ""
    etree = need("lxml.etree", "web", "XML")
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (element.text or "") + "".join(inner)


def _published(element: Any) -> str:
    """The time of publication as the feed writes it, in its own zone: "today" in a report is
    the publisher's day, not that of Greenwich."""
    for name in TIMES:
        for child in element:
            if _name(child) == name and (iso := _iso(_text(child).strip()[:100])):
                return iso
    return ""


def _iso(written: str) -> str:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass  # not the form of RSS; that of Atom is read next
    else:
        written = moment.isoformat()
    try:
        day = parse_date(written)
    except (InputError, OverflowError):
        return ""
    return written if written.startswith(day.isoformat()) else day.isoformat()


def _line(element: Any, name: str) -> str:
    """The words of the first child of that name, as one line."""
    for child in _children(element, name):
        return " ".join(_text(child).split())[:LONGEST_LINE]
    return ""


def _children(element: Any, name: str) -> Iterator[Any]:
    """The children of that name in the vocabulary of the element itself: the title of a picture
    in an entry is not that of the report."""
    vocabulary = _vocabulary(element)
    return (child for child in element if _name(child) == name and _vocabulary(child) == vocabulary)


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _name(element: Any) -> str:
    """The name without its vocabulary, or without a prefix that the feed forgot to declare."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _vocabulary(element: Any) -> str:
    vocabulary, closed, name = str(element.tag).rpartition("}")
    return vocabulary[1:] if closed else name.rpartition(":")[0]
