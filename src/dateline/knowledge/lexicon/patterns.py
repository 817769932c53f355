"""What the lexicon holds once it is compiled: patterns, looked up by inflected form."""

from __future__ import annotations

from collections.abc import Set

from dateline.knowledge.lexicon.cues import Cues
from dateline.records import Record

SUBJECT = "^"  # before a word that the subject is: "*troops* entered"
NAMED_PLACE = "@place"  # an object that is the name of a place
CLAUSE_HEAD = "="  # before the word that a clause is about: "said the arrests were *unlawful*"


class Pattern(Record):
    """One entry: a head word and the words that must, or must not, stand near it.

    ``needs`` holds one set of inflected forms for every further word of the entry; ``part``
    is ``verb``, ``noun`` or ``adjective``. Slots and flags are those of ``README.md``.
    """

    text: str
    part: str
    type: str
    mode: str | None
    needs: tuple[frozenset[str], ...] = ()
    forbids: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    actor_slots: tuple[str, ...] = ()
    recipient_slots: tuple[str, ...] = ()

    def matches(self, near: Set[str], around: Set[str] = frozenset()) -> bool:
        """Whether the words near the head are those that the entry asks for, and none that it
        forbids stands near or ``around``."""
        for forms in self.needs:  # a plain loop: most entries fail at their first word
            if forms.isdisjoint(near):
                return False
        return self.forbids.isdisjoint(near) and self.forbids.isdisjoint(around)


class Lexicon(Record):
    """All entries. Tables of patterns are keyed by the lower-cased form of the head word,
    longest entries first."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    adjectives: dict[str, tuple[Pattern, ...]]
    light: dict[str, tuple[Pattern, ...]]
    said: tuple[Pattern, ...]  # entries for every verb of saying
    complements: dict[str, frozenset[str]]
    complement_order: dict[str, tuple[str, ...]]
    cues: Cues
    days: frozenset[str]  # of the week, and months

    def complement_mode(self, act: str, words: list[str]) -> str | None:
        """The mode that a complement gives to a request, refusal or threat.

        ``words`` are the complement's lower-cased forms, nearest to the act first; the first
        word that belongs to a class of the type decides.
        """
        order = self.complement_order.get(act, ())
        for word in words:
            for name in order:
                if word in self.complements[name]:
                    return name
        return None
