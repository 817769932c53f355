"""Tolls: who was killed, injured, detained or displaced in an event."""

from __future__ import annotations

import pytest
from plain import parsed_reading

from dateline.coding.counts import counts_of
from dateline.knowledge import counts as vocabulary
from dateline.tree import Tree

WORDS = vocabulary.load()

KILLING_AND_WOUNDING = """
A DET 2 det DT
blast NOUN 3 nsubj NN
hit VERB 0 root VBD
Homs PROPN 3 obj NNP
, PUNCT 6 punct ,
killing VERB 3 advcl VBG
12 NUM 6 obj CD
and CCONJ 9 cc CC
wounding VERB 6 conj VBG
30 NUM 9 obj CD
"""

ONE_AND_TWO_OTHERS = """
A DET 2 det DT
policeman NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
killed VERB 0 root VBN
and CCONJ 9 cc CC
two NUM 7 nummod CD
others NOUN 9 nsubj:pass NNS
were AUX 9 aux:pass VBD
hurt VERB 4 conj VBN
"""

LEFT_DEAD = """
Clashes NOUN 2 nsubj NNS
left VERB 0 root VBD
at ADV 4 case IN
least ADV 5 nmod JJS
nine NUM 6 nummod CD
people NOUN 2 obj NNS
dead ADJ 2 xcomp JJ
"""

ARRESTED_THREE = """
Police NOUN 2 nsubj NNS
arrested VERB 0 root VBD
three NUM 4 nummod CD
men NOUN 2 obj NNS
and CCONJ 6 cc CC
killed VERB 2 conj VBD
one NUM 6 obj CD
"""

SEIZED_BUSES = """
Rebels NOUN 2 nsubj NNS
seized VERB 0 root VBD
two NUM 4 nummod CD
buses NOUN 2 obj NNS
"""


def counts_in(rows: str, trigger: str, event_type: str = "ASSAULT") -> dict[str, tuple[int, int]]:
    tree = Tree(parsed_reading(rows))
    found = counts_of(tree.words.index(trigger), tree, WORDS, event_type)
    return {kind: (count.low, count.high) for kind, count in found.items()}


@pytest.mark.parametrize(
    ("rows", "trigger", "event_type", "expected"),
    [
        (KILLING_AND_WOUNDING, "blast", "ASSAULT", {"killed": (12, 12), "injured": (30, 30)}),
        (ONE_AND_TWO_OTHERS, "killed", "ASSAULT", {"killed": (1, 1), "injured": (2, 2)}),
        (LEFT_DEAD, "clashes", "ASSAULT", {"killed": (9, 9)}),
        (ARRESTED_THREE, "arrested", "COERCE", {"detained": (3, 3)}),
        (ARRESTED_THREE, "killed", "ASSAULT", {"killed": (1, 1)}),
        (SEIZED_BUSES, "seized", "COERCE", {}),
        (KILLING_AND_WOUNDING, "hit", "COMMENT", {}),
    ],
)
def test_tolls_go_to_their_event(
    rows: str, trigger: str, event_type: str, expected: dict[str, tuple[int, int]]
) -> None:
    assert counts_in(rows, trigger, event_type) == expected


def test_count_has_its_place_in_the_text() -> None:
    tree = Tree(parsed_reading(KILLING_AND_WOUNDING))
    counts = counts_of(tree.words.index("blast"), tree, WORDS, "ASSAULT")
    assert counts["injured"].span.of(tree.reading.report.text) == "30"


@pytest.mark.parametrize(("verb", "expected"), [("tried", {}), ("returned", {"killed": (1, 1)})])
def test_who_is_only_meant_to_be_killed_is_not_counted(
    verb: str, expected: dict[str, tuple[int, int]]
) -> None:
    rows = f"""
    Gunmen NOUN 2 nsubj NNS
    {verb} VERB 0 root VBD
    to PART 4 mark TO
    kill VERB 2 xcomp VB
    the DET 6 det DT
    minister NOUN 4 obj NN
    """
    assert counts_in(rows, "kill") == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", {"injured": (1, 1)}),
        ("down ADV 2 advmod RB", {}),
        ("fatally ADV 2 advmod RB", {"killed": (1, 1)}),
    ],
)
def test_who_shoots_down_a_pilot_tells_no_wounded(
    rest: str, expected: dict[str, tuple[int, int]]
) -> None:
    rows = f"""
    Rebels NOUN 2 nsubj NNS
    shot VERB 0 root VBD
    a DET 4 det DT
    pilot NOUN 2 obj NN
    {rest}
    """
    assert counts_in(rows, "shot") == expected


@pytest.mark.parametrize(("mark", "expected"), [("after", {}), ("as", {"killed": (10, 10)})])
def test_who_died_before_an_attack_is_not_its_toll(
    mark: str, expected: dict[str, tuple[int, int]]
) -> None:
    rows = f"""
    Rebels NOUN 2 nsubj NNS
    struck VERB 0 root VBD
    {mark} SCONJ 7 mark IN
    ten NUM 5 nummod CD
    soldiers NOUN 7 nsubj:pass NNS
    were AUX 7 aux:pass VBD
    killed VERB 2 advcl VBN
    """
    assert counts_in(rows, "struck") == expected


