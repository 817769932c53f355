"""Who leads a party or is host to two has no part in what they do."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from trees import cast, reading

from dateline.coding.acts import Act, Trigger
from dateline.coding.camps import in_camps
from dateline.coding.people import People
from dateline.knowledge import Knowledge
from dateline.records import Name, NameKind
from dateline.tree import Tree

LED = (
    "Envoys/NOUN/5/nsubj {}/VERB/1/acl by/ADP/4/case {}/PROPN/2/obl urged/VERB/0/root "
    "Armenia/PROPN/5/obj ./PUNCT/5/punct"
)
MET = (
    "Armenia/PROPN/4/nsubj and/CCONJ/3/cc Turkey/PROPN/1/conj met/VERB/0/root {}/ADP/7/case "
    "the/DET/7/det {}/NOUN/4/obl of/ADP/9/case Russia/PROPN/7/nmod ./PUNCT/4/punct"
)


def actors(
    knowledge: Knowledge, rows: str, kind: str, doing: tuple[str, ...], **given: str
) -> set[str]:
    """The codes of the actors that an act keeps, of those given."""
    made = reading(rows)
    words = [token.text for token in made.tokens]
    if "Mbeki" in words:
        leader = Name(span=made.tokens[3].span, kind=NameKind.PERSON, first=3, end=4, score=1.0)
        made = replace(made, names=(leader,))
    people = People(Tree(made), cast(made, **given), knowledge.lexicon)
    verb = next(i for i, token in enumerate(made.tokens) if token.relation == "root")
    heads = tuple(words.index(word) for word in doing)
    act = Act(
        trigger=Trigger(head=verb, tokens=(verb,), type=kind, mode=None, noun=False),
        trigger_span=made.tokens[verb].span,
        sentence=0,
        actors=heads,
        recipients=heads if kind == "CONSULT" else (words.index("Armenia"),),
        mutual=kind == "CONSULT",
    )
    found = in_camps(act, people)
    return set() if found is None else set(people.codes(found.actors))


@pytest.mark.parametrize(
    ("verb", "leader", "told"),
    [("led", "Mbeki", {"AU"}), ("led", "Russia", {"AU", "RUS"})],
)
def test_a_person_who_leads_a_party_is_none_beside_it(
    knowledge: Knowledge, verb: str, leader: str, told: set[str]
) -> None:
    given = {"Envoys": "AU/IGO", "Mbeki": "ZAF/CVL"}
    rows = LED.format(verb, leader)
    assert actors(knowledge, rows, "REQUEST", ("Envoys", leader), **given) == told


@pytest.mark.parametrize(
    ("preposition", "noun", "told"),
    [
        ("at", "invitation", {"ARM", "TUR"}),
        ("in", "presence", {"ARM", "TUR"}),
        ("at", "expense", {"ARM", "TUR", "RUS"}),
    ],
)
def test_a_host_does_not_meet_those_whom_he_brings_together(
    knowledge: Knowledge, preposition: str, noun: str, told: set[str]
) -> None:
    rows = MET.format(preposition, noun)
    assert actors(knowledge, rows, "CONSULT", ("Armenia", "Turkey", "Russia")) == told


def test_whom_an_international_body_receives_it_meets(knowledge: Knowledge) -> None:
    rows = (
        "ECOWAS/PROPN/2/nsubj received/VERB/0/root the/DET/5/det Armenian/ADJ/5/amod "
        "president/NOUN/2/obj ./PUNCT/2/punct"
    )
    made = reading(rows)
    people = People(
        Tree(made), cast(made, ECOWAS="ECOWAS/IGO", president="ARM/GOV"), knowledge.lexicon
    )
    act = Act(
        trigger=Trigger(head=1, tokens=(1, 4), type="CONSULT", mode=None, noun=False),
        trigger_span=made.tokens[1].span,
        sentence=0,
        actors=(0, 4),
        recipients=(0, 4),
        mutual=True,
    )
    assert in_camps(act, people) == act
