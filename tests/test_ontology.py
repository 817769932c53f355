"""The types of act and their modes."""

from __future__ import annotations

import pytest

from dateline.knowledge import ontology as ontologies

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COMMENT",
}  # fmt: skip


def test_the_ontology_holds_the_seventeen_types() -> None:
    ontology = ontologies.load()
    assert set(ontology.types) == TYPES
    speech = {name for name in TYPES if ontology.is_speech(name)}
    assert speech == {
        "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "COMMENT", "CONCEDE",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("act", "mode", "recipient"),
    [
        ("COMMENT", "concern", "never"),
        ("COMMENT", "empathy", "told"),
        ("RETREAT", "release", "told"),
        ("RETREAT", "resign", "never"),
        ("ASSAULT", None, "expected"),
        ("MOBILIZE", "troops", "optional"),
    ],
)
def test_a_mode_may_have_a_recipient_otherwise_than_its_type(
    act: str, mode: str | None, recipient: str
) -> None:
    ontology = ontologies.load()
    assert ontology.recipient(act, mode) == recipient
    assert ontology.has_recipient(act, mode) == (recipient != "never")
