"""One page: its limits, its redirects, and what its host wants."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_site import (
    FIRST_MOMENT,
    FakeClock,
    Site,
    downloader,
    in_turn,
    open_site,
    redirect,
    send,
    status,
    unchanged_after,
)

from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web import (
    NotYetError,
    Pace,
    RefusedError,
    RequestLimits,
    UnavailableError,
    Validators,
)
from dateline.ingest.web.body import read_body
from dateline.ingest.web.pace import FIRST_PAUSE, LONGEST_PAUSE, LONGEST_WISH, retry_after

SMALL = RequestLimits(allow_private=True, body=100_000, silence=30.0, seconds=30.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


# --- what is sent and what comes back ----------------------------------------------------


def test_a_page_and_who_asks_for_it(site: Site) -> None:
    site.pages["/a"] = send("news", "text/plain", ETag='"1"', Last_Modified="yesterday")
    page = downloader(FakeClock()).get(site.url("/a#part"))
    assert page is not None
    assert (page.body, page.content_type, page.url) == (b"news", "text/plain", site.url("/a"))
    assert page.validators == Validators(etag='"1"', modified="yesterday")
    assert site.asked == ["/robots.txt", "/a"]
    assert site.headers[1]["user-agent"].startswith("dateline/")
    assert "cookie" not in site.headers[1]


def test_a_version_that_is_known_is_not_sent_again(site: Site) -> None:
    site.pages["/a"] = unchanged_after('"1"', send("news", ETag='"1"'))
    fetcher = downloader(FakeClock())
    page = fetcher.get(site.url("/a"))
    assert page is not None
    assert fetcher.get(site.url("/a"), page.validators) is None
    assert site.headers[-1]["if-none-match"] == '"1"'


def test_cookies_are_not_kept(site: Site) -> None:
    site.pages["/a"] = send("news", Set_Cookie="reader=1")
    fetcher = downloader(FakeClock())
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a"))
    assert all("cookie" not in headers for headers in site.headers)


@pytest.mark.parametrize("code", [401, 403, 404, 410, 451])
def test_some_answers_are_final(site: Site, code: int) -> None:
    site.pages["/a"] = status(code)
    with pytest.raises(RefusedError, match=str(code)):
        downloader(FakeClock()).get(site.url("/a"))


@pytest.mark.parametrize("code", [429, 500, 503])
def test_others_are_not(site: Site, code: int) -> None:
    site.pages["/a"] = status(code, Retry_After="77")
    with pytest.raises(UnavailableError, match=str(code)) as trouble:
        downloader(FakeClock()).get(site.url("/a"))
    assert trouble.value.wait == 77


def test_a_dead_host_may_be_tried_again() -> None:
    with open_site() as site:
        url = site.url("/a")
    with pytest.raises(UnavailableError, match="cannot be reached"):
        downloader(FakeClock()).get(url)


def test_what_is_not_http(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-server\r\n")
        handler.close_connection = True

    site.pages["/a"] = answer
    with pytest.raises(UnavailableError, match="not HTTP"):
        downloader(FakeClock()).get(site.url("/a"))


# --- redirects -----------------------------------------------------------------------------


def test_redirects_are_followed_and_lasting_ones_told(site: Site) -> None:
    site.pages["/a"] = redirect("/b", 301)
    site.pages["/b"] = redirect(site.url("/c"), 308)
    site.pages["/c"] = send("news")
    page = downloader(FakeClock()).get(site.url("/a"))
    assert page is not None
    assert page.url == page.moved == site.url("/c")
    site.pages["/b"] = redirect("/c", 302)
    page = downloader(FakeClock()).get(site.url("/a"))
    assert page is not None
    assert (page.url, page.moved) == (site.url("/c"), "")


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://user:secret@127.0.0.1/",
        "http://[::1",
        "",
    ],
)
def test_no_redirect_leads_where_one_may_not_ask(site: Site, target: str) -> None:
    site.pages["/a"] = redirect(target)
    with pytest.raises(RefusedError) as refused:
        downloader(FakeClock()).get(site.url("/a"))
    assert refused.value.kind == RejectionKind.UNREADABLE
    assert refused.value.reason.endswith(".")


def test_a_circle_of_redirects_ends(site: Site) -> None:
    site.pages["/a"] = redirect("/a")
    with pytest.raises(RefusedError, match="more than 5 times"):
        downloader(FakeClock()).get(site.url("/a"))
    assert site.count("/a") == 6


# --- robots.txt ----------------------------------------------------------------------------


def test_what_robots_txt_forbids_is_not_asked(site: Site) -> None:
    site.pages["/robots.txt"] = send("User-agent: *\nDisallow: /a", "text/plain")
    site.pages["/b"] = redirect("/a")
    fetcher = downloader(FakeClock())
    for path in ("/a", "/b"):
        with pytest.raises(RefusedError, match=r"robots\.txt of 127\.0\.0\.1 forbids it"):
            fetcher.get(site.url(path))
    assert "/a" not in site.asked
    assert site.count("/robots.txt") == 1


def test_rules_are_read_again_after_a_day(site: Site) -> None:
    site.pages["/a"] = send("news")
    clock = FakeClock()
    fetcher = downloader(clock)
    fetcher.get(site.url("/a"))
    clock.moment += 90_000
    fetcher.get(site.url("/a"))
    assert site.count("/robots.txt") == 2


def test_without_its_rules_a_host_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = status(503)
    site.pages["/a"] = send("news")
    with pytest.raises(UnavailableError, match=r"robots\.txt is not to be had"):
        downloader(FakeClock()).get(site.url("/a"))
    assert "/a" not in site.asked


def test_endless_rules_are_read_so_far(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /a\n" + "# nothing\n" * 100_000
    site.pages["/robots.txt"] = send(rules, "text/plain")
    with pytest.raises(RefusedError, match="forbids"):
        downloader(FakeClock()).get(site.url("/a"))


# --- limits --------------------------------------------------------------------------------


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


# --- pace ----------------------------------------------------------------------------------


def test_two_requests_to_a_host_are_apart(site: Site) -> None:
    site.pages["/a"] = send("news")
    clock = FakeClock()
    fetcher = downloader(clock, gap=3.0)
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a"))
    assert clock.slept == [3.0, 3.0]  # robots.txt, the page, the page


def test_a_host_may_ask_for_a_slower_pace(site: Site) -> None:
    site.pages["/robots.txt"] = send("User-agent: *\nCrawl-delay: 20", "text/plain")
    site.pages["/a"] = send("news")
    clock = FakeClock()
    fetcher = downloader(clock)
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a"))
    assert clock.slept[-1] == 20.0


def test_a_host_that_asks_for_quiet_is_not_asked(site: Site) -> None:
    site.pages["/a"] = in_turn(status(429, Retry_After="500"), send("news"))
    clock = FakeClock()
    fetcher = downloader(clock)
    with pytest.raises(UnavailableError):
        fetcher.get(site.url("/a"))
    with pytest.raises(NotYetError) as trouble:
        fetcher.get(site.url("/b"))
    assert 499 <= trouble.value.wait <= 500
    clock.moment += 501
    assert fetcher.get(site.url("/a")) is not None


def test_pauses_double_up_to_a_limit_and_reset() -> None:
    clock = FakeClock()
    pace = Pace(clock, Random(1), 1.0)
    waits = []
    for _ in range(12):
        pace.failed("a.example", 0.0)
        waits.append(pace.ready("a.example") - clock.now())
    for number, wait in enumerate(waits):
        whole = min(FIRST_PAUSE * 2**number, LONGEST_PAUSE)
        assert whole / 2 <= wait <= whole
    pace.answered("a.example")
    assert pace.ready("a.example") <= clock.now()


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("-5", 0),
        ("soon", 0),
        ("", 0),
        ("²", 0),
        ("999999999999", LONGEST_WISH),
        (formatdate(FIRST_MOMENT + 90, usegmt=True), 90),
        (formatdate(FIRST_MOMENT - 90, usegmt=True), 0),
    ],
)
def test_retry_after(written: str, seconds: float) -> None:
    assert retry_after(written, FIRST_MOMENT) == seconds


@given(st.text(max_size=40))
def test_any_retry_after_is_a_number_of_seconds(written: str) -> None:
    assert 0 <= retry_after(written, FIRST_MOMENT) <= LONGEST_WISH
