"""Whether a time expression looks ahead: "will meet on Friday" and "met on Friday" differ.

Where the reading has a tree, the verb that governs the expression tells; otherwise the words of
the clause around it.
"""

from __future__ import annotations

from enum import Enum

from dateline.knowledge.times import Guards
from dateline.records import Reading
from dateline.resolution.time_atoms import Atom
from dateline.tree import VERBAL

_CLAUSE_ENDS = {
    ",", ";", ":", "(", ")", '"', "“", "”", "that", "which", "who", "said", "says", "when",
    "after", "because", "but", "while", "and", "where",
}  # fmt: skip
_WINDOW, _WINDOW_AFTER = 12, 4
_LEADS_IN = {"on", "in", "at", "by", "from", "since", "the", "until", "of", "early", "late", "mid"}
_PAST_TAG = "VBD"
_OPEN = {"xcomp", "acl", "advcl", "ccomp"}


class Tense(Enum):
    """Where an expression looks: back, as a past tense tells or nothing forbids, or ahead."""

    PAST = "back, in the past tense"
    BACK = "back"
    AHEAD = "ahead"
    REPORTED = "ahead, as reported"


def tense_of(
    reading: Reading, atoms: tuple[Atom, ...], first: int, end: int, guards: Guards
) -> Tense:
    """Where the expression at atoms ``first <= i < end`` looks, from its verb or its clause."""
    before = atoms[first - 1].text if first else ""
    verb = _governing_verb(reading, atoms, first, end)
    if verb is None:
        words = _words_around(reading, atoms, first, end)
    else:
        words = _verb_group(reading, verb)
    if any(word in guards.auxiliaries for word in words):
        return Tense.AHEAD
    if any(word in guards.reported for word in words):
        return Tense.REPORTED
    if verb is not None and _has_phrase(words, guards.announced):
        return Tense.AHEAD
    if any(word in guards.behind for word in words):
        return Tense.BACK
    if _has_phrase(words, guards.phrases):
        return Tense.AHEAD
    if verb is not None and reading.tokens[verb].tag == _PAST_TAG:
        return Tense.PAST
    return Tense.AHEAD if before in guards.prepositions else Tense.BACK


def _has_phrase(words: list[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(
        tuple(words[at : at + len(phrase)]) == phrase
        for phrase in phrases
        for at in range(len(words))
    )


def head_token(reading: Reading, first: int, end: int) -> int:
    """The token of ``first <= i < end`` that governs the others: whose head lies outside."""
    for index in range(first, end):
        head = reading.tokens[index].head
        if (head == index or not first <= head < end) and reading.tokens[index].text.isalnum():
            return index
    return first


def _governing_verb(reading: Reading, atoms: tuple[Atom, ...], first: int, end: int) -> int | None:
    """The verb above the expression in the tree, ``None`` where there is none."""
    tokens = reading.tokens
    index = head_token(reading, atoms[first].token, atoms[end - 1].token + 1)
    seen = set()
    while tokens[index].part_of_speech not in VERBAL:
        seen.add(index)
        index = tokens[index].head
        if index in seen:
            return None
    return index


def _verb_group(reading: Reading, verb: int) -> list[str]:
    """A verb with its auxiliaries and, if it is open ("plans to meet"), with what opens it."""
    token = reading.tokens[verb]
    group = {verb}
    if token.relation in _OPEN and token.head != verb:
        marks = {reading.tokens[child].text.lower() for child in _children(reading, verb, {"mark"})}
        if "to" in marks or token.relation == "xcomp":
            group.add(token.head)
    for member in tuple(group):
        group.update(_children(reading, member, {"aux", "aux:pass", "mark", "cop"}))
    words = (reading.tokens[member].text.lower() for member in sorted(group))
    return [word.replace("’", "'") for word in words]


def _children(reading: Reading, index: int, relations: set[str]) -> list[int]:
    sentence = reading.sentences[reading.tokens[index].sentence]
    return [
        child
        for child in range(sentence.first, sentence.end)
        if child != index
        and reading.tokens[child].head == index
        and reading.tokens[child].relation in relations
    ]


def _words_around(reading: Reading, atoms: tuple[Atom, ...], first: int, end: int) -> list[str]:
    """Words of the clause before the expression, or after it where it opens the clause."""
    sentence = reading.tokens[atoms[first].token].sentence
    words: list[str] = []
    at = first - 1
    while at >= 0 and first - at <= _WINDOW and _in(reading, atoms[at], sentence):
        if atoms[at].text in _CLAUSE_ENDS:
            break
        words.insert(0, atoms[at].text)
        at -= 1
    if any(word not in _LEADS_IN for word in words):
        return words
    at = end + (end < len(atoms) and atoms[end].text == ",")
    while at < len(atoms) and at - end <= _WINDOW_AFTER and _in(reading, atoms[at], sentence):
        if atoms[at].text in _CLAUSE_ENDS:
            break
        words.append(atoms[at].text)
        at += 1
    return words


def _in(reading: Reading, atom: Atom, sentence: int) -> bool:
    return reading.tokens[atom.token].sentence == sentence
