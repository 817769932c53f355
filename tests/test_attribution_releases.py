"""Press releases and quotation marks: who tells what stands in them, and what behind them."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statements_told import told
from trees import reading

from dateline.attribution import attribute
from dateline.knowledge import Knowledge
from dateline.marks import quotations
from dateline.records import NameKind, StatementKind


def test_the_agency_that_opens_a_report_speaks_behind_its_dateline(knowledge: Knowledge) -> None:
    rows = (
        "KABUL/PROPN/0/root -/PUNCT/1/punct\n"
        "Reuters/PROPN/3/nsubj Monday/PROPN/1/nmod reported/VERB/0/root Russia/PROPN/5/nsubj "
        "attacked/VERB/3/ccomp Syria/PROPN/5/obj ./PUNCT/3/punct"
    )
    made = reading(rows)
    day = msgspec.structs.replace(made.names[2], kind=NameKind.DATE)
    dated = msgspec.structs.replace(made, names=(*made.names[:2], day, *made.names[3:]))
    assert len(attribute(dated, knowledge)) == 1
    opened = msgspec.structs.replace(made.report, dateline=made.sentences[0].span)
    assert attribute(msgspec.structs.replace(dated, report=opened), knowledge) == ()


RELEASE = """
    Minister/NOUN/6/nsubj for/ADP/3/case Trade/PROPN/1/nmod ,/PUNCT/1/punct Lee/PROPN/6/nsubj \
said/VERB/0/root :/PUNCT/6/punct

    We/PRON/2/nsubj condemn/VERB/0/root the/DET/5/det “/PUNCT/5/punct war/NOUN/2/obj \
”/PUNCT/5/punct ./PUNCT/2/punct

    Russia/PROPN/2/nsubj attacked/VERB/0/root ./PUNCT/2/punct
"""


def test_what_stands_behind_said_in_a_release_is_told(knowledge: Knowledge) -> None:
    ((source, content, one),) = told(knowledge, RELEASE)
    assert (source, one.kind) == ("Lee", StatementKind.DIRECT)
    assert content.startswith("We condemn") and content.endswith("Russia attacked.")


def test_marked_words_end_what_stands_unmarked(knowledge: Knowledge) -> None:
    more = (
        RELEASE
        + """
    “/PUNCT/3/punct We/PRON/3/nsubj saw/VERB/0/root it/PRON/3/obj here/ADV/3/advmod \
”/PUNCT/3/punct ./PUNCT/3/punct
"""
    )
    (first, *_) = told(knowledge, more)
    assert first[1].endswith("war”.")


@pytest.mark.parametrize(
    ("article", "contents"), [("the", []), ("The", ["The war ended. Russia attacked."])]
)
def test_small_letters_behind_a_colon_open_no_speech(
    knowledge: Knowledge, article: str, contents: list[str]
) -> None:
    rows = (
        f"He/PRON/2/nsubj explained/VERB/0/root it/PRON/2/obj :/PUNCT/2/punct {article}/DET/6/det "
        "war/NOUN/7/nsubj ended/VERB/2/parataxis ./PUNCT/2/punct\n"
        "Russia/PROPN/2/nsubj attacked/VERB/0/root ./PUNCT/2/punct"
    )
    assert [content for _, content, _ in told(knowledge, rows)] == contents


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said: “We will not leave.”", ["We will not leave."]),
        ('He said: "We will not leave."', ["We will not leave."]),
        ("The soldiers' homes were 'burnt to the ground', he said.", ["burnt to the ground"]),
        ("‘We don’t know,’ she said. ‘Not yet.’", ["We don’t know,", "Not yet."]),
        ("“It begins here\n“and ends here,” he said.", ["It begins here", "and ends here,"]),
        ("It's the '90s, isn't it?", []),
        (
            "He said: 'The boys' school burned. It was hit.\n\n'Nobody came.' He left.",
            ["The boys' school burned. It was hit.", "Nobody came."],
        ),
        ("He said: 'We go.' The boys' school burned.\n\n'Yes,' he said.", ["We go.", "Yes,"]),
        ("They sang 'Go on and left the boys.\n\n'Yes,' he said.", ["Yes,"]),
    ],
)
def test_quotation_marks(text: str, inside: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == inside


@given(st.text(alphabet="ab s'’‘“”\"\n.,", max_size=60))
def test_quotations_never_overlap_and_stay_in_the_text(text: str) -> None:
    spans = quotations(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


PRESS = "Ministry/PROPN/0/root of/ADP/3/case Defence/PROPN/1/nmod"


@pytest.mark.parametrize(
    ("top", "cue", "spoken"),
    [
        (f"{PRESS}\n\n", "said", False),
        (f"{PRESS}\n", "said", True),  # no line of its own
        (f"{PRESS}\n\n", "denied", True),
    ],
)
def test_whose_name_heads_the_report_tells_it(
    knowledge: Knowledge, top: str, cue: str, spoken: bool
) -> None:
    rows = (
        f"{top}The/DET/2/det ministry/NOUN/3/nsubj {cue}/VERB/0/root that/SCONJ/6/mark "
        "Russia/PROPN/6/nsubj attacked/VERB/3/ccomp ./PUNCT/3/punct"
    )
    assert bool(told(knowledge, rows)) is spoken
