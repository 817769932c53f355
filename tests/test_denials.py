"""Denials that take up what was told before, over hand-made trees (codebook section 5)."""

from __future__ import annotations

import pytest
from rule_coding import code
from trees import cast, reading

from dateline.attribution import attribute
from dateline.coding import events
from dateline.coding.acts import Act, Trigger
from dateline.coding.people import People
from dateline.knowledge import Knowledge
from dateline.records import Event, Stance
from dateline.tree import Tree

ATTACK = (
    "Ukraine/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/4/nsubj shelled/VERB/2/ccomp "
    "France/PROPN/4/obj\n"
)
RAIN = "It/PRON/2/nsubj rained/VERB/0/root\n"


def denials(knowledge: Knowledge, rows: str, **given: str) -> list[Event]:
    attacks = (event for event in code(knowledge, rows, **given) if event.type == "ASSAULT")
    return [event for event in attacks if event.stance is Stance.DENIES]


DENIED = "Moscow/PROPN/2/nsubj denied/VERB/0/root {}"
SAID = "Moscow/PROPN/2/nsubj said/VERB/0/root it/PRON/{}/nsubj {}"


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param(DENIED.format("any/DET/4/det involvement/NOUN/2/obj"), id="guilt"),
        pytest.param(DENIED.format("this/PRON/2/obj"), id="taken-up"),
        pytest.param(DENIED.format("the/DET/4/det allegation/NOUN/2/obj"), id="claim"),
        pytest.param(
            DENIED.format("it/PRON/5/nsubj was/AUX/5/cop responsible/ADJ/2/ccomp"), id="guilty"
        ),
        pytest.param(
            SAID.format(6, "was/AUX/6/cop not/PART/6/advmod involved/ADJ/2/ccomp"), id="not-guilty"
        ),
        pytest.param(SAID.format(4, "had/VERB/2/ccomp no/DET/6/det part/NOUN/4/obj"), id="no-part"),
        pytest.param(
            "Moscow/PROPN/2/nsubj called/VERB/0/root the/DET/4/det report/NOUN/2/obj "
            "a/DET/6/det lie/NOUN/2/xcomp",
            id="called-false",
        ),
        pytest.param(
            "Moscow/PROPN/2/nsubj said/VERB/0/root the/DET/4/det claims/NOUN/6/nsubj "
            "were/AUX/6/cop baseless/ADJ/2/ccomp",
            id="said-to-be-false",
        ),
    ],
)
def test_who_denies_what_was_told_of_him_denies_the_deed(knowledge: Knowledge, denial: str) -> None:
    (event,) = denials(knowledge, ATTACK + denial)
    assert (event.type, event.voice[-1].code) == ("ASSAULT", "RUS")
    assert [party.code for party in (*event.actors, *event.recipients)] == ["RUS", "FRA"]
    assert event.evidence.startswith("Moscow")


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param("Greece/PROPN/2/nsubj denied/VERB/0/root this/PRON/2/obj", id="another"),
        pytest.param(DENIED.format("the/DET/4/det visa/NOUN/2/obj"), id="no-claim"),
        pytest.param(
            DENIED.format("links/NOUN/2/obj to/ADP/5/case Syria/PROPN/3/nmod"), id="other-guilt"
        ),
        pytest.param(
            DENIED.format("claims/NOUN/2/obj that/SCONJ/6/mark it/PRON/6/nsubj lost/VERB/3/acl"),
            id="other-claim",
        ),
        pytest.param(SAID.format(5, "was/AUX/5/cop involved/ADJ/2/ccomp"), id="admitted"),
        pytest.param(
            "Moscow/PROPN/4/nsubj does/AUX/4/aux not/PART/4/advmod think/VERB/0/root "
            "Greece/PROPN/6/nsubj did/VERB/4/ccomp",
            id="not-thought",
        ),
        pytest.param(RAIN * 11 + DENIED.format("this/PRON/2/obj"), id="long-ago"),
    ],
)
def test_other_denials_leave_the_deed_as_it_is(knowledge: Knowledge, denial: str) -> None:
    assert denials(knowledge, ATTACK + denial) == []


