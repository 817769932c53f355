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

from dateline.coding.carried_days import carried_day
from dateline.coding.clauses import chain, has_tree, is_present, is_simple_past
from dateline.coding.time_paths import (
    ADVERB,
    OPENING,
    SINCE,
    explains,
    hangs_on,
    is_length,
    is_vague,
    path_cost,
    word_cost,
)
from dateline.records import Era, Reading, TimeExpression
from dateline.tree import VERBAL

BACKGROUND_AFTER = timedelta(days=30)
GOES_ON = 2  # sentences over which an account of the past goes on without naming its time
DATELINE = 12  # words into the first sentences within which the place and day of a report stand

FARTHEST = 6.0  # the dearest path at which a time still belongs to the trigger
MODIFIES = 2.5  # up to here a time may date an act told in the present or perfect
TELLS_YEAR = 4.0  # up to here a year, or a length of time, may
BEFORE = 4  # words before a time among which "since" stands, where there is no tree
FARTHEST_WORDS = 25.0

FORMERLY = frozenset({"previously", "formerly", "historically"})
THE_PAST, PHRASE = frozenset({"past"}), frozenset({"obl"})
_SAYING = {"told", "according", "reportedly", "“", "”", '"', "'", "‘"}


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
    past = _tells_past(trigger, reading, [time for time in times if not is_length(time)])
    if past:  # what lasted a month then does not last until now
        usable = [time for time in usable if not is_length(time)]
    own = _own_time(trigger, reading, usable)
    if own is not None or planned or past:
        return own
    return carried_day(trigger, reading, usable, speech=speech)


def _tells_past(trigger: int, reading: Reading, times: Sequence[TimeExpression]) -> bool:
    """Whether the trigger's clauses speak of the past, so that no day of the news is its own."""
    now = _now(reading, times)
    near = _near(trigger, reading, times)
    return now is not None and any(_is_past(trigger, time, reading, now) for time in near)


def _near(trigger: int, reading: Reading, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of the trigger's sentence that may tell something of its time."""
    sentence, tree = reading.sentences[reading.tokens[trigger].sentence], has_tree(reading, trigger)
    return [
        time
        for time in times
        if sentence.first <= time.head < sentence.end
        and not (tree and explains(reading, trigger, time))
    ]


def _own_time(
    trigger: int, reading: Reading, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The time that the trigger's own sentence tells for it."""
    sentence = reading.sentences[reading.tokens[trigger].sentence]
    here = [time for time in times if sentence.first <= time.head < sentence.end]
    if not here:
        return None
    tree = has_tree(reading, trigger)
    cost = path_cost if tree else word_cost
    best = min(here, key=lambda time: cost(reading, trigger, time))
    price = cost(reading, trigger, best)
    if not tree:
        return best if price <= FARTHEST_WORDS else None
    loosely = price > MODIFIES and is_present(trigger, reading)
    vaguely = price > TELLS_YEAR and is_vague(best)
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
    near = _near(trigger, reading, times)
    history = bool(near) and all(_is_past(trigger, t, reading, now) for t in near)
    told = planned or is_present(trigger, reading)
    goes_on = not near and not planned and _goes_on(trigger, reading, times, now)
    past = (history and not told) or goes_on or _is_former(trigger, reading)
    return Era.BACKGROUND if past else Era.CURRENT


def _goes_on(
    trigger: int, reading: Reading, times: Sequence[TimeExpression], now: date, on: int = GOES_ON
) -> bool:
    """Whether an act goes on with an account of the past, all in the simple past: "The war began in
    1998. Rebels *seized* the port." A quotation, or what somebody says, is no part of it."""
    sentence = reading.tokens[trigger].sentence
    if not on or not sentence or _opens_paragraph(sentence, reading) or _is_told(sentence, reading):
        return False
    before = reading.sentences[sentence - 1].root
    verbs = (reading.sentences[sentence].root, trigger, before)
    if not all(is_simple_past(verb, reading) for verb in verbs):
        return False
    time = _own_time(before, reading, times)
    if time is None:
        return _goes_on(before, reading, times, now, on - 1)
    return _is_past(before, time, reading, now)


def _opens_paragraph(sentence: int, reading: Reading) -> bool:
    """Whether a sentence opens a paragraph after one of several sentences: not in a report that
    makes each sentence a paragraph."""
    here, before = reading.sentences[sentence], reading.sentences[sentence - 1]
    alone = sentence < 2 or reading.sentences[sentence - 2].paragraph != before.paragraph
    return here.paragraph != before.paragraph and not alone


def _is_told(sentence: int, reading: Reading) -> bool:
    """Whether a sentence quotes somebody or tells what somebody says."""
    place = reading.sentences[sentence]
    return any(
        token.text.lower() in _SAYING or (token.head == place.root and token.relation == "ccomp")
        for token in reading.tokens[place.first : place.end]
    )


def _is_former(trigger: int, reading: Reading) -> bool:
    """Whether a word at an act or at the verb that tells it puts it in the past: "had previously
    backed the rebels", "has shelled the town in the past"."""
    above = (at for at in chain(reading, trigger) if reading.tokens[at].part_of_speech in VERBAL)
    return any(
        hangs_on(reading, index, FORMERLY, ADVERB) or hangs_on(reading, index, THE_PAST, PHRASE)
        for index in (trigger, next(above, trigger))
    )


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
        since = any(hangs_on(reading, index, SINCE, OPENING) for index in beside)
    return not since and now - time.end > BACKGROUND_AFTER
