"""Whom noun phrases and pronouns mean: codes and sectors of codebook section 2."""

from __future__ import annotations

import pytest
from actor_reading import read_roughly
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import reading
from whom import DAY, of_word, pairs, resolved

from dateline.knowledge.actors import ActorDirectory, load
from dateline.resolution.actors import resolve_actors


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        ("Two Chinese warplanes crossed the line.", "Two Chinese warplanes", "CHN", "MIL"),
        (
            "Armenian separatists in Nagorno-Karabakh fired rockets.",
            "Armenian separatists",
            "NKR",
            "REB",
        ),
        ("Syrian government forces shelled the town.", "Syrian government forces", "SYR", "MIL"),
        ("Syrian rebels left the town.", "Syrian rebels", "SYR", "REB"),
        (
            "Russia began drills. A former minister condemned them.",
            "A former minister",
            "RUS",
            "CVL",
        ),
        ("Ankara said talks went on.", "Ankara", "TUR", "GOV"),
        ("The Kremlin denied the report.", "The Kremlin", "RUS", "GOV"),
        ("A Hamas spokesman denied the report.", "A Hamas spokesman", "HAMAS", "REB"),
        ("Turkish police arrested three men.", "Turkish police", "TUR", "COP"),
        ("Iran protested. Its embassy in Damascus was hit.", "Its embassy", "IRN", "GOV"),
        (
            "A US Navy warship sailed past Taiwan. Chinese forces tracked the warship.",
            "the warship",
            "USA",
            "MIL",
        ),
        (
            "Protesters marched in Paris and French police used tear gas to disperse them.",
            "them",
            "FRA",
            "CVL",
        ),
        ("Kenyan jets bombed a camp in Somalia, killing five men.", "five men", "SOM", "CVL"),
        ("Muslim leaders in India condemned the attack.", "Muslim leaders", "IND", "REL"),
        ("Britain held six Irishmen.", "six Irishmen", "IRL", "CVL"),
        ("on monday police in india searched his car.", "car", "IND", "CVL"),
        ("The Taliban attacked a base.", "The Taliban", "TALIBAN", "REB"),
        ("NATO soldiers left Kabul.", "NATO soldiers", "NATO", "IGO"),
        ("Members of Boko Haram attacked a village.", "Members of Boko Haram", "BOKOHARAM", "REB"),
        ("Gunmen attacked a bus in Kenya.", "Gunmen", "?", "UAF"),
        ("Ukrainian lawmakers met in Kyiv.", "Ukrainian lawmakers", "UKR", "LEG"),
        ("A court in Egypt convicted them.", "A court in Egypt", "EGY", "JUD"),
        ("The Indian Congress rejected the claim.", "Congress", "IND", "PTY"),
        ("The Labour leader rejected the claim.", "The Labour leader", "GBR", "PTY"),
        ("The Conservative government fell.", "The Conservative government", "GBR", "GOV"),
        ("Soldiers from neighbouring Eritrea left.", "Soldiers", "ERI", "MIL"),
        ("A researcher for Human Rights Watch left.", "A researcher", "HRW", "NGO"),
        ("Kenya condemned men in army uniforms.", "men", "?", "UAF"),
        ("Pakistan said an Ahmadi was killed.", "an Ahmadi", "PAK", "CVL"),
        ("Polish geologists left the mine.", "Polish geologists", "POL", "CVL"),
        ("Syrian planes bombed an opposition area.", "an opposition area", "SYR", "REB"),
        ("Russian aviation bombed the town.", "Russian aviation", "RUS", "MIL"),
        ("An Omani aid plane left.", "An Omani aid plane", "OMN", "GOV"),
        ("Two Hezbollah trucks burned.", "Two Hezbollah trucks", "HEZBOLLAH", "REB"),
        ("Two Hezbollah supporters left Syria.", "Two Hezbollah supporters", "SYR", "CVL"),
        ("Shining Path bandits left Peru.", "Shining Path bandits", "PER", "REB"),
        ("Kenya met a special rapporteur on Mali.", "a special rapporteur", "?", "IGO"),
        ("Kenya met Mali's special envoy for Chad.", "special envoy", "MLI", "GOV"),
        ("Kenya will meet world leaders in Nairobi.", "world leaders", "?", "GOV"),
        ("Nigeria met the Peoples Democratic Party.", "Peoples", "NGA", "PTY"),
        ("Kenya hit the Moscow hospital in Chad.", "Moscow hospital", "TCD", "CVL"),
        ("Kenya hit the Moscow hospital.", "Moscow hospital", "RUS", "CVL"),
        ("Kenya met Mali's military government.", "military government", "MLI", "GOV"),
        ("Kenya met Mali's military officials.", "military officials", "MLI", "MIL"),
    ],
)
def test_phrase(text: str, words: str, code: str, sector: str, directory: ActorDirectory) -> None:
    assert pairs(resolved(text, words, directory)) == {(code, sector)}


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Turkey shelled a village.", "Turkey", "MIL"),
        ("Turkey launched an assault on the town.", "Turkey", "MIL"),
        ("Turkey launched a website.", "Turkey", "GOV"),
        ("Turkey condemned the assault.", "Turkey", "GOV"),
        ("A Turkish airstrike hit the town.", "Turkish", "MIL"),
        ("A Turkish proposal was rejected.", "Turkish", "GOV"),
        ("The village was shelled by Turkey.", "Turkey", "MIL"),
        ("Rebels clashed with Turkey.", "Turkey", "MIL"),
        ("Turkey held joint exercises.", "Turkey", "MIL"),
        ("Turkey held spiritual exercises.", "Turkey", "GOV"),
    ],
)
def test_a_state_is_its_forces_where_it_acts_by_arms(
    text: str, words: str, sector: str, directory: ActorDirectory
) -> None:
    assert pairs(resolved(text, words, directory)) == {("TUR", sector)}


