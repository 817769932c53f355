"""When an event happened: the time that belongs to its trigger, and its era.

Codebook section 4: the day or interval of the act, none where the text does not tell; an act is
``background`` when it ended more than thirty days before publication, and without a date when
the text marks it as past. A time belongs to the trigger when it modifies it, or the verb of whose
clause the trigger is part; a time of another clause does not. Where the reading has no tree, the
distance in words stands for the path in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import inf, isinf

from dateline.coding.carried_days import carried_day
from dateline.coding.clauses import VERBS, chain, has_tree, is_present
from dateline.coding.paths import cost_of, path_between
from dateline.records import Era, Reading, TimeExpression

BACKGROUND_AFTER = timedelta(days=30)
YEAR = timedelta(days=364)
DATELINE = 12  # words into the first sentences within which the place and day of a report stand

FARTHEST = 6.0  # the dearest path at which a time still belongs to the trigger
MODIFIES = 2.5  # up to here a time may date an act told in the present or perfect
TELLS_YEAR = 4.0  # up to here a year, or a length of time, may
BEFORE = 4  # words before a time among which "since" stands, where there is no tree
FARTHEST_WORDS = 25.0
CLAUSE_WORDS = 5.0

_TIGHT = {"compound", "nummod", "amod", "nmod:poss", "det", "nmod:unmarked", "nmod:desc"}
_PARTS = {"nsubj", "nsubj:pass", "obl", "obl:agent"}
SINCE, UNTIL = frozenset({"since"}), frozenset({"until", "till"})
FORMERLY = frozenset({"previously", "formerly", "historically"})
THE_PAST = frozenset({"past"})
ADVERB, PHRASE = frozenset({"advmod"}), frozenset({"obl"})
OPENING = frozenset({"case", "mark"})  # relations of what stands before a phrase or clause
PERFECT, WHO = frozenset({"has", "have", "had"}), frozenset({"who", "whom"})
TIGHT = 1.5  # more where the time names the noun's kind ("the 2015 treaty")
_LASTING = "lasting"
_NEW_CLAUSE = {
    "that", "which", "who", "whose", "where", "when", "said", "says", "saying", "told", ";", ":",
    "after", "because", "while", "but", "although", "before", "as", "if",
}  # fmt: skip


def date_of(
    trigger: int,
    reading: Reading,
    times: Sequence[TimeExpression],
    *,
    speech: bool = False,
    planned: bool = False,
) -> TimeExpression | None:
    """The time of the event whose trigger is token ``trigger``, ``None`` where none is told.

    ``speech`` says that the event is itself a speech act, which shares the day of the speech
    that it goes on; ``planned`` that it lies ahead, so that times to come are its own.
    """
    usable = [time for time in times if _can_date(time, reading, planned)]
    own = _own_time(trigger, reading, usable)
    if own is not None or planned:
        return own
    return carried_day(trigger, reading, usable, speech=speech)


def _own_time(
    trigger: int, reading: Reading, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The time that the trigger's own sentence tells for it."""
    sentence = reading.sentences[reading.tokens[trigger].sentence]
    here = [time for time in times if sentence.first <= time.head < sentence.end]
    if not here:
        return None
    tree = has_tree(reading, trigger)
    cost = _path_cost if tree else _word_cost
    best = min(here, key=lambda time: cost(reading, trigger, time))
    price = cost(reading, trigger, best)
    if not tree:
        return best if price <= FARTHEST_WORDS else None
    loosely = price > MODIFIES and is_present(trigger, reading)
    vaguely = price > TELLS_YEAR and _is_vague(best)
    return best if price <= FARTHEST and not loosely and not vaguely else None


def era_of(
    trigger: int,
    reading: Reading,
    time: TimeExpression | None,
    times: Sequence[TimeExpression],
    *,
    planned: bool = False,
) -> Era:
    """``background`` for history told to explain, else ``current`` (codebook section 4).

    ``time`` is the event's own, as :func:`date_of` gives it; without one, the event is background
    where its clauses speak of nothing but the past (``times`` of the report), tell it in a
    simple past, and not as ``planned``, or where a word marks it as past. What holds "since" a day
    holds still. The last day that a report without a day of publication speaks of stands for it.
    """
    now = _now(reading, times)
    if now is None:
        return Era.CURRENT
    if time is not None:
        return Era.BACKGROUND if _is_past(trigger, time, reading, now) else Era.CURRENT
    sentence = reading.sentences[reading.tokens[trigger].sentence]
    tree = has_tree(reading, trigger)
    near = [
        t
        for t in times
        if sentence.first <= t.head < sentence.end
        and not (tree and isinf(_path_cost(reading, trigger, t)))
    ]
    history = bool(near) and all(_is_past(trigger, t, reading, now) for t in near)
    told = planned or is_present(trigger, reading)
    return Era.BACKGROUND if (history and not told) or _is_former(trigger, reading) else Era.CURRENT


