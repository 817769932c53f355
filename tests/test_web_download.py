"""One page: its limits, its redirects, and what its host wants."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest
from web_site import (
    FakeClock,
    Site,
    downloader,
    open_site,
    redirect,
    send,
    status,
    unchanged_after,
)

from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web import (
    RefusedError,
    UnavailableError,
    Validators,
)

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
    assert ["cookie" in headers for headers in site.headers] == [False] * len(site.asked)
    assert site.count("/a") == 2


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
