"""Datelines and boilerplate are told as spans; the words of the report stay free of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.ingest import BoilerplateKind, furniture

BODY = "The army said on Friday that the fighting in the north was over."

# the line, and its place, agency, and year, month and day
DATELINES = [
    ("BAKU, Azerbaijan, Oct. 2 (AP) — ", "BAKU, Azerbaijan", "AP", (None, 10, 2)),
    ("BAKU (AP) — ", "BAKU", "AP", (None, None, None)),
    ("BAKU, 2 October 2020 (AFP) - ", "BAKU", "AFP", (2020, 10, 2)),
    ("KYIV/MOSCOW, Oct 2 (Reuters) - ", "KYIV/MOSCOW", "Reuters", (None, 10, 2)),
    ("Cairo, Oct 2 (EFE).- ", "Cairo", "EFE", (None, 10, 2)),
    ("UNITED NATIONS, Oct. 2 (Xinhua) -- ", "UNITED NATIONS", "Xinhua", (None, 10, 2)),
    ("(Reuters) - ", "", "Reuters", (None, None, None)),
    ("Damascus, SANA – ", "Damascus", "SANA", (None, None, None)),
    ("DAMASCUS, (SANA) – ", "DAMASCUS", "SANA", (None, None, None)),
    ("MOSCOW, October 2. /TASS/. ", "MOSCOW", "TASS", (None, 10, 2)),
    ("YEREVAN, OCTOBER 2, ARMENPRESS. ", "YEREVAN", "ARMENPRESS", (None, 10, 2)),
    ("Addis Ababa, October 2, 2020 – ", "Addis Ababa", "", (2020, 10, 2)),
    ("JUBA, South Sudan — ", "JUBA, South Sudan", "", (None, None, None)),
    ("ROME/KHARTOUM – ", "ROME/KHARTOUM", "", (None, None, None)),
    ("DUBAI: ", "DUBAI", "", (None, None, None)),
    ("SÃO PAULO (AP) — ", "SÃO PAULO", "AP", (None, None, None)),
    ("WASHINGTON (RNS) ", "WASHINGTON", "RNS", (None, None, None)),
    ("GENEVA (12 March 2019) – ", "GENEVA", "", (2019, 3, 12)),
    ("Beirut, Lebanon — ", "Beirut, Lebanon", "", (None, None, None)),
]


@pytest.mark.parametrize(("line", "place", "agency", "day"), DATELINES)
@pytest.mark.parametrize("before", ["", "Fighting is over, army says\n\n", "By Ann Example\n"])
def test_a_dateline_is_told_as_place_day_and_agency(
    before: str, line: str, place: str, agency: str, day: tuple[int | None, ...]
) -> None:
    text = f"{before}{line}{BODY}"
    dateline = furniture(text).dateline
    assert dateline is not None
    assert dateline.span.of(text) == line
    assert (dateline.place, dateline.agency) == (place, agency)
    assert (dateline.year, dateline.month, dateline.day) == day
    if place:
        assert dateline.place_span is not None and dateline.place_span.of(text) == place
    if agency:
        assert dateline.agency_span is not None and dateline.agency_span.of(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "NATO — the alliance of thirty states — said that it would help.",
        "WARNING: This report tells of violence.",
        "The refugee agency (UNHCR) — which has its seat in Geneva — said so.",
        "Armenia – the smaller of the two – denied it.",
        "US-backed forces left the town.",
        "Azerbaijan (AZ) – a country on the Caspian Sea – denied it.",
        "NATO (OTAN) Secretaries General have no vote.",
        "“BAKU (AP) — ” is how a dateline looks.",
        f"{BODY}\n" * 12 + "BAKU (AP) — This stands too far down.",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert furniture(text).dateline is None


def test_a_line_that_is_only_a_date_tells_the_day() -> None:
    text = f"Fighting is over\n\nFriday, October 2, 2020\n\n{BODY}"
    dateline = furniture(text).dateline
    assert dateline is not None
    assert (dateline.year, dateline.month, dateline.day) == (2020, 10, 2)
    assert dateline.span.of(text) == "Friday, October 2, 2020"


BOILERPLATE = [
    ("Scroll down for video", BoilerplateKind.TEASER),
    ("READ MORE: Five dead in clash", BoilerplateKind.TEASER),
    ("More to follow...", BoilerplateKind.TEASER),
    ("Facebook Twitter LinkedIn Mail", BoilerplateKind.SHARE),
    ("Follow us on Telegram for the latest", BoilerplateKind.SHARE),
    ("Our Standards: The Thomson Reuters Trust Principles.", BoilerplateKind.NOTICE),
    ("© 2020 The Courier. All rights reserved.", BoilerplateKind.NOTICE),
    ("(Reporting by Ann Example; Editing by Bob Example)", BoilerplateKind.CREDIT),
    ("Ann Example in Baku contributed to this report.", BoilerplateKind.CREDIT),
    ("FILE - Soldiers walk through a village, Oct. 1, 2020.", BoilerplateKind.CAPTION),
    ("Soldiers in the north last week. (Ann Example/Getty Images)", BoilerplateKind.CAPTION),
    ("The minister (pictured) has denied that he knew of the attack", BoilerplateKind.CAPTION),
]


@pytest.mark.parametrize(("words", "kind"), BOILERPLATE)
def test_boilerplate_is_told_by_its_kind(words: str, kind: BoilerplateKind) -> None:
    text = f"{BODY}\n\n  {words} \n\n{BODY}"
    (piece,) = furniture(text).boilerplate
    assert piece.span.of(text) == words
    assert piece.kind is kind


def test_a_remark_within_a_paragraph_is_told_alone() -> None:
    text = f"{BODY} (Reporting by Ann Example) {BODY}"
    (piece,) = furniture(text).boilerplate
    assert piece.span.of(text) == "(Reporting by Ann Example)"


@pytest.mark.parametrize(
    "text",
    [
        "Sharing the river is the subject of the talks.",
        "The minister was pictured at the front. He denied that he had been there.",
        "More than forty people were killed, the army said.",
        "The source: a general who asked not to be named (the army has not replied).",
        "Twitter and Facebook were blocked on Friday.",
        "Reporters Without Borders condemned the arrest.",
        "The video shows soldiers, the army said, " + "and more words than a caption has " * 20,
    ],
)
def test_the_words_of_a_report_are_left_alone(text: str) -> None:
    assert furniture(text).boilerplate == ()


fragments = some.sampled_from(
    [line for line, *_ in DATELINES]
    + [words for words, _ in BOILERPLATE]
    + [BODY, "\n", " ", "(", ")", "BAKU", ", ", "Oct. 2", "—", "A.", "/", "İ", "ß"]
)


@given(some.lists(fragments | some.text(max_size=12), max_size=12).map("".join))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = furniture(text)
    end = 0
    for span in found.spans:
        assert end <= span.start < span.end <= len(text)
        end = span.end
    if found.dateline is not None and found.dateline.place_span is not None:
        assert found.dateline.span.contains(found.dateline.place_span)
        assert found.dateline.place_span.of(text) == found.dateline.place
