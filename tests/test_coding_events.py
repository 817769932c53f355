"""The rule coder over hand-made trees: the codebook's rules, one by one.

The weights play no part here: what is tested is what the rules propose and what the codebook
makes of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import dateline
from dateline import knowledge as world
from dateline.attribution import attribute
from dateline.coding import events
from dateline.coding.people import People
from dateline.coding.triggers import possible_triggers
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.records import Era, Event, Modality, Polarity, Stance
from dateline.tree import Tree
from tests.trees import cast, reading


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return world.load()


def code(
    knowledge: Knowledge, rows: str, published: date | None = date(2020, 9, 28), **given: Any
) -> tuple[Event, ...]:
    made = reading(rows, published)
    people = cast(made, **given)
    statements = attribute(made, knowledge)
    tree = Tree(made)
    found = candidates(tree, People(tree, people, knowledge.lexicon), statements, knowledge.lexicon)
    return events(tuple(one.act for one in found), made, statements, people, knowledge)


def codes(parties: Any) -> set[str]:
    return {party.code for party in parties}


def short(event: Event) -> tuple[str, set[str], set[str]]:
    return event.type, codes(event.actors), codes(event.recipients)


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


def test_mutual_accusation_names_both_sides_on_both_ends(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj accused/VERB/0/root "
        "each/DET/6/det other/ADJ/4/obj of/SCONJ/8/mark violating/VERB/4/advcl "
        "the/DET/10/det ceasefire/NOUN/8/obj ./PUNCT/4/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "ACCUSE"]
    assert codes(event.actors) == codes(event.recipients) == {"ARM", "AZE"}
    assert event.mode == "allege"
    assert event.voice == ()


def test_sides_that_accuse_each_other_of_an_attack_each_tell_the_others(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj accused/VERB/0/root "
        "each/DET/6/det other/ADJ/4/obj of/SCONJ/8/mark launching/VERB/4/advcl an/DET/10/det "
        "attack/NOUN/8/obj ./PUNCT/4/punct"
    )
    told = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert {(e.actors[0].code, e.recipients[0].code, e.voice[-1].code) for e in told} == {
        ("AZE", "ARM", "ARM"),
        ("ARM", "AZE", "AZE"),
    }


def test_what_a_speaker_tells_is_on_his_word(knowledge: Knowledge) -> None:
    rows = (
        "Ukraine/PROPN/2/nsubj said/VERB/0/root Russian/ADJ/4/amod forces/NOUN/5/nsubj "
        "killed/VERB/2/ccomp three/NUM/7/nummod civilians/NOUN/5/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, forces="RUS/MIL", civilians="UKR/CVL")
    assert short(event) == ("ASSAULT", {"RUS"}, {"UKR"})
    assert [voice.code for voice in event.voice] == ["UKR"]
    assert event.stance is Stance.ASSERTS


def test_martial_law_is_done_to_the_own_country(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj declared/VERB/0/root martial/ADJ/4/amod law/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert short(event) == ("COERCE", {"ARM"}, {"ARM"})
    assert event.mode == "martial-law"


def test_an_agreement_of_long_ago_is_background(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj signed/VERB/0/root "
        "a/DET/6/det ceasefire/NOUN/4/obj in/ADP/8/case 1994/NUM/4/obl ./PUNCT/4/punct"
    )
    year = ("1994", date(1994, 1, 1), date(1994, 12, 31))
    (event,) = code(knowledge, rows, times=(year,))
    assert short(event) == ("SUPPORT", {"ARM", "AZE"}, {"ARM", "AZE"})
    assert event.era is Era.BACKGROUND
    assert event.date == "1994"


def test_what_is_only_demanded_is_no_event(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj called/VERB/0/root on/ADP/4/case Russia/PROPN/2/obl "
        "to/PART/6/mark withdraw/VERB/2/xcomp its/PRON/8/nmod:poss troops/NOUN/6/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, its="RUS/GOV", troops="RUS/MIL")
    assert short(event) == ("REQUEST", {"FRA"}, {"RUS"})
    assert event.mode == "yield"


def test_a_meeting_is_mutual(knowledge: Knowledge) -> None:
    rows = (
        "Zelenskyy/PROPN/2/nsubj met/VERB/0/root Macron/PROPN/2/obj in/ADP/5/case "
        "Paris/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Zelenskyy="UKR/GOV", Macron="FRA/GOV")
    assert event.type == "CONSULT"
    assert codes(event.actors) == codes(event.recipients) == {"UKR", "FRA"}


def test_a_condition_makes_no_attack(knowledge: Knowledge) -> None:
    rows = (
        "If/SCONJ/3/mark Turkey/PROPN/3/nsubj attacks/VERB/7/advcl ,/PUNCT/3/punct "
        "Greece/PROPN/7/nsubj will/AUX/7/aux respond/VERB/0/root ./PUNCT/7/punct"
    )
    made = code(knowledge, rows)
    assert all(event.modality is Modality.HYPOTHETICAL for event in made if event.type == "ASSAULT")


def test_camps_make_one_record_for_each_direction(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/4/nsubj and/CCONJ/3/cc Syria/PROPN/1/conj fought/VERB/0/root "
        "Turkey/PROPN/4/obj ./PUNCT/4/punct"
    )
    made = [e for e in code(knowledge, rows) if e.type == "ASSAULT"]
    assert {(frozenset(codes(e.actors)), frozenset(codes(e.recipients))) for e in made} == {
        (frozenset({"RUS", "SYR"}), frozenset({"TUR"})),
        (frozenset({"TUR"}), frozenset({"RUS", "SYR"})),
    }


def test_an_epithet_is_no_event(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/3/det occupied/VERB/3/amod lands/NOUN/4/nsubj belong/VERB/0/root "
        "to/ADP/6/case Armenia/PROPN/4/obl ./PUNCT/4/punct"
    )
    assert code(knowledge, rows) == ()


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


def test_an_author_of_violence_who_is_not_told_is_unknown(knowledge: Knowledge) -> None:
    rows = (
        "Ten/NUM/2/nummod civilians/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, civilians="SYR/CVL")
    assert short(event) == ("ASSAULT", {"?"}, {"SYR"})
    assert event.actors[0].sector == "UAF"


def test_an_attack_in_the_passive_has_an_unknown_author(knowledge: Knowledge) -> None:
    rows = (
        "Turkish/ADJ/2/amod troops/NOUN/4/nsubj:pass were/AUX/4/aux:pass attacked/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, troops="TUR/MIL")
    assert short(event) == ("ASSAULT", {"?"}, {"TUR"})


def test_the_arrest_of_somebody_is_made_by_the_state(knowledge: Knowledge) -> None:
    rows = (
        "The/DET/2/det arrest/NOUN/6/nsubj of/ADP/5/case two/NUM/5/nummod journalists/NOUN/2/nmod "
        "shocked/VERB/0/root France/PROPN/6/obj ./PUNCT/6/punct"
    )
    arrests = [e for e in code(knowledge, rows, journalists="BLR/MED") if e.type == "COERCE"]
    assert [short(event) for event in arrests] == [("COERCE", {"BLR"}, {"BLR"})]
    assert arrests[0].actors[0].sector == "COP"


def test_whose_arrest_it_is_suffers_it(knowledge: Knowledge) -> None:
    rows = (
        "Police/NOUN/2/nsubj confirmed/VERB/0/root the/DET/4/det minister/NOUN/6/nmod:poss "
        "'s/PART/4/case arrest/NOUN/2/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Police="BLR/COP", minister="RUS/GOV")
    for event in told:
        assert event.type != "COERCE" or "RUS" not in codes(event.actors)


def test_who_called_somebody_on_a_day_called_on_nobody(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj called/VERB/0/root Syria/PROPN/2/obj on/ADP/5/case {}/PROPN/2/obl "
        "./PUNCT/2/punct"
    )
    assert [e.type for e in code(knowledge, rows.format("Monday"))] == []
    assert [e.type for e in code(knowledge, rows.format("Iran"))] == ["REQUEST"]


def named(knowledge: Knowledge, rows: str) -> dict[str, set[str | None]]:
    """The modes under each type of act that the words of some sentences may name."""
    found: dict[str, set[str | None]] = {}
    for trigger in possible_triggers(Tree(reading(rows)), knowledge.lexicon):
        found.setdefault(trigger.type, set()).add(trigger.mode)
    return found


def test_what_stands_in_a_circumstance_completes_no_entry(knowledge: Knowledge) -> None:
    rows = (
        "Deputies/NOUN/2/nsubj held/VERB/0/root a/DET/4/det vote/NOUN/2/obj {}/ADP/7/case "
        "the/DET/7/det vigils/NOUN/2/obl ./PUNCT/2/punct"
    )
    tokens = {
        preposition: [
            trigger.tokens
            for trigger in possible_triggers(
                Tree(reading(rows.format(preposition))), knowledge.lexicon
            )
            if trigger.head == 1
        ]
        for preposition in ("during", "with")
    }
    assert tokens == {"during": [], "with": [(1, 6)]}


def test_what_stands_in_another_clause_completes_no_entry(knowledge: Knowledge) -> None:
    rows = (
        "Turkey/PROPN/2/nsubj cut/VERB/0/root taxes/NOUN/2/obj and/CCONJ/6/cc "
        "relations/NOUN/6/nsubj improved/VERB/2/conj ./PUNCT/2/punct"
    )
    assert "SANCTION" not in named(knowledge, rows)


def test_a_circumstance_may_still_tell_that_no_act_is_meant(knowledge: Knowledge) -> None:
    rows = (
        "Ten/NUM/2/nummod men/NOUN/3/nsubj died/VERB/0/root after/ADP/6/case an/DET/6/det "
        "{}/NOUN/3/obl ./PUNCT/3/punct"
    )
    assert "ASSAULT" not in named(knowledge, rows.format("illness"))
    assert "ASSAULT" in named(knowledge, rows.format("ambush"))


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


def test_a_state_that_imposes_something_imposes_no_state_of_emergency(
    knowledge: Knowledge,
) -> None:
    tariffs = (
        "Tariffs/NOUN/0/root imposed/VERB/1/acl by/ADP/6/case the/DET/6/det "
        "United/PROPN/6/compound States/PROPN/2/obl ./PUNCT/1/punct"
    )
    assert "COERCE" not in named(knowledge, tariffs)
    emergency = (
        "Turkey/PROPN/2/nsubj imposed/VERB/0/root a/DET/4/det state/NOUN/2/obj of/ADP/6/case "
        "emergency/NOUN/4/nmod ./PUNCT/2/punct"
    )
    assert "martial-law" in named(knowledge, emergency)["COERCE"]


def test_a_name_gives_a_request_no_mode(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj urged/VERB/0/root the/DET/5/det Free/{0}/5/amod Army/{0}/2/obj "
        "to/PART/7/mark hurry/VERB/2/xcomp ./PUNCT/2/punct"
    )
    assert named(knowledge, rows.format("PROPN"))["REQUEST"] == {None}
    assert named(knowledge, rows.format("NOUN"))["REQUEST"] == {"yield"}


def test_who_is_concerned_is_the_subject(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/3/nsubj was/AUX/3/cop concerned/ADJ/0/root by/ADP/7/case "
        "Russia/PROPN/7/nmod:poss 's/PART/5/case moves/NOUN/3/obl ./PUNCT/3/punct"
    )
    (event,) = [e for e in code(knowledge, rows) if e.type == "COMMENT"]
    assert codes(event.actors) == {"DEU"}


def test_a_town_falls_to_those_who_take_it(knowledge: Knowledge) -> None:
    rows = (
        "Aleppo/PROPN/2/nsubj fell/VERB/0/root to/ADP/5/case Turkish/ADJ/5/amod troops/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    (event,) = [
        e for e in code(knowledge, rows, Aleppo="SYR/CVL", troops="TUR/MIL") if e.type == "COERCE"
    ]
    assert short(event) == ("COERCE", {"TUR"}, {"SYR"})


def test_what_somebody_was_forced_to_do_has_happened(knowledge: Knowledge) -> None:
    rows = (
        "Shelling/NOUN/2/nsubj forced/VERB/0/root Turkish/ADJ/4/amod troops/NOUN/2/obj "
        "to/PART/6/mark withdraw/VERB/2/xcomp ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, troops="TUR/MIL") if e.type == "RETREAT"]
    assert [(codes(e.actors), e.modality) for e in told] == [({"TUR"}, Modality.HAPPENED)]


def test_a_passive_that_only_a_state_can_do_is_the_states(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nummod journalists/NOUN/4/nsubj:pass were/AUX/4/aux:pass "
        "arrested/VERB/0/root ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, journalists="BLR/MED")
    assert short(event) == ("COERCE", {"BLR"}, {"BLR"})
    assert event.actors[0].sector == "COP"


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


def test_nobody_who_does_it_has_not_done_it(knowledge: Knowledge) -> None:
    rows = (
        "No/DET/3/det Russian/ADJ/3/amod troops/NOUN/4/nsubj attacked/VERB/0/root "
        "Turkey/PROPN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, troops="RUS/MIL")
    assert event.polarity is Polarity.NEGATIVE


def test_concern_has_no_recipient(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/2/nsubj expressed/VERB/0/root concern/NOUN/2/obj over/ADP/5/case "
        "Iran/PROPN/3/nmod ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.mode, event.recipients) == ("COMMENT", "concern", ())


def test_an_obligation_that_a_speaker_states_is_his_request(knowledge: Knowledge) -> None:
    rows = (
        "NATO/PROPN/2/nsubj said/VERB/0/root Armenia/PROPN/5/nsubj must/AUX/5/aux "
        "cease/VERB/2/ccomp fire/NOUN/5/obj ./PUNCT/2/punct"
    )
    requests = [event for event in code(knowledge, rows) if event.type == "REQUEST"]
    assert ("REQUEST", {"NATO"}, {"ARM"}) in [short(event) for event in requests]
    assert {event.mode for event in requests} == {"yield"}


def test_an_act_told_twice_is_written_once(knowledge: Knowledge) -> None:
    row = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct"
    assert len(code(knowledge, f"{row}\n{row}")) == 1


def test_a_mention_without_its_day_is_no_second_attack(knowledge: Knowledge) -> None:
    rows = (
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct\n"
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj on/ADP/5/case "
        "Sunday/PROPN/2/obl ./PUNCT/2/punct"
    )
    day = date(2020, 9, 27)
    (event,) = code(knowledge, rows, times=(("Sunday", day, day),))
    assert event.date == "Sunday"


def test_what_a_speaker_plans_is_told_beside_what_the_report_says_happened(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Iran/PROPN/2/obj ./PUNCT/2/punct\n"
        "Israel/PROPN/2/nsubj said/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux bomb/VERB/2/ccomp "
        "Iran/PROPN/5/obj again/ADV/5/advmod ./PUNCT/2/punct"
    )
    told = [e for e in code(knowledge, rows, it="ISR/GOV") if e.type == "ASSAULT"]
    assert [event.modality for event in told] == [Modality.HAPPENED, Modality.PLANNED]


def test_sides_that_accuse_each_other_of_not_doing_it_each_deny_it_of_the_other(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj accused/VERB/0/root "
        "each/DET/6/det other/ADJ/4/obj of/SCONJ/9/mark not/PART/9/advmod "
        "withdrawing/VERB/4/advcl troops/NOUN/9/obj ./PUNCT/4/punct"
    )
    told = [e for e in code(knowledge, rows, troops="?/MIL") if e.type == "RETREAT"]
    assert {(e.actors[0].code, e.voice[-1].code, e.stance, e.polarity) for e in told} == {
        ("AZE", "ARM", Stance.DENIES, Polarity.POSITIVE),
        ("ARM", "AZE", Stance.DENIES, Polarity.POSITIVE),
    }


def test_history_without_a_day_of_publication_is_background(knowledge: Knowledge) -> None:
    rows = (
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj in/ADP/5/case "
        "1982/NUM/2/obl ./PUNCT/2/punct\n"
        "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj in/ADP/5/case "
        "2020/NUM/2/obl ./PUNCT/2/punct"
    )
    years = (
        ("1982", date(1982, 1, 1), date(1982, 12, 31)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    )
    eras = {e.date: e.era for e in code(knowledge, rows, published=None, times=years)}
    assert eras == {"1982": Era.BACKGROUND, "2020": Era.CURRENT}


def test_an_unknown_author_stays_beside_a_named_one(knowledge: Knowledge) -> None:
    rows = (
        "Gunmen/NOUN/2/nsubj killed/VERB/0/root Armenian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct\n"
        "Azerbaijan/PROPN/2/nsubj attacked/VERB/0/root Armenian/ADJ/4/amod troops/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Gunmen="?/UAF", villagers="ARM/CVL", troops="ARM/MIL")
    found = [short(event) for event in told]
    assert found == [("ASSAULT", {"?"}, {"ARM"}), ("ASSAULT", {"AZE"}, {"ARM"})]


def test_who_attacks_is_told_though_his_side_is_not(knowledge: Knowledge) -> None:
    rows = (
        "Gunmen/NOUN/2/nsubj attacked/VERB/0/root Armenian/ADJ/4/amod villagers/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, Gunmen="?/UAF", villagers="ARM/CVL")
    assert short(event) == ("ASSAULT", {"?"}, {"ARM"})
    assert [actor.text for actor in event.actors] == ["Gunmen"]


def test_who_is_accused_of_an_attack_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Iran/PROPN/2/nsubj accused/VERB/0/root Israel/PROPN/2/obj of/ADP/6/case an/DET/6/det "
        "attack/NOUN/2/obl on/ADP/9/case Iranian/ADJ/9/amod troops/NOUN/6/nmod ./PUNCT/2/punct"
    )
    (attack,) = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ASSAULT"]
    assert short(attack) == ("ASSAULT", {"ISR"}, {"IRN"})
    assert [voice.code for voice in attack.voice] == ["IRN"]


def test_who_claims_responsibility_for_an_attack_has_done_it(knowledge: Knowledge) -> None:
    rows = (
        "Hezbollah/PROPN/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/7/case "
        "a/DET/7/det drone/NOUN/7/compound attack/NOUN/3/nmod on/ADP/9/case Israel/PROPN/7/nmod "
        "./PUNCT/2/punct"
    )
    told = code(knowledge, rows, drone="ISR/MIL", Hezbollah="HEZBOLLAH/REB")
    found = [event for event in told if event.type == "ASSAULT"]
    assert [short(event) for event in found] == [("ASSAULT", {"HEZBOLLAH"}, {"ISR"})]


def test_a_diplomat_is_expelled(knowledge: Knowledge) -> None:
    rows = (
        "India/PROPN/2/nsubj expelled/VERB/0/root a/DET/5/det Canadian/ADJ/5/amod "
        "diplomat/NOUN/2/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, India="IND/GOV", diplomat="CAN/GOV")
    assert short(event) == ("SANCTION", {"IND"}, {"CAN"})
    assert event.mode == "expel"


def test_the_victims_of_a_condemned_attack_are_not_accused(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/7/case "
        "Iranian/ADJ/7/amod troops/NOUN/4/nmod ./PUNCT/2/punct"
    )
    found = [e for e in code(knowledge, rows, troops="IRN/MIL") if e.type == "ACCUSE"]
    assert [codes(event.recipients) for event in found] == [set()]


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


@pytest.mark.parametrize(("object_", "mode"), [("rockets", "heavy-weapons"), ("shots", "firearms")])
def test_what_is_fired_tells_the_weapon(knowledge: Knowledge, object_: str, mode: str) -> None:
    rows = (
        f"Iran/PROPN/2/nsubj fired/VERB/0/root {object_}/NOUN/2/obj at/ADP/5/case "
        "Israel/PROPN/2/obl ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows)
    assert (event.type, event.mode) == ("ASSAULT", mode)


def test_trade_is_withdrawn_by_a_government_and_land_taken_by_its_forces(
    knowledge: Knowledge,
) -> None:
    withdrew = (
        "Armenia/PROPN/2/nsubj withdrew/VERB/0/root aid/NOUN/2/obj from/ADP/5/case "
        "Greece/PROPN/2/obl ./PUNCT/2/punct"
    )
    took = (
        "Armenia/PROPN/2/nsubj annexed/VERB/0/root Azerbaijani/ADJ/4/amod land/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    (sanction,) = [e for e in code(knowledge, withdrew) if e.type == "SANCTION"]
    (seizure,) = [e for e in code(knowledge, took, land="AZE/CVL") if e.type == "COERCE"]
    assert [party.sector for party in sanction.actors] == ["GOV"]
    assert [party.sector for party in seizure.actors] == ["MIL"]


def test_a_speaker_who_must_do_something_requests_nothing(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root {}/PRON/4/nsubj needs/VERB/2/ccomp to/PART/6/mark "
        "meet/VERB/4/xcomp Greece/PROPN/6/obj ./PUNCT/2/punct"
    )
    own = code(knowledge, rows.format("it"), it="FRA/GOV")
    assert "REQUEST" not in {event.type for event in own}


def test_a_speaker_who_only_confirms_adds_no_record(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj bombed/VERB/2/ccomp"
    rows = f"{told}\n{said} Syria/PROPN/4/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows)
    assert event.voice == ()


def test_every_span_of_an_event_stands_in_the_text(knowledge: Knowledge) -> None:
    rows = (
        "Ukraine/PROPN/2/nsubj said/VERB/0/root Russia/PROPN/4/nsubj attacked/VERB/2/ccomp "
        "Syria/PROPN/4/obj ./PUNCT/2/punct"
    )
    made = reading(rows)
    (event,) = code(knowledge, rows)
    assert made.text_of(event.trigger_span) == event.trigger
    assert made.text_of(event.evidence_span) == event.evidence == made.report.text
    for party in (*event.actors, *event.recipients):
        assert party.span is not None
        assert made.text_of(party.span) == party.text


def test_a_measure_by_decree_has_happened_once_decided(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj announced/VERB/0/root that/SCONJ/6/mark the/DET/5/det "
        "government/NOUN/6/nsubj decided/VERB/2/ccomp to/PART/8/mark impose/VERB/6/xcomp "
        "martial/ADJ/10/amod law/NOUN/8/obj ./PUNCT/2/punct"
    )
    (event,) = code(knowledge, rows, government="ARM/GOV")
    assert (event.mode, event.modality) == ("martial-law", Modality.HAPPENED)
    assert event.voice == ()


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


def test_a_phrase_that_names_an_act_is_nobody(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det war/NOUN/2/obj in/ADP/6/case "
        "Syria/PROPN/4/nmod ./PUNCT/2/punct"
    )
    made = code(knowledge, rows, war="SYR/GOV")
    assert all(party.text != "war" for event in made for party in event.recipients)


def test_a_side_that_two_words_name_is_written_once(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj met/VERB/0/root "
        "their/PRON/6/nmod:poss neighbours/NOUN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, neighbours="ARM/GOV")
    assert [party.text for party in event.actors] == ["Armenia", "Azerbaijan"]
    assert event.recipients == event.actors


def test_nobody_rejects_what_a_pronoun_for_himself_did(knowledge: Knowledge) -> None:
    rows = (
        "Russia/PROPN/2/nsubj rejected/VERB/0/root demands/NOUN/2/obj against/ADP/5/case "
        "it/PRON/3/nmod ./PUNCT/2/punct"
    )
    (event,) = [e for e in code(knowledge, rows, it="RUS/GOV") if e.type == "REJECT"]
    assert codes(event.actors) == {"RUS"}
    assert event.recipients == ()


def test_who_leads_a_state_strikes_by_its_forces(knowledge: Knowledge) -> None:
    rows = "Assad/PROPN/2/nsubj bombed/VERB/0/root Aleppo/PROPN/2/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows, Assad="SYR/GOV/president", Aleppo="SYR/CVL")
    assert event.actors[0].sector == "MIL"


def test_who_is_executed_was_so_by_the_state(knowledge: Knowledge) -> None:
    rows = (
        "Two/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass executed/VERB/0/root "
        "./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, men="IRN/CVL")
    assert short(event) == ("ASSAULT", {"IRN"}, {"IRN"})


def test_who_is_executed_abroad_was_so_by_nobody_knows_whom(knowledge: Knowledge) -> None:
    text = "Two American hostages were executed in Syria."
    assert all("USA" not in codes(event.actors) for event in dateline.code(text).events)
