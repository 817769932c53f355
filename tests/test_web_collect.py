"""Polling and fetching over days, without a day of waiting."""

from __future__ import annotations

from contextlib import closing

import pytest
from web_desk import DAY, FEED_TYPE, HOUR, Desk, feed_source, of_kind, publish
from web_site import (
    Site,
    article,
    in_turn,
    item,
    redirect,
    rss,
    send,
    status,
    unchanged_after,
)

from dateline.ingest.web import FeedEntry, TextFrom, WebSource
from dateline.ingest.web.identity import entry_keys
from dateline.ingest.web.progress import (
    Left,
    Listed,
    NotModified,
    Postponed,
    Rejected,
    Saved,
    Unchanged,
)
from dateline.ingest.web.state import KEEP_ENTRIES, load_state

# --- what comes out ------------------------------------------------------------------------


def test_a_feed_becomes_reports(site: Site, desk: Desk) -> None:
    publish(site, "grain", "gas")
    steps = desk.run(feed_source(site, publisher="Courier", language="en"))
    assert of_kind(Listed, steps)[0].new == 2
    assert len(of_kind(Saved, steps)) == 2
    by_title = {report["title"]: report for report in desk.reports()}
    assert set(by_title) == {"About grain", "About gas"}
    grain = by_title["About grain"]
    assert "about grain" in grain["text"]
    assert grain["published"] == "2021-03-05T10:00:00+00:00"
    assert (grain["publisher"], grain["language"]) == ("Courier", "en")
    assert grain["url"] == site.url("/grain")


def test_a_page_becomes_a_report(site: Site, desk: Desk) -> None:
    site.pages["/grain"] = send(article("grain"))
    (saved,) = desk.run(WebSource(name="", url=site.url("/grain")))
    assert saved.path.exists()
    assert "about grain" in desk.reports()[0]["text"]


def test_the_feed_itself_may_hold_the_reports(site: Site, desk: Desk) -> None:
    words = "&lt;p&gt;Troops crossed the river.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;"
    site.pages["/feed"] = send(rss(item(site.url("/a"), "A", DAY, words)), FEED_TYPE)
    desk.run(feed_source(site, text=TextFrom.FEED))
    (report,) = desk.reports()
    assert report["text"] == "Troops crossed the river.\nNobody was hurt."
    assert "/a" not in site.asked


def test_a_date_that_nobody_tells_is_not_made_up(site: Site, desk: Desk) -> None:
    site.pages["/feed"] = send(rss(item("", "A", "", "Troops crossed.")), FEED_TYPE)
    desk.run(feed_source(site))
    assert desk.reports()[0]["published"] is None


# --- nothing twice -------------------------------------------------------------------------


def test_what_was_fetched_is_not_fetched_again(site: Site, desk: Desk) -> None:
    publish(site, "grain")
    desk.run(feed_source(site))
    publish(site, "grain", "gas")
    desk.clock.moment += HOUR
    steps = desk.run(feed_source(site))
    assert (of_kind(Listed, steps)[0].new, of_kind(Listed, steps)[0].known) == (1, 1)
    assert site.count("/grain") == site.count("/gas") == 1


def test_a_feed_that_has_not_changed_is_not_sent(site: Site, desk: Desk) -> None:
    publish(site, "grain")
    site.pages["/feed"] = unchanged_after('"1"', send(rss(), FEED_TYPE, ETag='"1"'))
    desk.run(feed_source(site))
    (step,) = desk.run(feed_source(site))
    assert isinstance(step, NotModified)


def test_the_same_entry_is_known_in_another_feed_and_under_another_counter(
    site: Site, desk: Desk
) -> None:
    publish(site, "grain")
    site.pages["/feed2"] = send(
        rss(item(site.url("/grain?utm_source=rss&at_medium=x")), item(site.url("/go"))), FEED_TYPE
    )
    site.pages["/go"] = redirect("/grain")
    other = WebSource(name="Other", url=site.url("/feed2"), feed_only=True)
    steps = desk.run(feed_source(site), other)
    assert len(of_kind(Saved, steps)) == 1
    assert len(of_kind(Unchanged, steps)) == 1  # behind the redirect
    assert "/grain?utm_source=rss&at_medium=x" not in site.asked


def test_the_same_words_at_another_address_are_one_report(site: Site, desk: Desk) -> None:
    publish(site, "grain")
    site.pages["/copy"] = site.pages["/grain"]
    publish(site, "grain", "copy")
    steps = desk.run(feed_source(site))
    assert (len(of_kind(Saved, steps)), len(of_kind(Unchanged, steps))) == (1, 1)


def test_a_page_is_fetched_again_where_its_report_was_deleted(site: Site, desk: Desk) -> None:
    site.pages["/grain"] = unchanged_after('"1"', send(article("grain"), ETag='"1"'))
    source = WebSource(name="", url=site.url("/grain"))
    (saved,) = desk.run(source)
    assert isinstance(desk.run(source)[0], NotModified)
    saved.path.unlink()
    assert isinstance(desk.run(source)[0], Saved)


