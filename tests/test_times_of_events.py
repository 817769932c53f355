"""The day and era of an event: which of the report's times belongs to its trigger."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from plain import parsed_reading, plain_reading

from dateline.coding.when import date_of, era_of
from dateline.knowledge import times as grammar
from dateline.records import Era, Reading
from dateline.resolution.times import resolve_times

MONDAY = date(2020, 9, 28)

STRUCK_AND_SAID = """
Rebels NOUN 2 nsubj NNS
said VERB 0 root VBD
on ADP 4 case IN
Monday PROPN 2 obl NNP
that SCONJ 7 mark IN
jets NOUN 7 nsubj NNS
struck VERB 2 ccomp VBD
Homs PROPN 7 obj NNP
on ADP 10 case IN
Saturday PROPN 7 obl NNP
"""
TREATY = """
Paris PROPN 2 nsubj NNP
condemned VERB 0 root VBD
the DET 5 det DT
1994 NUM 5 nummod CD
massacre NOUN 2 obj NN
on ADP 7 case IN
Friday PROPN 2 obl NNP
"""
WARNED = """
Envoys NOUN 3 nsubj NNS
have AUX 3 aux VBP
warned VERB 0 root VBN
of ADP 5 case IN
raids NOUN 3 obl NNS
by ADP 7 case IN
rebels NOUN 5 nmod NNS
who PRON 9 nsubj WP
came VERB 7 acl:relcl VBD
on ADP 11 case IN
Sunday PROPN 9 obl NNP
"""
MARCHED = """
Crowds NOUN 2 nsubj NNS
marched VERB 0 root VBD
to ADP 5 case IN
a DET 5 det DT
church NOUN 2 obl NN
that PRON 8 nsubj WDT
monks NOUN 8 nsubj NNS
built VERB 5 acl:relcl VBD
for ADP 11 case IN
an DET 11 det DT
order NOUN 8 obl NN
founded VERB 11 acl VBN
in ADP 14 case IN
1994 NUM 12 obl CD
"""


def index_of(word: str, reading: Reading) -> int:
    return next(i for i, token in enumerate(reading.tokens) if token.text == word)


def in_the_past(reading: Reading, *words: str) -> Reading:
    """The reading with some words tagged as verbs in the simple past."""
    tokens = tuple(
        msgspec.structs.replace(token, tag="VBD") if token.text in words else token
        for token in reading.tokens
    )
    return msgspec.structs.replace(reading, tokens=tokens)


def date_in(reading: Reading, word: str, **told: bool) -> str | None:
    times = resolve_times(reading, grammar.load())
    time = date_of(index_of(word, reading), reading, times, **told)
    return time.value if time else None


@pytest.mark.parametrize(
    ("rows", "trigger", "value"),
    [
        (STRUCK_AND_SAID, "struck", "2020-09-26"),
        (STRUCK_AND_SAID, "said", "2020-09-28"),
        (TREATY, "condemned", "2020-09-25"),
        (TREATY, "massacre", "1994"),
    ],
)
def test_tree_tells_whose_day_it_is(rows: str, trigger: str, value: str) -> None:
    assert date_in(parsed_reading(rows, published=MONDAY), trigger) == value


def test_without_a_tree_the_nearest_time_counts() -> None:
    reading = plain_reading("In 1994 they fought; troops shelled the town on Sunday.", MONDAY)
    assert date_in(reading, "shelled") == "2020-09-27"


def test_no_time_in_the_sentence_means_no_date() -> None:
    reading = plain_reading("They met on Sunday.\nTroops shelled the town.", MONDAY)
    assert date_in(reading, "shelled") is None


def test_a_speech_keeps_its_day_over_the_next_quotation() -> None:
    text = "He spoke on Sunday.\nHe demanded a withdrawal: “They must leave.”"
    reading = plain_reading(text, MONDAY)
    assert date_in(reading, "demanded", speech=True) == "2020-09-27"
    assert date_in(reading, "demanded") is None


def test_an_account_goes_on_about_its_day() -> None:
    text = "They met on Sunday.\nTroops shelled the town.\nTroops have left.\nThey waited there."
    reading = in_the_past(plain_reading(text, MONDAY), "shelled", "waited")
    assert date_in(reading, "shelled") == "2020-09-27"
    assert date_in(reading, "left") is None
    assert date_in(reading, "waited") == "2020-09-27"
    assert date_in(reading, "waited", planned=True) is None


def test_an_account_leaves_its_day_after_some_sentences_and_where_it_is_long_past() -> None:
    later = "They met on Sunday." + "\nIt is calm." * 3 + "\nTroops shelled the town."
    assert date_in(in_the_past(plain_reading(later, MONDAY), "shelled"), "shelled") is None
    past = "They met on 3 May 2019.\nTroops shelled the town."
    assert date_in(in_the_past(plain_reading(past, MONDAY), "shelled"), "shelled") is None


def test_years_told_in_between_do_not_end_an_account() -> None:
    text = "They met on Sunday.\nThe feud dates from 2011.\nTroops shelled the town."
    reading = in_the_past(plain_reading(text, MONDAY), "shelled")
    assert date_in(reading, "shelled") == "2020-09-27"


def test_the_news_of_the_lead_has_the_day_told_next() -> None:
    text = "Rebels have seized a town.\nThey entered it on Sunday.\nThe army has fled."
    reading = plain_reading(text, MONDAY)
    assert date_in(reading, "seized") == "2020-09-27"
    assert date_in(reading, "fled") is None
    beside = plain_reading("Rebels seized a town amid raids.\nThey came on Sunday.", MONDAY)
    assert date_in(beside, "raids") is None
    old = plain_reading("Rebels have seized a town.\nThey came on 3 September.", MONDAY)
    assert date_in(old, "seized") is None


def test_a_day_of_another_clause_dates_no_act_told_in_the_perfect() -> None:
    assert date_in(parsed_reading(WARNED, published=MONDAY), "warned") is None


def test_a_year_far_off_in_the_tree_dates_nothing() -> None:
    assert date_in(parsed_reading(MARCHED, published=MONDAY), "marched") is None
    assert date_in(parsed_reading(MARCHED, published=MONDAY), "founded") == "1994"


ENVOY = """
The DET 2 det DT
{} NOUN 8 nsubj NN
, PUNCT 5 punct ,
{} PRON 5 nsubj WP
came VERB 2 acl:relcl VBD
on ADP 7 case IN
Sunday PROPN 5 obl NNP
hit VERB 0 root VBD
Homs PROPN 8 obj NNP
"""
TRUCE = """
London PROPN 2 nsubj NNP
broke VERB 0 root VBD
the DET 5 det DT
2003 NUM 5 nummod CD
truce NOUN 2 {} NN
"""
SINCE = """
Rebels NOUN 3 nsubj NNS
{} AUX 3 aux {}
shelled VERB 0 root VBN
Homs PROPN 3 obj NNP
{} ADP 6 case IN
August PROPN 3 obl NNP
"""


def test_the_day_of_who_acts_is_not_that_of_his_act() -> None:
    raid = parsed_reading(ENVOY.format("raid", "which"), published=MONDAY)
    envoy = parsed_reading(ENVOY.format("envoy", "who"), published=MONDAY)
    assert (date_in(raid, "hit"), date_in(envoy, "hit")) == ("2020-09-27", None)


def test_the_year_of_a_thing_is_not_that_of_the_act() -> None:
    thing = parsed_reading(TRUCE.format("obj"), published=MONDAY)
    war = parsed_reading(TRUCE.format("obl"), published=MONDAY)
    assert (date_in(thing, "broke"), date_in(war, "broke")) == (None, "2003")


@pytest.mark.parametrize(
    ("auxiliary", "preposition", "value"),
    [
        ("have VBP", "since", "2020-08"),
        ("had VBD", "since", "2020-08"),
        ("were VBD", "since", None),
        ("have VBP", "until", None),
        ("had VBD", "in", "2020-08"),
    ],
)
def test_a_beginning_dates_what_goes_on(
    auxiliary: str, preposition: str, value: str | None
) -> None:
    rows = SINCE.format(*auxiliary.split(), preposition)
    assert date_in(parsed_reading(rows, published=MONDAY), "shelled") == value


def test_an_old_year_beside_a_plan_is_not_its_past() -> None:
    reading = parsed_reading(TRUCE.format("obl"), published=MONDAY)
    times = resolve_times(reading, grammar.load())
    broke = index_of("broke", reading)
    assert era_of(broke, reading, None, times) is Era.BACKGROUND
    assert era_of(broke, reading, None, times, planned=True) is Era.CURRENT


def test_an_old_year_of_another_clause_makes_no_background() -> None:
    rows = ENVOY.format("envoy", "who").replace("on ADP", "in ADP").replace("Sunday", "2003")
    reading = parsed_reading(rows, published=MONDAY)
    times = resolve_times(reading, grammar.load())
    assert era_of(index_of("hit", reading), reading, None, times) is Era.CURRENT
    assert era_of(index_of("came", reading), reading, None, times) is Era.BACKGROUND


def test_a_day_to_come_dates_only_what_is_planned() -> None:
    reading = plain_reading("They agreed to vote later this month.", MONDAY)
    assert date_in(reading, "vote", planned=True) == "2020-09"
    assert date_in(reading, "agreed") is None
    reading = plain_reading("They will vote on Friday.", MONDAY)
    assert date_in(reading, "vote", planned=True) == "2020-10-02"
    assert date_in(reading, "vote") is None


def test_the_day_in_front_of_a_report_dates_no_act() -> None:
    reading = plain_reading("GORIS, September 28, 2020 - Troops shelled the town.", MONDAY)
    assert date_in(reading, "shelled") is None


@pytest.mark.parametrize(
    ("text", "trigger", "era"),
    [
        ("They signed a truce in 1994.", "signed", Era.BACKGROUND),
        ("They signed a truce on Sunday.", "signed", Era.CURRENT),
        ("They signed a truce in August.", "signed", Era.CURRENT),
        ("They signed a truce in July.", "signed", Era.BACKGROUND),
        ("He has been held since July 17.", "held", Era.CURRENT),
        ("They signed a truce.", "signed", Era.CURRENT),
    ],
)
def test_history_is_background(text: str, trigger: str, era: Era) -> None:
    reading = plain_reading(text, MONDAY)
    times = resolve_times(reading, grammar.load())
    time = date_of(index_of(trigger, reading), reading, times)
    assert era_of(index_of(trigger, reading), reading, time, times) is era


def test_the_last_day_told_stands_for_a_missing_publication() -> None:
    text = "They signed a truce in 1994.\nIt broke on 27 September 2020."
    reading = plain_reading(text, None)
    times = resolve_times(reading, grammar.load())
    signed, broke = index_of("signed", reading), index_of("broke", reading)
    assert era_of(signed, reading, times[0], times) is Era.BACKGROUND
    assert era_of(broke, reading, times[1], times) is Era.CURRENT


SHELLED = """
Rebels NOUN 3 nsubj NNS
had AUX 3 aux VBD
shelled VERB 0 root VBN
Homs PROPN 3 obj NNP
{} ADV 3 advmod RB
in ADP 8 case IN
the DET 8 det DT
{} NOUN 3 obl NN
"""


@pytest.mark.parametrize(
    ("adverb", "noun", "era"),
    [
        ("previously", "valley", Era.BACKGROUND),
        ("heavily", "past", Era.BACKGROUND),
        ("heavily", "valley", Era.CURRENT),
    ],
)
def test_a_word_may_put_an_act_without_a_day_in_the_past(adverb: str, noun: str, era: Era) -> None:
    reading = parsed_reading(SHELLED.format(adverb, noun), published=MONDAY)
    assert era_of(index_of("shelled", reading), reading, None, ()) is era


BESIDE = """
Minsk PROPN 2 nsubj NNP
sought VERB 0 root VBD
help NOUN 2 obj NN
{} PUNCT 6 punct :
envoys NOUN 6 nsubj NNS
came VERB 2 {} VBD
on ADP 8 case IN
Sunday PROPN 6 obl NNP
"""
RESOLUTION = """
Minsk PROPN 2 nsubj NNP
accepted VERB 0 root VBD
a DET 4 det DT
resolution NOUN 2 {} NN
passed VERB 4 {} VBN
on ADP 7 case IN
Sunday PROPN 5 obl NNP
"""
FLED = """
Families NOUN 2 nsubj NNS
fled VERB 0 root VBD
Homs PROPN 2 obj NNP
{} ADV 6 advmod WRB
shops NOUN 6 nsubj NNS
burned VERB 2 advcl VBD
on ADP 8 case IN
Sunday PROPN 6 obl NNP
"""
THREATENED = """
Paris PROPN 8 nsubj NNP
, PUNCT 5 punct ,
which PRON 5 nsubj WDT
{} AUX 5 aux {}
threatened VERB 1 acl:relcl VBN
raids NOUN 5 obj NNS
, PUNCT 5 punct ,
withdrew VERB 0 root VBD
in ADP 10 case IN
2015 NUM 8 obl CD
"""


@pytest.mark.parametrize(
    ("rows", "trigger", "value"),
    [
        (BESIDE.format(";", "parataxis"), "sought", None),
        (BESIDE.format(";", "conj"), "sought", None),
        (BESIDE.format(",", "conj"), "sought", "2020-09-27"),
        (BESIDE.format(";", "parataxis"), "came", "2020-09-27"),
        (RESOLUTION.format("obj", "acl"), "accepted", None),
        (RESOLUTION.format("obl", "acl"), "accepted", "2020-09-27"),
        (FLED.format("where"), "fled", None),
        (FLED.format("when"), "fled", "2020-09-27"),
        (THREATENED.format("had", "VBD"), "threatened", None),
        (THREATENED.format("has", "VBZ"), "withdrew", "2015"),
    ],
)
def test_the_day_of_another_act_is_not_its_own(rows: str, trigger: str, value: str | None) -> None:
    assert date_in(parsed_reading(rows, published=MONDAY), trigger) == value


@pytest.mark.parametrize(
    "rows", [THREATENED.format("had", "VBD"), BESIDE.replace("Sunday", "2003")]
)
def test_what_came_before_the_past_is_past(rows: str) -> None:
    rows = rows.format(";", "parataxis")
    reading = parsed_reading(rows, published=MONDAY)
    trigger = index_of("threatened" if "threatened" in rows else "sought", reading)
    times = resolve_times(reading, grammar.load())
    assert date_of(trigger, reading, times) is None
    assert era_of(trigger, reading, None, times) is Era.BACKGROUND


FOLLOWED = """
In ADP 2 case IN
{} PROPN 5 obl NNP
, PUNCT 2 punct ,
rebels NOUN 5 nsubj NNS
attacked VERB 0 root VBD
; PUNCT 11 punct :
three NUM 8 nummod CD
weeks NOUN 11 nsubj NNS
of ADP 10 case IN
fighting NOUN 8 nmod NN
followed VERB 5 parataxis VBD
"""


@pytest.mark.parametrize(
    ("where", "value"), [("May", "2020-05"), ("Homs", "2020-09-07/2020-09-28")]
)
def test_what_lasted_then_does_not_last_until_now(where: str, value: str) -> None:
    reading = parsed_reading(FOLLOWED.format(where), published=MONDAY)
    assert date_in(reading, "fighting") == value


@pytest.mark.parametrize(
    ("text", "era"),
    [
        ("Rebels rose in 1998. Troops shelled the town.", Era.BACKGROUND),
        ("Rebels rose in 1998. They left. Troops shelled the town.", Era.BACKGROUND),
        ("Rebels rose on Sunday. Troops shelled the town.", Era.CURRENT),
        ("Rebels rose in 1998. “Troops shelled the town”.", Era.CURRENT),
        ("Rebels rise since 1998. Troops shelled the town.", Era.CURRENT),
        ("They left. Rebels rose in 1998.\nTroops shelled the town.", Era.CURRENT),
        ("They left.\nRebels rose in 1998.\nTroops shelled the town.", Era.BACKGROUND),
    ],
)
def test_an_account_of_the_past_goes_on(text: str, era: Era) -> None:
    reading = plain_reading(text, MONDAY)
    sentences = tuple(
        msgspec.structs.replace(sentence, root=sentence.first + 1) for sentence in reading.sentences
    )
    reading = msgspec.structs.replace(reading, sentences=sentences)
    if text.startswith("Rebels rose in 1998. “"):
        quoted = sentences[1]
        sentences = (sentences[0], msgspec.structs.replace(quoted, root=quoted.first + 2))
        reading = msgspec.structs.replace(reading, sentences=sentences)
    reading = in_the_past(reading, "rose", "left", "shelled")
    times = resolve_times(reading, grammar.load())
    shelled = index_of("shelled", reading)
    assert era_of(shelled, reading, None, times) is era
    assert era_of(shelled, reading, None, times, planned=True) is Era.CURRENT
