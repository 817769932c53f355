"""Acts of the rules and of the language model, joined: who takes part, and what is one act."""

from __future__ import annotations

import msgspec
import pytest
from joining import joined
from trees import read_act, role

from dateline.coding.join import blended
from dateline.coding.linear import Blend
from dateline.knowledge import Knowledge
from dateline.records import Polarity

ATTACK = (
    "Azerbaijan/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root "
    "Armenia/PROPN/4/obj ./PUNCT/4/punct"
)


def test_what_both_see_is_one_act_with_the_negation_that_the_tree_shows(
    knowledge: Knowledge,
) -> None:
    seen = read_act(3, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(4, 0.0, 0.9))
    (act,) = joined(knowledge, ATTACK, 0.0, seen)
    assert (act.actors, act.recipients) == ((0,), (4,))
    assert act.polarity is Polarity.NEGATIVE
    assert "rules and model" in act.why


@pytest.mark.parametrize("struck", ["", "TUR/BUS"])
def test_who_is_no_party_displaces_none(knowledge: Knowledge, struck: str) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj destroyed/VERB/0/root bridges/NOUN/2/obj in/ADP/5/case "
        "Armenia/PROPN/3/nmod ./PUNCT/2/punct"
    )
    seen = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(2, 0.0, 0.9))
    given = {"bridges": struck} if struck else {}
    (act,) = joined(knowledge, rows, 0.0, seen, **given)
    assert act.recipients == ((2,) if struck else (4, 2))


@pytest.mark.parametrize(
    ("chance", "link", "actors"),
    [(0.0, "obl", (2,)), (0.6, "obl", (0, 2)), (0.0, "conj", (0, 2))],
)
def test_a_pronoun_gives_way_to_the_name_that_the_model_sees(
    knowledge: Knowledge, chance: float, link: str, actors: tuple[int, ...]
) -> None:
    rows = (
        f"They/PRON/4/nsubj as/ADP/3/case Greece/PROPN/1/{link} attacked/VERB/0/root "
        "Armenia/PROPN/4/obj ./PUNCT/4/punct"
    )
    roles = role(0, chance, 0.0), role(2, 0.6, 0.0), role(4, 0.0, 0.9)
    seen = read_act(3, "ASSAULT", 0.9, *roles)
    (act,) = joined(knowledge, rows, 3.0, seen, They="TUR/GOV")
    assert set(act.actors) == set(actors)
    unsure = read_act(3, "ASSAULT", 0.9, role(2, 0.45, 0.0), role(4, 0.0, 0.9))
    (act,) = joined(knowledge, rows, 3.0, unsure, They="TUR/GOV")
    assert 0 in act.actors
    (act,) = joined(knowledge, rows.replace("They", "Each"), 3.0, seen, Each="TUR/GOV")
    assert set(act.actors) == {0, 2}


@pytest.mark.parametrize(
    ("ruled", "read", "link", "actors"),
    [(0.0, 0.9, "obl", {2}), (0.1, 0.9, "obl", {0, 2}), (0.0, 0.7, "obl", {0, 2}),
     (0.0, 0.9, "conj", {0, 2})],
)  # fmt: skip
def test_a_subject_unseen_gives_way_to_an_actor_who_is_certain(
    knowledge: Knowledge, ruled: float, read: float, link: str, actors: set[int]
) -> None:
    rows = (
        f"Iran/PROPN/4/nsubj as/ADP/3/case Greece/PROPN/1/{link} attacked/VERB/0/root "
        "Armenia/PROPN/4/obj ./PUNCT/4/punct"
    )
    roles = role(0, ruled, 0.0), role(2, read, 0.0), role(4, 0.0, 0.9)
    (act,) = joined(knowledge, rows, 3.0, read_act(3, "ASSAULT", 0.9, *roles))
    assert set(act.actors) == actors


def test_what_neither_believes_is_no_act(knowledge: Knowledge) -> None:
    assert joined(knowledge, ATTACK, -4.0) == ()


