"""Short forms that a report introduces itself: acronyms in brackets, clipped and misspelt names."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from dateline.knowledge.actors import fold
from dateline.resolution.actors.naming import Named
from dateline.resolution.actors.phrase_tree import PhraseTree

_LEAST_PREFIX = 4
_LEAST_PART = 2
_LONGEST_ACRONYM = 8


class Aliases:
    """Maps the folded words of a short form to the head token of the full name.

    Acronyms in brackets behind a name are taken as they stand. A capitalised word that
    neither the directory nor the report explains is compared with the names introduced before:
    it may be the beginning of one, be put together from the beginnings of its words ("Naka"
    for Nagorno-Karabakh), or differ in a letter or two. Words of many names, the ``generic`` ones
    ("front"), shorten none.
    """

    def __init__(
        self, tree: PhraseTree, named: Mapping[int, Named], generic: Container[str]
    ) -> None:
        self._generic = generic
        self._bracketed: dict[str, int] = {}
        self._introduced: dict[tuple[str, ...], int] = {}
        for name in dict.fromkeys(named.values()):
            words = tuple(w for i in range(name.first, name.end) for w in fold(tree.tokens[i].text))
            self._introduced.setdefault(words, name.first)
        self._collect_brackets(tree)

    def _collect_brackets(self, tree: PhraseTree) -> None:
        for index in range(1, len(tree.tokens) - 1):
            token = tree.tokens[index].text
            if tree.tokens[index - 1].text != "(" or tree.tokens[index + 1].text not in (")", ","):
                continue
            if not (1 < len(token) <= _LONGEST_ACRONYM and token[0].isupper()):
                continue
            head = self._name_before(tree, index - 1, token)
            if head is not None:
                self._bracketed.setdefault(token.lower(), head)

    def _name_before(self, tree: PhraseTree, bracket: int, acronym: str) -> int | None:
        """The head of the name before a bracket, if its initials could give the acronym."""
        first = bracket
        while first > 0 and tree.tokens[first - 1].part_of_speech in (
            "PROPN", "NOUN", "ADJ", "ADP", "CCONJ", "DET", "PUNCT", "PART",
        ) and tree.tokens[first - 1].text not in (".", ",", "(", ")", ";"):  # fmt: skip
            first -= 1
        words = [tree.words[i] for i in range(first, bracket)]
        initials = "".join(word[0] for word in words if word[0].isalpha())
        if not _is_subsequence(acronym.lower().strip("s"), initials):
            return None
        for index in range(bracket - 1, first - 1, -1):
            head = tree.tokens[index].head
            if (head < first or head >= bracket or head == index) and tree.tokens[
                index
            ].part_of_speech in ("PROPN", "NOUN"):
                return index
        return None

    def find(self, words: Sequence[str]) -> int | None:
        """The head of the name that ``words`` shortens, or ``None``."""
        text = "".join(words)
        bracketed = self._bracketed.get(text)
        if bracketed is not None:
            return bracketed
        if len(words) != 1 or len(text) < _LEAST_PREFIX or text in self._generic:
            return None
        for introduced, head in self._introduced.items():
            if is_short_for(text, introduced):
                return head
        return None


def is_short_for(short: str, words: Sequence[str]) -> bool:
    """Whether a word may be a clipped, blended or misspelt form of a name of ``words``."""
    if len(words) > 1 and _is_blend(short, words):
        return True
    return any(
        (word != short and word.startswith(short) and len(short) >= _LEAST_PREFIX + 1)
        or (len(word) > _LEAST_PREFIX and word[0] == short[0] and is_close(short, word))
        for word in words
    )


def _is_blend(short: str, words: Sequence[str]) -> bool:
    """ "naka" from the beginnings of "nagorno" and "karabakh", in order."""
    if not words:
        return not short
    if len(words) == 1:
        return len(short) >= _LEAST_PART and words[0].startswith(short)
    return any(
        words[0].startswith(short[:cut]) and _is_blend(short[cut:], words[1:])
        for cut in range(_LEAST_PART, len(short))
    )


def is_close(one: str, other: str, allowed: int | None = None) -> bool:
    """Whether two words differ in ``allowed`` letters: one, or two where they are long."""
    if allowed is None:
        allowed = 1 if min(len(one), len(other)) < 8 else 2
    if abs(len(one) - len(other)) > allowed:
        return False
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, its in enumerate(other, 1):
            current.append(
                min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != its))
            )
        previous = current
    return previous[-1] <= allowed


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return bool(short) and all(letter in letters for letter in short if letter.isalpha())
