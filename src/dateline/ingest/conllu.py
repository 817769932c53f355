"""Reports in CoNLL-U: the text from its comments, or from its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from dateline.errors import InputError
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.decode import decode
from dateline.ingest.limits import too_large
from dateline.ingest.lines import bounded_lines
from dateline.ingest.options import Options
from dateline.ingest.parsed import Piece, join_pieces, plain_word, space_in_misc
from dateline.ingest.rejection import RejectionKind

# What comments of a document are called in the treebanks and pipelines that write them.
FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "datecreated": "published",
    "publisher": "publisher",
    "source": "publisher",
    "url": "url",
    "sourceurl": "url",
}


def read_conllu(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """One report a ``# newdoc``, named by its id; a file without one is one report.

    A sentence is its ``# text``, or its tokens put together; ``# newpar`` begins a paragraph.
    ``# date = …``, ``# title = …``, ``# source = …`` and ``# url = …`` of a document are read.
    """
    document = _Document()
    for number, line in bounded_lines(stream, options.settings.largest_report):
        if isinstance(line, InputError):
            document.error = line
            continue
        try:
            words = decode(line, "utf-8").rstrip("\r\n")
        except InputError as error:
            document.error = error
            continue
        comment = _comment(words)
        if comment is not None and comment[0] in ("newdoc", "newdoc id"):
            document.end_sentence()
            if document.begun:
                yield document.entry()
            document = _Document(identifier=comment[1] or f"line {number}")
        else:
            document.add(words, comment)
            if document.size > options.settings.largest_report:
                document.drop(too_large(options.settings.largest_report, "Split it at # newdoc."))
    document.end_sentence()
    if document.begun:
        yield document.entry()


def _comment(line: str) -> tuple[str, str] | None:
    """The name, in lower case, and the value of ``# name = value`` or ``# meta::name = value``."""
    if not line.startswith("#"):
        return None
    name, _, value = line[1:].partition("=")
    return name.strip().removeprefix("meta::").casefold(), value.lstrip()


def words_of_lines(lines: Iterable[str]) -> list[Piece]:
    """The tokens of CoNLL-U lines; words that a range ("3-4") joins stand as that range."""
    pieces: list[Piece] = []
    covered_until = 0
    for line in lines:
        columns = line.strip("\r\n").split("\t")
        if len(columns) < 2:
            continue
        first, dash, last = columns[0].strip().partition("-")
        # "8.1" is a word that was left out in the text.
        if not _is_number(first) or (dash and not _is_number(last)):
            continue
        if dash:
            covered_until = int(last)
        elif int(first) <= covered_until:
            continue
        else:
            covered_until = 0
        misc = columns[9] if len(columns) > 9 else ""
        pieces.append(Piece(word=plain_word(columns[1]), after=space_in_misc(misc)))
    return pieces


class _Document:
    """The sentences of one report, as its lines come."""

    def __init__(self, identifier: str = "") -> None:
        self.identifier = identifier
        self.fields: dict[str, str] = {}
        self.text: list[str] = []
        self.size = 0
        self.error: InputError | None = None
        self._sentence = ""
        self._tokens: list[str] = []
        self._new_paragraph = False

    @property
    def begun(self) -> bool:
        return bool(self.text) or self.error is not None

    def add(self, line: str, comment: tuple[str, str] | None) -> None:
        self.size += len(line)
        if comment is not None:
            self._add_comment(*comment)
        elif not line.strip():
            self.end_sentence()
        else:
            self._tokens.append(line)

    def _add_comment(self, name: str, value: str) -> None:
        if name == "text":
            self._sentence = value
        elif name in ("newpar", "newpar id"):
            self._new_paragraph = True
        elif name in FIELDS and not self.text:
            self.fields.setdefault(FIELDS[name], value)

    def end_sentence(self) -> None:
        """An empty line: what has come since the last one is a sentence."""
        sentence = self._sentence.strip() or join_pieces(words_of_lines(self._tokens)).strip()
        if self._tokens and not sentence:
            self.error = self.error or InputError(
                RejectionKind.MALFORMED,
                "holds lines that are no tokens of CoNLL-U.",
                "Give ten columns divided by tabs, the word in the second.",
            )
        if sentence and self._tokens:
            if self.text:
                self.text.append("\n\n" if self._new_paragraph else " ")
            self.text.append(sentence)
            self._new_paragraph = False
        self._sentence = ""
        self._tokens = []

    def drop(self, error: InputError) -> None:
        """Give up this report and its memory."""
        self.error = error
        self.text.clear()
        self._tokens.clear()
        self.size = 0

    def entry(self) -> Entry:
        outcome = self.error or msgspec.convert(
            {**self.fields, "text": "".join(self.text)}, Contents
        )
        return Entry(part=self.identifier, outcome=outcome)


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) < 9
