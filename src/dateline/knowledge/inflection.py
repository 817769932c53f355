"""English inflection: every form of a lemma, and the lemma of a form.

The lexicon names lemmas; the text holds forms. Forms are generated from the lemmas by the
regular spelling rules and a table of exceptions (``inflection.toml``), so that a form is
only ever taken for a word that the lexicon knows.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

VOWELS = "aeiou"
DATA = Path(__file__).with_name("inflection.toml")


class Inflection:
    """Forms of English verbs and nouns. ``verb`` and ``noun`` give all forms of a lemma."""

    def __init__(
        self,
        irregular: dict[str, list[str]],
        plurals: dict[str, str],
        doubling: frozenset[str],
    ) -> None:
        self._irregular = irregular
        self._plurals = plurals
        self._doubling = doubling
        self._verbs: dict[str, tuple[str, ...]] = {}  # those asked for; a lexicon repeats its words

    def forms(self, lemmas: Iterable[str]) -> frozenset[str]:
        """All forms of some words, as verbs and as nouns."""
        return frozenset(
            form for lemma in lemmas for form in (*self.verb(lemma), *self.noun(lemma))
        )

    def verb(self, lemma: str) -> tuple[str, ...]:
        """Base, third person, past, participle and gerund of a verb, without repeats."""
        known = self._verbs.get(lemma)
        if known is None:
            known = self._verbs[lemma] = self._conjugated(lemma)
        return known

    def _conjugated(self, lemma: str) -> tuple[str, ...]:
        regular = (
            self._plural_spelling(lemma),
            self._past(lemma),
            self._past(lemma),
            self._gerund(lemma),
        )
        listed = self._irregular.get(lemma, ["", "", "", ""])
        forms = [lemma, *(special or plain for special, plain in zip(listed, regular, strict=True))]
        if lemma == "be":
            forms += ["am", "are", "were", "'s", "'re", "'m", "’s", "’re", "’m"]
        if lemma == "burn":
            forms.append("burned")
        if lemma == "hang":
            forms.append("hanged")
        if lemma.endswith("ise"):
            forms += [form for form in self.verb(lemma[:-3] + "ize") if form not in forms]
        if lemma.endswith("l") and lemma in self._doubling:
            forms += [lemma + "ed", lemma + "ing"]
        return tuple(dict.fromkeys(forms))

    def noun(self, lemma: str) -> tuple[str, ...]:
        """Singular and plural of a noun."""
        plural = self._plurals.get(lemma) or self._plural_spelling(lemma)
        return tuple(dict.fromkeys((lemma, plural)))

    def _doubles(self, lemma: str) -> bool:
        return lemma in self._doubling

    def _plural_spelling(self, lemma: str) -> str:
        if lemma.endswith(("s", "x", "z", "ch", "sh")):
            return lemma + "es"
        if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
            return lemma[:-1] + "ies"
        return lemma + "s"

    def _past(self, lemma: str) -> str:
        if lemma.endswith("e"):
            return lemma + "d"
        if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
            return lemma[:-1] + "ied"
        return (lemma + lemma[-1] if self._doubles(lemma) else lemma) + "ed"

    def _gerund(self, lemma: str) -> str:
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
            return lemma[:-1] + "ing"
        return (lemma + lemma[-1] if self._doubles(lemma) else lemma) + "ing"


@lru_cache(maxsize=1)
def load() -> Inflection:
    """Read the table of exceptions that ships with the package."""
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return Inflection(table["verbs"], table["plurals"], frozenset(table["doubling"]))
