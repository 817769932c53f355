"""Who asks for something, and of whom."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, named, short

from dateline.knowledge import Knowledge


def test_a_name_gives_a_request_no_mode(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj urged/VERB/0/root the/DET/5/det Free/{0}/5/amod Army/{0}/2/obj "
        "to/PART/7/mark hurry/VERB/2/xcomp ./PUNCT/2/punct"
    )
    assert named(knowledge, rows.format("PROPN"))["REQUEST"] == {None}
    assert named(knowledge, rows.format("NOUN"))["REQUEST"] == {"yield"}


def test_an_obligation_that_a_speaker_states_is_his_request(knowledge: Knowledge) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/5/nsubj must/AUX/5/aux "
        "cease/VERB/2/ccomp fire/NOUN/5/obj ./PUNCT/2/punct"
    )
    requests = [event for event in code(knowledge, rows) if event.type == "REQUEST"]
    assert ("REQUEST", {"NATO"}, {"ARM"}) in [short(event) for event in requests]
    assert {event.mode for event in requests} == {"yield"}


@pytest.mark.parametrize(("tag", "met"), [("VBZ", {"NATO"}), ("VBD", set())])
def test_a_resolution_goes_on_without_a_subject(
    tag: str, met: set[str], knowledge: Knowledge
) -> None:
    rows = (
        "NATO/PROPN/2/nsubj met/VERB:VBD/0/root ;/PUNCT/2/punct\n"
        f"Strongly/ADV/2/advmod condemns/VERB:{tag}/0/root Russia/PROPN/2/obj ;/PUNCT/2/punct\n"
        f"Urges/VERB:{tag}/0/root Russia/PROPN/1/obj to/PART/4/mark leave/VERB/1/xcomp"
    )
    found = {event.type: codes(event.actors) for event in code(knowledge, rows)}
    assert found.get("ACCUSE", set()) == found.get("REQUEST", set()) == met


@pytest.mark.parametrize("negator", ["", "not"])
def test_what_others_must_not_do_they_are_asked_to_leave(
    knowledge: Knowledge, negator: str
) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/6/nsubj must/AUX/6/aux "
        f"{negator or 'now'}/PART/6/advmod help/VERB/2/ccomp Russia/PROPN/6/obj ./PUNCT/2/punct"
    )
    requests = [event for event in code(knowledge, rows) if event.type == "REQUEST"]
    assert {event.mode for event in requests} == {"yield" if negator else "assist"}


@pytest.mark.parametrize(
    ("asked", "recipients"),
    [
        ("the/DET/5/det world/NOUN/2/obl", set()),
        ("international/ADJ/5/amod community/NOUN/2/obl", set()),
        ("Arab/ADJ/5/amod world/NOUN/2/obl", {"GRC"}),
        ("the/DET/5/det bloc/NOUN/2/obl", {"EU"}),
    ],
)
def test_an_appeal_to_the_world_is_addressed_to_nobody(
    knowledge: Knowledge, asked: str, recipients: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj called/VERB/0/root on/ADP/5/case {asked} to/PART/7/mark "
        "aid/VERB/2/xcomp Greece/PROPN/7/obj ./PUNCT/2/punct"
    )
    told = [
        event
        for event in code(knowledge, rows, community="?/CVL", bloc="EU/IGO")
        if event.type == "REQUEST"
    ]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize(
    ("deed", "recipients"),
    [
        (
            "trial/NOUN/2/obj of/ADP/6/case Greeks/NOUN/4/nmod in/ADP/8/case Iran/PROPN/6/nmod",
            set(),
        ),
        (
            "release/NOUN/2/obj of/ADP/6/case Greeks/NOUN/4/nmod in/ADP/8/case Iran/PROPN/6/nmod",
            {"IRN"},
        ),
        (
            "removal/NOUN/2/obj of/ADP/6/case Greeks/NOUN/4/nmod in/ADP/8/case Iran/PROPN/6/nmod",
            {"GRC"},
        ),
    ],
)
def test_for_whom_a_deed_is_asked_is_not_asked_for_it(
    knowledge: Knowledge, deed: str, recipients: set[str]
) -> None:
    rows = (
        f"France/PROPN/2/nsubj demanded/VERB/0/root the/DET/4/det {deed} and/CCONJ/10/cc "
        "thanked/VERB/2/conj Syria/PROPN/10/obj ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, Greeks="GRC/CVL") if e.type == "REQUEST"]
    assert [codes(event.recipients) for event in told] == [recipients]


@pytest.mark.parametrize(("named", "recipients"), [("NATO", set()), ("Turkey", {"TUR"})])
def test_nobody_asks_himself(knowledge: Knowledge, named: str, recipients: set[str]) -> None:
    rows = (
        "NATO/PROPN/2/nsubj demanded/VERB/0/root calm/NOUN/2/obj from/ADP/6/case all/DET/6/det "
        f"groups/NOUN/3/nmod near/ADP/8/case {named}/PROPN/6/nmod ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, NATO="NATO/IGO") if e.type == "REQUEST"]
    assert [codes(event.recipients) for event in told] == [recipients]


def test_who_only_describes_a_party_is_not_asked(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj demanded/VERB/0/root calm/NOUN/2/obj amid/ADP/6/case "
        "pro-Iranian/ADJ/6/amod militias/NOUN/2/obl ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, militias="HEZBOLLAH/REB", **{"pro-Iranian": "IRN/GOV"})
    assert [codes(e.recipients) for e in told if e.type == "REQUEST"] == [{"HEZBOLLAH"}]


def test_who_asks_is_not_among_those_asked(knowledge: Knowledge) -> None:
    rows = (
        "Merkel/PROPN/2/nsubj asked/VERB/0/root Merkel/PROPN/2/obj and/CCONJ/5/cc "
        "senators/NOUN/3/conj for/ADP/7/case help/NOUN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Merkel="DEU/GOV", senators="DEU/LEG")
    assert [party.text for party in event.recipients] == ["senators"]


def test_a_speaker_who_must_do_something_requests_nothing(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root {}/4/nsubj needs/VERB/2/ccomp to/PART/6/mark "
        "meet/VERB/4/xcomp Greece/PROPN/6/obj ./PUNCT/2/punct"
    )
    assert code(knowledge, rows.format("it/PRON"), it="FRA/GOV") == ()
    (event,) = code(knowledge, rows.format("Russia/PROPN"))
    assert short(event) == ("REQUEST", {"FRA"}, {"RUS"})


def test_what_must_be_done_and_what_follows_are_two_requests(knowledge: Knowledge) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/5/nsubj should/AUX/5/aux "
        "cease/VERB/2/ccomp "
        "fire/NOUN/5/obj and/CCONJ/8/cc resume/VERB/5/conj negotiations/NOUN/8/obj ./PUNCT/2/punct"
    )
    made = code(knowledge, rows)
    assert {(event.type, event.mode) for event in made} == {
        ("REQUEST", "yield"),
        ("REQUEST", "meet"),
    }
