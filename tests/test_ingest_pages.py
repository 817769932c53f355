"""Web pages: the report among the menus, its date and publisher; pages that are none."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.ingest import DatedBy, Received, Rejection, RejectionKind, find, receive_all
from dateline.ingest.page import DEEPEST, read_page
from dateline.settings import Settings

pytest.importorskip("trafilatura")

DAY = date(2020, 9, 28)
PARAGRAPHS = (
    "Armenia and Azerbaijan clashed along the line of contact on Sunday, and each side said that "
    "the other had begun. The ministry of defence in Baku spoke of heavy losses.",
    "The president’s spokesman denied the report. “Nothing of the kind has happened,” he told "
    "reporters in the capital, and asked the neighbours to keep calm while talks went on.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Clashes on the line | The Courier</title>
<meta property="og:title" content="Clashes on the line">
<meta property="og:site_name" content="The Courier">{date}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>Clashes on the line</h1><p>{first}</p><p>{second}</p></article>
<footer><p>About us</p><p>Terms of use</p></footer></body></html>"""
DATE = '<meta property="article:published_time" content="2020-10-02T08:00:00+04:00">'


def page(charset: str = "utf-8", published: str = DATE) -> bytes:
    first, second = PARAGRAPHS
    text = PAGE.format(charset=charset, date=published, first=first, second=second)
    return text.encode(charset)


def read(path: Path) -> list[Received | Rejection]:
    return list(receive_all(find([path]).sources, Settings()))


@pytest.mark.parametrize("name", ["story.html", "story.HTM", "story.html.gz"])
def test_a_page_gives_its_report_title_date_and_publisher(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(page()) if name.endswith(".gz") else page())
    (one,) = read(path)
    assert isinstance(one, Received)
    assert one.name == "story"
    assert all(paragraph in one.report.text for paragraph in PARAGRAPHS)
    assert "Terms of use" not in one.report.text
    assert (one.report.title, one.report.publisher) == ("Clashes on the line", "The Courier")
    assert (one.report.published, one.dated_by) == (date(2020, 10, 2), DatedBy.METADATA)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_says(charset: str) -> None:
    assert PARAGRAPHS[1] in read_page(page(charset), "utf-8").text


def test_the_servers_word_on_the_encoding_counts_before_the_pages() -> None:
    data = page("windows-1252").replace(b"windows-1252", b"utf-8")
    assert PARAGRAPHS[1] in read_page(data, "utf-8", charset="windows-1252").text


def test_a_page_in_another_encoding_than_it_says_is_refused() -> None:
    data = page("windows-1252").replace(b"windows-1252", b"utf-8")
    with pytest.raises(InputError, match="not encoded as UTF-8") as caught:
        read_page(data, "utf-8")
    assert caught.value.kind == RejectionKind.ENCODING


def test_a_stray_byte_in_a_menu_does_no_harm() -> None:
    data = page().replace(b"About us", b"\xa9 us")
    assert PARAGRAPHS[0] in read_page(data, "utf-8").text


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<!-- -->",
        b"\x00\x01\x02",
        b"",
    ],
)
def test_a_page_without_a_report_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_page(data, "utf-8")
    assert caught.value.kind in (RejectionKind.NO_TEXT, RejectionKind.MALFORMED)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "span"])
def test_a_page_nested_without_end_is_refused(tag: str) -> None:
    deep = f"<{tag}>" * 200_000
    with pytest.raises(InputError, match="nests") as caught:
        read_page(deep.encode(), "utf-8")
    assert caught.value.kind == RejectionKind.MALFORMED
    fair = f"<{tag}>" * (DEEPEST // 5) + "words" + f"</{tag}>" * (DEEPEST // 5)
    assert PARAGRAPHS[0] in read_page(page().replace(b"</nav>", fair.encode()), "utf-8").text


def test_an_element_of_attributes_without_end_is_refused() -> None:
    crowded = "<div " + " ".join(f"a{i}=1" for i in range(60_000)) + ">"
    with pytest.raises(InputError, match="attributes") as caught:
        read_page(page().replace(b"</nav>", crowded.encode()), "utf-8")
    assert caught.value.kind == RejectionKind.MALFORMED
    fair = "</nav><p>" + "many words " * 10_000 + "</p>"
    assert PARAGRAPHS[0] in read_page(page().replace(b"</nav>", fair.encode()), "utf-8").text


def warc(*pages: tuple[str, bytes, str], packed: bool = False) -> bytes:
    """A WARC of responses: address, body, and status with content type."""
    pytest.importorskip("warcio")
    records = []
    for address, body, kind in pages:
        status, _, content_type = kind.partition(" ")
        http = f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Date: 2020-10-05T01:02:03Z\r\nContent-Type: application/http; msgtype=response"
            f"\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


HTML = "200 text/html; charset=utf-8"


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_warc_are_read_and_named_by_their_address(tmp_path: Path, packed: bool) -> None:
    undated = page(published="")
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(
        warc(
            ("https://example.org/a", page(), HTML),
            ("https://example.org/picture", b"\x89PNG", "200 image/png"),
            ("https://example.org/gone", page(), "404 text/html"),
            ("https://example.org/2020/10/03/b", undated, HTML),
            ("https://example.org/c", undated, HTML),
            ("https://example.org/empty", b"<html></html>", HTML),
            packed=packed,
        )
    )
    *received, rejection = read(path)
    assert [one.name for one in received if isinstance(one, Received)] == [
        "https://example.org/a",
        "https://example.org/2020/10/03/b",
        "https://example.org/c",
    ]
    assert [
        (one.report.published, one.dated_by) for one in received if isinstance(one, Received)
    ] == [
        (date(2020, 10, 2), DatedBy.METADATA),
        (date(2020, 10, 3), DatedBy.PATH),
        (date(2020, 10, 5), DatedBy.CAPTURE),
    ]
    assert isinstance(rejection, Rejection)
    assert rejection.report == f"{path}:https://example.org/empty"


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_that_is_cut_off_gives_what_stands_before_the_cut(
    tmp_path: Path, packed: bool
) -> None:
    content = warc(
        ("https://example.org/a", page(), HTML),
        ("https://example.org/b", page(), HTML),
        packed=packed,
    )
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(content[: len(content) * 2 // 3])
    first, *others = read(path)
    assert isinstance(first, Received)
    assert others, "nothing said of the page that was cut"
    assert all(isinstance(one, Rejection) for one in others)
    assert {one.kind for one in others if isinstance(one, Rejection)} == {RejectionKind.DAMAGED}


def test_what_is_no_warc_is_rejected(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"This is no archive of the web.\n" * 20)
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection) and rejection.kind is RejectionKind.DAMAGED


def test_a_record_without_an_address_ends_the_archive_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    good = warc(("https://example.org/a", page(), HTML))
    path.write_bytes(good + good.replace(b"WARC-Target-URI: https://example.org/a\r\n", b""))
    first, second = read(path)
    assert isinstance(first, Received)
    assert isinstance(second, Rejection) and second.kind is RejectionKind.DAMAGED
