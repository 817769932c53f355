"""What text, Markdown and single JSON objects say: text, title, date of publication."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from dateline.errors import InputError
from dateline.ingest.columns import JSON_TYPES, Columns, contents_of
from dateline.ingest.contents import Contents
from dateline.ingest.parsed import rebuild_text
from dateline.ingest.rejection import RejectionKind

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FRONT_MATTER_LINE = re.compile(r"(\w+):(.*)")
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
                fields[field.group(1).lower()] = field.group(2).strip().strip("\"'")
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


def decode_json(content: bytes | str) -> Any:
    """Any JSON value. Raises :class:`InputError` for what is none."""
    try:
        return msgspec.json.decode(content)
    # Brackets nested beyond Python's own limit are no report either.
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            RejectionKind.MALFORMED,
            f"is not valid JSON ({error}).",
            "Mend it, or save the report as plain text with the ending .txt.",
        ) from error


def read_json(content: bytes | str, columns: Columns | None = None) -> Contents:
    """One report in JSON: an object with ``text`` and, if known, ``title``, ``published``,
    ``publisher`` and ``url``, or under the names that ``columns`` or ``data/columns.toml`` give;
    or what a parser wrote (CoreNLP, Stanza, spaCy), its text put together again.

    Other fields are left alone. Raises :class:`InputError` for what is not JSON, is no such
    object, or lacks the text.
    """
    return contents_of_json(decode_json(content), columns or Columns())


def contents_of_json(document: Any, columns: Columns) -> Contents:
    """What one JSON value says of a report."""
    if isinstance(document, dict):
        text = None if "text" in document else rebuild_text(document)
        return contents_of(document if text is None else {**document, "text": text}, columns)
    if isinstance(document, list):
        text = rebuild_text(document)
        if text is not None:
            return Contents(text=text)
    raise InputError(
        RejectionKind.MALFORMED,
        f"holds a JSON {JSON_TYPES[type(document)]} where one object is expected.",
        "Write each report as an object with the fields text, published and title.",
    )
