"""When feeds are asked again, and in which turn pages are."""

from __future__ import annotations

from contextlib import closing

import pytest
from web_desk import FEED_TYPE, HOUR, Desk, feed_source, publish
from web_site import (
    Site,
    item,
    open_site,
    rss,
    send,
    status,
)

from dateline.ingest.web import WebSource
from dateline.ingest.web.progress import (
    Idle,
    Postponed,
)


def test_feeds_are_polled_at_their_intervals(site: Site, desk: Desk) -> None:
    publish(site)
    site.pages["/feed2"] = send(rss(), FEED_TYPE)
    often = feed_source(site, interval=600.0)
    seldom = WebSource(name="", url=site.url("/feed2"), interval=HOUR, feed_only=True)
    begin = desk.clock.now()
    with closing(desk.collector([often, seldom], keep_polling=True).run()) as steps:
        for _ in steps:
            if desk.clock.now() > begin + 3 * HOUR - 60:
                break
    # At the beginning and every ten minutes for three hours; every hour, less the last one.
    assert site.count("/feed") == 19
    assert site.count("/feed2") == 3


def test_only_feeds_that_are_due_are_asked(site: Site, desk: Desk) -> None:
    publish(site)
    source = feed_source(site, interval=HOUR)
    desk.run(source, only_due=True)
    desk.clock.moment += HOUR / 2
    assert desk.run(source, only_due=True) == []
    desk.clock.moment += HOUR / 2 - 10  # cron is a little early
    assert desk.run(source, only_due=True)


def test_a_feed_that_fails_is_asked_less_and_less(site: Site, desk: Desk) -> None:
    site.pages["/feed"] = status(503)
    waits = []
    with closing(desk.collector([feed_source(site)], keep_polling=True).run()) as steps:
        for step in steps:
            if isinstance(step, Postponed):
                waits.append(step.wait)
            if len(waits) == 12:
                break
    assert waits[0] <= 60
    assert waits[5] > 10 * waits[0]
    assert max(waits) <= 6 * HOUR


def test_pages_of_several_hosts_take_turns(site: Site, desk: Desk) -> None:
    publish(site, "a1", "a2", "a3")
    with open_site() as other:
        publish(other, "b1", "b2", "b3")
        # The same machine under another name is another host.
        listed = other.url("/feed", "localhost")
        items = [item(other.url(f"/b{number}", "localhost")) for number in (1, 2, 3)]
        other.pages["/feed"] = send(rss(*items), FEED_TYPE)
        desk.run(feed_source(site), WebSource(name="", url=listed, feed_only=True))
    assert len(desk.reports()) == 6
    # robots.txt, feed and three pages each, one second apart: both at the same time.
    assert sum(desk.clock.slept) <= 6


def test_a_run_with_nothing_to_do_says_so(site: Site, desk: Desk) -> None:
    publish(site)
    with closing(desk.collector([feed_source(site)], keep_polling=True).run()) as steps:
        idle = next(step for step in steps if isinstance(step, Idle) and step.seconds > 60)
    assert idle.seconds == pytest.approx(900.0, abs=2)
