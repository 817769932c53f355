"""Who is meant by short names of bodies, by lists, by houses of state and by whom one calls."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reading import read_roughly
from msgspec import structs
from trees import reading

from dateline.knowledge.actors import ActorDirectory, load
from dateline.records import Place, Reading, Span
from dateline.resolution.actors import actors_of_span, resolve_actors


@pytest.fixture(scope="module")
def directory() -> ActorDirectory:
    return load()


def meant(told: Reading, words: str, directory: ActorDirectory) -> set[tuple[str, str]]:
    """Code and sector of the last mention of ``words``."""
    start = told.report.text.rindex(words)
    span = Span(start, start + len(words))
    actors = actors_of_span(told, resolve_actors(told, directory), span)
    return {(actor.code, actor.sector) for actor in actors}


@pytest.mark.parametrize(
    ("year", "text", "words", "code", "sector"),
    [
        # bodies by the last word of their name
        (2020, "ECOWAS met in Niger. The Authority left.", "The Authority", "ECOWAS", "IGO"),
        (2020, "The Palestinian Authority left. ECOWAS met. The authority left.",
         "The authority", "PSE", "GOV"),
        (2020, "The Pacific Islands Forum met in Suva. The forum left.", "The forum", "PIF", "IGO"),
        (2020, "IGAD met in Sudan. Regional leaders left.", "Regional leaders", "IGAD", "IGO"),
        (2020, "Peru met Chile. Regional leaders left.", "Regional leaders", "CHL", "GOV"),
        (2020, "The aviation authority of Nigeria left.", "authority", "NGA", "GOV"),
        (2020, "The naval aviation of Nigeria left.", "naval aviation", "NGA", "MIL"),
        # whoever headed a body at the time
        (2014, "Dlamini Zuma met Chad.", "Dlamini Zuma", "AU", "IGO"),
        (2005, "Alpha Oumar Konaré met Chad.", "Alpha Oumar Konaré", "AU", "IGO"),
        (1999, "Alpha Oumar Konaré met Chad.", "Alpha Oumar Konaré", "MLI", "GOV"),
        # one name of several bearers
        (2020, "The Philippines spoke. The AFP left Sulu.", "The AFP", "PHL", "MIL"),
        (2020, "The Philippines spoke. AFP left Sulu.", "AFP", "FRA", "MED"),
        (1997, "Lebanon spoke. The SLA left.", "The SLA", "LBN", "REB"),
        (2005, "Sudan spoke. The SLA left.", "The SLA", "SDN", "REB"),
        (2005, "Sri Lanka spoke. The SLA left.", "The SLA", "LKA", "MIL"),
        (2020, "Turkey spoke. The AKP left.", "The AKP", "TUR", "GOV"),
        (2020, "Turkey met Cambodia. News agency AKP left.", "News agency AKP", "KHM", "MED"),
        (2020, "The local Catholic church in Chad left.", "church", "TCD", "REL"),
        (1999, "Serbia met Kosovo. Albanians left.", "Albanians", "XKX", "CVL"),
        (1999, "Serbia met Kosovo. Albania spoke. Albanians left.", "Albanians", "ALB", "CVL"),
        (2010, "Pope Benedict met Chad. The Vatican left. The army left.",
         "The army", "TCD", "MIL"),
        (2010, "Pope Benedict met Chad. The Vatican left. The cardinal left.",
         "The cardinal", "VAT", "REL"),
        # coalitions and missions by their years
        (2017, "The Houthis left. The coalition left.", "The coalition", "SAU", "MIL"),
        (2024, "The Houthis left. The coalition left.", "The coalition", "USA", "MIL"),
        (2009, "Afghanistan spoke. Foreign forces left.", "Foreign forces", "NATO", "MIL"),
        (2022, "Afghanistan spoke. Foreign forces left.", "Foreign forces", "?", "MIL"),
        # what a body works with
        (2020, "Gunmen in Mali hit an MSF hospital.", "an MSF hospital", "MSF", "NGO"),
        (2020, "Gunmen in Mali hit UN vehicles.", "UN vehicles", "UN", "IGO"),
        (2020, "UN monitors in Mali left.", "UN monitors", "UN", "IGO"),
        (2020, "UN victims in Mali left.", "UN victims", "MLI", "CVL"),
        # sides that fight
        (2020, "The Tajik side shelled a village.", "The Tajik side", "TJK", "MIL"),
        (2020, "The Tajik side urged a village.", "The Tajik side", "TJK", "GOV"),
        # whom a speaker calls upon is another
        (2021, "Peru met Myanmar. Peru urged the junta.", "the junta", "MMR", "MIL"),
        (2021, "Antony Blinken urged the junta.", "the junta", "?", "MIL"),
        # a house of the person who heads it
        (2020, "The French ambassador met Niger. The embassy left.", "The embassy", "FRA", "GOV"),
        (2020, "A French minister met Niger. The embassy left.", "The embassy", "FRA", "GOV"),
        (2020, "Chad expelled Ambassador Ned Marsh. Peru left.", "Ned Marsh", "PER", "GOV"),
        (2020, "Chad recalled Ambassador Ned Marsh. Peru left.", "Ned Marsh", "TCD", "GOV"),
    ],
)  # fmt: skip
def test_who_is_meant(
    year: int, text: str, words: str, code: str, sector: str, directory: ActorDirectory
) -> None:
    rough = read_roughly(text, directory, date(year, 6, 15))
    assert meant(rough, words, directory) == {(code, sector)}


@pytest.mark.parametrize(
    ("rows", "words", "codes"),
    [
        (  # who leads the state of the clause before
            "Peru/PROPN/2/nsubj met/VERB/0/root Peru/PROPN/2/obj\n"
            "Chad/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj and/CCONJ/8/cc "
            "President/NOUN/6/nmod:desc Ned/PROPN/8/nsubj Marsh/PROPN/6/flat left/VERB/2/conj",
            "Ned Marsh",
            {"TCD"},
        ),
        (
            "Peru/PROPN/2/nsubj met/VERB/0/root Peru/PROPN/2/obj\n"
            "Chad/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj and/CCONJ/8/cc "
            "Minister/NOUN/6/nmod:desc Ned/PROPN/8/nsubj Marsh/PROPN/6/flat of/ADP/10/case "
            "Peru/PROPN/6/nmod left/VERB/2/conj",
            "Ned Marsh",
            {"PER"},
        ),
        (  # so many states of a part of the world
            "Peru/PROPN/6/nsubj ,/PUNCT/3/punct Chile/PROPN/1/conj and/CCONJ/5/cc "
            "Brazil/PROPN/1/conj met/VERB/0/root and/CCONJ/12/cc the/DET/11/det "
            "three/NUM/11/nummod European/ADJ/11/amod states/NOUN/12/nsubj left/VERB/6/conj",
            "the three European states",
            {"PER", "CHL", "BRA"},
        ),
        (
            "Peru/PROPN/4/nsubj and/CCONJ/3/cc Chile/PROPN/1/conj met/VERB/0/root and/CCONJ/9/cc "
            "the/DET/8/det European/ADJ/8/amod states/NOUN/9/nsubj left/VERB/4/conj",
            "the European states",
            {"EU"},
        ),
        (  # joined by a hyphen
            "The/DET/5/det Peruvian/ADJ/4/amod -/PUNCT/4/punct Chilean/ADJ/5/amod "
            "raid/NOUN/6/nsubj failed/VERB/0/root",
            "raid",
            {"PER", "CHL"},
        ),
        (  # one person of two nationalities
            "A/DET/5/det Peruvian/ADJ/4/amod -/PUNCT/4/punct Chilean/ADJ/5/amod "
            "reporter/NOUN/6/nsubj left/VERB/0/root",
            "reporter",
            {"CHL"},
        ),
        (
            "Gunmen/NOUN/7/nsubj suspected/VERB/1/acl of/SCONJ/4/mark belonging/VERB/2/advcl "
            "to/ADP/6/case ISIS/PROPN/4/obl fired/VERB/0/root",
            "Gunmen",
            {"ISIS"},
        ),
        (
            "Gunmen/NOUN/7/nsubj suspected/VERB/1/acl of/SCONJ/4/mark killing/VERB/2/advcl "
            "in/ADP/6/case Chad/PROPN/4/obl fired/VERB/0/root",
            "Gunmen",
            {"?"},
        ),
        (
            "Presidents/NOUN/6/nmod:desc Ana/PROPN/6/nsubj Ruiz/PROPN/2/flat of/ADP/5/case "
            "Peru/PROPN/2/nmod and/CCONJ/7/cc Ned/PROPN/2/conj Marsh/PROPN/7/flat of/ADP/10/case "
            "Chad/PROPN/7/nmod met/VERB/0/root",
            "Ned Marsh",
            {"TCD"},
        ),
        (
            "Peru/PROPN/2/nsubj urged/VERB/0/root the/DET/4/det country/NOUN/6/nmod:poss "
            "'s/PART/4/case rulers/NOUN/2/obj in/ADP/8/case Chad/PROPN/2/obl",
            "country",
            {"TCD"},
        ),
        (  # a speaker of whom nothing is known is not who was met
            "Marsh/PROPN/6/nsubj ,/PUNCT/4/punct who/PRON/4/nsubj met/VERB/1/acl:relcl "
            "Putin/PROPN/4/obj said/VERB/0/root he/PRON/8/nsubj agreed/VERB/6/ccomp",
            "he",
            {"?"},
        ),
        (
            "Putin/PROPN/2/nsubj said/VERB/0/root he/PRON/4/nsubj agreed/VERB/2/ccomp",
            "he",
            {"RUS"},
        ),
    ],
)
def test_by_the_tree(rows: str, words: str, codes: set[str], directory: ActorDirectory) -> None:
    told = structs.replace(reading(rows), names=())
    assert {code for code, _ in meant(told, words, directory)} == codes


def test_a_solution_is_no_state(directory: ActorDirectory) -> None:
    told = reading(
        "Sweden/PROPN/2/nsubj supports/VERB/0/root the/DET/7/det two/NUM/6/nummod "
        "-/PUNCT/6/punct state/NOUN/7/compound solution/NOUN/2/obj"
    )
    found = {mention.head: mention.actors[0].code for mention in resolve_actors(told, directory)}
    assert (found[0], found[5]) == ("SWE", "?")


@pytest.mark.parametrize(
    ("town", "country", "code"), [("Geneva", "CHE", "TCD"), ("Lima", "PER", "PER")]
)
def test_a_body_tells_from_its_desk_of_another_land(
    town: str, country: str, code: str, directory: ActorDirectory
) -> None:
    told = reading(
        "Chad/PROPN/2/nsubj spoke/VERB/0/root\n"
        f"In/ADP/2/case {town}/PROPN/5/obl the/DET/4/det UN/PROPN/5/nsubj said/VERB/0/root "
        "the/DET/7/det police/NOUN/9/nsubj had/AUX/9/aux left/VERB/5/ccomp"
    )
    span = told.tokens[3].span
    place = Place(text=town, span=span, head=3, name=town, country=country, precision="city")
    found = {m.head: m.actors[0].code for m in resolve_actors(told, directory, [place])}
    assert found[8] == code


@pytest.mark.parametrize(("bracket", "named"), [("( Caqueta )", "COL"), (", Caqueta ,", "PRI")])
def test_a_town_that_bears_the_name_of_a_state_is_none(
    bracket: str, named: str, directory: ActorDirectory
) -> None:
    before, _, after = bracket.split()
    told = reading(
        f"Puerto/PROPN/6/nsubj Rico/PROPN/1/flat {before}/PUNCT/4/punct Caqueta/PROPN/1/appos "
        f"{after}/PUNCT/4/punct left/VERB/0/root rebels/NOUN/6/obj"
    )
    spans = [Span(0, told.tokens[1].span.end), told.tokens[3].span]
    places = [
        Place(text="x", span=span, head=head, name="x", country="COL", precision="city")
        for span, head in zip(spans, (0, 3), strict=True)
    ]
    found = {m.head: m.actors[0].code for m in resolve_actors(told, directory, places)}
    assert found[6] == named


@pytest.mark.parametrize(("word", "codes"), [("participating", {"PER", "CHL"}), ("new", {"PER"})])
def test_those_who_take_part_are_the_states_named_together(
    word: str, codes: set[str], directory: ActorDirectory
) -> None:
    told = reading(
        "Peru/PROPN/4/nsubj and/CCONJ/3/cc Chile/PROPN/1/conj met/VERB/0/root in/ADP/6/case "
        "Peru/PROPN/4/obl\n"
        f"the/DET/3/det {word}/ADJ/3/amod governments/NOUN/4/nsubj left/VERB/0/root"
    )
    assert {code for code, _ in meant(told, "governments", directory)} == codes
