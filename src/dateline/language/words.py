"""Words and sentences of a text, with their places: the splitter in front of the language model.

Words follow the UD English treebanks: clitics ("do|n't", "Armenia|'s") and most hyphenated
compounds ("US|-|backed") are split. A line break always ends a sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from dateline.records import Span

SHORT_NAME = 3  # letters of the endings of addresses and of abbreviations ("Shop.Com", "Vol.Two")
LONGEST_SENTENCE = 150  # words; a longer one is cut at its last comma, or anywhere

_ADDRESS = r"https?://[^\s<>\"]+[^\s<>\".,;:!?)'’”] | www\.[\w./-]+\w | [\w.+-]+@[\w-]+(?:\.\w+)+"
_NUMBER = r"\d+(?:[.,:/]\d+)* (?:st|nd|rd|th|s|m|bn|km|kg|mm|cm|am|pm|[A-Z])? (?![^\W\d_])"
_MARK = r"\.{2,} | -{2,} | US\$ | '' | `` | [?!]{2,} | \S"
_FINAL = re.compile(r"[.!?…]+|[?!]{2,}")
_CLOSERS = frozenset("\"'”’»)]") | {"''"}
_OPENERS = frozenset("\"'“‘«([") | {"``"}
# The end of a line, or a heading between signs as in "text.== Aftermath ==Text".
_LINE_END = re.compile(r"(?<=[\n\r\u2028\u2029])")
_HEADING = re.compile(r"(?<!=)={2,6} ?[^=\n]{1,80}={2,6}\s*")
_CLITIC = re.compile(r"(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


class Word(msgspec.Struct, frozen=True):
    """A word as written; ``glued`` says that no white space stands before it."""

    text: str
    span: Span
    glued: bool


class Writing(msgspec.Struct, frozen=True):
    """The splitter's vocabulary (``knowledge/writing.toml``)."""

    abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str]
    openers: frozenset[str]
    joined_prefixes: frozenset[str]
    fused: dict[str, int]


@cache
def writing() -> Writing:
    text = resources.files("dateline.knowledge").joinpath("writing.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Writing)


class RawSentence(msgspec.Struct, frozen=True):
    """The words of a sentence and the number of the paragraph (line) that it stands in."""

    words: tuple[Word, ...]
    paragraph: int

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)


@cache
def word_pattern() -> re.Pattern[str]:
    vocabulary = writing()
    prefixes = "|".join(sorted(vocabulary.joined_prefixes, key=len, reverse=True))
    short = "|".join(
        re.escape(word) for word in sorted(vocabulary.abbreviations, key=len, reverse=True)
    )
    letters = r"[^\W\d_]"
    word = rf"{letters}[^\W_]*(?:['’&][^\W_]+)*"
    return re.compile(
        rf"""
        (?P<address> {_ADDRESS} )
      | (?P<short> (?: (?:{letters}\.){{2,}}{letters}?(?![^\W_]) | (?:(?i:{short})|[A-Z])\. ) )
      | (?P<number> {_NUMBER} )
      | (?P<word> (?i:(?:{prefixes})-){word} | {word} | [^\W_]+ )
      | (?P<tag> [\#@]\w+ )
      | (?P<mark> {_MARK} )
        """,
        re.VERBOSE,
    )


def split(text: str, dateline: Span | None = None) -> tuple[RawSentence, ...]:
    """The sentences of a text. Every visible character belongs to exactly one word.

    The words of a ``dateline`` ("BAKU (AP) —") make no sentence with those after it.
    """
    found: list[RawSentence] = []
    start = 0
    for paragraph, line in enumerate(lines_of(text)):
        words = tuple(words_of(line, start))
        start += len(line)
        ahead = sum(word.span.start < dateline.end for word in words) if dateline else 0
        if dateline and ahead < len(words) and words[0].span.start >= dateline.start:
            groups = [words[:ahead], *sentences_of(words[ahead:])]
        else:
            groups = list(sentences_of(words))
        found += (
            RawSentence(part, paragraph) for group in groups if group for part in shortened(group)
        )
    return tuple(found)


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text; a heading is one also where the breaks around it were lost."""
    headings = (edge for heading in _HEADING.finditer(text) for edge in heading.span())
    ends = {*headings, *(end.start() for end in _LINE_END.finditer(text)), len(text)}
    start = 0
    for end in sorted(ends - {0}):
        yield text[start:end]
        start = end


def words_of(line: str, offset: int = 0) -> Iterator[Word]:
    """The words of one line; ``offset`` is the line's place in the text."""
    end = 0
    for match in word_pattern().finditer(line):
        for begin, piece in pieces_of(match):
            start = match.start() + begin
            if piece.isprintable():
                yield Word(
                    piece, Span(offset + start, offset + start + len(piece)), start == end != 0
                )
            end = start + len(piece)


def pieces_of(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """(offset in the match, word): clitics and fused words are taken apart."""
    text = match.group()
    if match.lastgroup != "word":
        yield 0, text
        return
    cut = writing().fused.get(text.lower())
    clitic = _CLITIC.match(text)
    if cut is None and clitic is not None:
        cut = clitic.start(2)
    yield 0, text[:cut]
    if cut is not None:
        yield cut, text[cut:]


def sentences_of(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Groups the words of one line into sentences."""
    start = i = 0
    while i < len(words):
        i += 1
        word = words[i - 1]
        final = _FINAL.fullmatch(word.text) is not None
        if not final and not word.text.endswith("."):
            continue
        last = words[i - 2].text if i > 1 else ""
        while i < len(words) and words[i].glued and words[i].text in _CLOSERS:
            i += 1
        if i == len(words) or (opens(words, i, last) if final else reopens(word, words, i)):
            yield words[start:i]
            start = i
    if start < len(words):
        yield words[start:]


def opens(words: tuple[Word, ...], i: int, last: str) -> bool:
    """Can a sentence open at word ``i``, after a full stop and the word before it?"""
    if words[i].glued:
        return runs_on(last, words[i].text)
    while i < len(words) - 1 and words[i].text in _OPENERS:
        i += 1
    first = words[i].text[0]
    return first.isupper() or first.isdigit() or not (first.isalpha() or first in ",;:")


def runs_on(last: str, first: str) -> bool:
    """Whether two words with only a full stop between them are of two sentences, as where the
    breaks of a page were lost ("left the town.The army"); "Node.js" and "3.A" are not."""
    if not (first[:1].isupper() and len(last) > 1):
        return False
    capitalised = first[1:2].islower() or first.lower() in writing().openers
    if last.isdigit() or last.islower():
        return capitalised and last.isalnum()
    longer = capitalised and min(len(last), len(first)) > SHORT_NAME
    return last.isalpha() and (longer or first.lower() in writing().openers)


def reopens(word: Word, words: tuple[Word, ...], i: int) -> bool:
    """Can a sentence open at word ``i``, after an abbreviation?"""
    short = word.text.rstrip(".").lower()
    if short not in writing().closing_abbreviations and "." not in short:
        return False
    while i < len(words) - 1 and words[i].text in _OPENERS:
        i += 1
    after = words[i].text
    return after[0].isupper() and after.lower() in writing().openers


def shortened(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Cuts an overlong sentence at its last comma or semicolon before the limit."""
    while len(words) > LONGEST_SENTENCE:
        cut = next(
            (i for i in range(LONGEST_SENTENCE - 1, 20, -1) if words[i].text in (",", ";", "—")),
            LONGEST_SENTENCE - 1,
        )
        yield words[: cut + 1]
        words = words[cut + 1 :]
    if words:
        yield words