def test_a_state_that_acted_by_arms_speaks_as_a_government(directory: ActorDirectory) -> None:
    text = "Turkey shelled a village. It said the talks went on."
    assert pairs(resolved(text, "It", directory)) == {("TUR", "GOV")}


def test_a_countrys_courts_convict_in_it(directory: ActorDirectory) -> None:
    text = "Two men were convicted in Turkey."
    assert pairs(resolved(text, "Turkey", directory)) == {("TUR", "JUD")}


def test_the_council_is_the_body_named_before(directory: ActorDirectory) -> None:
    text = "Ethiopia asked the United Nations Security Council for help. The council left it open."
    assert pairs(resolved(text, "The council", directory)) == {("UN", "IGO")}


def test_the_kingdom_is_a_monarchy_spoken_of(directory: ActorDirectory) -> None:
    text = "Saudi Arabia invited China. China has helped the kingdom."
    assert pairs(resolved(text, "the kingdom", directory)) == {("SAU", "GOV")}


def test_the_state_department_is_one_states(directory: ActorDirectory) -> None:
    text = "Britain urged talks. The United States left. The state department said nothing."
    assert pairs(resolved(text, "The state department", directory)) == {("USA", "GOV")}


def test_several_governments_are_not_the_speakers_own(directory: ActorDirectory) -> None:
    near = "Uganda fears a drought in Uganda. Kenya's president spoke. He urged {} to act."
    for words, own in (("the government", True), ("the governments", False)):
        found = pairs(resolved(near.format(words), words, directory))
        assert (("KEN", "GOV") in found) is own


def test_who_takes_a_position_in_a_statement_has_issued_it(directory: ActorDirectory) -> None:
    text = "We condemn the attack. Canada condemns the rebels."
    assert pairs(resolved(text, "We", directory)) == {("CAN", "GOV")}


def test_every_nation_of_a_list_is_meant(directory: ActorDirectory) -> None:
    listed = reading(
        """
        Saudi/ADJ/6/amod ,/PUNCT/6/punct Emirati/ADJ/6/amod and/CCONJ/5/cc Jordanian/ADJ/6/amod jets/NOUN/7/nsubj left/VERB/0/root ./PUNCT/7/punct
        """  # noqa: E501
    )
    jets = next(m for m in resolve_actors(listed, directory) if m.head == 5)
    assert {actor.code for actor in jets.actors} == {"SAU", "ARE", "JOR"}


@pytest.mark.parametrize(("last", "codes"), [("and", {"IRN", "TUR", "USA"}), (",", {"IRN"})])
def test_every_owner_of_a_list_is_meant(
    last: str, codes: set[str], directory: ActorDirectory
) -> None:
    rows = (
        "Presidents/NOUN/10/nsubj of/ADP/3/case Iran/PROPN/1/nmod ,/PUNCT/5/punct "
        f"Turkey/PROPN/3/conj {last}/CCONJ/8/cc the/DET/8/det USA/PROPN/3/conj "
        "yesterday/NOUN/10/obl left/VERB/0/root"
    )
    assert {code for code, _ in of_word(rows, "Presidents", directory)} == codes


