"""How many a noun phrase speaks of: numbers, round numbers, single persons, and lists of them.

"At least 20" is [20, 20], "up to 20" [0, 20], "dozens" [24, 99] (codebook section 4).
"""

from __future__ import annotations

import re

from dateline.knowledge.counts import CountWords
from dateline.knowledge.pronouns import RELATIVE
from dateline.records import NameKind, Record
from dateline.tree import Tree

_LOOK_BACK = 4  # words before a number in which "up to" may stand
_WITHIN = {"nummod", "det", "amod", "compound", "advmod", "nmod:desc", "flat", "goeswith", "fixed"}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_CASES = {"in", "since", "until", "from", "by", "before", "after"}
_SINGULAR = {"NN", "NNP", ""}
_PHRASE = {"NUM", "NOUN", "PROPN", "ADJ", "DET"}
_PHRASE_WORDS = {"at", "least", "more", "than", "up", "to", "about", "around", "nearly", "some",
    "over", "of", "as", "many", "almost", "roughly", "approximately", "-", "he", "she", "him",
    "her", "only"}  # fmt: skip
_SINGULAR_VERBS = {"was", "is", "has"}
_ONE = {"a", "an", "another", "one"}
_NONE = {"no", "none", "nobody", "zero"}


class Quantity(Record):
    """At least ``low`` and at most ``high``, told by the tokens ``first <= i < end``."""

    low: int
    high: int
    first: int
    end: int


def quantity_of(
    tree: Tree, head: int, words: CountWords, *, surely: bool = False
) -> Quantity | None:
    """How many persons the phrase headed by a token names; ``None`` where it does not say.

    Coordinated phrases are added up: "a policewoman and four shoppers" are five, but "a journalist
    and activist was killed" speaks of one. ``surely``
    says that the phrase names persons, so that any noun in the singular is one.
    """
    verb = tree[head].head
    others = (
        c
        for c in tree.children(head, "conj")
        if _adds_up(tree, c, words) and not head < verb < c  # "ten were killed and scores hurt"
    )
    parts = [head, *(c for c in others if not _is_the_same(tree, head, c))]
    known = [
        found for part in parts if (found := _one_phrase(tree, part, words, surely)) is not None
    ]
    if not known:
        return None
    return Quantity(
        low=sum(part.low for part in known),
        high=sum(part.high for part in known),
        first=min(part.first for part in known),
        end=max(part.end for part in known),
    )


def _adds_up(tree: Tree, index: int, words: CountWords) -> bool:
    return tree[index].part_of_speech != "VERB" and tree.words[index] not in words.nouns


def _is_the_same(tree: Tree, head: int, other: int) -> bool:
    """Whether a coordinated noun says once more who somebody is: a bare noun below the subject of
    a verb in the singular."""
    if tree.bare(head) != "nsubj" or tree.children(other, "det", "nummod", "nmod:poss"):
        return False
    auxiliaries = tree.children(tree[head].head, "aux", "aux:pass")
    return any(tree.words[one] in _SINGULAR_VERBS for one in auxiliaries)


def quantity_beside(
    tree: Tree, start: int, step: int, words: CountWords, *, surely: bool = False
) -> Quantity | None:
    """How many the phrase that begins (``step`` 1) or ends (-1) beside a token names, by word
    order alone: for sentences whose tree came out wrong."""
    sentence = tree.reading.sentences[tree[start].sentence]
    at = start
    while sentence.first <= at < sentence.end and _in_phrase(tree, at):
        at += step
    first, end = (start, at) if step > 0 else (at + 1, start + 1)
    if first >= end or tree.words[end - 1] in words.things:
        return None
    number = _number_in(tree, first, end, words)
    if number is not None:
        return number
    single = _is_person(tree, end - 1, words, surely)
    return Quantity(low=1, high=1, first=first, end=end) if single else None


def _in_phrase(tree: Tree, index: int) -> bool:
    return tree[index].part_of_speech in _PHRASE or tree.words[index] in _PHRASE_WORDS


