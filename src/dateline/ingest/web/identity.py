"""What an entry is known by, so that it is not fetched twice."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dateline.ingest.web.feed import FeedEntry
from dateline.ingest.web.state import key

# What is added to an address to count where readers come from.
COUNTERS = ("utm_", "at_", "fbclid", "gclid", "cmpid", "ocid", "ref_src")


def entry_keys(source: str, entry: FeedEntry) -> frozenset[str]:
    """What an entry is known by: its identifier within its feed, its address; else its words."""
    keys = set()
    if entry.id:
        keys.add(key("id", source, entry.id))
    if entry.url:
        keys.add(url_key(entry.url))
    return frozenset(keys or {key("words", source, entry.title, entry.content)})


def url_key(url: str) -> str:
    """The same for addresses that differ only in what counts readers."""
    try:
        parts = urlsplit(url)
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return key("url", url)
    kept = [(name, value) for name, value in asked if not name.lower().startswith(COUNTERS)]
    bare = urlunsplit(("", parts.netloc.lower(), parts.path, urlencode(kept), ""))
    return key("url", bare)