def _is_former(trigger: int, reading: Reading) -> bool:
    """Whether a word at an act or at the verb that tells it puts it in the past: "had previously
    backed the rebels", "has shelled the town in the past"."""
    above = (at for at in chain(reading, trigger) if reading.tokens[at].part_of_speech in VERBS)
    return any(
        _has(reading, index, FORMERLY, ADVERB) or _has(reading, index, THE_PAST, PHRASE)
        for index in (trigger, next(above, trigger))
    )


# --- how far a time is from the trigger ------------------------------------------------------


def _path_cost(reading: Reading, trigger: int, time: TimeExpression) -> float:
    """The cost of the path in the tree: clauses and nouns entered and left on the way."""
    path = path_between(reading, trigger, time.head)
    if path is None:
        return inf
    meeting = path.meeting
    if any(_bars(reading, trigger, meeting, index, time) for index in path.below):
        return inf
    cost = cost_of(path, reading) + 0.005 * abs(trigger - time.head)
    if meeting != reading.tokens[time.head].head and meeting != time.head:
        cost += TIGHT * (reading.tokens[time.head].relation in _TIGHT)
        cost += TIGHT * (_LASTING in time.why)
    return cost


def _bars(reading: Reading, trigger: int, meeting: int, index: int, time: TimeExpression) -> bool:
    """Whether a step on the way down to a time leads to what only explains a word of the clause:
    the day of a relative clause ("the envoy, who came on Monday, urged …"), the year of a thing
    ("the 2003 truce"), a beginning or an end ("the first raid since 1967", "a drill until May")."""
    token = reading.tokens[index]
    noun, relation = token.head, token.relation
    if _has(reading, index, UNTIL, OPENING):
        return True
    if _has(reading, index, SINCE, OPENING):
        lasts = is_present(meeting, reading) or _has(reading, meeting, PERFECT)
        return noun != meeting or not lasts
    named = relation in _TIGHT or relation == "acl"
    if relation != "acl:relcl" and not (named and _is_vague(time)):
        return False
    if noun in (trigger, meeting):
        return False
    return _has(reading, index, WHO) or not _takes_part(reading, trigger, noun)


def _takes_part(reading: Reading, trigger: int, noun: int) -> bool:
    """Whether a noun that is no name hangs on the trigger so that its day is the act's: "the raid,
    which came on Monday, killed ten", "ten were killed in the 2014 war"."""
    token = reading.tokens[noun]
    part = token.relation in _PARTS and token.part_of_speech == "NOUN"
    return part and token.head == trigger


def _has(
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


def _word_cost(reading: Reading, trigger: int, time: TimeExpression) -> float:
    """The distance in words, more for each sign of another clause between the two."""
    first, last = sorted((trigger, time.head))
    between = reading.tokens[first + 1 : last]
    breaks = sum(token.text.lower() in _NEW_CLAUSE for token in between)
    return len(between) + CLAUSE_WORDS * breaks - (3 if time.head > trigger else 0)


# --- beyond the sentence ---------------------------------------------------------------------


def _can_date(time: TimeExpression, reading: Reading, planned: bool) -> bool:
    """Whether a time may be an act's own: not one to come unless the act is planned, not a bare
    time of day or a war's name, not the day in front of a report ("KABUL, April 19, 2021 -")."""
    published = reading.report.published
    left = time.why.startswith("later this")  # what is left of a week or month
    to_come = published is not None and (left or time.start > published)
    clock = time.why.startswith(("clock without", "hour without", "four digits"))
    war = time.why.startswith("known by") and time.start != time.end
    return not (clock or war) and (planned or not to_come) and not _in_dateline(time, reading)


def _in_dateline(time: TimeExpression, reading: Reading) -> bool:
    sentence = reading.tokens[time.head].sentence
    if sentence > 1 or time.head - reading.sentences[sentence].first > DATELINE:
        return False
    following = reading.report.text[time.span.end :].lstrip(" ).")
    return following[:1] in ("-", "–", "—") and following[1:2] in ("-", " ", "\n")


# --- era --------------------------------------------------------------------------------------


def _now(reading: Reading, times: Sequence[TimeExpression]) -> date | None:
    return reading.report.published or max((time.end for time in times), default=None)


def _is_past(trigger: int, time: TimeExpression, reading: Reading, now: date) -> bool:
    """Whether the time ended more than thirty days before publication and the act does not last
    since: an act that itself stands behind "since" is the past that others follow."""
    if not has_tree(reading, trigger):
        sentence = reading.sentences[reading.tokens[time.head].sentence]
        before = reading.tokens[max(sentence.first, time.head - BEFORE) : time.head]
        since = any(token.text.lower() in SINCE for token in before)
    else:
        above = chain(reading, trigger)
        beside = (index for index in chain(reading, time.head) if index not in above)
        since = any(_has(reading, index, SINCE, OPENING) for index in beside)
    return not since and now - time.end > BACKGROUND_AFTER


def _is_vague(time: TimeExpression) -> bool:
    """Whether a time is told no finer than by the year, or as the length of something."""
    return time.end - time.start >= YEAR or _LASTING in time.why
