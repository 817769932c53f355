"""Readings and casts written by hand, for tests of what works on trees.

A sentence is a row of ``word/PART/head/relation`` (or ``word/PART:TAG/…``) with heads counted
from 1 within the sentence and 0 for the root; sentences stand on lines of their own.
"""

from __future__ import annotations

from datetime import date

from dateline.records import (
    Actor,
    ActorMention,
    Cast,
    Name,
    NameKind,
    ReadAct,
    Reading,
    Report,
    Role,
    Sentence,
    Span,
    TimeExpression,
    Token,
)

STATES = {
    "Azerbaijan": "AZE", "Armenia": "ARM", "Ukraine": "UKR", "France": "FRA", "Russia": "RUS",
    "Turkey": "TUR", "Greece": "GRC", "Syria": "SYR", "Israel": "ISR", "Iran": "IRN",
    "Moscow": "RUS", "Washington": "USA", "Germany": "DEU", "NATO": "NATO",
}  # fmt: skip
TRAITS = (
    "planned", "hypothetical", "negative", "background", "own", "mutual", "voiced", "denied",
    "doubted",
)  # fmt: skip
NO_SPACE_BEFORE = set(".,;:!?”’)") | {"n't", "'s", "’s"}
NO_SPACE_AFTER = set("“‘(")


def reading(rows: str, published: date | None = date(2020, 9, 28)) -> Reading:
    """A reading of the sentences in ``rows``; an empty row begins a new paragraph."""
    text, tokens, sentences, paragraph = "", [], [], 0
    for row in rows.strip().splitlines():
        if not row.strip():
            paragraph += 1
            text += "\n"
            continue
        if text and not text.endswith("\n"):
            text += " "
        first, begin, glue = len(tokens), len(text), True
        for place, cell in enumerate(row.split()):
            word, part, head, relation = cell.rsplit("/", 3)
            part, _, tag = part.partition(":")
            if not glue and word not in NO_SPACE_BEFORE:
                text += " "
            start = len(text)
            text += word
            glue = word in NO_SPACE_AFTER
            governor = first + place if head == "0" else first + int(head) - 1
            tokens.append(
                Token(
                    text=word,
                    span=Span(start, len(text)),
                    part_of_speech=part,
                    tag=tag,
                    head=governor,
                    relation=relation,
                    sentence=len(sentences),
                )
            )
        root = next(i for i in range(first, len(tokens)) if tokens[i].head == i)
        sentences.append(
            Sentence(
                span=Span(begin, len(text)),
                first=first,
                end=len(tokens),
                root=root,
                paragraph=paragraph,
            )
        )
    names = tuple(
        Name(span=token.span, first=i, end=i + 1, kind=NameKind.PLACE)
        for i, token in enumerate(tokens)
        if token.part_of_speech == "PROPN"
    )
    report = Report(id="test", text=text, published=published)
    return Reading(report=report, sentences=tuple(sentences), tokens=tuple(tokens), names=names)


def cast(made: Reading, times: tuple[tuple[str, date, date], ...] = (), **others: str) -> Cast:
    """States by name, and ``others`` as ``word="CODE/SECTOR CODE/SECTOR/why"``."""
    mentions = []
    for index, token in enumerate(made.tokens):
        if token.text in others:
            told = [one.split("/") for one in others[token.text].split()]
            actors = tuple(
                Actor(code=code, sector=sector, why="".join(why)) for code, sector, *why in told
            )
        elif token.text in STATES:
            actors = (Actor(code=STATES[token.text], sector="GOV", why=f"state {token.text}"),)
        else:
            continue
        mentions.append(ActorMention(span=token.span, head=index, actors=actors))
    found = tuple(
        TimeExpression(
            text=value,
            span=token.span,
            head=index,
            value=value,
            start=start,
            end=end,
        )
        for value, start, end in times
        for index, token in enumerate(made.tokens)
        if token.text == value
    )
    return Cast(actors=tuple(mentions), places=(), times=found)


def read_act(
    token: int, kind: str, score: float, *roles: Role, mode: str | None = None, **traits: float
) -> ReadAct:
    """An act as the language model might read it, with no trait but those given."""
    told = dict.fromkeys(TRAITS, 0.0) | traits
    return ReadAct(token=token, type=kind, mode=mode, score=score, traits=told, roles=roles)


def role(token: int, actor: float, recipient: float, place: float = 0.0) -> Role:
    """How likely a word stands on either side of such an act."""
    return Role(token=token, actor=actor, recipient=recipient, voice=0.0, place=place)
