"""The day of an event: which of the report's times belongs to its trigger."""

from __future__ import annotations

import pytest
from event_times import (
    BESIDE,
    ENVOY,
    MONDAY,
    STRUCK_AND_SAID,
    THREATENED,
    TREATY,
    TRUCE,
    date_in,
    in_the_past,
)
from plain import parsed_reading, plain_reading

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
