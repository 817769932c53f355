"""Who stands near an act in the text and has no part in it, and who has one though unnamed."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from trees import cast, read_act, reading, role

from dateline.attribution import attribute
from dateline.coding.acts import Act
from dateline.coding.join import join
from dateline.coding.linear import Blend, Weights
from dateline.coding.people import People
from dateline.coding.read_acts import act_of
from dateline.coding.weigh import candidates
from dateline.knowledge import Knowledge
from dateline.language import load_model, read_reports
from dateline.pipeline import code_reading
from dateline.records import ReadAct, Report
from dateline.tree import Tree


def seen_by_model(knowledge: Knowledge, rows: str, seen: ReadAct, **given: str) -> Act:
    """The act that the model alone sees."""
    made = msgspec.structs.replace(reading(rows), acts=(seen,))
    people = People(Tree(made), cast(made, **given), knowledge.lexicon)
    return act_of(seen, people.tree, people, attribute(made, knowledge))


def seen_by_both(knowledge: Knowledge, rows: str, seen: ReadAct, **given: str) -> Act:
    """The one act that the rules find and the model sees as well."""
    made = msgspec.structs.replace(reading(rows), acts=(seen,))
    people = People(Tree(made), cast(made, **given), knowledge.lexicon)
    told = attribute(made, knowledge)
    found = candidates(people.tree, people, told, knowledge.lexicon)
    weights = Weights(weights={"bias": 3.0}, threshold=0.5, blend=Blend())
    (act,) = join(people.tree, people, told, found, weights)
    return act


TWO_CLAUSES = (
    "Russia/PROPN/2/nsubj frobbed/VERB/0/root {}/SCONJ/5/{} Greece/PROPN/5/nsubj "
    "spoke/VERB/2/{} ./PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("word", "mark", "link"), [("and", "cc", "conj"), ("while", "mark", "advcl")]
)
@pytest.mark.parametrize(("chance", "recipients"), [(0.45, ()), (0.7, (3,))])
def test_the_subject_of_a_clause_beside_must_be_surer(
    knowledge: Knowledge, word: str, mark: str, link: str, chance: float, recipients: tuple[int]
) -> None:
    seen = read_act(1, "ACCUSE", 0.9, role(0, 0.9, 0.0), role(3, 0.0, chance))
    act = seen_by_model(knowledge, TWO_CLAUSES.format(word, mark, link), seen)
    assert act.recipients == recipients


def test_the_subject_of_what_is_told_may_be_the_accused(knowledge: Knowledge) -> None:
    rows = TWO_CLAUSES.format("that", "mark", "ccomp")
    seen = read_act(1, "ACCUSE", 0.9, role(0, 0.9, 0.0), role(3, 0.0, 0.45))
    assert seen_by_model(knowledge, rows, seen).recipients == (3,)


BLAMED = (
    "Russia/PROPN/2/nsubj blamed/VERB/0/root Greece/PROPN/2/obj and/CCONJ/5/cc "
    "frobbed/VERB/2/conj {}/5/{} ./PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("word", "link", "recipients"), [("Armenia/PROPN", "obj", (5,)), ("loudly/ADV", "advmod", (2,))]
)
def test_a_verb_with_an_object_does_not_share_that_of_another(
    knowledge: Knowledge, word: str, link: str, recipients: tuple[int]
) -> None:
    roles = role(0, 0.9, 0.0), role(2, 0.0, 0.8), *(role(one, 0.0, 0.8) for one in recipients)
    seen = read_act(4, "REQUEST", 0.9, *roles)
    assert seen_by_model(knowledge, BLAMED.format(word, link), seen).recipients == recipients


ATTACKED = (
    "Azerbaijan/PROPN/2/nsubj attacked/VERB/0/root Armenia/PROPN/2/obj near/ADP/5/case "
    "Greece/PROPN/2/obl ./PUNCT/2/punct"
)


@pytest.mark.parametrize(("chance", "recipients"), [(0.2, (2,)), (0.6, (2, 4))])
def test_a_long_shot_joins_nobody_whom_the_tree_gives(
    knowledge: Knowledge, chance: float, recipients: tuple[int, ...]
) -> None:
    seen = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(4, 0.0, chance))
    assert seen_by_both(knowledge, ATTACKED, seen).recipients == recipients


def test_names_told_together_stand_on_one_side(knowledge: Knowledge) -> None:
    rows = (
        "Azerbaijan/PROPN/2/nsubj attacked/VERB/0/root Armenia/PROPN/2/obj and/CCONJ/5/cc "
        "Greece/PROPN/3/conj ./PUNCT/2/punct"
    )
    seen = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(2, 0.6, 0.2), role(4, 0.0, 0.9))
    act = seen_by_both(knowledge, rows, seen)
    assert (act.actors, act.recipients) == ((0,), (2, 4))


def test_a_doer_told_by_the_tree_is_not_joined_by_the_subject_of_another_clause(
    knowledge: Knowledge,
) -> None:
    rows = (
        "Greece/PROPN/2/nsubj spoke/VERB/0/root and/CCONJ/5/cc Azerbaijan/PROPN/5/nsubj "
        "attacked/VERB/2/conj Armenia/PROPN/5/obj ./PUNCT/2/punct"
    )
    seen = read_act(4, "ASSAULT", 0.9, role(0, 0.6, 0.0), role(3, 0.9, 0.0), role(5, 0.0, 0.9))
    assert seen_by_both(knowledge, rows, seen).actors == (3,)


Told = set[tuple[str, tuple[str, ...], tuple[str, ...]]]


@pytest.fixture(scope="module")
def coded(knowledge: Knowledge) -> dict[str, Told]:
    """The acts of the sentences of the tests below, with the codes of both sides."""
    reports = [
        Report(id=str(place), text=text, published=date(2021, 2, 10))
        for place, (text, *_) in enumerate((*BY_WHOM, *ASKED, *PROTESTS, *SUED, *NOT_BY_STATES))
    ]
    return {
        one.report.text: {
            (
                event.type,
                tuple({party.code for party in event.actors}),
                tuple({party.code for party in event.recipients}),
            )
            for event in code_reading(one, knowledge).events
        }
        for one in read_reports(reports, load_model(None))
    }


BY_WHOM = [
    ("A Colombian rebel leader was arrested in Spain last year.", "ESP", "COL"),
    ("An Australian journalist was detained in Beijing on Monday.", "CHN", "AUS"),
    ("A Malian journalist was detained on Monday.", "MLI", "MLI"),
    ("Mali's opposition leader was arrested in Bamako.", "MLI", "MLI"),
    ("Five YPG fighters were arrested in Turkey.", "TUR", "YPG"),
    ("Three Russian diplomats were ordered to leave Prague.", "CZE", "RUS"),
    ("Latvia's envoy was ordered out of Minsk.", "BLR", "LVA"),
]


@pytest.mark.parametrize(("text", "actor", "recipient"), BY_WHOM)
def test_who_is_held_or_turned_out_abroad_is_so_by_the_state_of_the_place(
    coded: dict[str, Told], text: str, actor: str, recipient: str
) -> None:
    sides = {(by, on) for kind, by, on in coded[text] if kind in ("COERCE", "SANCTION")}
    assert ((actor,), (recipient,)) in sides


NOT_BY_STATES = [
    ("Three YPG members were detained on Monday.", set()),
    ("Five Pakistani passengers were released by militants.", set()),
    ("Two Malian journalists were detained by gunmen.", {("ASSAULT", ("?",), ("MLI",))}),
]


@pytest.mark.parametrize(("text", "acts"), NOT_BY_STATES)
def test_neither_a_movement_nor_a_stranger_stands_for_a_state(
    coded: dict[str, Told], text: str, acts: Told
) -> None:
    assert coded[text] == acts


ASKED = [
    ("France called for the release of the Malian opposition leader.", ("MLI",)),
    ("Canada demanded the release of two Canadians.", ()),
    ("France called for the release of the kidnapped Malian priest.", ()),
    ("In Brussels, NATO called for an independent investigation.", ()),
]


@pytest.mark.parametrize(("text", "recipients"), ASKED)
def test_who_is_to_free_his_own_people_is_asked_for_it(
    coded: dict[str, Told], text: str, recipients: tuple[str, ...]
) -> None:
    assert {told for kind, _, told in coded[text] if kind == "REQUEST"} == {recipients}


PROTESTS = [
    (
        "Anti-government protests against President Roch Kabore erupted, and police arrested the "
        "leader of the opposition.",
    )
]


def test_an_untold_crowd_protests_against_its_own_rulers(coded: dict[str, Told]) -> None:
    ((text,),) = PROTESTS
    assert ("PROTEST", ("BFA",), ("BFA",)) in coded[text]


SUED = [
    (
        "The German government paused the plan when Prism Watchers filed a suit against it.",
        False,
    ),
    ("The German government filed a lawsuit against Poland over the plan.", True),
]


@pytest.mark.parametrize(("text", "sued"), SUED)
def test_what_a_stranger_is_told_to_do_no_other_has_done(
    coded: dict[str, Told], text: str, sued: bool
) -> None:
    assert any(kind == "ACCUSE" and "DEU" in actors for kind, actors, _ in coded[text]) is sued
