"""Acts that are done by words: promises, threats, thanks, concern, comments."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, short
from trees import cast, reading

from dateline.coding.people import People
from dateline.coding.roles import Parties
from dateline.knowledge import Knowledge
from dateline.tree import Tree


@pytest.mark.parametrize(
    ("sides", "mutual"),
    [("Russia/PROPN/4/nsubj ,/PUNCT/1/punct too/ADV/1/advmod", False),
     ("Russia/PROPN/4/nsubj and/CCONJ/3/cc Germany/PROPN/1/conj", True)],
)  # fmt: skip
def test_who_alone_agrees_to_do_something_has_promised_it(
    knowledge: Knowledge, sides: str, mutual: bool
) -> None:
    rows = (
        f"{sides} agreed/VERB/0/root to/PART/6/mark frob/VERB/4/xcomp Armenia/PROPN/6/obj "
        "./PUNCT/4/punct"
    )
    (event,) = [event for event in code(knowledge, rows) if event.type == "AGREE"]
    assert (codes(event.actors) == codes(event.recipients)) is mutual
    assert mutual or short(event) == ("AGREE", {"RUS"}, {"ARM"})


@pytest.mark.parametrize(("verb", "left"), [("resigned", set()), ("defected", {"TUR"})])
def test_who_resigns_does_it_to_nobody(knowledge: Knowledge, verb: str, left: set[str]) -> None:
    rows = (
        f"Turkish/ADJ/2/amod ministers/NOUN/3/nsubj {verb}/VERB/0/root on/ADP/5/case "
        "Sunday/PROPN/3/obl ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, ministers="TUR/GOV")
    assert short(event) == ("RETREAT", {"TUR"}, left)


def test_who_is_concerned_is_the_subject(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/3/nsubj was/AUX/3/cop concerned/ADJ/0/root by/ADP/7/case "
        "Russia/PROPN/7/nmod:poss 's/PART/5/case moves/NOUN/3/obl ./PUNCT/3/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "COMMENT"]
    assert codes(event.actors) == {"DEU"}


def test_concern_has_no_recipient(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/2/nsubj expressed/VERB/0/root concern/NOUN/2/obj over/ADP/5/case "
        "Iran/PROPN/3/nmod ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.mode, event.recipients) == ("COMMENT", "concern", ())


def test_who_condoles_does_so_with_somebody(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj offered/VERB/0/root condolences/NOUN/2/obj to/ADP/5/case "
        "Iran/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.mode, *short(event)) == ("empathy", "COMMENT", {"TUR"}, {"IRN"})


def test_whose_thanks_they_are_is_not_thanked(knowledge: Knowledge) -> None:
    rows = (
        "Ministers/NOUN/2/nsubj expressed/VERB/0/root Syria/PROPN/5/nmod:poss 's/PART/3/case "
        "support/NOUN/2/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Ministers="SYR/GOV")
    assert [codes(e.recipients) for e in told if e.type == "SUPPORT"] == [set()]


def test_a_relative_pronoun_for_an_act_is_nobody(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det deployment/NOUN/7/nsubj ,/PUNCT/2/punct which/PRON/6/obj Iran/PROPN/6/nsubj "
        "condemned/VERB/2/acl:relcl ended/VERB/0/root ./PUNCT/7/punct"
    )
    told = code(knowledge, rows, which="GRC/MIL")
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [set()]


def test_whom_a_deed_alarms_voices_concern_and_not_its_author(knowledge: Knowledge) -> None:
    rows = "Turkey/PROPN/2/nsubj alarmed/VERB/0/root France/PROPN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows)
    assert short(event) == ("COMMENT", {"FRA"}, set())


def test_who_is_feared_does_not_fear(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/3/nsubj is/AUX/3/cop alarmed/ADJ/0/root by/ADP/5/case Iran/PROPN/3/obl:agent "
        "./PUNCT/3/punct"
    )
    made = reading(rows)
    tree = Tree(made)
    parties = Parties(tree, People(tree, cast(made), knowledge.lexicon), knowledge.lexicon)
    assert parties.subject(2) == (0,)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            "France/PROPN/2/nsubj said/VERB/0/root the/DET/4/det arrests/NOUN/8/nsubj "
            "by/ADP/6/case Russia/PROPN/4/nmod were/AUX/8/cop unlawful/ADJ/2/ccomp ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"RUS"}),
        ),
        (
            "France/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/5/nsubj had/AUX/5/aux "
            "shelled/VERB/2/ccomp Armenia/PROPN/5/obj ./PUNCT/2/punct",
            None,
        ),
        (
            "France/PROPN/2/nsubj claimed/VERB/0/root Russia/PROPN/5/nsubj had/AUX/5/aux "
            "shelled/VERB/2/ccomp Armenia/PROPN/5/obj ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"RUS"}),
        ),
        (
            "France/PROPN/2/nsubj claimed/VERB/0/root Russia/PROPN/5/nsubj:pass was/AUX/5/aux:pass "
            "shelled/VERB/2/ccomp ./PUNCT/2/punct",
            None,
        ),
        (
            "France/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/5/nsubj will/AUX/5/aux "
            "have/VERB/2/ccomp to/PART/7/mark pay/VERB/5/xcomp the/DET/9/det price/NOUN/7/obj "
            "./PUNCT/2/punct",
            ("THREATEN", {"FRA"}, {"RUS"}),
        ),
        (
            "Moscow/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/6/nsubj would/AUX/6/aux "
            "not/PART/6/advmod accept/VERB/2/ccomp the/DET/8/det plan/NOUN/6/obj ./PUNCT/2/punct",
            ("REJECT", {"RUS"}, set()),
        ),
        (  # nothing tells that the speaker is refused
            "France/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/6/nsubj would/AUX/6/aux "
            "not/PART/6/advmod accept/VERB/2/ccomp the/DET/8/det plan/NOUN/6/obj ./PUNCT/2/punct",
            ("REJECT", {"RUS"}, set()),
        ),
    ],
)
def test_what_is_said_may_make_saying_it_an_act(
    knowledge: Knowledge, rows: str, found: tuple[str, set[str], set[str]] | None
) -> None:
    speech = ("ACCUSE", "THREATEN", "REJECT")
    given = [short(event) for event in code(knowledge, rows) if event.type in speech]
    assert given == ([found] if found else [])


def test_who_speaks_is_not_promised_by_a_pronoun_for_himself(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux "
        "provide/VERB/2/ccomp help/NOUN/5/obj ./PUNCT/2/punct"
    )
    assert [short(e) for e in code(knowledge, rows, it="SYR/GOV") if e.type == "AGREE"] == [
        ("AGREE", {"FRA"}, set())
    ]


def test_nobody_threatens_himself(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj threatened/VERB/0/root to/PART/4/mark end/VERB/2/xcomp "
        "trade/NOUN/4/obj on/ADP/7/case Ankara/PROPN/5/nmod from/ADP/9/case Syria/PROPN/5/nmod "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Ankara="TUR/GOV")
    assert [short(e) for e in told if e.type == "THREATEN"] == [("THREATEN", {"TUR"}, {"SYR"})]


def test_nobody_rejects_what_a_pronoun_for_himself_did(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj rejected/VERB/0/root demands/NOUN/2/obj against/ADP/5/case "
        "it/PRON/3/nmod ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, it="RUS/GOV") if e.type == "REJECT"]
    assert codes(event.actors) == {"RUS"}
    assert event.recipients == ()


@pytest.mark.parametrize(("struck", "recipients"), [("Turkey", set()), ("rebels", {"TUR"})])
def test_who_warns_of_an_attack_on_his_country_does_not_threaten_it(
    knowledge: Knowledge, struck: str, recipients: set[str]
) -> None:
    rows = (
        f"Ankara/PROPN/2/nsubj threatened/VERB/0/root {struck}/PROPN/2/obj with/ADP/5/case "
        "sanctions/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Ankara="TUR/GOV/seat", rebels="TUR/REB")
    (event,) = [event for event in told if event.type == "THREATEN"]
    assert short(event) == ("THREATEN", {"TUR"}, recipients)


def test_who_held_office_may_appeal_and_makes_no_comment(knowledge: Knowledge) -> None:
    rows = (
        "Gbagbo/PROPN/2/nsubj urged/VERB/0/root voters/NOUN/2/obj to/PART/5/mark "
        "wait/VERB/2/xcomp ./PUNCT/2/punct\n"
        "Gbagbo/PROPN/2/nsubj expressed/VERB/0/root concern/NOUN/2/obj ./PUNCT/2/punct"
    )
    former = code(knowledge, rows, Gbagbo="CIV/CVL/former", voters="CIV/CVL")
    assert [event.type for event in former] == ["REQUEST"]
    private = code(knowledge, rows, Gbagbo="CIV/CVL", voters="CIV/CVL")
    assert "REQUEST" not in {event.type for event in private}
