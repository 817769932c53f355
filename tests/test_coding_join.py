"""Acts of the rules and of the language model, joined."""

from __future__ import annotations

import msgspec
import pytest

from dateline import knowledge as world
from dateline.attribution import attribute
from dateline.coding.acts import Act
from dateline.coding.join import blended, join
from dateline.coding.linear import Blend, Weights
from dateline.coding.people import People
from dateline.coding.read_acts import act_of
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.records import Polarity, ReadAct, Role, Stance
from dateline.tree import Tree
from tests.trees import cast, reading

ATTACK = (
    "Azerbaijan/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root "
    "Armenia/PROPN/4/obj ./PUNCT/4/punct"
)
TRAITS = dict.fromkeys(
    ("planned", "hypothetical", "negative", "background", "own", "mutual", "voiced", "denied",
     "doubted"), 0.0
)  # fmt: skip


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return world.load()


def joined(knowledge: Knowledge, rows: str, bias: float, *read: ReadAct) -> tuple[Act, ...]:
    """The acts of a sentence where every act of the rules has the logit ``bias``."""
    made = msgspec.structs.replace(reading(rows), acts=read)
    tree = Tree(made)
    people = People(tree, cast(made), knowledge.lexicon)
    weights = Weights(weights={"bias": bias}, threshold=0.5, blend=Blend())
    found = candidates(tree, people, (), knowledge.lexicon)
    return join(tree, people, (), found, weights)


def read_act(token: int, kind: str, score: float, *roles: Role) -> ReadAct:
    return ReadAct(token=token, type=kind, mode=None, score=score, traits=TRAITS, roles=roles)


def role(token: int, actor: float, recipient: float, place: float = 0.0) -> Role:
    return Role(token=token, actor=actor, recipient=recipient, voice=0.0, place=place)


def test_what_both_see_is_one_act_with_the_negation_that_the_tree_shows(
    knowledge: Knowledge,
) -> None:
    seen = read_act(3, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(4, 0.0, 0.9))
    (act,) = joined(knowledge, ATTACK, 0.0, seen)
    assert (act.actors, act.recipients) == ((0,), (4,))
    assert act.polarity is Polarity.NEGATIVE
    assert "rules and model" in act.why


def test_what_neither_believes_is_no_act(knowledge: Knowledge) -> None:
    assert joined(knowledge, ATTACK, -4.0) == ()


def test_the_model_alone_can_convince(knowledge: Knowledge) -> None:
    rows = "Azerbaijan/PROPN/2/nsubj frobbed/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct"
    seen = read_act(1, "ASSAULT", 0.99, role(0, 0.9, 0.0), role(2, 0.0, 0.9))
    (act,) = joined(knowledge, rows, 0.0, seen)
    assert (act.trigger.type, act.actors, act.recipients) == ("ASSAULT", (0,), (2,))
    assert joined(knowledge, rows, 0.0) == ()


def test_whoever_suffers_violence_is_not_guessed_to_be_its_author(knowledge: Knowledge) -> None:
    rows = (
        "France/PROPN/2/nsubj met/VERB/0/root Armenia/PROPN/2/obj ./PUNCT/2/punct\n"
        "Armenia/PROPN/3/nsubj:pass was/AUX/3/aux:pass frobbed/VERB/0/root ./PUNCT/3/punct"
    )
    guessed = role(0, 0.3, 0.0), role(2, 0.35, 0.0), role(4, 0.0, 0.9)
    (act,) = joined(knowledge, rows, 0.0, read_act(6, "ASSAULT", 0.99, *guessed))
    assert (act.actors, act.recipients) == ((0,), (4,))
    alone = guessed[1:]
    (act,) = joined(knowledge, rows, 0.0, read_act(6, "ASSAULT", 0.99, *alone))
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


def test_who_dismisses_an_officer_denies_nothing(knowledge: Knowledge) -> None:
    rows = "Turkey/PROPN/2/nsubj dismissed/VERB/0/root the/DET/4/det {}/NOUN/2/obj ./PUNCT/2/punct"
    for noun, speakers in (("general", ()), ("claim", (0,))):
        seen = read_act(1, "SANCTION", 0.99, role(0, 0.9, 0.0), role(3, 0.0, 0.9))
        made = msgspec.structs.replace(reading(rows.format(noun)), acts=(seen,))
        people = People(Tree(made), cast(made, general="TUR/MIL"), knowledge.lexicon)
        told = attribute(made, knowledge)
        assert [one.stance for one in told] == [Stance.DENIES]
        assert act_of(seen, people.tree, people, told).speakers == speakers


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
