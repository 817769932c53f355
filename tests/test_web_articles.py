"""Reports out of the pages and entries of feeds."""

from __future__ import annotations

import pytest
from web_site import article, rss

from dateline.errors import InputError
from dateline.ingest.web import (
    FeedEntry,
    Page,
    RefusedError,
    Validators,
)
from dateline.ingest.web.article import read_article

URL = "https://courier.example/feed"


def page(body: str | bytes, content_type: str = "text/html", url: str = URL) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(url=url, body=data, content_type=content_type, validators=Validators())


NO_ENTRY = FeedEntry(id="", url=URL)


def test_what_the_feed_says_counts_before_the_page() -> None:
    entry = FeedEntry(id="1", url=URL, title="Its title", published="2021-03-04T08:00:00+00:00")
    contents = read_article(page(article("Talks")), entry, "Courier")
    assert contents.text.count("The government of Norland") == 4
    assert (contents.title, contents.publisher) == ("Its title", "Courier")
    assert contents.published == "2021-03-04T08:00:00+00:00"
    assert contents.url == URL


def test_plain_text_is_a_report() -> None:
    contents = read_article(page("Words.\n", "text/plain; charset=latin-1"), NO_ENTRY)
    assert contents.text == "Words."


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"%PDF-1.7", "application/pdf", "application/pdf"),
        (b"\x89PNG", "image/png", "image/png"),
        (b"{}", "", "unknown"),
        (rss().encode(), "text/html", "is a feed"),
        (b"<html><body></body></html>", "text/html", "no report was found"),
        (b"\x00\x01", "text/plain", "binary"),
    ],
)
def test_what_is_no_report(body: bytes, content_type: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_article(page(body, content_type), NO_ENTRY)


FEED_LINK = "<link rel=alternate type='application/rss+xml' href='/news?a=1&amp;b=2'>"


def test_a_page_without_a_report_names_its_feed() -> None:
    body = f"<html><head>{FEED_LINK}</head><body></body></html>"
    with pytest.raises(RefusedError) as refused:
        read_article(page(body), NO_ENTRY)
    assert "https://courier.example/news?a=1&b=2" in refused.value.advice


def test_a_front_page_is_no_report() -> None:
    body = article("Talks").replace("<head>", f"<head>{FEED_LINK}")
    with pytest.raises(RefusedError, match="front page"):
        read_article(page(body, url="https://courier.example/"), NO_ENTRY)
    assert read_article(page(body, url="https://courier.example/1"), NO_ENTRY).text