def test_the_model_alone_can_convince(knowledge: Knowledge) -> None:
    rows = "Azerbaijan/PROPN/2/nsubj frobbed/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct"
    seen = read_act(1, "ASSAULT", 0.99, role(0, 0.9, 0.0), role(2, 0.0, 0.9))
    (act,) = joined(knowledge, rows, 0.0, seen)
    assert (act.trigger.type, act.actors, act.recipients) == ("ASSAULT", (0,), (2,))
    assert joined(knowledge, rows, 0.0) == ()


@pytest.mark.parametrize(("kind", "recipients"), [("ASSAULT", (2,)), ("ACCUSE", ())])
def test_only_who_must_have_a_recipient_gets_an_unlikely_one(
    knowledge: Knowledge, kind: str, recipients: tuple[int, ...]
) -> None:
    rows = "Azerbaijan/PROPN/2/nsubj frobbed/VERB/0/root Armenia/PROPN/2/obl ./PUNCT/2/punct"
    seen = read_act(1, kind, 0.99, role(0, 0.9, 0.0), role(2, 0.0, 0.15))
    (act,) = joined(knowledge, rows, 0.0, seen)
    assert (act.actors, act.recipients) == ((0,), recipients)


def test_whoever_suffers_violence_is_not_guessed_to_be_its_author(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj met/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct\n"
        "Armenia/PROPN/3/nsubj:pass was/AUX/3/aux:pass frobbed/VERB/0/root ./PUNCT/3/punct"
    )
    guessed = role(0, 0.3, 0.0), role(2, 0.35, 0.0), role(4, 0.0, 0.9)
    read = joined(knowledge, rows, 0.0, read_act(6, "ASSAULT", 0.99, *guessed))
    (act,) = [act for act in read if act.trigger.type == "ASSAULT"]
    assert (act.actors, act.recipients) == ((0,), (4,))
    alone = guessed[1:]
    read = joined(knowledge, rows, 0.0, read_act(6, "ASSAULT", 0.99, *alone))
    (act,) = [act for act in read if act.trigger.type == "ASSAULT"]
    assert (act.actors, act.recipients) == ((2,), (4,))


def test_what_is_likelier_the_place_is_not_guessed_to_be_the_author(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/3/nsubj:pass was/AUX/3/aux:pass frobbed/VERB/0/root in/ADP/5/case "
        "Greece/PROPN/3/obl ./PUNCT/3/punct"
    )
    struck = role(0, 0.0, 0.9)
    (act,) = joined(
        knowledge, rows, 0.0, read_act(2, "ASSAULT", 0.99, struck, role(4, 0.1, 0.0, 0.3))
    )
    assert (act.actors, act.recipients) == ((), (0,))
    (act,) = joined(
        knowledge, rows, 0.0, read_act(2, "ASSAULT", 0.99, struck, role(4, 0.3, 0.0, 0.1))
    )
    assert (act.actors, act.recipients) == ((4,), (0,))


def test_a_verb_and_the_noun_that_it_carries_are_one_act(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj launched/VERB/0/root an/DET/4/det attack/NOUN/2/obj "
        "on/ADP/6/case Azerbaijan/PROPN/4/nmod ./PUNCT/2/punct"
    )
    verb = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(5, 0.0, 0.9))
    noun = read_act(3, "ASSAULT", 0.8, role(0, 0.9, 0.0), role(5, 0.0, 0.9))
    (act,) = joined(knowledge, rows, 1.0, verb, noun)
    assert (act.actors, act.recipients) == ((0,), (5,))
    other = read_act(1, "THREATEN", 0.9, role(0, 0.9, 0.0), role(5, 0.0, 0.9))
    types = [act.trigger.type for act in joined(knowledge, rows, 1.0, other, noun)]
    assert types == ["THREATEN", "ASSAULT"]


def test_who_hosts_talks_may_take_part_in_them(knowledge: Knowledge) -> None:
    rows = (
        "Germany/PROPN/2/nsubj hosted/VERB/0/root talks/NOUN/2/obj with/ADP/5/case "
        "Armenia/PROPN/3/nmod and/CCONJ/7/cc Azerbaijan/PROPN/5/conj ./PUNCT/2/punct"
    )
    sides = tuple(role(token, 0.9, 0.9) for token in (0, 4, 6))
    apart = read_act(1, "CONSULT", 0.9, role(0, 0.9, 0.0), role(4, 0.0, 0.9))
    together = read_act(2, "CONSULT", 0.9, *sides, mutual=0.9)
    acts = joined(knowledge, rows, 1.0, apart, together)
    assert [act.mutual for act in acts] == [False, True]
    alone = read_act(2, "CONSULT", 0.8, *sides[:1])
    assert len(joined(knowledge, rows, 1.0, apart, alone)) == 1


