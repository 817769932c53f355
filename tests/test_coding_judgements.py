"""What speakers blame, back, refuse and threaten in words of their own."""

from __future__ import annotations

from typing import Any

import pytest
from rule_coding import code, codes, short

from dateline.knowledge import Knowledge


@pytest.mark.parametrize(("case", "blamed"), [("by", {"RUS"}), ("near", set())])
def test_what_somebody_does_is_held_against_him(
    case: str, blamed: set[str], knowledge: Knowledge
) -> None:
    rows = (
        "Greece/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det demolition/NOUN/2/obj "
        f"of/ADP/6/case houses/NOUN/4/nmod {case}/ADP/8/case Russia/PROPN/4/nmod ./PUNCT/2/punct"
    )
    (found,) = (e for e in code(knowledge, rows) if e.type == "ACCUSE")
    assert codes(found.recipients) == blamed


def test_on_whom_a_deed_is_blamed_is_accused(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj blamed/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/6/case "
        "Turkey/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = [event for event in code(knowledge, rows) if event.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {"FRA"}, {"TUR"})


def judged(knowledge: Knowledge, rows: str, **given: Any) -> list[tuple[str, set[str], set[str]]]:
    """What is said of others in some rows, by type and parties."""
    types = ("ACCUSE", "REQUEST", "REJECT", "THREATEN")
    return [short(event) for event in code(knowledge, rows, **given) if event.type in types]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "France/PROPN/2/nsubj called/VERB/0/root Turkey/PROPN/5/nmod:poss 's/PART/3/case "
            "closure/NOUN/2/obj a/DET/7/det vendetta/NOUN/2/xcomp ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj complained/VERB/0/root that/SCONJ/6/mark Turkey/PROPN/5/compound "
            "jets/NOUN/6/nsubj strayed/VERB/2/ccomp south/ADV/6/advmod ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj summoned/VERB/0/root the/DET/4/det ambassador/NOUN/2/obj "
            "./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, set()),
        ),
        (
            "France/PROPN/2/nsubj spoke/VERB/0/root of/ADP/4/case piracy/NOUN/2/obl by/ADP/6/case "
            "Turkey/PROPN/4/nmod ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj laid/VERB/0/root it/PRON/2/obj at/ADP/6/case the/DET/6/det "
            "door/NOUN/2/obl of/ADP/8/case Turkey/PROPN/6/nmod ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj switched/VERB/0/root recognition/NOUN/2/obj from/ADP/5/case "
            "Iran/PROPN/3/nmod to/ADP/7/case Turkey/PROPN/2/obl ./PUNCT/2/punct",
            ("SUPPORT", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj has/VERB/0/root full/ADJ/4/amod confidence/NOUN/2/obj "
            "in/ADP/6/case Turkey/PROPN/4/nmod ./PUNCT/2/punct",
            ("SUPPORT", {"FRA"}, {"TUR"}),
        ),
        (
            "France/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct",
            ("ACCUSE", {"FRA"}, set()),
        ),
    ],
)
def test_whom_words_of_blame_and_backing_are_for(
    knowledge: Knowledge, rows: str, told: tuple[str, set[str], set[str]]
) -> None:
    assert told in [short(event) for event in code(knowledge, rows)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Greece/PROPN/5/nsubj:pass would/AUX/5/aux not/PART/5/advmod be/AUX/5/aux:pass "
            "bullied/VERB/0/root by/ADP/7/case Turkey/PROPN/5/obl:agent",
            [("REJECT", {"GRC"}, {"TUR"})],
        ),
        (
            "Greece/PROPN/3/nsubj:pass was/AUX/3/aux:pass bullied/VERB/0/root by/ADP/5/case "
            "Turkey/PROPN/3/obl:agent",
            [],
        ),
    ],
)
def test_who_lets_nobody_force_him_refuses(
    knowledge: Knowledge, sentence: str, found: list[tuple[str, set[str], set[str]]]
) -> None:
    rows = f"{sentence} ./PUNCT/1/punct"
    assert [event for event in judged(knowledge, rows) if event[0] == "REJECT"] == found


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("believes", [("ACCUSE", {"FRA"}, {"TUR"})]),
        ("says", [("ACCUSE", {"FRA"}, {"TUR"})]),
        ("doubts", []),
        ("hopes", []),
    ],
)
def test_who_holds_that_a_deed_is_wrong_condemns_it(
    knowledge: Knowledge, verb: str, found: list[tuple[str, set[str], set[str]]]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj {verb}/VERB/0/root that/SCONJ/5/mark Turkey/PROPN/5/nsubj "
        "violates/VERB/2/ccomp the/DET/7/det law/NOUN/5/obj ./PUNCT/2/punct"
    )
    assert judged(knowledge, rows) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Iran/PROPN/2/nsubj violates/VERB/0/root the/DET/4/det law/NOUN/2/obj",
            [("ACCUSE", {"DEU"}, {"IRN"})],
        ),
        (
            "Germany/PROPN/2/nsubj violates/VERB/0/root the/DET/4/det law/NOUN/2/obj",
            [],
        ),
        (
            "Iran/PROPN/2/nsubj needs/VERB/0/root to/PART/4/mark help/VERB/2/xcomp it/PRON/4/obj",
            [("REQUEST", {"DEU"}, {"IRN"})],
        ),
        (
            "Iran/PROPN/3/nsubj will/AUX/3/aux pay/VERB/0/root the/DET/5/det price/NOUN/3/obj",
            [("THREATEN", {"DEU"}, {"IRN"})],
        ),
        (
            "We/PRON/4/nsubj will/AUX/4/aux not/PART/4/advmod retreat/VERB/0/root now/ADV/4/advmod",
            [("REJECT", {"DEU"}, set())],
        ),
        (
            "Iran/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod retreat/VERB/0/root "
            "now/ADV/4/advmod",
            [],
        ),
    ],
)
def test_the_later_sentences_of_a_quotation_judge_demand_refuse_and_threaten(
    knowledge: Knowledge, said: str, found: list[tuple[str, set[str], set[str]]]
) -> None:
    head = 1 + next(i for i, row in enumerate(said.split()) if row.endswith("/root"))
    later = " ".join(
        f"{word}/{part}/{int(above) + 1 if int(above) else 0}/{relation}"
        for word, part, above, relation in (row.split("/") for row in said.split())
    )
    rows = (
        "“/PUNCT/5/punct Peace/NOUN/5/nsubj is/AUX/5/cop far/ADV/5/advmod away/ADV/8/ccomp "
        "”/PUNCT/5/punct Germany/PROPN/8/nsubj said/VERB/0/root ./PUNCT/8/punct\n"
        f"“/PUNCT/{head + 1}/punct {later} ”/PUNCT/{head + 1}/punct ./PUNCT/{head + 1}/punct"
    )
    assert judged(knowledge, rows) == found


@pytest.mark.parametrize(("who", "accuser"), [("GRC/MIL", "FRA"), ("GRC/GOV", "GRC")])
def test_whoever_goes_on_speaking_accuses_not_the_dead(
    knowledge: Knowledge, who: str, accuser: str
) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root soldiers/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "killed/VERB/2/ccomp and/CCONJ/7/cc accused/VERB/5/conj Syria/PROPN/7/obj ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, soldiers=who, past=True) if e.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {accuser}, {"SYR"})
