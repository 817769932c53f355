"""What is told more than once is written once, and what differs is not."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from rule_coding import code
from trees import reading

from dateline.coding.acts import Act, Trigger
from dateline.coding.draft import Draft
from dateline.coding.mutual import both_ends
from dateline.coding.parties import distinct
from dateline.knowledge import Knowledge
from dateline.records import Era, Modality, Party, Polarity, Span, Stance


def test_an_act_told_twice_is_written_once(knowledge: Knowledge) -> None:
    row = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct"
    assert len(code(knowledge, f"{row}\n{row}")) == 1


def test_an_arrest_and_a_curfew_are_two_acts(knowledge: Knowledge) -> None:
    rows = (
        "Police/NOUN/2/nsubj arrested/VERB/0/root protesters/NOUN/2/obj ./PUNCT/2/punct\n"
        "Police/NOUN/2/nsubj detained/VERB/0/root protesters/NOUN/2/obj ./PUNCT/2/punct\n"
        "Turkey/PROPN/2/nsubj imposed/VERB/0/root a/DET/4/det curfew/NOUN/2/obj ./PUNCT/2/punct"
    )
    told = code(knowledge, rows, Police="TUR/COP", protesters="TUR/CVL")
    assert [event.mode for event in told] == ["arrest", "curfew"]


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


def test_a_speaker_who_only_confirms_adds_no_record(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj ./PUNCT/2/punct"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj bombed/VERB/2/ccomp"
    rows = f"{told}\n{said} Syria/PROPN/4/obj ./PUNCT/2/punct"
    (event,) = code(knowledge, rows)
    assert event.voice == ()


def test_who_tells_of_another_day_confirms_nothing(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj bombed/VERB/0/root Syria/PROPN/2/obj"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj bombed/VERB/2/ccomp"
    rows = (
        f"{told} in/ADP/5/case 1982/NUM/2/obl ./PUNCT/2/punct\n"
        f"{said} Syria/PROPN/4/obj ./PUNCT/2/punct"
    )
    year = ("1982", date(1982, 1, 1), date(1982, 12, 31))
    assert [event.era for event in code(knowledge, rows, times=(year,))] == [
        Era.BACKGROUND,
        Era.CURRENT,
    ]


def test_the_toll_of_a_blow_in_its_own_sentence_is_part_of_it(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj shelled/VERB/0/root Georgia/PROPN/2/obj and/CCONJ/5/cc "
        "villages/NOUN/3/conj ,/PUNCT/7/punct killing/VERB/2/advcl {}/NOUN/7/obj ./PUNCT/2/punct"
    )
    sides = {"villages": "ARM/CVL", "farmers": "ARM/CVL", "envoys": "TUR/GOV"}
    assert len(code(knowledge, rows.format("farmers"), **sides)) == 1
    assert len(code(knowledge, rows.format("envoys"), **sides)) == 2


def test_a_toll_told_twice_is_one(knowledge: Knowledge) -> None:
    told = "Israel/PROPN/2/nsubj killed/VERB/0/root two/NUM/4/nummod Syrians/PROPN/2/obj"
    said = "Iran/PROPN/2/nsubj said/VERB/0/root Israel/PROPN/4/nsubj killed/VERB/2/ccomp"
    rows = f"{told} ./PUNCT/2/punct\n{said} {{}}/NUM/6/nummod Syrians/PROPN/4/obj ./PUNCT/2/punct"
    assert len(code(knowledge, rows.format("two"), Syrians="SYR/CVL")) == 1
    assert len(code(knowledge, rows.format("nine"), Syrians="SYR/CVL")) == 2


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


def test_a_side_that_two_words_name_is_written_once(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Azerbaijan/PROPN/1/conj met/VERB/0/root "
        "their/PRON/6/nmod:poss neighbours/NOUN/4/obj ./PUNCT/4/punct"
    )
    (event,) = code(knowledge, rows, neighbours="ARM/GOV")
    assert [party.text for party in event.actors] == ["Armenia", "Azerbaijan"]
    assert event.recipients == event.actors


def test_a_party_is_not_written_again_by_words_within_its_name_or_a_pronoun() -> None:
    text = "Chadian gunmen, Chadian farmers and they"
    gunmen, state = party_in(text, "Chadian gunmen", "REB"), party_in(text, "Chadian", "GOV")
    farmers, they = party_in(text, "Chadian farmers", "CVL"), party_in(text, "they", "CVL")
    assert distinct((state, gunmen, farmers, they)) == (gunmen, farmers)
    assert distinct((gunmen, they)) == (gunmen, they)
    act = Act(
        trigger=Trigger(head=0, tokens=(0,), type="ASSAULT", mode=None, noun=False),
        trigger_span=gunmen.span or Span(0, 1),
        sentence=0,
        actors=(0,),
        recipients=(1,),
        mutual=True,
    )
    assert both_ends(Draft(act=act, actors=(gunmen,), recipients=(state,))) == ()
    (fight,) = both_ends(Draft(act=act, actors=(gunmen,), recipients=(farmers,)))
    assert fight.actors == fight.recipients == (gunmen, farmers)
    names = tuple(
        replace(one, sector="MIL", why=why)
        for one, why in ((gunmen, "demonym"), (farmers, "state Chad"))
    )
    assert both_ends(Draft(act=act, actors=names, recipients=names)) == ()


def party_in(text: str, words: str, sector: str) -> Party:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Party(text=words, span=span, code="TCD", sector=sector)
