"""The text of a report that another pipeline has cut into tokens, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.records import Record

# The Penn Treebank's way to write what its brackets and quotation marks would confuse.
TREEBANK = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": "“",
    "''": "”",
    "\\/": "/",
    "\\*": "*",
}

NO_SPACE_BEFORE = frozenset(
    [*".,;:!?)]}%”’…", "n't", "'s", "’s", "'re", "'ve", "'ll", "'d", "'m", "n’t"]
)
NO_SPACE_AFTER = frozenset([*"([{“‘$£€#"])


class Piece(Record):
    """A token and the white space after it; ``None`` where that is not told."""

    word: str
    after: str | None = None


def join_pieces(pieces: Sequence[Piece]) -> str:
    """Running text. Where no token tells the space after it, English typography does."""
    told = any(piece.after is not None for piece in pieces)
    parts: list[str] = []
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        if before is not None:
            parts.append(_space_between(before, piece, told=told))
        parts.append(piece.word)
    return "".join(parts)


def _space_between(before: Piece, after: Piece, *, told: bool) -> str:
    if told:
        return " " if before.after is None else before.after
    joined = before.word in NO_SPACE_AFTER or after.word in NO_SPACE_BEFORE
    return "" if joined else " "


def plain_word(word: str) -> str:
    """A token without the Treebank's escapes."""
    return TREEBANK.get(word, word)


def rebuild_text(document: Any) -> str | None:
    """The text in what CoreNLP, Stanza or spaCy wrote as JSON; ``None`` if it is none of these.

    CoreNLP: ``{"sentences": [{"tokens": [{"originalText", "before", "after"}]}]}``. Stanza:
    ``[[{"id", "text", "misc"}]]``. spaCy's training form: ``{"paragraphs": [{"raw"} or
    {"sentences": [{"tokens": [{"orth"}]}]}]}``.
    """
    if isinstance(document, list):
        if not document or not all(_is_token_list(sentence) for sentence in document):
            return None
        return _join_sentences(document)
    if not isinstance(document, dict):
        return None
    if isinstance(paragraphs := document.get("paragraphs"), list):
        texts = [_paragraph(paragraph) for paragraph in paragraphs]
        return "\n\n".join(text for text in texts if text) if all(texts) and texts else None
    if isinstance(sentences := document.get("sentences"), list):
        return _sentences(sentences)
    return None


def _paragraph(paragraph: Any) -> str | None:
    if not isinstance(paragraph, dict):
        return None
    raw = paragraph.get("raw")
    if isinstance(raw, str) and raw.strip():
        return raw.strip()
    sentences = paragraph.get("sentences")
    return _sentences(sentences) if isinstance(sentences, list) else None


def _sentences(sentences: list[Any]) -> str | None:
    """Sentences as strings, as objects with a text, or as objects with tokens."""
    if not sentences:
        return None
    if all(isinstance(sentence, str) for sentence in sentences):
        return " ".join(sentences)
    if not all(isinstance(sentence, dict) for sentence in sentences):
        return None
    token_lists = [sentence.get("tokens") for sentence in sentences]
    if all(_is_token_list(tokens) for tokens in token_lists):
        return _join_sentences(token_lists)
    texts = [sentence.get("text") for sentence in sentences]
    if all(isinstance(text, str) for text in texts):
        return " ".join(texts)
    return None


def _is_token_list(tokens: Any) -> bool:
    return (
        isinstance(tokens, list)
        and bool(tokens)
        and all(isinstance(token, dict) and _word(token) is not None for token in tokens)
    )


def _word(token: dict[str, Any]) -> str | None:
    for field in ("originalText", "word", "orth", "text", "form"):
        value = token.get(field)
        if isinstance(value, str) and value:
            return value
    return None


def _join_sentences(token_lists: Iterable[list[dict[str, Any]]]) -> str:
    pieces = [
        Piece(word=plain_word(_word(token) or ""), after=_space_after(token))
        for tokens in token_lists
        for token in _surface(tokens)
    ]
    return join_pieces(pieces).strip()


def _surface(tokens: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Stanza writes "don't" as one token 3-4 and again as the words 3 and 4."""
    covered: set[int] = set()
    for token in tokens:
        identifier = token.get("id")
        if isinstance(identifier, list) and all(isinstance(part, int) for part in identifier):
            if len(identifier) == 2:
                # Nobody writes a word of a thousand parts; a range is not taken on trust.
                covered.update(range(identifier[0], min(identifier[1], identifier[0] + 99) + 1))
            yield token
        elif not (isinstance(identifier, int) and identifier in covered):
            yield token


def _space_after(token: dict[str, Any]) -> str | None:
    after = token.get("after", token.get("whitespace", token.get("ws")))
    if isinstance(after, str):
        return after
    if isinstance(after, bool):
        return " " if after else ""
    misc = token.get("misc")
    if isinstance(misc, str):
        return space_in_misc(misc)
    return None


def space_in_misc(misc: str) -> str | None:
    """What CoNLL-U's last column says of the space after a token, if it says anything."""
    for entry in misc.split("|"):
        key, _, value = entry.partition("=")
        if key == "SpaceAfter":
            return "" if value == "No" else " "
        if key == "SpacesAfter":
            return value.replace("\\s", " ").replace("\\n", "\n").replace("\\t", " ")
    return None
