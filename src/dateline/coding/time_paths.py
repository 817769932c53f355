"""How far a time is from the trigger of an act in its sentence, and which times only explain one of
its words.

In a tree it is the cost of the path: clauses and nouns entered and left on the way. Where the
reading has no tree, the distance in words stands for it.
"""

from __future__ import annotations

from datetime import timedelta
from math import inf

from dateline.coding.clauses import is_present
from dateline.coding.paths import Path, cost_of, path_between
from dateline.records import Reading, TimeExpression

CLAUSE_WORDS = 5.0
YEAR = timedelta(days=364)
TIGHT = 1.5  # more where the time names the noun's kind ("the 2015 treaty")
SINCE, UNTIL = frozenset({"since"}), frozenset({"until", "till"})
ADVERB = frozenset({"advmod"})
OPENING = frozenset({"case", "mark"})  # relations of what stands before a phrase or clause
PERFECT, HAD = frozenset({"has", "have", "had"}), frozenset({"had"})
WHO, WHERE = frozenset({"who", "whom"}), frozenset({"where"})

_TIGHT = {"compound", "nummod", "amod", "nmod:poss", "det", "nmod:unmarked", "nmod:desc"}
_PARTS = {"nsubj", "nsubj:pass", "obl", "obl:agent"}
_RELATIVE = {"acl", "acl:relcl"}
_BESIDE = {"parataxis", "conj"}
_LASTING = "lasting"
_NEW_CLAUSE = {
    "that", "which", "who", "whose", "where", "when", "said", "says", "saying", "told", ";", ":",
    "after", "because", "while", "but", "although", "before", "as", "if",
}  # fmt: skip


def path_cost(reading: Reading, trigger: int, time: TimeExpression) -> float:
    """The cost of the path in the tree: clauses and nouns entered and left on the way."""
    path = path_between(reading, trigger, time.head)
    if path is None:
        return inf
    meeting = path.meeting
    earlier = any(_is_earlier(reading, index) for index in path.above)
    later = any(_is_another_act(reading, trigger, index) for index in path.below)
    if earlier or later or _is_barred(reading, trigger, path, time):
        return inf
    cost = cost_of(path, reading) + 0.005 * abs(trigger - time.head)
    if meeting != reading.tokens[time.head].head and meeting != time.head:
        cost += TIGHT * (reading.tokens[time.head].relation in _TIGHT)
        cost += TIGHT * is_length(time)
    return cost


def explains(reading: Reading, trigger: int, time: TimeExpression) -> bool:
    """Whether a time of the trigger's sentence tells nothing of when the act was."""
    path = path_between(reading, trigger, time.head)
    return path is None or _is_barred(reading, trigger, path, time)


def _is_barred(reading: Reading, trigger: int, path: Path, time: TimeExpression) -> bool:
    """Whether a time only explains a word of the trigger's clause, and tells nothing of the act."""
    return any(_bars(reading, trigger, path.meeting, index, time) for index in path.below)


def _bars(reading: Reading, trigger: int, meeting: int, index: int, time: TimeExpression) -> bool:
    """Whether a step on the way down to a time leads to what only explains a word of the clause:
    the day of a relative clause ("the envoy, who came on Monday, urged …"), the year of a thing
    ("the 2003 truce"), a beginning or an end ("the first raid since 1967", "a drill until May")."""
    token = reading.tokens[index]
    noun, relation = token.head, token.relation
    if hangs_on(reading, index, UNTIL, OPENING) or hangs_on(reading, index, WHERE, ADVERB):
        return True
    if hangs_on(reading, index, SINCE, OPENING):
        lasts = is_present(meeting, reading) or hangs_on(reading, meeting, PERFECT)
        return noun != meeting or not lasts
    if relation not in _RELATIVE and not (relation in _TIGHT and is_vague(time)):
        return False
    if noun in (trigger, meeting):
        return False
    return hangs_on(reading, index, WHO) or not _takes_part(reading, trigger, noun)


def _is_earlier(reading: Reading, index: int) -> bool:
    """Whether a relative clause tells what came before all that is told around it: "the envoy,
    who had threatened sanctions, left on Monday"."""
    return reading.tokens[index].relation == "acl:relcl" and hangs_on(reading, index, HAD)


def _is_another_act(reading: Reading, trigger: int, index: int) -> bool:
    """Whether a clause set beside the trigger's, after it, tells what happened at another time:
    "asked for help; the envoy came on Monday"."""
    beside = trigger < index and reading.tokens[index].relation in _BESIDE
    return beside and any(token.text == ";" for token in reading.tokens[trigger:index])


def _takes_part(reading: Reading, trigger: int, noun: int) -> bool:
    """Whether a noun that is no name hangs on the trigger so that its day is the act's: "the raid,
    which came on Monday, killed ten", "ten were killed in the 2014 war"."""
    token = reading.tokens[noun]
    part = token.relation in _PARTS and token.part_of_speech == "NOUN"
    return part and token.head == trigger


def hangs_on(
    reading: Reading, index: int, words: frozenset[str], relations: frozenset[str] = frozenset()
) -> bool:
    """Whether one of some words hangs on a token, in one of ``relations`` if any is given."""
    sentence = reading.sentences[reading.tokens[index].sentence]
    return any(
        token.head == index
        and token.text.lower() in words
        and (not relations or token.relation in relations)
        for token in reading.tokens[sentence.first : sentence.end]
    )


def word_cost(reading: Reading, trigger: int, time: TimeExpression) -> float:
    """The distance in words, more for each sign of another clause between the two."""
    first, last = sorted((trigger, time.head))
    between = reading.tokens[first + 1 : last]
    breaks = sum(token.text.lower() in _NEW_CLAUSE for token in between)
    return len(between) + CLAUSE_WORDS * breaks - (3 if time.head > trigger else 0)


def is_vague(time: TimeExpression) -> bool:
    """Whether a time is told no finer than by the year, or as the length of something."""
    return time.end - time.start >= YEAR or is_length(time)


def is_length(time: TimeExpression) -> bool:
    """Whether a time is told as the length of something that lasts until now."""
    return _LASTING in time.why
