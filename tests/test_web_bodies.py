"""Bodies of answers: endless, dripping, packed, cut and damaged ones."""

from __future__ import annotations

import gzip
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_site import (
    FakeClock,
    Site,
    downloader,
    send,
    status,
)

from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web import (
    RefusedError,
    RequestLimits,
    UnavailableError,
)
from dateline.ingest.web.body import read_body

SMALL = RequestLimits(allow_private=True, body=100_000, silence=30.0, seconds=30.0)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<item>" * 1_000)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()


def dripping_header(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()


def test_an_endless_body_is_cut_off(site: Site) -> None:
    site.pages["/a"] = endless
    with pytest.raises(RefusedError, match=r"longer than 0\.1 MB") as refused:
        downloader(FakeClock(), SMALL).get(site.url("/a"))
    assert refused.value.kind == RejectionKind.HUGE


def test_a_body_that_says_it_is_huge_is_not_read(site: Site) -> None:
    site.pages["/a"] = status(200)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100001")
        handler.end_headers()

    site.pages["/a"] = answer
    with pytest.raises(RefusedError, match="longer than"):
        downloader(FakeClock(), SMALL).get(site.url("/a"))


@pytest.mark.parametrize("answer", [dripping, dripping_header])
def test_dripping_bytes_gain_no_time(site: Site, answer: object) -> None:
    site.pages["/a"] = answer  # type: ignore[assignment]
    fetcher = downloader(FakeClock(tick=2.0), SMALL)
    with pytest.raises(UnavailableError, match="30 s in all"):
        fetcher.get(site.url("/a"))


def test_silence_is_not_waited_out(site: Site) -> None:
    def silent(handler: BaseHTTPRequestHandler) -> None:
        site.closing.wait(60)

    site.pages["/a"] = silent
    with pytest.raises(UnavailableError, match="silence"):
        limits = RequestLimits(allow_private=True, silence=0.05)
        downloader(FakeClock(), limits).get(site.url("/a"))


def test_a_gzip_bomb_goes_off_in_pieces(site: Site) -> None:
    bomb = gzip.compress(bytes(20_000_000), 1)
    assert len(bomb) < SMALL.body
    site.pages["/a"] = send(bomb, Content_Encoding="gzip")
    with pytest.raises(RefusedError, match=r"longer than 0\.1 MB"):
        downloader(FakeClock(), SMALL).get(site.url("/a"))


def test_gzip_and_deflate_are_undone(site: Site) -> None:
    bare = zlib.compressobj(wbits=-15)
    for packed, coding in (
        (gzip.compress(b"news"), "gzip"),
        (gzip.compress(b"ne") + gzip.compress(b"ws"), "gzip"),
        (gzip.compress(b"news") + bytes(100), "gzip"),
        (zlib.compress(b"news"), "deflate"),
        (bare.compress(b"news") + bare.flush(), "deflate"),
    ):
        site.pages["/a"] = send(packed, Content_Encoding=coding)
        page = downloader(FakeClock()).get(site.url("/a"))
        assert page is not None
        assert page.body == b"news"


@given(st.binary(max_size=2_000), st.integers(1, 50), st.sampled_from(["gzip", "deflate", ""]))
def test_bodies_come_through_whole_however_they_are_cut(
    body: bytes, size: int, coding: str
) -> None:
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "": bytes}[coding](body)
    chunks = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert read_body(chunks, coding, 5_000) == body


@given(st.lists(st.binary(max_size=100), max_size=5), st.sampled_from(["gzip", "deflate", "br"]))
def test_damaged_bodies_are_refused_in_plain_words(chunks: list[bytes], coding: str) -> None:
    try:
        read_body(chunks, coding, 10_000)
    except (RefusedError, UnavailableError) as error:
        assert error.reason.endswith(".")


def test_a_body_that_breaks_off_may_be_tried_again() -> None:
    with pytest.raises(UnavailableError, match="breaks off"):
        read_body([gzip.compress(b"news" * 100)[:-9]], "gzip", 10_000)


def test_members_without_end_are_no_way_around_the_limit() -> None:
    with pytest.raises(RefusedError, match="longer"):
        read_body((gzip.compress(b"") for _ in range(10_000)), "gzip", 10_000)
