"""Forms of English verbs, from a lemma and back."""

from __future__ import annotations

import pytest

from dateline.knowledge import inflection as inflections


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("strike", {"strike", "strikes", "struck", "striking"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("ram", {"ram", "rams", "rammed", "ramming"}),
        ("rap", {"rap", "raps", "rapped", "rapping"}),
        ("mobilise", {"mobilise", "mobilised", "mobilize", "mobilized", "mobilizing"}),
    ],
)
def test_verbs_have_their_forms(lemma: str, forms: set[str]) -> None:
    assert forms <= set(inflections.load().verb(lemma))