def test_the_dead_of_a_clash_have_the_sides_of_the_clash(knowledge: Knowledge) -> None:
    rows = (
        "pilots/NOUN/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root in/ADP/5/case "
        "clashes/NOUN/3/obl with/ADP/7/case Armenia/PROPN/5/nmod ./PUNCT/3/punct"
    )
    seen = read_act(4, "ASSAULT", 0.9, role(0, 0.9, 0.9), role(6, 0.9, 0.9), mutual=0.9)
    (act,) = joined(knowledge, rows, 1.0, seen, pilots="TUR/MIL")
    assert act.mutual
    assert act.actors == act.recipients == (0, 6)
    struck = read_act(2, "ASSAULT", 0.9, role(0, 0.0, 0.9))
    one_way = msgspec.structs.replace(seen, traits=struck.traits, roles=(role(0, 0.5, 0.4),))
    (act,) = joined(knowledge, rows, 1.0, struck, one_way, pilots="TUR/MIL")
    assert (act.actors, act.recipients, act.mutual) == ((), (0,), False)


def test_who_begins_or_tries_to_do_something_does_one_thing(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj continued/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp "
        "Azerbaijan/PROPN/4/obj ./PUNCT/2/punct"
    )
    roles = role(0, 0.9, 0.0), role(4, 0.0, 0.9)
    begun = read_act(1, "ASSAULT", 0.6, *roles)
    for bias, done in ((3.0, 0.9), (-9.0, 0.4)):
        acts = joined(knowledge, rows, bias, begun, read_act(3, "ASSAULT", done, *roles))
        assert len(acts) == 1
    rival = read_act(1, "THREATEN", 0.9, *roles)
    assert len(joined(knowledge, rows, 3.0, rival)) == 2


def test_what_the_model_sees_in_a_verb_and_in_its_object_is_done_once(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj unsaid/VERB/0/root partial/ADJ/4/amod curbs/NOUN/2/obj "
        "on/ADP/6/case Azerbaijan/PROPN/4/nmod ./PUNCT/2/punct"
    )
    roles = role(0, 0.9, 0.0), role(5, 0.0, 0.9)
    for verb, noun in ((0.9, 0.8), (0.8, 0.9)):
        read = read_act(1, "COERCE", verb, *roles), read_act(3, "COERCE", noun, *roles)
        (act,) = joined(knowledge, rows, 0.0, *read)
        assert act.trigger.head == (1 if verb > noun else 3)
    apart = read_act(1, "COERCE", 0.9, *roles), read_act(3, "SANCTION", 0.9, *roles)
    assert len(joined(knowledge, rows, 0.0, *apart)) == 2


def test_who_is_named_outside_a_relative_clause_has_no_part_in_it(knowledge: Knowledge) -> None:
    rows = (
        "Greece/PROPN/6/nsubj which/PRON/3/nsubj attacked/VERB/1/acl:relcl Armenia/PROPN/3/obj "
        ",/PUNCT/3/punct asked/VERB/0/root NATO/PROPN/6/obj ./PUNCT/6/punct"
    )
    roles = role(0, 0.9, 0.0), role(3, 0.0, 0.9), role(6, 0.0, 0.6)
    (act,) = [
        act
        for act in joined(knowledge, rows, 1.0, read_act(2, "ASSAULT", 0.9, *roles))
        if act.trigger.type == "ASSAULT"
    ]
    assert (act.actors, act.recipients) == ((0,), (3,))


def test_the_toll_of_a_clash_is_no_second_attack(knowledge: Knowledge) -> None:
    rows = (
        "Armenia/PROPN/2/nsubj {}/VERB/0/root with/ADP/4/case Azerbaijan/PROPN/2/obl "
        ",/PUNCT/6/punct killing/VERB/2/advcl pilots/NOUN/6/obj ./PUNCT/2/punct"
    )
    killed = read_act(5, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(6, 0.0, 0.9))
    for verb, number in (("clashed", 1), ("frobbed", 1)):
        acts = joined(knowledge, rows.format(verb), 3.0, killed, pilots="AZE/MIL")
        assert len([act for act in acts if act.trigger.type == "ASSAULT"]) == number
    assert acts[0].trigger.head == 5


