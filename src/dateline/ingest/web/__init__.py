"""Reports from the web: pages and feeds, fetched as a good guest would.

Needs the extra ``web``; nothing here is imported before a command asks for it.
"""

from __future__ import annotations

from dateline.ingest.web.apart import ReaderApart
from dateline.ingest.web.clock import Clock, SystemClock
from dateline.ingest.web.collect import Collector
from dateline.ingest.web.download import Downloader, Page, Validators
from dateline.ingest.web.feed import Feed, FeedEntry, looks_like_feed, read_feed
from dateline.ingest.web.feeds_file import FeedsFile, TextFrom, WebSource, read_feeds_file
from dateline.ingest.web.pace import Pace
from dateline.ingest.web.request_limits import RequestLimits
from dateline.ingest.web.state import Memory
from dateline.ingest.web.trouble import NotYetError, RefusedError, UnavailableError

__all__ = [
    "Clock",
    "Collector",
    "Downloader",
    "Feed",
    "FeedEntry",
    "FeedsFile",
    "Memory",
    "NotYetError",
    "Pace",
    "Page",
    "ReaderApart",
    "RefusedError",
    "RequestLimits",
    "SystemClock",
    "TextFrom",
    "UnavailableError",
    "Validators",
    "WebSource",
    "looks_like_feed",
    "read_feed",
    "read_feeds_file",
]
