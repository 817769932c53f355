"""Who tells of an act, and whether he asserts or denies it (codebook 5)."""

from __future__ import annotations

import pytest
from rule_coding import code, codes, short

from dateline.knowledge import Knowledge
from dateline.records import Polarity, Stance


def test_a_denied_attack_is_an_attack_that_its_author_denies(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj denied/VERB/0/root attacking/VERB/2/xcomp "
        "Armenia/PROPN/3/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"AZE"}, {"ARM"})
    assert event.stance is Stance.DENIES
    assert [voice.code for voice in event.voice] == ["AZE"]
    assert event.polarity is Polarity.POSITIVE
    assert event.actors[0].sector == "MIL"


def test_what_the_report_says_did_not_happen_is_negative(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root "
        "Armenia/PROPN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("ASSAULT", {"AZE"}, {"ARM"})
    assert event.polarity is Polarity.NEGATIVE
    assert event.voice == ()


def test_a_speaker_who_denies_in_his_own_words_denies(knowledge: Knowledge) -> None:
    rows = (
        "“/PUNCT/5/punct Azerbaijan/PROPN/5/nsubj did/AUX/5/aux not/PART/5/advmod "
        "attack/VERB/9/ccomp Armenia/PROPN/5/obj ,/PUNCT/9/punct ”/PUNCT/9/punct "
        "said/VERB/0/root Russia/PROPN/9/nsubj ./PUNCT/9/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert event.stance is Stance.DENIES
    assert event.polarity is Polarity.POSITIVE
    assert [voice.code for voice in event.voice] == ["RUS"]


def test_what_a_speaker_tells_is_on_his_word(knowledge: Knowledge) -> None:
    rows = (
        "Ukraine/PROPN/2/nsubj said/VERB/0/root Russian/ADJ/4/amod forces/NOUN/5/nsubj "
        "killed/VERB/2/ccomp three/NUM/7/nummod civilians/NOUN/5/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, forces="RUS/MIL", civilians="UKR/CVL")
    assert short(event) == ("ASSAULT", {"RUS"}, {"UKR"})
    assert [voice.code for voice in event.voice] == ["UKR"]
    assert event.stance is Stance.ASSERTS


def test_a_document_speaks_for_whoever_wrote_or_published_it(knowledge: Knowledge) -> None:
    issued = (
        "Greece/PROPN/2/nsubj published/VERB/0/root a/DET/4/det report/NOUN/2/obj ./PUNCT/2/punct\n"
    )
    grim = "The/DET/2/det report/NOUN/4/nsubj is/AUX/4/cop grim/ADJ/0/root ./PUNCT/4/punct\n"
    for before, subject, wanted in (
        (issued + grim, "It", "GRC"),
        (grim, "It", "?"),
        ("Iran/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct\n", "It", "IRN"),
    ):
        told = (
            f"{subject}/PRON/2/nsubj says/VERB/0/root Russia/PROPN/4/nsubj attacked/VERB/2/ccomp "
            "Turkey/PROPN/4/obj ./PUNCT/2/punct"
        )
        found = [e for e in code(knowledge, before + told, It="IRN/GOV") if e.type == "ASSAULT"]
        assert [voice.code for event in found for voice in event.voice] == [wanted]


def test_a_document_speaks_for_the_paper_that_has_seen_it(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/7/ccomp Turkey/PROPN/2/obj Papers/NOUN/7/nsubj "
        "seen/VERB/4/acl by/ADP/8/case show/VERB/0/root Iran/PROPN/5/obl:agent"
    )
    (event,) = code(knowledge, rows)
    assert [voice.code for voice in event.voice] == ["IRN"]


@pytest.mark.parametrize(
    ("article", "between", "voice"),
    [
        pytest.param("The", "", "GRC", id="issued"),
        pytest.param("A", "", "?", id="another"),
        pytest.param("The", "It/PRON/2/nsubj rained/VERB/0/root\n" * 2, "?", id="long-ago"),
    ],
)
def test_the_statement_is_that_of_who_has_just_spoken(
    knowledge: Knowledge, article: str, between: str, voice: str
) -> None:
    rows = (
        f"Greece/PROPN/2/nsubj said/VERB/0/root so/ADV/2/advmod\n{between}"
        f"{article}/DET/2/det statement/NOUN/3/nsubj added/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj attacked/VERB/3/ccomp Turkey/PROPN/6/obj"
    )
    (attack,) = [event for event in code(knowledge, rows) if event.type == "ASSAULT"]
    assert [one.code for one in attack.voice] == [voice]


def test_a_speech_act_told_by_its_own_side_is_seen_by_the_report(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det spokeswoman/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj condemned/VERB/3/ccomp Turkey/PROPN/6/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, spokeswoman="RUS/GOV")
    assert short(event) == ("ACCUSE", {"RUS"}, {"TUR"})
    assert event.voice == ()
    (event,) = code(knowledge, rows, spokeswoman="USA/GOV")
    assert [voice.code for voice in event.voice] == ["USA"]


def test_who_belongs_to_a_state_without_serving_it_does_not_speak_for_it(
    knowledge: Knowledge,
) -> None:
    rows = (
        "The/DET/2/det lawyer/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj condemned/VERB/3/ccomp Turkey/PROPN/6/obj ./PUNCT/3/punct"
    )
    (event,) = code(knowledge, rows, lawyer="RUS/CVL")
    assert [voice.code for voice in event.voice] == ["RUS"]


def test_an_aside_in_indirect_speech_is_told_by_the_report(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj says/VERB/0/root it/PRON/4/nsubj fears/VERB/2/ccomp "
        "Russia/PROPN/4/obj {comma}which/PRON/{verb}/nsubj attacked/VERB/5/acl:relcl "
        "Syria/PROPN/{verb}/obj ./PUNCT/2/punct"
    )
    for comma, verb, voices in ((",/PUNCT/8/punct ", 8, []), ("", 7, ["TUR"])):
        told = code(knowledge, rows.format(comma=comma, verb=verb))
        (attack,) = [event for event in told if event.type == "ASSAULT"]
        assert [voice.code for voice in attack.voice] == voices


def test_an_aside_in_an_apposition_is_told_by_the_report_unless_it_is_said_afterwards(
    knowledge: Knowledge,
) -> None:
    fears = (
        "Turkey/PROPN/2/nsubj fears/VERB/0/root Russia/PROPN/2/ccomp ,/PUNCT/6/punct a/DET/6/det "
        "force/NOUN/3/appos that/PRON/8/nsubj attacked/VERB/6/acl:relcl Syria/PROPN/8/obj"
    )
    (attack,) = [event for event in code(knowledge, fears) if event.type == "ASSAULT"]
    assert attack.voice == ()
    said = (
        "Iran/PROPN/2/nsubj met/VERB/12/ccomp Russia/PROPN/2/obj ,/PUNCT/6/punct a/DET/6/det "
        "force/NOUN/3/appos that/PRON/8/nsubj attacked/VERB/6/acl:relcl Syria/PROPN/8/obj "
        ",/PUNCT/12/punct Turkey/PROPN/12/nsubj said/VERB/0/root"
    )
    (attack,) = [event for event in code(knowledge, said) if event.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == ["TUR"]


def test_an_aside_stays_one_where_it_is_hedged(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj left/VERB/2/ccomp "
        "Russia/PROPN/4/obj ,/PUNCT/9/punct which/PRON/9/nsubj reportedly/ADV/9/advmod "
        "attacked/VERB/5/acl:relcl Syria/PROPN/9/obj"
    )
    (attack,) = [event for event in code(knowledge, rows) if event.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == ["?"]


def test_witnesses_have_no_code_unless_told_whose(knowledge: Knowledge) -> None:
    rows = (
        "{}Witnesses/NOUN/{}/nsubj said/VERB/0/root Russia/PROPN/{}/nsubj "
        "attacked/VERB/{}/ccomp Turkey/PROPN/{}/obj ./PUNCT/{}/punct"
    )
    for before, at, wanted in (("", 2, "?"), ("Syrian/ADJ/2/amod ", 3, "SYR")):
        made = rows.format(before, at, at + 2, at, at + 2, at)
        made = made if not before else made.replace("Witnesses", "witnesses")
        named = {"Witnesses": "SYR/CVL", "witnesses": "SYR/CVL", "Syrian": "SYR/GOV"}
        (event,) = code(knowledge, made, **named)
        assert [voice.code for voice in event.voice] == [wanted]


def test_who_tells_nothing_of_himself_is_not_named_by_what_he_adds(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj attacked/VERB/5/ccomp Turkey/PROPN/2/obj ,/PUNCT/5/punct "
        "said/VERB/0/root diplomats/NOUN/5/nsubj who/PRON/8/nsubj blamed/VERB/6/acl:relcl "
        "Syrian/ADJ/10/amod weakness/NOUN/8/obj"
    )
    (attack,) = [e for e in code(knowledge, rows, diplomats="SYR/GOV") if e.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == ["?"]


@pytest.mark.parametrize(("article", "voices"), [("the", []), ("a", ["GRC"])])
def test_what_is_told_of_something_known_is_on_the_reports_word(
    knowledge: Knowledge, article: str, voices: list[str]
) -> None:
    rows = (
        "Greece/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj feared/VERB/2/ccomp "
        f"{article}/DET/6/det army/NOUN/4/obj that/PRON/8/nsubj attacked/VERB/6/acl:relcl "
        "Syria/PROPN/8/obj"
    )
    (attack,) = [e for e in code(knowledge, rows, army="TUR/MIL") if e.type == "ASSAULT"]
    assert [voice.code for voice in attack.voice] == voices


def test_what_is_alleged_is_told_too(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj claimed/VERB/0/root Russia/PROPN/5/nsubj had/AUX/5/aux "
        "shelled/VERB/2/ccomp Armenia/PROPN/5/obj ./PUNCT/2/punct"
    )
    found = code(knowledge, rows)
    assert [event.type for event in found] == ["ACCUSE", "ASSAULT"]
    assert codes(found[1].voice) == {"FRA"}


def test_the_accused_deny_the_deed_and_not_that_they_are_accused(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj denied/VERB/0/root that/SCONJ/5/mark France/PROPN/5/nsubj "
        "accused/VERB/2/ccomp Russia/PROPN/5/obj ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ACCUSE"]
    assert short(event) == ("ACCUSE", {"FRA"}, {"RUS"})
    assert event.stance is Stance.ASSERTS
    assert event.voice == ()


def test_a_pronoun_of_the_speaker_is_no_second_voice(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj claimed/VERB/2/ccomp "
        "Israel/PROPN/6/nsubj bombed/VERB/4/ccomp Syria/PROPN/6/obj ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, it="IRN/GOV") if e.type == "ASSAULT"]
    assert [voice.text for voice in event.voice] == ["Iran"]
    again = code(knowledge, rows.replace("it/PRON", "Iran/PROPN"))
    assert [len(event.voice) for event in again if event.type == "ASSAULT"] == [1]
