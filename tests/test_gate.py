"""The relevance gate: what passes, what does not, and that its training finds the difference."""

from __future__ import annotations

import gzip
import importlib
import json
import sys
from math import inf
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Report
from dateline.relevance import Gate, digest, load, may_hold_events
from dateline.relevance.gate import WINDOW, windows
from dateline.run.mapping import named

sys.path.insert(0, str(Path(__file__).parents[1]))  # the training is no part of the package
training = importlib.import_module("training.gate")
corpus = importlib.import_module("training.gate_documents")

MARCH = (
    "Thousands of demonstrators marched through the capital on Saturday to demand that the "
    "president resign. Riot police fired tear gas and arrested dozens of opposition supporters. "
    "The interior ministry said two officers were injured. The United Nations called on the "
    "government to release the detained protesters and to begin talks with the opposition leader."
)
MATCH = (
    "The striker scored twice in the second half as the home team won their third match of the "
    "season in front of delighted fans. The manager praised his young midfielder, who has signed "
    "a new contract with the club this summer, and said the players looked sharp in training. "
    "They travel north next weekend hoping to keep their place at the top of the league table."
)
DRESS = (
    "The actress looked stunning in a floral dress as she enjoyed a night out with her boyfriend. "
    "The star, who wore her blonde hair in loose waves, added a pair of gold earrings and shared "
    "a sweet picture with her fans. The couple, who began dating last year, welcomed their first "
    "daughter in the spring and recently moved into a new house with a garden and a pool."
)


def report(text: str, title: str = "") -> Report:
    return Report(id="r", title=title, text=text)


@pytest.mark.parametrize("text", [MATCH, DRESS, f"{MATCH} {DRESS}"])
def test_sport_and_celebrities_do_not_pass(text: str) -> None:
    assert not may_hold_events(report(text))


def test_a_protest_passes() -> None:
    assert may_hold_events(report(MARCH, "Riot police break up march"))


def test_a_protest_at_the_end_of_a_long_story_passes() -> None:
    assert may_hold_events(report(" ".join([DRESS, MATCH] * 8 + [MARCH] * 4)))


@pytest.mark.parametrize("text", ["", "…", "More follows.", "Striker signs new contract."])
def test_what_is_too_short_to_be_judged_passes(text: str) -> None:
    assert may_hold_events(report(text))


def test_a_report_may_hold_an_event_that_is_not_expected() -> None:
    gate = Gate(bias=0.0, threshold=-0.7, fewest=1, weights={"march": 0.5, "theft": -0.5})
    assert gate.passes(report("theft")) and not gate.expects(report("theft"))
    assert gate.expects(report("march"))
    assert gate.expects(report("nothing known"))


@given(st.text(), st.text())
def test_any_text_can_be_judged(title: str, text: str) -> None:
    assert isinstance(may_hold_events(report(text, title)), bool)


@given(st.lists(st.sampled_from(["war", "Fête", "don't", "—", "ÄRGER", "x"]), max_size=900))
def test_every_word_is_in_a_window_and_the_title_in_all(words: list[str]) -> None:
    found = list(windows("Title here", " ".join(words)))
    assert all({"title", "here"} <= window for window in found)
    lowered = {word.lower().split("'")[0] for word in words} - {"—", "x"}
    assert frozenset().union(*found) == lowered | {"title", "here"}


@given(st.integers(1, 4000))
def test_windows_are_of_one_length(number: int) -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    found = list(windows("", " ".join(f"{i:04}" for i in range(number)).translate(letters)))
    sizes = [len(window) for window in found]
    assert sum(sizes) == number
    assert max(sizes) <= 1.5 * WINDOW + 1
    assert max(sizes) - min(sizes) < len(found) + 1


def test_a_report_passes_with_its_best_window() -> None:
    gate = Gate(bias=-1.0, threshold=0.0, fewest=1, weights={"war": 3.0, "dress": -3.0})
    dresses, war = "dress " * WINDOW, "war " * WINDOW
    assert gate.score("", dresses) == -4.0
    assert gate.score("", dresses + war) == 2.0
    assert gate.passes(report(dresses + war))
    assert not gate.passes(report(dresses))


def test_one_window_that_cannot_be_judged_lets_the_report_pass() -> None:
    gate = Gate(bias=-1.0, threshold=0.0, fewest=1, weights={"dress": -3.0})
    text = "dress " * WINDOW + "unknown " * WINDOW
    assert gate.score("", text) is None
    assert gate.passes(report(text))


def test_the_gate_that_ships_is_small_and_sound() -> None:
    gate = load()
    assert len(msgspec.json.encode(gate)) < 300_000
    assert len(digest()) == 12
    assert all(word == word.lower() for word in gate.weights)
    assert gate.weights["military"] > 1 > -1 > gate.weights["fans"]
    assert not training.IDLE & gate.weights.keys()


