"""Polling and fetching over days, without a day of waiting."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_site import (
    FakeClock,
    Site,
    article,
    downloader,
    in_turn,
    item,
    open_site,
    redirect,
    rss,
    send,
    status,
    unchanged_after,
)

from dateline.errors import OutputError
from dateline.ingest.web import Collector, FeedEntry, Memory, TextFrom, WebSource
from dateline.ingest.web.identity import entry_keys
from dateline.ingest.web.progress import (
    Idle,
    Left,
    Listed,
    NotModified,
    Postponed,
    Progress,
    Rejected,
    Saved,
    Unchanged,
)
from dateline.ingest.web.state import KEEP_ENTRIES, State, load_state, save_state

HOUR = 3_600.0
FEED_TYPE = "application/rss+xml"
DAY = "Fri, 05 Mar 2021 10:00:00 GMT"


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


class Desk:
    """One folder of reports with its state, over several runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state.json"
        self.clock = FakeClock()

    def collector(self, sources: Sequence[WebSource], **how: bool) -> Collector:
        memory = Memory(self.state)
        fetcher = downloader(self.clock)
        fetcher.pace.states = dict(memory.hosts)
        return Collector(sources, fetcher, memory, self.folder, self.clock, **how)

    def run(self, *sources: WebSource, **how: bool) -> list[Progress]:
        return list(self.collector(sources, **how).run())

    def reports(self) -> list[dict[str, Any]]:
        paths = sorted(self.folder.glob("*.json"))
        return [json.loads(path.read_text()) for path in paths if path != self.state]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def feed_source(site: Site, **fields: Any) -> WebSource:
    return WebSource(name="Courier", url=site.url("/feed"), feed_only=True, **fields)


def publish(site: Site, *names: str) -> None:
    """A feed with a page for each name, all about different things."""
    items = [item(site.url(f"/{name}"), title=f"About {name}", published=DAY) for name in names]
    site.pages["/feed"] = send(rss(*items), FEED_TYPE)
    for name in names:
        site.pages.setdefault(f"/{name}", send(article(name)))


def of_kind(kind: type, steps: Sequence[Progress]) -> list[Any]:
    return [step for step in steps if isinstance(step, kind)]


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


# --- when ----------------------------------------------------------------------------------


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


# --- the state -----------------------------------------------------------------------------


@given(st.binary(max_size=200))
def test_any_bytes_are_a_state_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("state") / "state.json"
    path.write_bytes(content)
    try:
        load_state(path)
    except OutputError as error:
        assert "Delete it" in str(error)


def test_a_state_of_another_version_is_not_guessed_at(tmp_path: Path) -> None:
    save_state(tmp_path / "state.json", msgspec.structs.replace(State(), version=99))
    with pytest.raises(OutputError, match="another version"):
        load_state(tmp_path / "state.json")


def test_a_state_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        save_state(tmp_path / "file" / "state.json", State())