def test_a_noun_whose_parties_are_guessed_is_no_act_unless_the_model_sees_it(
    knowledge: Knowledge,
) -> None:
    rows = (
        "France/PROPN/4/nsubj and/CCONJ/3/cc Germany/PROPN/1/conj met/VERB/0/root "
        "after/ADP/6/case attacks/NOUN/4/obl ./PUNCT/4/punct"
    )
    assert "ASSAULT" not in {act.trigger.type for act in joined(knowledge, rows, 3.0)}
    seen = read_act(5, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(2, 0.0, 0.9))
    assert "ASSAULT" in {act.trigger.type for act in joined(knowledge, rows, 3.0, seen)}


def test_of_two_types_of_a_word_the_likelier_stays(knowledge: Knowledge) -> None:
    rival = read_act(3, "ACCUSE", 0.6, role(0, 0.9, 0.0), role(4, 0.0, 0.9))
    acts = joined(knowledge, ATTACK, 3.0, rival)
    assert [act.trigger.type for act in acts] == ["ASSAULT"]


def test_more_belief_never_lowers_the_probability() -> None:
    blend = Blend()
    grid = [0.05, 0.3, 0.6, 0.95]
    scores = [[blended(blend, model, rules) for rules in grid] for model in grid]
    assert all(row == sorted(row) for row in scores)
    assert all(list(column) == sorted(column) for column in zip(*scores, strict=True))


@pytest.mark.parametrize(("word", "actors"), [("US/PROPN", (0, 2)), ("us/PRON", (2,))])
def test_the_name_of_a_state_is_no_pronoun(
    knowledge: Knowledge, word: str, actors: tuple[int, ...]
) -> None:
    rows = (
        f"{word}/4/nsubj as/ADP/3/case Greece/PROPN/1/obl attacked/VERB/0/root "
        "Armenia/PROPN/4/obj ./PUNCT/4/punct"
    )
    seen = read_act(3, "ASSAULT", 0.9, role(2, 0.6, 0.0), role(4, 0.0, 0.9))
    (act,) = joined(knowledge, rows, 3.0, seen, **{word[:2]: "USA/MIL"})
    assert act.actors == actors


@pytest.mark.parametrize(("verb", "kinds"), [("rioted", ["PROTEST"]), ("frobbed", ["ASSAULT"])])
def test_of_a_word_that_leaves_no_doubt_the_model_alone_makes_nothing_else(
    knowledge: Knowledge, verb: str, kinds: list[str]
) -> None:
    rows = f"Residents/NOUN/2/nsubj {verb}/VERB/0/root in/ADP/4/case Greece/PROPN/2/obl"
    seen = read_act(1, "ASSAULT", 0.95, role(0, 0.9, 0.0), role(3, 0.0, 0.9))
    acts = joined(knowledge, rows, 2.0, seen, Residents="GRC/CVL")
    assert [act.trigger.type for act in acts] == kinds


@pytest.mark.parametrize(
    ("relation", "kinds"),
    [("conj", {"PROTEST"}), ("parataxis", {"PROTEST", "REQUEST"})],
)
def test_what_protesters_demand_belongs_to_their_protest(
    knowledge: Knowledge, relation: str, kinds: set[str]
) -> None:
    rows = (
        "Crowds/NOUN/2/nsubj frobbed/VERB/0/root and/CCONJ/4/cc "
        f"nagged/VERB/2/{relation} Greece/PROPN/4/obj"
    )
    read = (
        read_act(1, "PROTEST", 0.97, role(0, 0.9, 0.0)),
        read_act(3, "REQUEST", 0.97, role(0, 0.9, 0.0), role(4, 0.0, 0.9)),
    )
    acts = joined(knowledge, rows, 0.0, *read, Crowds="GRC/CVL")
    assert {act.trigger.type for act in acts} == kinds