# --- training -------------------------------------------------------------------------------------


def documents() -> list[corpus.Document]:
    """A small world: marches hold events, matches are not coded, and neither are some marches."""
    made = []
    for number in range(60):
        extra = f" place{number % 7} thing{number % 5}"
        made.append(corpus.document(f"march {number}", "gu", "", MARCH + extra, 3))
        made.append(corpus.document(f"match {number}", "news", "", MATCH + extra, None))
        made.append(corpus.document(f"dress {number}", "news", "", DRESS + extra, None))
    hidden = [corpus.document(f"hidden {i}", "news", "", MARCH, None) for i in range(6)]
    return made + hidden


@pytest.fixture
def all_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a world of three texts every word is common."""
    monkeypatch.setattr(training, "MOST", 1.0)


@pytest.mark.usefixtures("all_words")
def test_training_tells_marches_from_matches_and_stories_that_are_not_coded_from_both() -> None:
    gate = training.train(documents())
    assert gate.passes(report(MARCH))
    assert not gate.passes(report(MATCH))
    assert gate.weights["police"] > 0 > gate.weights["striker"]


@pytest.mark.usefixtures("all_words")
def test_training_gives_the_same_gate_again() -> None:
    assert training.fit(documents()) == training.fit(documents())


def test_stories_that_look_like_events_are_left_out() -> None:
    made = documents()
    sets = [one.windows[0] for one in made]
    true = training.np.array([bool(one.events) for one in made], training.np.float32)
    columns = {word: at for at, word in enumerate(sorted(frozenset().union(*sets)))}
    found = training.like_events(made, sets, columns, true)
    left_out = {one.id for one, like in zip(made, found, strict=True) if like}
    assert all(id_.startswith("hidden") for id_ in left_out)


@given(st.lists(st.tuples(st.floats(-5, 5), st.integers(1, 90)), min_size=1), st.floats(0.05, 1))
def test_the_threshold_passes_over_no_more_than_is_wanted(
    scored: list[tuple[float, int]], saved: float
) -> None:
    chosen = training.threshold(scored, saved)
    under = sum(length for score, length in scored if score < chosen)
    up_to = sum(length for score, length in scored if score <= chosen)
    total = sum(length for _, length in scored)
    assert under <= saved * total * (1 + 1e-9) and up_to >= saved * total * (1 - 1e-9)


def test_a_threshold_needs_stories() -> None:
    with pytest.raises(ValueError, match="no stories"):
        training.threshold([], 0.5)


def test_the_training_scores_as_the_gate_does() -> None:
    gate = load()
    for text in (MARCH, MATCH, MATCH * 12 + MARCH * 3):
        one = corpus.document("a", "gu", "A title", text, 1)
        assert training.score(gate, one) == pytest.approx(gate.score("A title", text))
    assert training.score(gate, corpus.document("a", "gu", None, "Short.", 1)) == inf


def test_reading_leaves_out_stories_that_are_coded_reports(tmp_path: Path) -> None:
    for folder in ("texts", "codes"):
        (tmp_path / folder).mkdir()
    coded = {"id": "a", "published": "2020-01-01", "title": "March", "text": MARCH}
    (tmp_path / "texts" / "gu_a.json").write_text(json.dumps(coded))
    (tmp_path / "codes" / "gu_a.json").write_text(json.dumps({"events": [{}, {}]}))
    news = tmp_path / "news.jsonl.gz"
    other = {**coded, "id": "b", "text": MATCH}
    with gzip.open(news, "wt") as lines:
        lines.write(
            f"{json.dumps({**coded, 'id': 'c', 'text': f'“{MARCH}”'})}\n{json.dumps(other)}\n"
        )
    (gold,) = corpus.read_gold(tmp_path)
    assert (gold.source, gold.events) == ("gu", 2)
    assert [one.id for one in corpus.read_news(news, corpus.beginnings(tmp_path))] == ["b"]


def test_composed_reports_are_read() -> None:
    found = list(corpus.read_composed())
    assert any(one.events for one in found) and any(one.events == 0 for one in found)


# --- where it is used -----------------------------------------------------------------------------


def test_a_run_finds_the_gate_by_its_name() -> None:
    gate = named("dateline.relevance:may_hold_events")
    assert gate(report(MARCH)) and not gate(report(MATCH))


def test_the_lists_of_stories_that_were_read_are_sound() -> None:
    def ids(name: str) -> list[str]:
        path = Path(__file__).parents[1] / "benchmarks" / name
        lines = path.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not line.startswith("#")]

    without, with_events = ids("no_events.txt"), ids("with_events.txt")
    assert len(without) >= 100
    assert without == sorted(set(without)) and with_events == sorted(set(with_events))
    assert not set(without) & set(with_events)
