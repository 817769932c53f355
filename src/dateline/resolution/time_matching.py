"""Finding time expressions: the rules of the grammar matched against the atoms of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.knowledge.times import COMMON, Grammar, Item, Rule, Value
from dateline.records import NameKind, Reading, Record
from dateline.resolution.time_atoms import Atom

_REACH = 8  # atoms from the beginning of an expression within which a word tells its time
_NOUNS = {"NOUN", "PROPN", "ADJ"}
_PHRASE_BEGINS = _NOUNS | {"DET", "PRON", "NUM", "ADV"}


class Match(Record):
    """A rule found at atoms ``first <= i < end``; ``bound`` holds values and inner matches."""

    rule: Rule
    first: int
    end: int
    bound: dict[str, Any]


class Matcher:
    """The longest time expression at each atom, with the guards of the grammar applied."""

    def __init__(self, reading: Reading, atoms: tuple[Atom, ...], grammar: Grammar) -> None:
        self.atoms = atoms
        self._tokens = reading.tokens
        self._grammar = grammar
        self._near = _near_time(atoms, grammar)
        self._cased = any(atom.capital for atom in atoms)
        self._known: dict[int, Match | None] = {}
        self._dates = {
            index
            for name in reading.names
            if name.kind is NameKind.DATE
            for index in range(name.first, name.end)
        }

    def matches(self) -> Iterator[Match]:
        """Time expressions in order of the text, none overlapping another."""
        at = 0
        while at < len(self.atoms):
            match = self.longest(at)
            if match is not None:
                yield match
                at = match.end
            else:
                at += 1

    def longest(self, at: int) -> Match | None:
        """The longest expression that begins at atom ``at``; of equals the earlier rule."""
        if at not in self._known:
            self._known[at] = None  # an expression never contains itself
            if not self._near[at]:
                return None
            text = self.atoms[at].text
            if not (text[0].isalnum() or text == "'"):
                return None
            best: Match | None = None
            for number in self._candidates(at):
                rule = self._grammar.rules[number]
                for end, bound in self._row(rule.items, 0, at):
                    if (best is None or end > best.end) and self._allowed(rule, at, end, bound):
                        best = Match(rule=rule, first=at, end=end, bound=bound)
            self._known[at] = best
        return self._known[at]

    def _candidates(self, at: int) -> list[int]:
        atom = self.atoms[at]
        starts = self._grammar.starts
        found = set(starts.get(atom.text, ()))
        for kind in (*atom.classes, *(kind for kind, _, _ in self._phrases(at))):
            found.update(starts.get(f"{{{kind}}}", ()))
        return sorted(found)

    def _phrases(self, at: int) -> list[tuple[str, int, Value]]:
        """Classes, ends and values of the phrases of several words that begin here."""
        phrases = self._grammar.phrases.get(self.atoms[at].text)
        if phrases is None:
            return []
        return [
            (phrase.kind, at + len(phrase.words), phrase.value)
            for phrase in phrases
            if phrase.words == tuple(a.text for a in self.atoms[at : at + len(phrase.words)])
        ]

    def _row(
        self, items: tuple[Item, ...], place: int, at: int
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Every way to match the items from ``place`` on, with what is bound on the way."""
        for here in range(place, len(items)):
            item = items[here]
            if at < len(self.atoms):
                for end, value in self._one(item, at):
                    for last, bound in self._row(items, here + 1, end):
                        yield last, {item.name: value, **bound} if item.kind else bound
            if not item.optional:
                return
        yield at, {}

    def _one(self, item: Item, at: int) -> list[tuple[int, Any]]:
        """Every way to match one item at an atom: where the match ends, and what it is."""
        atom = self.atoms[at]
        if item.words:
            return [(at + 1, atom.text)] if atom.text in item.words else []
        if item.kind == "time":
            inner = self.longest(at)
            return [] if inner is None else [(inner.end, inner)]
        found = [(end, value) for kind, end, value in self._phrases(at) if kind == item.kind]
        if item.kind in atom.classes:
            found.insert(0, (at + 1, atom.classes[item.kind]))
        return found

    # --- guards -----------------------------------------------------------------------------

    def _allowed(self, rule: Rule, at: int, end: int, bound: dict[str, Any]) -> bool:
        before = self.atoms[at - 1].text if at else ""
        if rule.before and before not in rule.before:
            return False
        if before in rule.before_not or self._splits_word(at, end):
            return False
        if self._sentence(at) != self._sentence(end - 1):
            return False
        guards, named = self._grammar.guards, self.atoms[at].token in self._dates
        if self._cased and any(
            atom.text in guards.capital and not atom.capital for atom in self.atoms[at:end]
        ):
            return False
        doubtful = rule.doubtful and not named and self.atoms[at].text in guards.doubtful
        if doubtful and before not in guards.cues:
            return False
        if rule.guard == "year" and not self._is_year(at):
            return False
        if rule.guard == "lasting" and not self._lasts(end):
            return False
        if rule.guard == "decade" and bound["decade"] % 10:
            return False
        if rule.unless_next and not self._ends(end, rule.unless_next):
            return False
        return not self._counts_something(end)

    def _lasts(self, end: int) -> bool:
        """Whether a word for a conflict follows, at most one word on ("four-month aerial war")."""
        words = [atom.text for atom in self.atoms[end : end + 2]]
        return any(word in self._grammar.guards.lasting for word in words)

    def _sentence(self, at: int) -> int:
        return self._tokens[self.atoms[at].token].sentence

    def _splits_word(self, at: int, end: int) -> bool:
        """Whether the match cuts a number or word such as ``F-16`` or ``1990-strong``."""
        first, last = self.atoms[at], self.atoms[end - 1]
        before = self.atoms[at - 1] if at else None
        if before is not None and before.end == first.start and first.text[0].isdigit():
            glue = before.text in {"/", ".", ",", ":"} and at > 1
            if before.text[-1].isalnum() or (glue and self.atoms[at - 2].text[-1].isdigit()):
                return True
        following = self.atoms[end] if end < len(self.atoms) else None
        return (
            following is not None
            and following.start == last.end
            and last.text[-1].isdigit()
            and following.text[0].isalnum()
            and "half_of_day" not in following.classes
        )

    def _is_year(self, at: int) -> bool:
        """Whether a bare number of four digits is a year, from the words around it."""
        value = int(self.atoms[at].text)
        before = self.atoms[at - 1].text if at else ""
        guards = self._grammar.guards
        if self.atoms[at].token in self._dates:
            return True
        if before in guards.no_year_after:
            return False
        if before in guards.cues or before in {"the", "("}:
            return True
        following = self.atoms[at + 1] if at + 1 < len(self.atoms) else None
        in_name = at > 0 and self.atoms[at - 1].capital and following and following.capital
        return 1900 <= value <= 2060 and not in_name

    def _counts_something(self, end: int) -> bool:
        """Whether the last number counts what follows ("in July 15 people were killed")."""
        last = self.atoms[end - 1]
        if end >= len(self.atoms) or not last.text.isdigit():
            return False
        return self.atoms[end].text in self._grammar.guards.no_year_before

    def _ends(self, end: int, unless: str) -> bool:
        """Whether no noun phrase goes on (``noun``) or begins (``any noun``) after the match."""
        if end >= len(self.atoms):
            return True
        following = self.atoms[end]
        if not following.text[0].isalnum() or following.text in self._grammar.guards.follow:
            return True
        part = self._tokens[following.token].part_of_speech
        if part in {"", "X", "_"}:
            return False
        return part not in (_NOUNS if unless == "noun" else _PHRASE_BEGINS)


def _near_time(atoms: tuple[Atom, ...], grammar: Grammar) -> list[bool]:
    """For each atom whether one that tells a time follows within reach, or is it itself."""
    near, left = [False] * len(atoms), 0
    for at in range(len(atoms) - 1, -1, -1):
        atom = atoms[at]
        if (atom.classes and not atom.classes.keys() <= COMMON) or atom.text in grammar.telling:
            left = _REACH
        near[at] = left > 0
        left -= 1
    return near
