"""Who is meant in a country's own affairs: its offices, bodies, parties, rebels and their men."""

from __future__ import annotations

import pytest
from whom import codes_meant, meant

from dateline.knowledge.actors import ActorDirectory


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        # offices under another name, and by a soldier's rank
        (
            "Prime Minister Ana Ruiz of Peru met Chile. The premier left.",
            "The premier",
            "PER",
            "GOV",
        ),
        (
            "Vice President Ana Ruiz of Peru met Chile. The premier left.",
            "The premier",
            "CHL",
            "GOV",
        ),
        ("President Thura Maung of Myanmar met China. Gen Thura left.", "Gen Thura", "MMR", "GOV"),
        ("Singer Thura Maung left Myanmar. Gen Thura left.", "Gen Thura", "MMR", "MIL"),
        ("The justice minister of Peru met Chile.", "The justice minister", "PER", "GOV"),
        ("The police ministry of Peru met Chile.", "The police ministry", "PER", "GOV"),
        ("The police spokesman of Peru met Chile.", "The police spokesman", "PER", "COP"),
        ("Mediator Kofi Annan met Kenya.", "Kofi Annan", "UN", "IGO"),
        ("The former president's troops left Sudan.", "president's troops", "SDN", "MIL"),
        ("Former troops left Sudan.", "Former troops", "SDN", "CVL"),
        # police of any organ, commands of any region, governments that others recognise
        ("The treasury police held ten people in Peru.", "The treasury police", "PER", "COP"),
        ("In Libya, the UN-recognised government met Peru.", "government", "LBY", "GOV"),
        ("The Kenyan Red Cross met Peru.", "Red Cross", "KEN", "NGO"),
        ("The Red Cross met Peru.", "The Red Cross", "ICRC", "IGO"),
        # organs that the article tells
        ("Parties in Peru urged the executive.", "the executive", "PER", "GOV"),
        ("Parties in Peru urged an executive.", "an executive", "PER", "BUS"),
        ("India met Nepal. India left. Parties blamed the Centre.", "the Centre", "IND", "GOV"),
        # parties that nobody has listed
        ("In Peru, KLP leader Ana Ruiz met Chile.", "Ana Ruiz", "PER", "PTY"),
        ("In Peru, leader Ana Ruiz met Chile.", "Ana Ruiz", "PER", "GOV"),
        ("The Union Government met Peru. India left.", "The Union Government", "IND", "GOV"),
        ("The chief of staff of Chile left. Chile spoke.", "The chief of staff", "CHL", "MIL"),
        (
            "President Ana Ruiz of Chile left. Her chief of staff met Peru.",
            "Her chief of staff",
            "CHL",
            "GOV",
        ),
        # parties and who acts for them
        ("In Nepal, the Nepali Congress president met China.", "president", "NPL", "PTY"),
        ("In Nepal, gunmen of the Nepali Congress met.", "gunmen", "NPL", "REB"),
        (
            "Rebels of Peru met Chile. The Liberal Party left Peru.",
            "The Liberal Party",
            "PER",
            "PTY",
        ),
        ("In Kenya, union boss Ana Ruiz met China.", "Ana Ruiz", "KEN", "LAB"),
        ("In Nepal, activists of the Nepali Congress met.", "activists", "NPL", "PTY"),
        ("In Nepal, activists of the town met.", "activists", "NPL", "CVL"),
        ("In Peru, the army press office met Chile.", "the army press office", "PER", "MIL"),
        # units and men of those in arms
        ("Gunmen hit a company of the CRPF in India.", "a company", "IND", "COP"),
        ("Gunmen hit a company of Peru.", "a company", "PER", "BUS"),
        ("Rebels in Peru met Chile. Their men attacked Chile.", "Their men", "PER", "REB"),
        ("Rebels in Peru met Chile. Chile burned their camp.", "their camp", "PER", "REB"),
        ("Rebels in Peru met Chile. Chile burned their village.", "their village", "PER", "CVL"),
        ("Peru left. Urban guerrillas met Peru.", "Urban guerrillas", "PER", "REB"),
        # soldiers in lands without an army
        ("New Caledonia met France. In New Caledonia, soldiers met.", "soldiers", "FRA", "MIL"),
        ("In the West Bank, a Jewish driver met Palestinians.", "a Jewish driver", "ISR", "CVL"),
        ("In the West Bank, a tall driver met Palestinians.", "a tall driver", "PSE", "CVL"),
        # a movement of two lands
        (
            "Pakistan met Peru. Pakistan left. Islamabad said the Taliban left.",
            "the Taliban",
            "PAK",
            "REB",
        ),
        ("Pakistan met Peru. The Taliban left Kabul.", "The Taliban", "TALIBAN", "REB"),
        ("The Taliban met Peru.", "The Taliban", "TALIBAN", "REB"),
    ],
)
def test_who_is_meant_at_home(
    text: str, words: str, code: str, sector: str, directory: ActorDirectory
) -> None:
    assert meant(text, words, directory) == {(code, sector)}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        # who acts on somebody is not he
        ("President Ana Ruiz of Peru met Chile. The United States praised the President.",
         "the President", "PER"),
        ("Peru met Chile. Chile left. Chile occupied half of the country.", "the country", "PER"),
        ("Peru met Chile. Chile left. Chile praised half of the country.", "the country", "CHL"),
        # whose ministry it is
        ("The Chilean Defence Ministry left. Foreign Minister Ana Ruiz of Peru met the ministry.",
         "the ministry", "PER"),
        ("The Chilean Defence Ministry left. Peru met the ministry.", "the ministry", "CHL"),
        # towns behind an owned noun only tell where
        ("Peru met Chile. Its spokesman in Paris left.", "Its spokesman", "PER"),
        ("Peru met Chile. Its counterparts in Brazil left.", "Its counterparts", "BRA"),
    ],
)  # fmt: skip
def test_who_is_another_than_the_one_that_acts(
    text: str, words: str, code: str, directory: ActorDirectory
) -> None:
    assert codes_meant(text, words, directory) == {code}
