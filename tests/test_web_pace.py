"""Pauses between requests: what a host asks for, and what is kept without asking."""

from __future__ import annotations

from email.utils import formatdate
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
    send,
    status,
)

from dateline.ingest.web import (
    NotYetError,
    Pace,
    UnavailableError,
)
from dateline.ingest.web.pace import FIRST_PAUSE, LONGEST_PAUSE, LONGEST_WISH, retry_after


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