def test_nobody_is_his_own_neighbour(directory: ActorDirectory) -> None:
    text = "Kinshasa accused its neighbour. Rwanda answered."
    assert {a.code for a in resolved(text, "its neighbour", directory)} == {"RWA"}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The two Koreas met.", "The two Koreas", {"PRK", "KOR"}),
        ("The three Baltic states met.", "The three Baltic states", {"EST", "LVA", "LTU"}),
    ],
)
def test_one_word_for_several_states(
    text: str, words: str, expected: set[str], directory: ActorDirectory
) -> None:
    assert {a.code for a in resolved(text, words, directory)} == expected


def test_the_army_is_the_one_named_before(directory: ActorDirectory) -> None:
    text = "The Sudanese army left. Egypt met Emirati officials. Egypt urged the army."
    assert pairs(resolved(text, "the army", directory)) == {("SDN", "MIL")}


def test_states_that_are_not_named_are_not_the_state_spoken_of(directory: ActorDirectory) -> None:
    text = "Russia protested. More than twenty countries expelled Russian diplomats."
    assert pairs(resolved(text, "countries", directory)) == {("?", "GOV")}


def test_a_people_is_of_the_state_that_owns_its_land(directory: ActorDirectory) -> None:
    rows = (
        "Iran/PROPN/2/nsubj hit/VERB/0/root a/DET/4/det camp/NOUN/2/obj in/ADP/9/case "
        "Pakistan/PROPN/9/nmod:poss 's/PART/6/case Balochistan/PROPN/9/compound "
        "province/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert {code for code, _ in of_word(rows, "Balochistan", directory)} == {"PAK"}


def test_it_acts_as_the_state_that_it_means(directory: ActorDirectory) -> None:
    rows = (
        "France/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj agreed/VERB/2/ccomp ./PUNCT/2/punct"
    )
    made = reading(rows, DAY)
    (actor,) = next(m.actors for m in resolve_actors(made, directory) if m.head == 2)
    assert (actor.code, actor.why) == ("FRA", "state France (it)")


def test_money_named_by_a_state_is_nobodys(directory: ActorDirectory) -> None:
    reading = read_roughly("Kenya gave ten million U.S. dollars.", directory, DAY)
    assert {a.code for m in resolve_actors(reading, directory) for a in m.actors} == {"KEN", "?"}


def test_collectives_stand_for_both_states(directory: ActorDirectory) -> None:
    text = (
        "Armenia and Azerbaijan fought near the border. The two countries declared martial law. "
        "France urged both sides to stop."
    )
    both = {"ARM", "AZE"}
    assert {a.code for a in resolved(text, "The two countries", directory)} == both
    assert {a.code for a in resolved(text, "both sides", directory)} == both


def test_every_mention_has_an_actor_and_a_reason(directory: ActorDirectory) -> None:
    text = "The talks in Geneva failed. Iran blamed the envoy, who left. They met again."
    reading = read_roughly(text, directory, DAY)
    for mention in resolve_actors(reading, directory):
        assert mention.actors
        assert all(actor.code and actor.why for actor in mention.actors)


def test_nothing_known_stays_unknown(directory: ActorDirectory) -> None:
    assert {a.code for a in resolved("Gunmen fired.", "Gunmen", directory)} == {"?"}


WORDS = st.sampled_from(
    [
        "Russia",
        "Ukraine",
        "the",
        "and",
        "said",
        "rebels",
        ",",
        ".",
        "both",
        "sides",
        "they",
        "its",
        "army",
        "in",
        "US-backed",
        "Kurdish",
        "former",
        "president",
        "Putin",
        "who",
        "of",
        "police",
        "(",
        ")",
        "UN",
        "we",
        "“",
        "”",
        "'s",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_are_resolved_without_failure(words: list[str]) -> None:
    directory = _shared()
    reading = read_roughly(" ".join(["Russia", "said", *words]), directory, DAY)
    spans = {mention.head for mention in resolve_actors(reading, directory)}
    assert len(spans) == len(resolve_actors(reading, directory))


_directories: list[ActorDirectory] = []


def _shared() -> ActorDirectory:
    if not _directories:
        _directories.append(load())
    return _directories[0]
