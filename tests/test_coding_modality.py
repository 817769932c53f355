"""What is only thought of and has not happened (codebook 5)."""

from __future__ import annotations

import pytest

from dateline import knowledge as world
from dateline.knowledge import Knowledge
from dateline.records import Modality
from tests.test_coding_events import code

FIRING = (
    "the/DET/2/det {}/NOUN/9/nsubj of/ADP/5/case Russian/ADJ/5/amod troops/NOUN/2/nmod "
    "{}/VERB/5/acl Ukraine/PROPN/6/obj has/AUX/9/aux grown/VERB/0/root ./PUNCT/9/punct"
)
AGREED = (
    "Turkey/PROPN/2/nsubj sees/VERB/0/root a/DET/4/det {}/NOUN/2/obj that/SCONJ/7/mark "
    "Russia/PROPN/7/nsubj attacked/VERB/4/acl Ukraine/PROPN/7/obj ./PUNCT/2/punct"
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return world.load()


def modalities(knowledge: Knowledge, rows: str) -> list[Modality]:
    events = code(knowledge, rows, Russian="RUS/MIL")
    return [event.modality for event in events if event.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("noun", "verb", "modality"),
    [
        ("danger", "attacking", Modality.HYPOTHETICAL),
        ("number", "attacking", Modality.HAPPENED),
    ],
)
def test_what_a_danger_is_of_is_only_thought_of(
    knowledge: Knowledge, noun: str, verb: str, modality: Modality
) -> None:
    assert modalities(knowledge, FIRING.format(noun, verb)) == [modality]


@pytest.mark.parametrize(
    ("noun", "modality"),
    [("chance", Modality.HYPOTHETICAL), ("proof", Modality.HAPPENED)],
)
def test_what_there_is_a_chance_of_is_only_thought_of(
    knowledge: Knowledge, noun: str, modality: Modality
) -> None:
    assert modalities(knowledge, AGREED.format(noun)) == [modality]
