"""What the file formats say of a report: its text, its title, its date of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import NoneType
from typing import Any

import msgspec

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind
from dateline.records import Record

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FRONT_MATTER_LINE = re.compile(r"(\w+):[ \t]*(.*?)[ \t]*\r?$")
TITLE = re.compile(r"\A\s*#[ \t]+([^\n]*)(?:\n|\Z)")

# Markdown's marks, each with what stays of it. Only marks that cannot be read as words go. No
# pattern reads past a second opening mark, so that a file that opens a million brackets and
# closes none takes no longer than another.
MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\[\]\n]*\]\([^)\[\n]*\)"), ""),
    (re.compile(r"\[([^\[\]\n]+)\]\([^)\[\n]*\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}[-*+][ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]+)(?<!\s)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?![\s_])([^_\n]+)(?<!\s)_(?!\w)"), r"\1"),
    (re.compile(r"\*\*(?!\s)([^*\n]+)(?<!\s)\*\*"), r"\1"),
    (re.compile(r"(?<!\w)__(?!\s)([^_\n]+)(?<!\s)__(?!\w)"), r"\1"),
)

JSON_TYPES: dict[type, str] = {
    bool: "true or false",
    dict: "object",
    float: "number",
    int: "number",
    list: "list",
    str: "string",
    NoneType: "null",
}


class Contents(Record):
    """What a file says; empty where it says nothing. ``text`` is what offsets count in.

    ``undated`` is true where the file says outright that no date of publication is known.
    """

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    undated: bool = False


def read_text(content: str) -> Contents:
    """Plain text: every character is the report's."""
    return Contents(text=content)


def read_markdown(content: str) -> Contents:
    """Markdown: front matter (``title:``, ``published:`` or ``date:``), a first heading, the text.

    Marks of emphasis, links, headings, quotations and lists are taken off; the words stay.
    """
    fields: dict[str, str] = {}
    front = FRONT_MATTER.match(content)
    if front is not None:
        content = content[front.end() :]
        for line in front.group(1).splitlines():
            field = FRONT_MATTER_LINE.match(line)
            if field is not None:
                fields[field.group(1).lower()] = field.group(2).strip("\"'")
    heading = TITLE.match(content)
    if heading is not None:
        content = content[heading.end() :]
        fields.setdefault("title", heading.group(1).strip().rstrip("#").rstrip())
    for mark, kept in MARKUP:
        content = mark.sub(kept, content)
    return Contents(
        text=content.strip(),
        title=fields.get("title", ""),
        published=fields.get("published", fields.get("date", "")),
        publisher=fields.get("publisher", ""),
        url=fields.get("url", ""),
    )


def read_json(content: str) -> Contents:
    """A JSON object with ``text`` and, if known, ``title``, ``published``, ``publisher``, ``url``.

    ``"published": null`` says that the date is not known. Other fields are left alone. Raises
    :class:`InputError` for what is not JSON, is not one object, or lacks the text.
    """
    try:
        document = msgspec.json.decode(content)
    # Brackets nested beyond Python's own limit are no report either.
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(
            RejectionKind.MALFORMED,
            f"is not valid JSON ({error}).",
            "Mend it, or save the report as plain text with the ending .txt.",
        ) from error
    if not isinstance(document, dict):
        raise InputError(
            RejectionKind.MALFORMED,
            f"holds a JSON {JSON_TYPES[type(document)]} where one object is expected.",
            "Put each report into a file of its own, with the fields text, published and title.",
        )
    text = document.get("text")
    if not isinstance(text, str):
        found = "no field" if text is None else f"a {JSON_TYPES[type(text)]} as"
        raise InputError(
            RejectionKind.NO_TEXT,
            f"has {found} “text”.",
            "Put the words of the report into a field “text”.",
        )
    return Contents(
        text=text,
        undated="published" in document and document["published"] is None,
        **{
            field: _string_field(document, field)
            for field in ("title", "published", "publisher", "url")
        },
    )


def _string_field(document: dict[str, Any], field: str) -> str:
    value = document.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(
            RejectionKind.MALFORMED,
            f"has a {JSON_TYPES[type(value)]} as “{field}”.",
            "Write it as a string, or leave the field out.",
        )
    return value


READERS: dict[str, Callable[[str], Contents]] = {
    ".json": read_json,
    ".md": read_markdown,
    ".txt": read_text,
}
