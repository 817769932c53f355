"""Web pages: main text, title, date and publisher by trafilatura (extra ``html``)."""

from __future__ import annotations

import codecs
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from dateline.errors import InputError
from dateline.ingest.contents import Contents
from dateline.ingest.decode import byte_order_mark
from dateline.ingest.extras import need
from dateline.ingest.rejection import RejectionKind

CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE
)
HEAD = 4096
# How servers and archives of pages call what this reads.
MEDIA_TYPES = ("text/html", "application/xhtml+xml")

# How the web's standard reads names that pages give for what they do not use (WHATWG Encoding).
WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}

# Real pages nest their elements some thirty deep; a parser that follows thousands runs out of
# stack or time.
DEEPEST = 500
MOST_ATTRIBUTES = 5_000
# One of the library's opinions takes a time that grows with the square of the paragraphs.
MOST_PARAGRAPHS = 5_000
PARAGRAPH = re.compile(
    r"<(?:blockquote|body|br|caption|center|dd|div|dl|dt|fieldset|form|h[1-6]|legend|li|optgroup"
    r"|option|p|pre|table|td|textarea|tfoot|th|thead|tr|ul)[\s/>]",
    re.IGNORECASE,
)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*?(/?)>")
NEVER_CLOSED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr", "p", "li", "td", "tr", "th", "dt", "dd", "option", "thead", "tbody", "tfoot"}
)

# Python's own ways to write text as bytes; no server means them, and some give half characters
# or take hours.
NOT_OF_THE_WEB = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)

REPLACED = "\N{REPLACEMENT CHARACTER}"


def read_page(data: bytes, encoding: str, *, url: str = "", charset: str = "") -> Contents:
    """What a web page says.

    ``charset`` is what the server says of the page's encoding; a byte order mark counts before
    it, then the page's own ``<meta charset>``, then ``encoding``. Raises :class:`InputError` for
    pages without a main text, nested beyond reason, or in another encoding than they say.
    """
    trafilatura = need("trafilatura", "html", "a web page")
    for library in ("trafilatura", "htmldate"):
        # What they would log of pages that are none is told by a rejection.
        logging.getLogger(library).setLevel(logging.CRITICAL)
    page, named = _decode(data, encoding, charset)
    _refuse_crowded(page)
    _refuse_deep(page)
    document = _extract(trafilatura, page)
    text = (document.text or "").strip() if document is not None else ""
    if not text:
        raise InputError(
            RejectionKind.NO_TEXT,
            "is a web page in which no report was found.",
            "Save the report itself as text, if there is one.",
        )
    title = document.title or ""
    if REPLACED in text + title and REPLACED.encode() not in data:
        raise InputError(
            RejectionKind.ENCODING,
            f"is not encoded as {named.upper()}, as it says.",
            "Convert it to UTF-8 and name that in its <meta charset>.",
        )
    address = url or document.url or ""
    return Contents(
        text=text,
        title=title,
        published=document.date or "",
        publisher=document.sitename or urlsplit_host(address),
        url=address,
    )


def _extract(trafilatura: Any, page: str) -> Any:
    try:
        return trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            fast=_has_more(PARAGRAPH, page, MOST_PARAGRAPHS),
            # Only what the page says of itself; neither its words nor its address, which is looked
            # at later and told as such.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError) as error:
        # What lxml and trafilatura raise on pages that are none.
        raise InputError(
            RejectionKind.MALFORMED,
            f"is no web page that can be read ({type(error).__name__}).",
            "Save the report as plain text with the ending .txt.",
        ) from error


def urlsplit_host(address: str) -> str:
    """The host of an address, without "www."; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _decode(data: bytes, encoding: str, charset: str) -> tuple[str, str]:
    """The page and the encoding that it was read in; bytes that do not fit are shown as such,
    since most stand in menus and scripts."""
    said = CHARSET.search(data[:HEAD])
    names = (
        byte_order_mark(data),
        charset,
        said.group(1).decode("ascii") if said else "",
        encoding,
    )
    for name in names:
        try:
            known = codecs.lookup(name or "").name
            if known in NOT_OF_THE_WEB:
                continue
            # Codecs that are no text encodings ("base64") are no answer either.
            return data.decode(WEB_NAMES.get(known, known), errors="replace"), known
        except (LookupError, ValueError):  # a name may hold what none can
            continue
    return data.decode("utf-8", errors="replace"), "utf-8"


def _refuse_crowded(page: str) -> None:
    """A parser needs a time that grows with the square of the attributes of one element."""
    for piece in page.split(">"):
        if (
            len(piece) > MOST_ATTRIBUTES
            and len(piece[piece.rfind("<") :].split()) > MOST_ATTRIBUTES
        ):
            raise InputError(
                RejectionKind.MALFORMED,
                f"gives one of its elements more than {MOST_ATTRIBUTES:,} attributes.",
                "Save the report as plain text with the ending .txt.",
            )


def _has_more(pattern: re.Pattern[str], page: str, most: int) -> bool:
    return any(number >= most for number, _ in enumerate(pattern.finditer(page)))


def _refuse_deep(page: str) -> None:
    depth = 0
    for tag in TAG.finditer(page):
        closing, name, empty = tag.groups()
        if empty or name.lower() in NEVER_CLOSED:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > DEEPEST:
            raise InputError(
                RejectionKind.MALFORMED,
                f"nests its elements more than {DEEPEST} deep.",
                "Save the report as plain text with the ending .txt.",
            )
