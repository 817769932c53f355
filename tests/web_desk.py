"""A collector at a site of its own, with the words that tests of it share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from web_site import (
    FakeClock,
    Site,
    article,
    downloader,
    item,
    rss,
    send,
)

from dateline.ingest.web import Collector, Memory, WebSource
from dateline.ingest.web.progress import (
    Progress,
)

HOUR = 3_600.0
FEED_TYPE = "application/rss+xml"
DAY = "Fri, 05 Mar 2021 10:00:00 GMT"


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
