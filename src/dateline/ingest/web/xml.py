"""XML from strangers: read as far as it makes sense, in a time that grows with its length.

Feeds are seldom faultless: they use names of HTML for characters, forget to write "&amp;" and
break off. Readers that forgive all that by search and trial can be kept busy for hours with a
file made for it, so the few common faults are mended here, and libxml2's recovery does the
rest. Declarations of the document's own are cut off unread: no entity is ever unfolded or
fetched.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from dateline.ingest.extras import need

# What may stand before the first element, and that element's name.
PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<![^>\[]*(?:\[[^\]]*\]\s*)?>)", re.DOTALL)
ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([\w.-]+)")

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{2,40})""")

# XML 1.0, section 2.2: characters that no document holds.
NO_CHARACTERS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
AMPERSAND = re.compile(
    r"&(?:(amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});|(\w{2,32};)?)"
)
BEGIN, END = "<![CDATA[", "]]>"


def first_element(text: str) -> tuple[str, int]:
    """Name of the first element, in lower case and without its prefix, and where it begins;
    ``("", 0)`` where nothing of the kind begins ``text``."""
    position = 0
    while prologue := PROLOGUE.match(text, position):
        position = prologue.end()
    root = ROOT.match(text, position)
    return (root.group(1).lower(), position) if root else ("", 0)


def decode_xml(data: bytes, charset: str = "") -> str:
    """The text, by its byte order mark, its own declaration, ``charset``, or as UTF-8; bytes
    that do not fit are replaced."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = DECLARED.match(data)
    for name in (declared.group(1).decode("ascii") if declared else "", charset):
        try:
            return data.decode(codecs.lookup(name).name, "replace")
        except (LookupError, UnicodeError):
            continue  # no encoding of that name, or none of texts
    return data.decode("utf-8", "replace")


def read_xml(text: str) -> Any | None:
    """The first element of ``text`` as lxml reads it; ``None`` where nothing can be read."""
    name, begin = first_element(text)
    if not name:
        return None
    etree = need("lxml.etree", "web", "XML")
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    mended = "".join(_mended(NO_CHARACTERS.sub("\ufffd", text[begin:])))
    try:
        return etree.fromstring(mended.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None


def _mended(text: str) -> Iterator[str]:
    """``text`` without entities other than XML's own; marked sections stay as they are."""
    position = 0
    while (begin := text.find(BEGIN, position)) >= 0:
        end = text.find(END, begin)
        if end < 0:
            break
        yield AMPERSAND.sub(_character, text[position:begin])
        yield text[begin : end + len(END)]
        position = end + len(END)
    yield AMPERSAND.sub(_character, text[position:])


def _character(found: re.Match[str]) -> str:
    own, other = found.groups()
    if own is not None and not own.startswith("#"):
        return found.group()
    if own is not None:
        number = int(own[2:], 16) if own[1] in "xX" else int(own[1:])
        allowed = number <= 0x10FFFF and not NO_CHARACTERS.match(chr(number))
        return found.group().lower() if allowed else "\ufffd"
    if other in html5:
        return "".join(f"&#{ord(character)};" for character in html5[other])
    return "&amp;" + (other or "")
