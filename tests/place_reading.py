"""Readings made by hand for tests of place names: a chunk a token, with head and relation."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Name, NameKind, Reading, Report, Sentence, Span, Token


def reading(
    text: str,
    words: Sequence[tuple[str, str, int, str]],
    names: Sequence[tuple[int, int, NameKind]] = (),
) -> Reading:
    """A reading of one sentence.

    ``words`` are (word, part of speech, index of the head, relation); ``names`` token ranges.
    """
    tokens = []
    at = 0
    for word, part_of_speech, head, relation in words:
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(
            Token(
                text=word,
                span=Span(start, at),
                part_of_speech=part_of_speech,
                head=head,
                relation=relation,
                sentence=0,
            )
        )
    root = next(index for index, token in enumerate(tokens) if token.head == index)
    sentence = Sentence(span=Span(0, len(text)), first=0, end=len(tokens), root=root, paragraph=0)
    return Reading(
        report=Report(id="test", text=text),
        sentences=(sentence,),
        tokens=tuple(tokens),
        names=tuple(
            Name(
                span=Span(tokens[first].span.start, tokens[end - 1].span.end),
                first=first,
                end=end,
                kind=kind,
            )
            for first, end, kind in names
        ),
    )
