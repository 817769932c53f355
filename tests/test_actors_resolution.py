"""Whom noun phrases and pronouns mean: codes and sectors of codebook section 2."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reading import read_roughly
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.actors import ActorDirectory, load
from dateline.records import Actor, Span
from dateline.resolution.actors import actors_of_span, resolve_actors
from dateline.resolution.actors.aliases import is_short_for

DAY = date(2020, 9, 28)


@pytest.fixture(scope="module")
def directory() -> ActorDirectory:
    return load()


def resolved(
    text: str, words: str, directory: ActorDirectory, day: date | None = DAY, last: bool = False
) -> tuple[Actor, ...]:
    reading = read_roughly(text, directory, day)
    mentions = resolve_actors(reading, directory)
    start = text.rindex(words) if last else text.index(words)
    return actors_of_span(reading, mentions, Span(start, start + len(words)))


def pairs(actors: tuple[Actor, ...]) -> set[tuple[str, str]]:
    return {(actor.code, actor.sector) for actor in actors}


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
        ("The Taliban attacked a base.", "The Taliban", "TALIBAN", "REB"),
        ("NATO soldiers left Kabul.", "NATO soldiers", "NATO", "IGO"),
        ("Members of Boko Haram attacked a village.", "Members of Boko Haram", "BOKOHARAM", "REB"),
        ("Gunmen attacked a bus in Kenya.", "Gunmen", "?", "UAF"),
        ("Ukrainian lawmakers met in Kyiv.", "Ukrainian lawmakers", "UKR", "LEG"),
        ("A court in Egypt convicted them.", "A court in Egypt", "EGY", "JUD"),
        ("The Indian Congress rejected the claim.", "Congress", "IND", "PTY"),
    ],
)
def test_phrase(text: str, words: str, code: str, sector: str, directory: ActorDirectory) -> None:
    assert pairs(resolved(text, words, directory)) == {(code, sector)}


def test_collectives_stand_for_both_states(directory: ActorDirectory) -> None:
    text = (
        "Armenia and Azerbaijan fought near the border. The two countries declared martial law. "
        "France urged both sides to stop."
    )
    both = {"ARM", "AZE"}
    assert {a.code for a in resolved(text, "The two countries", directory)} == both
    assert {a.code for a in resolved(text, "both sides", directory)} == both


def test_unknown_spokeswoman_takes_state_from_title_and_keeps_it(
    directory: ActorDirectory,
) -> None:
    text = (
        "US State Department spokesperson Jane Rivers urged France to stop. "
        "Rivers said the army left. She said nothing more."
    )
    for words in ("Jane Rivers", "Rivers said", "She"):
        words = words.removesuffix(" said")
        assert pairs(resolved(text, words, directory, last=True)) == {("USA", "GOV")}, words


def test_misspelt_office_holder_whose_title_fits(directory: ActorDirectory) -> None:
    text = "European Council President Michele called for calm."
    assert pairs(resolved(text, "Michele", directory)) == {("EU", "IGO")}


def test_clipped_name_is_explained_by_one_introduced_before(directory: ActorDirectory) -> None:
    text = "Fighting began in Nagorno-Karabakh on Sunday. Naka said the army left."
    assert {a.code for a in resolved(text, "Naka", directory)} == {"NKR"}


def test_acronym_introduced_in_brackets(directory: ActorDirectory) -> None:
    text = "The Gondar Liberation Front (GLF) attacked Ethiopian soldiers. GLF fighters left."
    assert pairs(resolved(text, "GLF fighters", directory)) == {("ETH", "REB")}


def test_holder_depends_on_the_day_of_publication(directory: ActorDirectory) -> None:
    text = "The president met French officials. President Macron welcomed them."
    now = resolved(text, "Macron", directory, date(2019, 1, 1))
    assert pairs(now) == {("FRA", "GOV")}
    hollande = "President Hollande welcomed French officials."
    then = resolved(hollande, "Hollande", directory, date(2015, 1, 1))
    assert pairs(then) == {("FRA", "GOV")}


def test_us_backed_forces_are_not_american(directory: ActorDirectory) -> None:
    text = "Syria condemned the raid. US-backed fighters took a town in Syria."
    assert "USA" not in {a.code for a in resolved(text, "US-backed fighters", directory)}


def test_every_mention_has_an_actor_and_a_reason(directory: ActorDirectory) -> None:
    text = "The talks in Geneva failed. Iran blamed the envoy, who left. They met again."
    reading = read_roughly(text, directory, DAY)
    for mention in resolve_actors(reading, directory):
        assert mention.actors
        assert all(actor.code and actor.why for actor in mention.actors)


def test_nothing_known_stays_unknown(directory: ActorDirectory) -> None:
    assert {a.code for a in resolved("Gunmen fired.", "Gunmen", directory)} == {"?"}


@pytest.mark.parametrize(
    ("short", "words", "fits"),
    [
        ("naka", ("nagorno", "karabakh"), True),
        ("michele", ("charles", "michel"), True),
        ("kara", ("nagorno", "karabakh"), False),
        ("peru", ("nagorno", "karabakh"), False),
    ],
)
def test_short_forms(short: str, words: tuple[str, ...], fits: bool) -> None:
    assert is_short_for(short, words) is fits


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
