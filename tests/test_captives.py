"""Who is asked to free somebody."""

from __future__ import annotations

import msgspec
import pytest

from dateline import knowledge as world
from dateline.coding.captives import seizers
from dateline.coding.people import People
from dateline.tree import Tree
from tests.trees import cast, read_act, reading, role


@pytest.mark.parametrize(
    ("doer", "kind", "found"),
    [("Russia", "COERCE", {"RUS"}), ("Russia", "SUPPORT", set()), ("Ukraine", "COERCE", set())],
)
def test_who_has_seized_somebody_is_asked_to_free_him(
    doer: str, kind: str, found: set[str]
) -> None:
    made = reading(
        f"{doer}/PROPN/2/nsubj seized/VERB/0/root ships/NOUN/2/obj ./PUNCT/2/punct\n"
        "Greece/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct"
    )
    made = msgspec.structs.replace(
        made, acts=(read_act(1, kind, 0.9, role(0, 0.9, 0.0), role(2, 0.0, 0.9)),)
    )
    lexicon = world.load().lexicon
    people = People(Tree(made), cast(made, ships="UKR/BUS"), lexicon)
    assert seizers("UKR", 5, people) == found
    assert seizers("GRC", 5, people) == set()
    assert seizers("UKR", 0, people) == set()