@pytest.mark.parametrize(
    ("told", "denied"),
    [("0/root France/PROPN/2/obj\n", 0), ("5/ccomp France/PROPN/2/obj {}\n", 1)],
)
def test_who_is_accused_denies_that_and_not_what_the_report_told_before(
    knowledge: Knowledge, told: str, denied: int
) -> None:
    rows = "Russia/PROPN/2/nsubj shelled/VERB/" + told.format(
        "Greece/PROPN/5/nsubj said/VERB/0/root"
    )
    accused = "Ukraine/PROPN/2/nsubj accused/VERB/0/root Moscow/PROPN/2/obj\n"
    denial = DENIED.format("this/PRON/2/obj")
    assert len(denials(knowledge, rows + denial)) == 1
    assert len(denials(knowledge, rows + accused + denial)) == denied


def test_a_claim_taken_up_in_its_sentence_is_denied_whoever_did_it(knowledge: Knowledge) -> None:
    rows = (
        "Men/NOUN/2/nsubj attacked/VERB/5/ccomp France/PROPN/2/obj Ukraine/PROPN/5/nsubj "
        "said/VERB/0/root a/DET/7/det claim/NOUN/5/obj which/PRON/10/obj Moscow/PROPN/10/nsubj "
        "denies/VERB/7/acl:relcl"
    )
    (event,) = denials(knowledge, rows)
    assert (event.type, event.voice[-1].code, event.trigger) == ("ASSAULT", "RUS", "denies")


@pytest.mark.parametrize(
    ("author", "denial", "told"),
    [
        ("?/UAF", DENIED.format("any/DET/4/det involvement/NOUN/2/obj"), [("RUS", "FRA")]),
        ("?/UAF", DENIED.format("this/PRON/2/obj"), []),
        ("UKR/MIL", DENIED.format("any/DET/4/det involvement/NOUN/2/obj"), []),
    ],
)
def test_who_denies_a_part_in_an_attack_denies_those_of_nobody_known(
    knowledge: Knowledge, author: str, denial: str, told: list[tuple[str, str]]
) -> None:
    rows = "Men/NOUN/2/nsubj shelled/VERB/0/root France/PROPN/2/obj\n"
    found = denials(knowledge, rows + denial, Men=author)
    assert [(event.actors[0].code, event.recipients[0].code) for event in found] == told


def test_who_deny_together_have_not_struck_each_other(knowledge: Knowledge) -> None:
    denial = (
        "Moscow/PROPN/4/nsubj and/CCONJ/3/cc Greece/PROPN/1/conj denied/VERB/0/root "
        "involvement/NOUN/4/obj"
    )
    rows = "Men/NOUN/2/nsubj shelled/VERB/0/root France/PROPN/2/obj\n"
    found = denials(knowledge, rows + denial, Men="?/UAF")
    told = [([one.code for one in event.actors], event.recipients[0].code) for event in found]
    assert told == [(["RUS"], "FRA")]


@pytest.mark.parametrize(
    ("noun", "mark", "refused"),
    [("suggestions", "that", 0), ("proposals", "that", 1), ("claim", "to", 1)],
)
def test_who_denies_what_a_claim_says_refuses_nothing(
    knowledge: Knowledge, noun: str, mark: str, refused: int
) -> None:
    rows = (
        f"Moscow/PROPN/2/nsubj rejected/VERB/0/root {noun}/NOUN/2/obj {mark}/SCONJ/6/mark "
        "France/PROPN/6/nsubj lost/VERB/3/acl"
    )
    made = reading(rows)
    people, tree = People(Tree(made), cast(made), knowledge.lexicon), Tree(made)
    trigger = Trigger(head=1, tokens=(1,), type="REJECT", mode=None, noun=False)
    act = Act(trigger=trigger, trigger_span=tree[1].span, sentence=0, actors=(0,), recipients=())
    statements = attribute(made, knowledge)
    coded = events([act], made, statements, cast(made), knowledge, people)
    assert len([event for event in coded if event.type == "REJECT"]) == refused


@pytest.mark.parametrize(("noun", "count"), [("statement", 0), ("allegation", 1)])
def test_whose_statement_is_rejected_accused_nobody(
    knowledge: Knowledge, noun: str, count: int
) -> None:
    whose = "of/ADP/6/case Ukraine/PROPN/4/nmod"
    denial = f"Moscow/PROPN/2/nsubj rejected/VERB/0/root the/DET/4/det {noun}/NOUN/2/obj {whose}"
    assert len(denials(knowledge, ATTACK + denial)) == count
