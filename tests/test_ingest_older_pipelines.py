"""Forms that older event coders and parsers hold: the words come back as running text."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.errors import InputError
from dateline.ingest import Received, Rejection, RejectionKind, find, receive_all
from dateline.ingest.conllu import read_conllu
from dateline.ingest.formats import read_json
from dateline.ingest.options import Options
from dateline.ingest.parsed import plain_word
from dateline.ingest.petrarch import read_petrarch
from dateline.settings import Settings

DAY = date(2020, 9, 28)


def read(path: Path) -> list[Received | Rejection]:
    return list(receive_all(find([path]).sources, Settings(), DAY))


PETRARCH = """<?xml version="1.0"?>
<Sentences><!-- two ways to give the words -->
<Sentence date="20201002" id="WIRE_1" source="COURIER" sentence="true">
<Text>
Rebels in the north freed   two
soldiers &amp; a driver on Friday.
</Text>
<Parse>(ROOT (S (NP (NNS Rebels))))</Parse></Sentence>
<Sentence date="20201003" id="WIRE_2" source="COURIER">
<Parse>(ROOT (S (NP (DT The) (NN army) (-LRB- -LRB-) (NP (CD two) (NNS men)) (-RRB- -RRB-))
 (VP (VBD did) (RB n't) (VP (VB leave))) (. .)))</Parse></Sentence>
<Sentence date="20201004" id="WIRE_3"><Parse>
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tarmy\tarmy\tNOUN\tNN\t_\t3\tnsubj\t_\t_
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
</Parse></Sentence>
<Sentence date="20201004" id="WIRE_4"></Sentence></Sentences>"""


def test_petrarch_gives_a_report_a_sentence(tmp_path: Path) -> None:
    pytest.importorskip("defusedxml")
    path = tmp_path / "records.xml"
    path.write_text(PETRARCH, encoding="utf-8")
    *received, last = read(path)
    reports = [one.report for one in received if isinstance(one, Received)]
    assert [report.text for report in reports] == [
        "Rebels in the north freed two soldiers & a driver on Friday.",
        "The army (two men) didn't leave.",
        "The army left.",
    ]
    assert [report.published for report in reports] == [date(2020, 10, day) for day in (2, 3, 4)]
    assert reports[0].publisher == "COURIER"
    assert received[0].name == "records.xml:WIRE_1"  # type: ignore[union-attr]
    assert isinstance(last, Rejection) and last.kind is RejectionKind.NO_TEXT


ENTITY = '<!DOCTYPE S [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE S [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        f"{ENTITY}<S><Sentence><Text>&e;</Text></Sentence></S>",
        f"{LAUGHS}<S><Sentence><Text>&b;</Text></Sentence></S>",
        '<!DOCTYPE S SYSTEM "http://example.org/s.dtd"><S/>',
        "<S><Sentence><Text>cut off",
        "<S><Sentence><Text>&unknown;</Text></Sentence></S>",
        "<rss><channel><item>Another kind of XML</item></channel></rss>",
        "<a>" * 100_000,
        "no XML",
        "",
        '<?xml version="1.0" encoding="no-such"?><S/>',
    ],
)
def test_xml_that_is_hostile_broken_or_another_is_refused(tmp_path: Path, content: str) -> None:
    pytest.importorskip("defusedxml")
    path = tmp_path / "records.xml"
    path.write_text(content, encoding="utf-8")
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)
    assert rejection.kind is RejectionKind.MALFORMED


def test_an_element_without_an_end_is_read_no_further_than_a_report_may_be() -> None:
    pytest.importorskip("defusedxml")

    class Counted(io.BytesIO):
        given = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.given += len(data)
            return data

    stream = Counted(b"<S><Sentence><Text>" + b"a " * 5_000_000)
    with pytest.raises(InputError) as caught:
        list(read_petrarch(stream, Options(settings=Settings(largest_report=100_000))))
    assert caught.value.kind == RejectionKind.HUGE
    assert stream.given < 1_000_000


CONLLU = """# newdoc id = first
# meta::dateCreated = 2020-10-02
# title = Talks
# newpar
# sent_id = 1
# text = The army didn't leave.
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_
2\tarmy\tarmy\tNOUN\t_\t_\t5\tnsubj\t_\t_

# newpar
# sent_id = 2
1\tIt\tit\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tstay\tstay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4.1\tleft\tout\tVERB\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# newdoc id = second
1\tRebels\trebel\tNOUN\t_\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_
3\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_
4\ttoo\ttoo\tADV\t_\t_\t2\tadvmod\t_\t_
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def test_conllu_gives_a_report_a_document(tmp_path: Path) -> None:
    path = tmp_path / "parsed.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = read(path)
    assert isinstance(first, Received) and isinstance(second, Received)
    assert first.report.text == "The army didn't leave.\n\nIt didn't stay."
    assert (first.report.title, first.report.published) == ("Talks", date(2020, 10, 2))
    assert second.report.text == "Rebels left, too."
    assert [first.name, second.name] == ["parsed.conllu:first", "parsed.conllu:second"]


def test_conllu_without_documents_is_one_report(tmp_path: Path) -> None:
    path = tmp_path / "parsed.conllu"
    path.write_text(CONLLU.split("# newdoc id = second\n")[1], encoding="utf-8")
    (one,) = read(path)
    assert isinstance(one, Received)
    assert (one.name, one.report.text) == ("parsed", "Rebels left, too.")


def test_a_document_that_is_too_long_is_refused_and_the_next_one_is_read() -> None:
    long = "# newdoc id = long\n" + "1\tword\t_\t_\t_\t_\t_\t_\t_\t_\n\n" * 5_000
    options = Options(settings=Settings(largest_report=10_000))
    first, last = read_conllu(io.BytesIO((long + CONLLU[-300:]).encode()), options)
    assert isinstance(first.outcome, InputError) and first.outcome.kind == RejectionKind.HUGE
    assert not isinstance(last.outcome, InputError)


CORENLP = {
    "docDate": "2020-10-02",
    "sentences": [
        {
            "tokens": [
                {"word": "-LRB-", "originalText": "(", "before": "", "after": ""},
                {"word": "Rebels", "originalText": "Rebels", "before": "", "after": "  "},
                {"word": "left", "originalText": "left", "before": "  ", "after": ""},
                {"word": ".", "originalText": ".", "before": "", "after": ""},
            ]
        }
    ],
}
STANZA = [
    [
        {"id": 1, "text": "It"},
        {"id": [2, 3], "text": "didn't"},
        {"id": 2, "text": "did"},
        {"id": 3, "text": "n't"},
        {"id": 4, "text": "stay", "misc": "SpaceAfter=No"},
        {"id": 5, "text": "."},
    ]
]
SPACY = {"id": 1, "paragraphs": [{"raw": "Rebels left."}, {"raw": "The army stayed."}]}


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (CORENLP, "(Rebels  left."),
        (STANZA, "It didn't stay."),
        (SPACY, "Rebels left.\n\nThe army stayed."),
        ({"sentences": ["Rebels left.", "So did we."]}, "Rebels left. So did we."),
        ({"sentences": [{"text": "Rebels left."}]}, "Rebels left."),
        ({"text": "As it stands .", **CORENLP}, "As it stands ."),
    ],
)
def test_what_parsers_wrote_as_json_becomes_text_again(document: object, text: str) -> None:
    assert read_json(json.dumps(document)).text == text


pieces = some.text(some.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)
json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["text", "sentences", "tokens", "word", "id", "paragraphs", "raw", "x"]
            ),
            inner,
            max_size=3,
        )
    ),
)


@given(json_values)
def test_any_json_is_read_or_refused_with_a_reason(document: object) -> None:
    try:
        contents = read_json(json.dumps(document))
    except InputError as error:
        assert error.reason.endswith(".") and error.advice
    else:
        assert isinstance(contents.text, str)


@given(some.lists(some.tuples(pieces, some.booleans()), min_size=1, max_size=8))
def test_tokens_that_tell_their_spaces_give_the_text_back(tokens: list[tuple[str, bool]]) -> None:
    tokens = [token for token in tokens if plain_word(token[0]) == token[0]] or [("a", True)]
    rows = [
        f"{number}\t{word}" + "\t_" * 7 + ("\tSpacesAfter=\\s" if space else "\tSpaceAfter=No")
        for number, (word, space) in enumerate(tokens, start=1)
    ]
    text = "".join(word + " " * space for word, space in tokens).strip()
    (entry,) = read_conllu(io.BytesIO("\n".join(rows).encode()), Options(settings=Settings()))
    assert entry.outcome.text == text  # type: ignore[union-attr]