def antecedent(tree: Tree, head: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    if tree.words[head] in RELATIVE:
        for above in tree.ancestors(head):
            if tree.relation(above) in ("acl:relcl", "acl") and tree[above].head != above:
                return tree[above].head
    return head


def _one_phrase(tree: Tree, head: int, words: CountWords, surely: bool) -> Quantity | None:
    head = antecedent(tree, head)
    if tree.words[head] in words.things and tree.words[head] not in words.groups:
        return None
    first = head
    for child in tree.children(head):
        if child < head and tree.relation(child) in _WITHIN:
            first = min(first, *tree.subtree(child))
    number = _number_in(tree, first, head + 1, words)
    if number is not None:
        return number
    below = [c for c in tree.children(head, "nmod", "nmod:of") if tree.case(c) == "of"]
    if tree.words[head] in words.groups:
        count = words.groups[tree.words[head]]
        return Quantity(low=count, high=count, first=first, end=head + 1)
    if below and not _is_person(tree, head, words, surely=False):
        return _one_phrase(tree, below[0], words, surely)
    if _is_person(tree, head, words, surely) and not any(
        w in _NONE for w in tree.words[first:head]
    ):
        return Quantity(low=1, high=1, first=first, end=head + 1)
    return None


def _is_person(tree: Tree, head: int, words: CountWords, surely: bool) -> bool:
    """Whether the token names one person: a pronoun, a person's name, a noun in the singular."""
    word, token = tree.words[head], tree[head]
    if word in words.pronouns or (word in ("one", "another") and token.relation != "det"):
        return True
    for name in tree.reading.names:
        if name.first <= head < name.end:
            if name.kind is NameKind.NATIONALITY and surely:
                return token.tag in _SINGULAR
            if name.kind is not NameKind.OTHER:
                return name.kind is NameKind.PERSON
    one = any(tree.words[child] in _ONE for child in tree.children(head, "det", "nummod"))
    if token.part_of_speech not in ("NOUN", "PROPN") or not (one or token.tag in _SINGULAR):
        return False
    if word in words.not_persons or word in words.things:
        return False
    if surely:
        return True
    return word in words.persons or (len(word) > 4 and word.endswith(words.person_endings))


def _number_in(tree: Tree, first: int, end: int, words: CountWords) -> Quantity | None:
    """The number among the tokens ``first <= i < end``, with what limits it before it."""
    texts = tree.words
    for start in range(first, end):
        for stop in range(min(len(texts), start + 3), start, -1):
            found = words.round.get(" ".join(texts[start:stop]))
            if found is not None:
                low, high = found
                return Quantity(low=low, high=high, first=start, end=stop)
        value, stop = _value_at(texts, start, end, words)
        if value is None or _is_age(tree, start, stop) or _measures(tree, stop - 1, end - 1, words):
            continue
        if _is_year(tree, start):
            continue
        top, last = value, stop
        if stop + 1 < len(texts) and texts[stop] in ("to", "-", "–", "or", "and"):
            other, after = _value_at(texts, stop + 1, max(end, stop + 2), words)
            ranged = texts[stop] != "and" or (start > 0 and texts[start - 1] == "between")
            if other is not None and other > value and ranged:
                top, last = other, after
        if start >= 2 and texts[start - 1] in ("to", "-", "–"):
            lower, after = _value_at(texts, start - 2, start - 1, words)
            if lower is not None and after == start - 1 and lower < value:
                return Quantity(low=lower, high=top, first=start - 2, end=last)
        low = 0 if _at_most(texts, start, words) else value
        return Quantity(low=low, high=top, first=start, end=last)
    return None


def _at_most(texts: tuple[str, ...], start: int, words: CountWords) -> bool:
    before = texts[max(0, start - _LOOK_BACK) : start]
    return any(
        before[at : at + len(limit)] == limit
        for limit in words.at_most
        for at in range(len(before))
    )


def _is_age(tree: Tree, start: int, stop: int) -> bool:
    """Whether the number is an age or a measure: "a 42-year-old man", "aged 12", "(37)"."""
    following = tree.words[stop : stop + 3]
    if following[:1] == ("-",) or any(w in ("year", "years", "month") for w in following[:2]):
        return True
    return start > 0 and tree.words[start - 1] in ("aged", "age", "(", "$", "£", "€")


def _is_year(tree: Tree, number: int) -> bool:
    """Whether a number that counts nothing is a year: "named *in 2008* were killed"."""
    alone = tree.bare(number) not in ("nummod", "compound")
    return alone and bool(_YEAR.fullmatch(tree.words[number])) and tree.case(number) in _YEAR_CASES


def _measures(tree: Tree, number: int, noun: int, words: CountWords) -> bool:
    """Whether a number counts things that only tell how large a noun is: "a seven *ton* load"."""
    counted = tree[number].head
    return (
        counted != noun and tree.bare(counted) == "compound" and tree.words[counted] in words.things
    )


def _value_at(
    texts: tuple[str, ...], start: int, end: int, words: CountWords
) -> tuple[int | None, int]:
    """The number that begins at a token ("1,200", "twenty two", "half a million"), and its end."""
    at, value = start, None
    if texts[start : start + 2] == ("half", "a") and start + 2 < len(texts):
        multiplier = words.multipliers.get(texts[start + 2])
        return (multiplier // 2, start + 3) if multiplier else (None, start)
    if texts[start] in ("a", "an") and start + 1 < end:
        multiplier = words.multipliers.get(texts[start + 1])
        if multiplier is None or texts[start + 1] == "m":
            return None, start
        return multiplier, start + 2
    total: float = 0
    while at < end:
        word = texts[at]
        if _DIGITS.fullmatch(word):
            if value is not None:
                break
            total, value = float(word.replace(",", "")), 1
        elif word in words.numbers:
            total, value = total + words.numbers[word], 1
        elif word in words.multipliers and value is not None:
            total *= words.multipliers[word]
        elif not (word in ("-", "and") and value is not None and _goes_on(texts, at, end, words)):
            break
        at += 1
    return (round(total), at) if value is not None else (None, start)


def _goes_on(texts: tuple[str, ...], at: int, end: int, words: CountWords) -> bool:
    """Whether "-" or "and" joins the parts of one number: "twenty-two", "two hundred and ten"."""
    if at + 1 >= end or texts[at + 1] not in words.numbers:
        return False
    tens = words.numbers.get(texts[at - 1], 0)
    if texts[at] == "-":
        return tens >= 20
    return texts[at - 1] in words.multipliers
