"""``dateline fetch`` and ``dateline watch`` as a user meets them."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result
from web_site import FakeClock, Site, article, item, redirect, rss, send, status

from dateline.cli.fetch import fetch
from dateline.cli.watch import watch
from dateline.ingest import find
from dateline.ingest.web.apart import ReaderHere

FEED_TYPE = "application/rss+xml"


class ReaderAtOnce(ReaderHere):
    """Stands in for the process apart, which takes a second to begin."""

    def __enter__(self) -> ReaderAtOnce:
        return self

    def __exit__(self, *raised: object) -> None:
        pass


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    fake = FakeClock()
    monkeypatch.setattr("dateline.ingest.web.SystemClock", lambda: fake)
    monkeypatch.setattr("dateline.ingest.web.ReaderApart", ReaderAtOnce)
    return fake


def run(*arguments: object) -> Result:
    app = typer.Typer()
    app.command()(fetch)
    app.command()(watch)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def publish(site: Site, *names: str) -> None:
    day = "Fri, 05 Mar 2021 10:00:00 GMT"
    items = [item(site.url(f"/{name}"), f"About {name}", day) for name in names]
    site.pages["/feed"] = send(rss(*items), FEED_TYPE)
    for name in names:
        site.pages.setdefault(f"/{name}", send(article(name)))


def feeds_file(tmp_path: Path, site: Site, more: str = "") -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(f'{more}\n[[feeds]]\nname = "Courier"\nurl = "{site.url("/feed")}"\n')
    return path


def reports(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text()) for path in sorted(folder.glob("[!.]*.json"))]


def test_fetched_reports_are_ready_to_be_coded(site: Site, tmp_path: Path) -> None:
    publish(site, "grain")
    result = run("fetch", site.url("/feed"), "--out", tmp_path, "--allow-private")
    assert result.exit_code == 0, result.output
    assert "About grain (The Sella Courier, 2021-03-05)" in result.stderr
    assert "1 new in" in result.stderr
    (source,) = find([tmp_path]).sources  # the state beside it is none
    assert source.path is not None
    (report,) = reports(tmp_path)
    assert set(report) == {"text", "title", "published", "publisher", "url", "language"}


def test_a_second_fetch_costs_nothing(site: Site, tmp_path: Path) -> None:
    publish(site, "grain")
    for _ in range(2):
        result = run("fetch", site.url("/feed"), "--out", tmp_path, "--allow-private")
    assert "0 new in" in result.stderr
    assert site.count("/grain") == 1


def test_this_machine_is_asked_only_where_allowed(site: Site, tmp_path: Path) -> None:
    result = run("fetch", site.url("/feed"), "--out", tmp_path)
    assert result.exit_code == 2
    assert f"rejected {site.url('/feed')}: is refused: 127.0.0.1 is an address" in result.stderr
    assert "--allow-private" in result.stderr
    assert site.asked == []


def test_refusals_are_named_and_the_rest_goes_on(site: Site, tmp_path: Path) -> None:
    site.pages["/good"] = send(article("grain"))
    site.pages["/bad"] = redirect("http://169.254.169.254/latest/")
    urls = ["file:///etc/passwd", site.url("/bad"), site.url("/none"), site.url("/good")]
    result = run("fetch", *urls, "--out", tmp_path, "--allow-private")
    assert result.exit_code == 2
    assert len(reports(tmp_path)) == 1
    for url in urls[:3]:
        assert f"rejected {url}: " in result.stderr
    assert "Traceback" not in result.output


def test_a_host_that_asks_for_quiet_is_told_of(site: Site, tmp_path: Path) -> None:
    site.pages["/grain"] = status(429, Retry_After="4000")
    result = run("fetch", site.url("/grain"), "--out", tmp_path, "--allow-private")
    assert result.exit_code == 2
    assert "postponed by 67 min" in result.stderr
    assert "1 not to be asked now: run it again later" in result.stderr


def test_words_of_strangers_do_not_move_the_cursor(site: Site, tmp_path: Path) -> None:
    words = "&lt;p&gt;Troops crossed the river.&lt;/p&gt;"
    entry = item(site.url("/a"), "A &amp;#27;[2J \u202e [red]title", "", words)
    site.pages["/feed"] = send(rss(entry), FEED_TYPE)
    result = run("fetch", site.url("/feed"), "--from-feed", "--out", tmp_path, "--allow-private")
    assert "[red]title" in result.stderr
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr


def test_watching_once(site: Site, tmp_path: Path, clock: FakeClock) -> None:
    publish(site, "grain")
    feeds = feeds_file(tmp_path, site, 'contact = "desk@courier.example"')
    out = tmp_path / "reports"
    arguments = ("watch", feeds, "--once", "--out", out, "--allow-private")
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert "Courier: 1 new, 0 known" in result.stderr
    assert "desk@courier.example" in site.headers[0]["user-agent"]
    publish(site, "grain", "gas")
    assert "0 new in" in run(*arguments).stderr  # not due yet
    clock.moment += 1_000
    assert "1 new in" in run(*arguments).stderr
    assert len(reports(out)) == 2


@pytest.mark.parametrize("way", ["Ctrl-C", "SIGTERM"])
def test_watching_ends_cleanly(
    site: Site, tmp_path: Path, clock: FakeClock, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, "grain")

    def stop_when_idle(seconds: float) -> None:
        clock.moment += seconds
        if seconds < 60:
            return
        if way == "Ctrl-C":
            raise KeyboardInterrupt
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(clock, "sleep", stop_when_idle)
    feeds = feeds_file(tmp_path, site)
    arguments = ("watch", feeds, "--out", tmp_path / "reports", "--allow-private")
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert "stopped; the next run goes on from here" in result.stderr
    assert "1 new in" in result.stderr
    assert (tmp_path / "reports" / ".dateline-watch.json").exists()
    # Neither a lock nor half a file is left behind.
    assert sorted(path.suffix for path in (tmp_path / "reports").iterdir()) == [".json", ".json"]


def test_a_mistake_in_the_list_is_named(site: Site, tmp_path: Path) -> None:
    feeds = feeds_file(tmp_path, site, "intervall = 3")
    result = run("watch", feeds, "--out", tmp_path)
    assert result.exit_code == 1
    assert "unknown key “intervall”" in result.stderr


def test_a_damaged_state_is_named(site: Site, tmp_path: Path) -> None:
    (tmp_path / ".dateline-fetch.json").write_text("{")
    result = run("fetch", site.url("/feed"), "--out", tmp_path, "--allow-private")
    assert result.exit_code == 1
    assert "is damaged" in result.stderr


def test_two_runs_at_once_are_refused(site: Site, tmp_path: Path) -> None:
    from dateline.cli.collecting import locked

    with locked(tmp_path / ".dateline-fetch.json", tmp_path):
        result = run("fetch", site.url("/feed"), "--out", tmp_path, "--allow-private")
    assert result.exit_code == 1
    assert "Another run is fetching into" in result.stderr


def test_without_the_extra_it_is_named(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.cli.collecting.NEEDED", ("httpx", "no_such_module"))
    result = run("fetch", site.url("/feed"), "--out", tmp_path)
    assert result.exit_code == 1
    assert "pip install 'dateline[web]'" in result.stderr


@pytest.mark.parametrize("contact", ["a\nX-Evil: 1", "é"])
def test_a_contact_cannot_hold_another_header(site: Site, contact: str, tmp_path: Path) -> None:
    result = run("fetch", site.url("/feed"), "--contact", contact, "--out", tmp_path)
    assert result.exit_code == 2
    assert site.asked == []