def test_entries_are_forgotten_only_after_their_feed_has_dropped_them(
    site: Site, desk: Desk
) -> None:
    publish(site, "old", "stays")
    desk.run(feed_source(site))
    publish(site, "stays")
    for _ in range(3):
        desk.clock.moment += 20 * 24 * HOUR
        desk.run(feed_source(site))
    seen = load_state(desk.state).sources[site.url("/feed")].seen
    stays = FeedEntry(id=f"id {site.url('/stays')}", url=site.url("/stays"))
    assert set(seen) == entry_keys(site.url("/feed"), stays)
    assert KEEP_ENTRIES < 3 * 20


# --- nothing lost --------------------------------------------------------------------------


@pytest.mark.parametrize("steps_before", range(1, 9))
def test_a_run_that_is_stopped_goes_on_where_it_stood(
    site: Site, desk: Desk, steps_before: int
) -> None:
    publish(site, "grain", "gas", "salt")
    with closing(desk.collector([feed_source(site)]).run()) as steps:
        for _, _ in zip(range(steps_before), steps, strict=False):
            pass
    site.pages["/feed"] = send(rss(), FEED_TYPE)  # the feed has moved on in the meantime
    desk.run(feed_source(site))
    assert len(desk.reports()) == 3
    assert all(site.count(f"/{name}") == 1 for name in ("grain", "gas", "salt"))


def test_a_page_that_fails_is_tried_again_and_the_rest_goes_on(site: Site, desk: Desk) -> None:
    publish(site, "grain", "gas")
    site.pages["/grain"] = in_turn(status(500), status(500), send(article("grain")))
    steps = desk.run(feed_source(site), keep_polling=False)
    assert len(of_kind(Postponed, steps)) == 2
    assert len(of_kind(Saved, steps)) == 2


def test_a_short_run_leaves_what_asks_for_patience_to_the_next(site: Site, desk: Desk) -> None:
    publish(site, "grain", "gas")
    site.pages["/grain"] = in_turn(status(429, Retry_After="5000"), send(article("grain")))
    steps = desk.run(feed_source(site))
    assert of_kind(Left, steps) == [Left(pages=2, failed=1, sources=0)]
    assert sum(desk.clock.slept) < 200
    # The feed's own turn has come, but its host still asks for quiet.
    desk.clock.moment += 4_000
    assert desk.run(feed_source(site)) == [Left(pages=2, failed=1, sources=1)]
    assert site.count("/feed") == 1
    desk.clock.moment += 1_100
    assert len(of_kind(Saved, desk.run(feed_source(site)))) == 2


def test_a_page_that_always_fails_is_given_up(site: Site, desk: Desk) -> None:
    publish(site, "grain")
    site.pages["/grain"] = status(500)
    collector = desk.collector([feed_source(site, interval=24 * HOUR)], keep_polling=True)
    with closing(collector.run()) as steps:
        rejected = next(step for step in steps if isinstance(step, Rejected))
    assert rejected.rejection.report == site.url("/grain")
    assert site.count("/grain") == 10
    assert load_state(desk.state).pending == ()


def test_what_is_refused_is_named_and_the_rest_goes_on(site: Site, desk: Desk) -> None:
    publish(site, "grain", "private/a", "gas", "gone", "file", "cloud")
    site.pages["/robots.txt"] = send("User-agent: *\nDisallow: /private/", "text/plain")
    site.pages["/gone"] = status(404)
    site.pages["/file"] = redirect("file:///etc/passwd")
    site.pages["/cloud"] = redirect("http://169.254.169.254/latest/meta-data/")
    steps = desk.run(feed_source(site))
    assert len(of_kind(Saved, steps)) == 2
    reasons = {
        step.rejection.report.rpartition("/")[2]: step.rejection.message
        for step in of_kind(Rejected, steps)
    }
    assert set(reasons) == {"a", "gone", "file", "cloud"}
    assert "robots.txt" in reasons["a"]
    assert "404" in reasons["gone"]
    assert "file:" in reasons["file"]
    assert "link-local" in reasons["cloud"]
    # Refused is done with: the next run does not ask again.
    desk.run(feed_source(site))
    assert site.count("/gone") == 1


@pytest.mark.parametrize("link", ["file:///etc/passwd", "http://169.254.169.254/", "javascript:1"])
def test_links_of_feeds_are_not_trusted(site: Site, desk: Desk, link: str) -> None:
    site.pages["/feed"] = send(rss(item(link)), FEED_TYPE)
    assert len(of_kind(Rejected, desk.run(feed_source(site)))) == 1


def test_a_source_that_is_no_feed(site: Site, desk: Desk) -> None:
    site.pages["/feed"] = send(article("grain"))
    (rejected,) = desk.run(feed_source(site))
    assert "no RSS or Atom feed" in rejected.rejection.message
