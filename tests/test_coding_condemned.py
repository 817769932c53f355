"""Whose violence is condemned, and whose the victims are whom a side tells of."""

from __future__ import annotations

import pytest
from rule_coding import code, codes
from trees import reading

from dateline.coding.acts import Act, Trigger
from dateline.coding.draft import Draft
from dateline.coding.sides import with_other_side
from dateline.knowledge import Knowledge
from dateline.records import Party, Reading

ATTACK = "{}/PROPN/2/nsubj attacked/VERB/0/root {}/PROPN/2/obj ./PUNCT/2/punct\n"
CONDEMNS = (
    "{}/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/6/case "
    "{}/PROPN/4/nmod ./PUNCT/2/punct"
)


def accused(knowledge: Knowledge, rows: str, **given: str) -> list[set[str]]:
    told = code(knowledge, rows, **given)
    return [codes(event.recipients) for event in told if event.type == "ACCUSE"]


def test_who_attacked_those_named_is_condemned(knowledge: Knowledge) -> None:
    first = ATTACK.format("Armenia", "Turkey") + ATTACK.format("Russia", "Ukraine")
    assert accused(knowledge, first + CONDEMNS.format("France", "Turkey")) == [{"ARM"}]
    assert accused(knowledge, first + CONDEMNS.format("France", "Ukraine")) == [{"RUS"}]


def test_nobody_is_condemned_for_an_attack_that_is_not_told(knowledge: Knowledge) -> None:
    first = ATTACK.format("Armenia", "Turkey")
    assert accused(knowledge, first + CONDEMNS.format("France", "Greece")) == [set()]


def test_a_state_does_not_condemn_its_own_attack(knowledge: Knowledge) -> None:
    first = ATTACK.format("Russia", "Ukraine")
    assert accused(knowledge, first + CONDEMNS.format("Moscow", "Ukraine")) == [set()]


def test_who_only_watches_is_no_author(knowledge: Knowledge) -> None:
    first = ATTACK.format("Germany", "Turkey")
    told = first + CONDEMNS.format("France", "Turkey")
    assert accused(knowledge, told, Germany="AMNESTY/NGO") == [set()]


def test_of_two_foes_the_one_that_tells_of_victims_did_not_strike_them(
    knowledge: Knowledge,
) -> None:
    rows = ATTACK.format("Azerbaijan", "Armenia") + (
        "{}/PROPN/2/nsubj said/VERB/0/root Azerbaijan/PROPN/6/nsubj and/CCONJ/5/cc "
        "Armenia/PROPN/3/conj shelled/VERB/2/ccomp villages/NOUN/6/obj ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows.format("Moscow"), villages="AZE/CVL/local") if e.voice]
    assert [codes(event.actors) for event in told] == [{"AZE", "ARM"}]
    told = [
        e
        for e in code(knowledge, rows.format("Baku"), villages="ARM/CVL/local", Baku="AZE/GOV")
        if e.voice
    ]
    assert [codes(event.actors) for event in told] == [{"ARM"}]
    assert [codes(event.recipients) for event in told] == [{"AZE"}]


@pytest.mark.parametrize(
    ("clause", "author"),
    [
        (
            "responsibility/NOUN/2/obj for/ADP/6/case the/DET/6/det attack/NOUN/3/nmod "
            "by/ADP/8/case gunmen/NOUN/6/nmod on/ADP/10/case Ukraine/PROPN/6/nmod",
            {"TALIBAN"},
        ),
        (
            "that/SCONJ/5/mark gunmen/NOUN/5/nsubj attacked/VERB/2/ccomp Ukraine/PROPN/5/obj",
            {"?"},
        ),
    ],
)
def test_an_attack_is_that_of_the_group_which_claims_it(
    knowledge: Knowledge, clause: str, author: set[str]
) -> None:
    rows = f"Taliban/PROPN/2/nsubj claimed/VERB/0/root {clause} ./PUNCT/2/punct"
    told = code(knowledge, rows, Taliban="TALIBAN/REB", gunmen="?/UAF")
    assert [codes(event.actors) for event in told if event.type == "ASSAULT"] == [author]


def strike(made: Reading, sentence: int, actor: tuple[str, int], struck: str) -> Draft:
    """An attack told in a sentence by whom another sentence may name: a code and that one's
    number."""
    verb = made.sentences[sentence].first + 1
    act = Act(
        trigger=Trigger(head=verb, tokens=(verb,), type="ASSAULT", mode=None, noun=False),
        trigger_span=made.tokens[verb].span,
        sentence=sentence,
        actors=(),
        recipients=(),
    )
    code_, place = actor
    span = made.tokens[made.sentences[place].first].span
    author = Party(text="author", span=span, code=code_, sector="MIL", why="state")
    victim = Party(text="victim", span=None, code=struck, sector="CVL", why="woman of a state")
    return Draft(act=act, actors=(author,), recipients=(victim,))


@pytest.mark.parametrize(
    ("first", "second", "named_in", "author"),
    [
        (("ARM", "TUR"), ("TUR", "ARM"), 0, {"TUR"}),
        (("ARM", "TUR"), ("ARM", "TUR"), 0, {"?"}),
        (("ARM", "TUR"), ("TUR", "ARM"), 2, {"ARM"}),
        (("ARM", "ARM"), ("ARM", "ARM"), 0, {"ARM"}),
    ],
)
def test_who_is_named_elsewhere_does_not_strike_his_own_but_his_foe_does(
    first: tuple[str, str], second: tuple[str, str], named_in: int, author: set[str]
) -> None:
    made = reading("\n".join(["Armies/NOUN/2/nsubj struck/VERB/0/root ./PUNCT/2/punct"] * 3))
    told = [strike(made, i, (one, i), other) for i, (one, other) in enumerate((first, second))]
    found = with_other_side((*told, strike(made, 2, ("ARM", named_in), "ARM")), made)
    assert codes(found[-1].actors) == author


def test_the_victims_of_a_condemned_attack_are_not_accused(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/7/case "
        "Iranian/ADJ/7/amod troops/NOUN/4/nmod ./PUNCT/2/punct"
    )
    found = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ACCUSE"]
    assert [codes(event.recipients) for event in found] == [set()]


@pytest.mark.parametrize(
    ("owner", "accused"), [("its/PRON/4/nmod:poss", set()), ("Israeli/ADJ/4/amod", {"ISR"})]
)
def test_whoever_condemns_violence_accuses_its_authors_alone(
    knowledge: Knowledge, owner: str, accused: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj condemned/VERB/0/root {owner} bombing/NOUN/2/obj of/ADP/6/case "
        "villagers/NOUN/4/nmod and/CCONJ/8/cc fled/VERB/2/conj Greece/PROPN/8/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, villagers="SYR/CVL", Israeli="ISR/GOV")
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [accused]


@pytest.mark.parametrize(
    ("behind", "accused"),
    [
        ("by/ADP/8/case Turkey/PROPN/4/nmod", {"TUR"}),
        ("by/ADP/8/case Turkey/PROPN/6/nmod", {"TUR"}),
        ("in/ADP/8/case Turkey/PROPN/6/nmod", {"TUR"}),
        ("by/ADP/8/case night/NOUN/2/obl", {"GRC"}),
    ],
)
def test_whoever_condemns_an_arrest_accuses_the_state_that_made_it(
    knowledge: Knowledge, behind: str, accused: set[str]
) -> None:
    rows = (
        "France/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det arrest/NOUN/2/obj of/ADP/6/case "
        f"Greeks/NOUN/4/nmod {behind} ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Greeks="GRC/CVL")
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [accused]
