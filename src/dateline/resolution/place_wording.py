"""The words of a place name in a reading, and those around it that belong to it."""

from __future__ import annotations

from dateline.knowledge.places import feature_words, fold, role_words
from dateline.records import Reading, Span

HYPHENS = ("-", "‑", "–")
_LINKS = frozenset({"the", "of", "-"})


class Wording:
    """Looks at ranges of tokens ``first <= i < end`` of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self.text = reading.report.text
        # Some archives keep reports without capitals; there the part of speech has to do.
        upper = [token.text[:1].isupper() for token in self.tokens]
        self.caseless = not any(upper)
        self._words = tuple([token.text.lower() for token in self.tokens])
        self._capitals = (
            tuple(t.part_of_speech == "PROPN" and t.text[:1].isalpha() for t in self.tokens)
            if self.caseless
            else tuple(upper)
        )
        self._keys: dict[tuple[int, int], str] = {}

    def word(self, index: int) -> str:
        return self._words[index] if 0 <= index < len(self._words) else ""

    def capital(self, index: int) -> bool:
        return 0 <= index < len(self._capitals) and self._capitals[index]

    def span(self, first: int, end: int) -> Span:
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def key(self, first: int, end: int) -> str:
        key = self._keys.get((first, end))
        if key is None:
            key = self._keys[first, end] = fold(self.span(first, end).of(self.text))
        return key

    def head(self, first: int, end: int) -> int:
        for index in range(first, end):
            head = self.tokens[index].head
            if head == index or not first <= head < end:
                return index
        return end - 1

    def is_located(self, first: int) -> bool:
        before = first - 1
        while self.word(before) in _LINKS or self.word(before) in role_words().directions:
            before -= 1
        return self.word(before) in role_words().locative

    def as_written(self, first: int, end: int) -> Span:
        """The core with directions before it and words such as "camp" after it."""
        core = first, end
        end = self.facility_end(*core) or end
        first = self._with_article(first)
        while self._same_sentence(first - 1, core[0]) and self._is_direction(first - 1):
            first -= 1
        while self._same_sentence(end, core[0]):
            word = self.tokens[end].text
            kept = word in role_words().kept or (
                word[0].isupper()
                and word.lower() not in role_words().organisations
                and (word.lower() in feature_words().kinds or word.lower() in role_words().kept)
            )
            if not kept:
                break
            end += 1
        return self.span(first, end)

    def facility_end(self, first: int, end: int) -> int:
        """The end of "Khartoum International Airport" after its "Khartoum", 0 if there is none."""
        if not self.is_located(first):
            return 0
        for last in range(end, min(end + 3, len(self.tokens))):
            if not self.capital(last) or not self._same_sentence(last, first):
                return 0
            word = self.word(last)
            heads = word in role_words().facilities or word in role_words().grounds
            if heads and not self.capital(last + 1):
                return last + 1
        return 0

    def _with_article(self, first: int) -> int:
        """Where a name begins with the Arabic article before it ("al-Shayrat", "al Keshma")."""
        hyphen = self.word(first - 1) in HYPHENS
        article = first - 2 if hyphen else first - 1
        if article >= 0 and self.word(article) in role_words().articles - {"an", "as", "at"}:
            return article
        return first

    def _is_direction(self, index: int) -> bool:
        word = self.word(index)
        if word in HYPHENS:
            return index > 0 and self.word(index - 1) in role_words().directions
        return word in role_words().directions

    def _same_sentence(self, index: int, other: int) -> bool:
        return (
            0 <= index < len(self.tokens)
            and self.tokens[index].sentence == self.tokens[other].sentence
        )
