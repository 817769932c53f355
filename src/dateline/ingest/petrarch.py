"""The XML of PETRARCH and its successors: sentences with their dates and sources."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.ingest.conllu import words_of_lines
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.extras import need
from dateline.ingest.limits import too_large
from dateline.ingest.options import Options
from dateline.ingest.parsed import Piece, join_pieces, plain_word
from dateline.ingest.rejection import RejectionKind, first_line
from dateline.ingest.unpack import next_chunk

SENTENCES = ("Sentence", "Story", "Article")
LEAF = re.compile(r"\(\s*[^\s()]+\s+([^\s()]+)\s*\)")
DEEPEST = 1_000


def read_petrarch(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """One report a ``<Sentence>`` (or ``<Story>``), named by its ``id``: what PETRARCH codes at
    once. Where ``<Text>`` is missing, the words of ``<Parse>`` are put together.

    Lines are broken anew in such files, so that a run of white space counts as one space. Raises
    :class:`InputError` for broken XML, for entities and document types (which could fetch files
    or grow without end), and for other kinds of XML.
    """
    defused = need("defusedxml.ElementTree", "archive", "an XML file")
    watched = _Watched(stream, options.settings.largest_report)
    number = depth = 0
    root: Any = None
    try:
        for event, element in defused.iterparse(watched, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                root = element if root is None else root
                depth += 1
                if depth > DEEPEST:
                    raise _no_petrarch(f"nests its elements more than {DEEPEST} deep")
                continue
            depth -= 1
            if element.tag in SENTENCES:
                number += 1
                yield Entry(part=element.get("id") or str(number), outcome=_contents(element))
                watched.begin()
                root.clear()
    except (defused.ParseError, ValueError, LookupError) as error:
        raise _no_petrarch(first_line(error)) from error
    if not number:
        raise _no_petrarch("it has no <Sentence>")


class _Watched(io.RawIOBase):
    """Stops the parser where one element grows beyond what a report may be."""

    def __init__(self, stream: BinaryIO, largest: int) -> None:
        super().__init__()
        self._stream = stream
        self._largest = largest
        self._since = 0

    def begin(self) -> None:
        self._since = 0

    def read(self, size: int = -1) -> bytes:
        data = next_chunk(self._stream, size)
        # The parser reads ahead: what it has just asked for may hold the end of the element.
        if self._since > self._largest:
            raise too_large(self._largest)
        self._since += len(data)
        return data


def _contents(sentence: Any) -> Contents | InputError:
    text = _words(sentence.find("Text")) or _parsed(sentence.find("Parse"))
    if not text:
        return InputError(
            RejectionKind.NO_TEXT, "has neither <Text> nor <Parse>.", "Give the sentence its words."
        )
    return Contents(
        text=text,
        title=sentence.get("headline") or sentence.get("title") or "",
        published=sentence.get("date") or "",
        publisher=sentence.get("source") or "",
        url=sentence.get("url") or "",
    )


def _words(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _parsed(element: Any) -> str:
    """The words of a tree of the Penn Treebank, or of a table in CoNLL."""
    parse = "" if element is None else "".join(element.itertext())
    leaves = [Piece(word=plain_word(word)) for word in LEAF.findall(parse)]
    if leaves:
        return join_pieces(leaves)
    return join_pieces(words_of_lines(parse.splitlines()))


def _no_petrarch(what: str) -> InputError:
    return InputError(
        RejectionKind.MALFORMED,
        f"is no PETRARCH XML that can be read ({what}).",
        "Give the form with <Sentence date=… id=…><Text>, without DOCTYPE and entities.",
    )
