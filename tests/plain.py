"""Readings made by hand for tests: words cut by a simple rule, and trees written in short."""

from __future__ import annotations

import re
from datetime import date

from dateline.records import Name, Reading, Report, Sentence, Span, Token

_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?|[^\W\d_]+(?:['’](?=[^\W\d_]))?|\S")


def plain_reading(
    text: str, published: date | None = None, names: tuple[Name, ...] = ()
) -> Reading:
    """A reading without trees: sentences end at a full stop before a capital, or at a line."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for line_number, line in enumerate(re.finditer(r"[^\n]+", text)):
        start = line.start()
        for piece in re.split(r"(?<=[a-z0-9)”]\.) (?=[A-Z“])", line.group()):
            first = len(tokens)
            for word in _WORD.finditer(text, start, start + len(piece)):
                tokens.append(
                    Token(
                        text=word.group(),
                        span=Span(word.start(), word.end()),
                        part_of_speech="",
                        head=len(tokens),
                        relation="",
                        sentence=len(sentences),
                    )
                )
            sentences.append(
                Sentence(
                    span=Span(start, start + len(piece)),
                    first=first,
                    end=len(tokens),
                    root=first,
                    paragraph=line_number,
                )
            )
            start += len(piece) + 1
    return Reading(
        report=Report(id="made by hand", text=text, published=published),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        names=names,
    )


def parsed_reading(rows: str, published: date | None = None) -> Reading:
    """A reading of one sentence from lines of ``word part-of-speech head relation [tag]``.

    Heads count from 1 within the sentence, 0 is the root, as in CoNLL-U; words are joined by
    single spaces.
    """
    cells = [line.split() for line in rows.strip().splitlines()]
    tokens: list[Token] = []
    at = 0
    for number, (word, part, head, relation, *tag) in enumerate(cells):
        tokens.append(
            Token(
                text=word,
                span=Span(at, at + len(word)),
                part_of_speech=part,
                tag=tag[0] if tag else "",
                head=int(head) - 1 if int(head) else number,
                relation=relation,
                sentence=0,
            )
        )
        at += len(word) + 1
    text = " ".join(cell[0] for cell in cells)
    root = next(number for number, cell in enumerate(cells) if cell[2] == "0")
    sentence = Sentence(span=Span(0, len(text)), first=0, end=len(tokens), root=root, paragraph=0)
    return Reading(
        report=Report(id="made by hand", text=text, published=published),
        sentences=(sentence,),
        tokens=tuple(tokens),
        names=(),
    )
