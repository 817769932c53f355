"""Who is asked to free somebody, and who has freed him."""

from __future__ import annotations

import msgspec
import pytest
from trees import cast, read_act, reading, role

from dateline import knowledge as world
from dateline.coding.captives import abductors, seizers
from dateline.coding.people import People
from dateline.tree import Tree


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


@pytest.mark.parametrize(
    ("doer", "mode", "found"),
    [("Russia", "abduct", (0,)), ("Strangers", "abduct", ()), ("Russia", "beat", None)],
)
def test_who_was_abducted_is_freed_by_his_abductors_alone(
    doer: str, mode: str, found: tuple[int, ...] | None
) -> None:
    made = reading(
        f"{doer}/PROPN/2/nsubj took/VERB/0/root nurses/NOUN/2/obj ./PUNCT/2/punct\n"
        "All/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
    )
    act = read_act(1, "ASSAULT", 0.9, role(0, 0.9, 0.0), role(2, 0.0, 0.9))
    made = msgspec.structs.replace(made, acts=(msgspec.structs.replace(act, mode=mode),))
    given = cast(made, nurses="UKR/CVL", Strangers="?/UAF")
    people = People(Tree(made), given, world.load().lexicon)
    assert abductors(5, "UKR", people) == found
    assert abductors(5, "GRC", people) is None
    assert abductors(0, "UKR", people) is None
