"""Whose a noun is that no word gives an owner: by its sentence, its clause, what came before."""

from __future__ import annotations

import pytest
from whom import codes_meant

from dateline.knowledge.actors import ActorDirectory


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Peru sent troops. Peru spoke. In Chile, police held ten people.", "police", "CHL"),
        # a venue tells nothing of a government's delegation
        ("Peru sent troops. Peru spoke. In Chile, ministers met.", "ministers", "PER"),
        ("China spoke. China met. Hong Kong police met China and shot people.", "people", "HKG"),
        ("Police of Chile met. Gunmen killed people in Peru.", "people", "PER"),
        ("Police of Chile arrested people in Peru.", "people", "PER"),
        ("China took Hong Kong. China left. Officials in the territory left.", "Officials", "HKG"),
        ("Niger met France. France spoke. The junta told the French.", "The junta", "NER"),
        ("Nigeria met France. The junta told the Nigerians.", "The junta", "NGA"),
        ("Five Peruvian diplomats met Chile. Chile told the envoys.", "the envoys", "PER"),
        ("Peruvian soldiers met Chile. Chile told the envoys.", "the envoys", "CHL"),
    ],
)
def test_whose_a_noun_without_an_owner_is(
    text: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert codes_meant(text, words, directory) == {code}
