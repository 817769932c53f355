"""A page becomes the contents of a report; what its feed says of it counts before the page."""

from __future__ import annotations

import codecs
import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import msgspec

from dateline.errors import InputError
from dateline.ingest.contents import Contents
from dateline.ingest.decode import decode
from dateline.ingest.page import MEDIA_TYPES, read_page
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web.download import Page
from dateline.ingest.web.feed import FeedEntry, looks_like_feed
from dateline.ingest.web.trouble import RefusedError
from dateline.ingest.web.words import plain_words

USUAL_ENCODING = "utf-8"
LOOKS_LIKE_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)

LINK = re.compile(rb"<link\b[^<>]{0,1000}>", re.IGNORECASE)
FEED_TYPE = re.compile(rb"""type\s*=\s*["']?application/(?:rss|atom)\+xml""", re.IGNORECASE)
TARGET = re.compile(rb"""href\s*=\s*["']?([^"'\s<>]{1,500})""", re.IGNORECASE)


def read_article(page: Page, entry: FeedEntry, publisher: str = "") -> Contents:
    """The report on ``page``. Raises ``InputError`` for pages that hold none.

    Title and time of publication are those of the feed's ``entry`` where it has them;
    ``publisher`` counts before the name that the page gives itself.
    """
    if looks_like_feed(page.body):
        raise RefusedError(
            RejectionKind.UNKNOWN_FORMAT, "is a feed, not a report.", "Give it as a feed."
        )
    contents = _read(page)
    return msgspec.structs.replace(
        contents,
        title=entry.title or contents.title,
        published=entry.published or contents.published,
        publisher=publisher or contents.publisher,
        url=page.url,
    )


def words_of_entry(entry: FeedEntry) -> str:
    """The report as the feed itself holds it. Raises :class:`RefusedError` where it does not."""
    words = plain_words(entry.content)
    if not words:
        raise RefusedError(
            RejectionKind.NO_TEXT,
            "has no words in the feed.",
            'Take them from the page: text = "page".',
        )
    return words


def _read(page: Page) -> Contents:
    kind = page.content_type.partition(";")[0].strip().lower()
    charset = charset_of(page.content_type)
    if kind in MEDIA_TYPES or (kind != "text/plain" and LOOKS_LIKE_HTML.match(page.body)):
        return _read_html(page, charset)
    if kind == "text/plain":
        return Contents(text=decode(page.body, charset or USUAL_ENCODING).strip())
    raise RefusedError(
        RejectionKind.UNKNOWN_FORMAT,
        f"is no web page (its type is “{kind[:60] or 'unknown'}”).",
        "Save its words as a text file and code that.",
    )


def _read_html(page: Page, charset: str) -> Contents:
    feed = _advertised_feed(page)
    parts = urlsplit(page.url)
    if feed and parts.path in ("", "/") and not parts.query:
        raise RefusedError(
            RejectionKind.NO_TEXT, "is a front page, not a report.", f"Give its feed: {feed}"
        )
    try:
        return read_page(page.body, USUAL_ENCODING, url=page.url, charset=charset)
    except InputError as error:
        if feed and error.kind == RejectionKind.NO_TEXT:
            raise RefusedError(error.kind, error.reason, f"It has a feed: {feed}") from error
        raise


def _advertised_feed(page: Page) -> str:
    """The address of the feed that a page names in its head; ``""`` for none."""
    for link in LINK.findall(page.body[:200_000]):
        target = TARGET.search(link)
        if target and FEED_TYPE.search(link):
            try:
                return urljoin(page.url, unescape(target.group(1).decode("utf-8", "replace")))
            except ValueError:
                return ""
    return ""


def charset_of(content_type: str) -> str:
    """The encoding that a Content-Type names, where it is one."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            try:
                return codecs.lookup(value.strip(" \"'")).name
            except (LookupError, ValueError):
                return ""
    return ""