@pytest.mark.parametrize(("relation", "expected"), [("xcomp", {}), ("ccomp", {"killed": (10, 10)})])
def test_who_is_said_to_have_died_is_no_toll_of_what_is_denied(
    relation: str, expected: dict[str, tuple[int, int]]
) -> None:
    rows = f"""
    Ankara PROPN 2 nsubj NNP
    denied VERB 0 root VBD
    firing VERB 2 {relation} VBG
    and CCONJ 5 cc CC
    said VERB 2 conj VBD
    ten NUM 7 nummod CD
    soldiers NOUN 9 nsubj:pass NNS
    were AUX 9 aux:pass VBD
    killed VERB 5 ccomp VBN
    """
    assert counts_in(rows, "firing") == expected


def test_the_displaced_of_a_camp_are_not_the_toll_of_its_shelling() -> None:
    rows = """
    Shells NOUN 2 nsubj NNS
    struck VERB 0 root VBD
    3,000 NUM 5 nummod CD
    displaced VERB 5 amod VBN
    families NOUN 2 obj NNS
    """
    assert counts_in(rows, "struck") == {}


@pytest.mark.parametrize(("number", "expected"), [(4, {}), (5, {"detained": (7, 7)})])
def test_a_measure_is_no_toll(number: int, expected: dict[str, tuple[int, int]]) -> None:
    rows = f"""
    Police NOUN 2 nsubj NNS
    seized VERB 0 root VBD
    seven NUM {number} nummod CD
    ton NOUN 5 compound NN
    carriers NOUN 2 obj NNS
    """
    assert counts_in(rows, "seized") == expected


@pytest.mark.parametrize(("verb", "killed"), [("was", 1), ("were", 2)])
def test_one_who_is_two_things_is_one(verb: str, killed: int) -> None:
    rows = f"""
    A DET 2 det DT
    reporter NOUN 6 nsubj:pass NN
    and CCONJ 4 cc CC
    activist NOUN 2 conj NN
    {verb} AUX 6 aux:pass VBD
    killed VERB 0 root VBN
    """
    assert counts_in(rows, "killed") == {"killed": (killed, killed)}


@pytest.mark.parametrize(("number", "expected"), [("2008", {}), ("208", {"killed": (208, 208)})])
def test_a_year_counts_nobody(number: str, expected: dict[str, tuple[int, int]]) -> None:
    rows = f"""
    Some DET 5 nsubj:pass DT
    named VERB 1 acl VBN
    in ADP 4 case IN
    {number} NUM 2 obl CD
    killed VERB 0 root VBN
    """
    rows = rows.replace("killed VERB 0", "were AUX 6 aux:pass VBD\n    killed VERB 0")
    rows = rows.replace("Some DET 5", "Some DET 6")
    assert counts_in(rows, "killed") == expected


@pytest.mark.parametrize(
    ("rows", "trigger"),
    [
        (
            """
            Ten NUM 2 nummod CD
            soldiers NOUN 4 nsubj:pass NNS
            were AUX 4 aux:pass VBD
            killed VERB 0 root VBN
            and CCONJ 8 cc CC
            another DET 7 det DT
            15 NUM 8 nummod CD
            wounded VERB 4 conj VBN
            """,
            "killed",
        ),
        (
            """
            Ten NUM 2 nummod CD
            soldiers NOUN 4 nsubj:pass NNS
            were AUX 4 aux:pass VBD
            killed VERB 0 root VBN
            and CCONJ 6 cc CC
            15 NUM 2 conj CD
            wounded VERB 4 conj VBN
            """,
            "killed",
        ),
        (
            """
            Shells NOUN 2 nsubj NNS
            left VERB 0 root VBD
            ten NUM 4 nummod CD
            dead ADJ 2 obj JJ
            and CCONJ 7 cc CC
            15 NUM 7 nummod CD
            wounded VERB 2 conj VBN
            """,
            "left",
        ),
    ],
)
def test_a_second_toll_may_share_the_verb_of_the_first(rows: str, trigger: str) -> None:
    assert counts_in(rows, trigger) == {"killed": (10, 10), "injured": (15, 15)}


ORDERED = """
    Raiders NOUN 2 nsubj NNS
    killed VERB 0 root VBD
    ten NUM 4 nummod CD
    guards NOUN 2 obj NNS
    and CCONJ {} cc CC
    {}ordered VERB 2 conj VBD
    strikes NOUN {} obj NNS
    """


def test_the_toll_of_one_doer_is_not_that_of_the_next() -> None:
    other = ORDERED.format(7, "ministers NOUN 7 nsubj NNS\n    ", 7)
    same = ORDERED.format(6, "", 6)
    assert counts_in(other, "strikes") == {}
    assert counts_in(other, "killed") == {"killed": (10, 10)}
    assert counts_in(same, "strikes") == {"killed": (10, 10)}
