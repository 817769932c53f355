"""Who takes which part in an act, read off hand-made trees by the rules alone."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, named, short

from dateline.knowledge import Knowledge
from dateline.records import Span


def test_a_light_verb_gives_its_subject_to_the_noun(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj launched/VERB/0/root an/DET/4/det attack/NOUN/2/obj "
        "on/ADP/6/case Syria/PROPN/4/nmod ./PUNCT/2/punct"
    )
    made = code(knowledge, rows)
    assert ("ASSAULT", {"TUR"}, {"SYR"}) in [short(event) for event in made]


def test_passives_are_turned_round(knowledge: Knowledge) -> None:
    rows = (
        "Syria/PROPN/3/nsubj:pass was/AUX/3/aux:pass bombed/VERB/0/root by/ADP/5/case "
        "Israel/PROPN/3/obl:agent ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"ISR"}, {"SYR"})
    assert event.mode == "aerial"


@pytest.mark.parametrize(
    ("rows", "sides"),
    [
        (  # whoever weeps was detained
            "Detained/VERB:VBN/6/advcl on/ADP/3/case Monday/PROPN/1/obl the/DET/5/det "
            "editor/NOUN/6/nsubj wept/VERB:VBD/0/root ./PUNCT/6/punct",
            ({"GRC"}, {"GRC"}),
        ),
        (
            "Arrested/VERB:VBN/5/advcl ,/PUNCT/1/punct the/DET/4/det editor/NOUN/5/nsubj:pass "
            "consoled/VERB:VBN/0/root by/ADP/7/case Russia/PROPN/5/obl:agent ./PUNCT/5/punct",
            ({"GRC"}, {"GRC"}),
        ),
        (
            "Turkey/PROPN/2/nsubj had/VERB:VBD/0/root the/DET/4/det editor/NOUN/2/obj "
            "arrested/VERB:VBN/2/xcomp ./PUNCT/2/punct",
            ({"GRC"}, {"GRC"}),
        ),
        (  # a finite verb is active
            "Turkey/PROPN/2/nsubj wept/VERB:VBD/0/root ,/PUNCT/4/punct detained/VERB:VBD/2/advcl "
            "the/DET/6/det editor/NOUN/4/obj ./PUNCT/2/punct",
            ({"TUR"}, {"GRC"}),
        ),
    ],
)
def test_a_bare_participle_of_circumstance_is_passive(
    knowledge: Knowledge, rows: str, sides: tuple[set[str], set[str]]
) -> None:
    (arrest,) = [e for e in code(knowledge, rows, editor="GRC/MED") if e.type == "COERCE"]
    assert short(arrest)[1:] == sides


def test_a_relative_clause_is_about_its_noun(knowledge: Knowledge) -> None:
    expelled = (
        "The/DET/2/det ambassador/NOUN/7/nsubj {}/PRON/5/{} Iran/PROPN/5/{} "
        "expelled/VERB/2/acl:relcl yesterday/NOUN/5/obl arrived/VERB/0/root ./PUNCT/7/punct"
    )
    assert "expel" in named(knowledge, expelled.format("whom", "obj", "nsubj"))["SANCTION"]
    assert "SANCTION" not in named(knowledge, expelled.format("who", "nsubj", "obj"))


def test_a_participle_is_about_its_noun_and_what_is_fired_from_a_state_is_its_act(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Rockets/NOUN/5/nsubj fired/VERB/1/acl from/ADP/4/case Syria/PROPN/2/obl hit/VERB/0/root "
        "Israel/PROPN/5/obj ./PUNCT/5/punct"
    )
    told = [e for e in code(knowledge, rows) if e.trigger.endswith("fired")]
    assert [(e.mode, codes(e.actors)) for e in told] == [("heavy-weapons", {"SYR"})]


def test_a_participle_carries_the_noun_before_it(knowledge: Knowledge) -> None:
    rows = (
        "Sanctions/NOUN/8/nsubj imposed/VERB/1/acl on/ADP/4/case Iran/PROPN/2/{} by/ADP/6/case "
        "France/PROPN/2/obl:agent today/NOUN/2/obl hurt/VERB/0/root trade/NOUN/8/obj "
        "./PUNCT/8/punct"
    )
    for relation in ("obl", "obl:agent"):  # the language model reads both
        found = [e for e in code(knowledge, rows.format(relation)) if e.type == "SANCTION"]
        assert [short(event) for event in found] == [("SANCTION", {"FRA"}, {"IRN"})]


@pytest.mark.parametrize(
    ("first", "second", "actors"),
    [
        ("together/ADV/6/advmod", "with/ADP/6/case", {"FRA", "DEU"}),
        ("along/ADP/6/case", "with/ADP/4/fixed", {"FRA", "DEU"}),
        ("along/ADP/6/case", "northern/ADJ/6/amod", {"FRA"}),
    ],
)
def test_who_acts_together_with_the_subject_acts_too(
    knowledge: Knowledge, first: str, second: str, actors: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj {first} {second} "
        "Germany/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", actors, {"SYR"})


def test_a_relative_clause_may_leave_out_its_object(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det troops/NOUN/7/nsubj Turkey/PROPN/4/nsubj attacked/VERB/2/acl:relcl "
        "from/ADP/6/case Greece/PROPN/4/obl fled/VERB/0/root ./PUNCT/7/punct"
    )
    (event,) = [e for e in code(knowledge, rows, troops="SYR/MIL") if e.type == "ASSAULT"]
    assert short(event) == ("ASSAULT", {"TUR"}, {"SYR"})


@pytest.mark.parametrize(
    ("rows", "recipients"),
    [
        (  # the clause of another verb
            "France/PROPN/2/nsubj deplored/VERB/0/root and/CCONJ/4/cc asked/VERB/2/conj "
            "Iran/PROPN/4/obj for/ADP/7/case help/NOUN/4/obl ./PUNCT/2/punct",
            set(),
        ),
        (
            "France/PROPN/2/nsubj deplored/VERB/0/root and/CCONJ/4/cc Iran/PROPN/2/conj "
            "./PUNCT/2/punct",
            {"IRN"},
        ),
        (
            "France/PROPN/2/nsubj deplored/VERB/0/root ;/PUNCT/2/punct so/ADV/5/advmod "
            "Iran/PROPN/2/obl ./PUNCT/2/punct",
            set(),
        ),
        (  # a time that another act tells
            "France/PROPN/2/nsubj deplored/VERB/0/root since/SCONJ/5/mark Iran/PROPN/5/nsubj "
            "left/VERB/2/advcl ./PUNCT/2/punct",
            set(),
        ),
        (
            "France/PROPN/2/nsubj deplored/VERB/0/root and/CCONJ/5/cc was/AUX/5/cop "
            "fond/ADJ/2/conj of/ADP/7/case Iran/PROPN/5/obl ./PUNCT/2/punct",
            set(),
        ),
        (  # who the actor is
            "France/PROPN/5/nsubj ,/PUNCT/1/punct Iran/PROPN/1/appos ,/PUNCT/1/punct "
            "deplored/VERB/0/root ./PUNCT/5/punct",
            set(),
        ),
    ],
)
def test_the_missing_side_is_not_taken_from_another_clause(
    knowledge: Knowledge, rows: str, recipients: set[str]
) -> None:
    told = code(knowledge, rows)
    assert [codes(e.recipients) for e in told if e.type == "ACCUSE"] == [recipients]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "Greece/PROPN/2/nsubj handed/VERB/0/root ten/NUM/4/nummod lorries/NOUN/2/obj "
            "to/ADP/7/case the/DET/7/det army/NOUN/2/obl ./PUNCT/2/punct",
            ("AID", {"GRC"}, {"UKR"}),
        ),
        (
            "Ministers/NOUN/2/nsubj took/VERB/0/root refuge/NOUN/2/obj in/ADP/6/case the/DET/6/det "
            "embassy/NOUN/2/obl ./PUNCT/2/punct",
            ("AID", {"FRA"}, {"SYR"}),
        ),
        (
            "Greece/PROPN/2/nsubj received/VERB/0/root missiles/NOUN/2/obj from/ADP/5/case "
            "France/PROPN/2/obl ./PUNCT/2/punct",
            ("AID", {"FRA"}, {"GRC"}),
        ),
        (
            "Greece/PROPN/2/nsubj flew/VERB/0/root students/NOUN/2/obj home/ADV/2/advmod "
            "./PUNCT/2/punct",
            ("AID", {"GRC"}, {"UKR"}),
        ),
        (
            "Greece/PROPN/2/nsubj handed/VERB/0/root a/DET/4/det fugitive/NOUN/2/obj over/ADP/2/"
            "compound:prt to/ADP/7/case Turkey/PROPN/2/obl ./PUNCT/2/punct",
            ("COOPERATE", {"GRC", "TUR"}, {"GRC", "TUR"}),
        ),
        (
            "Militants/NOUN/2/nsubj forced/VERB/0/root the/DET/4/det army/NOUN/2/obj "
            "to/PART/6/mark retreat/VERB/2/xcomp ./PUNCT/2/punct",
            ("RETREAT", {"UKR"}, {"RUS"}),
        ),
    ],
)
def test_who_helps_shares_and_yields_stands_where_the_words_ask(
    knowledge: Knowledge, rows: str, told: tuple[str, set[str], set[str]]
) -> None:
    given = {
        "army": "UKR/MIL", "students": "UKR/CVL", "Ministers": "SYR/GOV", "embassy": "FRA/GOV",
        "Militants": "RUS/REB",
    }  # fmt: skip
    assert told in [short(event) for event in code(knowledge, rows, **given)]


def test_a_label_before_a_colon_is_no_subject(knowledge: Knowledge) -> None:
    rows = (
        "Syria/PROPN/4/nsubj :/PUNCT/1/punct NATO/PROPN/4/nsubj condemns/VERB/0/root "
        "strikes/NOUN/4/obj ./PUNCT/4/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {"NATO"}, set())


def test_a_dateline_is_no_subject(knowledge: Knowledge) -> None:
    rows = (
        "MOSCOW/PROPN/4/nsubj —/PUNCT/1/punct Iran/PROPN/4/nsubj attacked/VERB/0/root "
        "Syria/PROPN/4/obj ./PUNCT/4/punct"
    )
    for dateline_, actor in ((Span(0, 8), "IRN"), (None, "RUS")):
        made = code(knowledge, rows, MOSCOW="RUS/GOV", dateline_=dateline_)
        assert [codes(event.actors) for event in made] == [{actor}]


@pytest.mark.parametrize(("noun", "accused"), [("war", set()), ("army", {"SYR"})])
def test_a_phrase_that_names_an_act_is_nobody(
    knowledge: Knowledge, noun: str, accused: set[str]
) -> None:
    rows = (
        f"Germany/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det {noun}/NOUN/2/obj "
        "in/ADP/6/case Syria/PROPN/4/nmod ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, **{noun: "SYR/MIL"})
    assert short(event) == ("ACCUSE", {"DEU"}, accused)
