"""Reading in a process of its own."""

from __future__ import annotations

import os
import time

import pytest
from web_site import article, rss

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web import (
    FeedEntry,
    Page,
    ReaderApart,
    RefusedError,
    Validators,
    read_feed,
)
from dateline.ingest.web.article import read_article

URL = "https://courier.example/1"


def test_a_reading_has_its_limits_and_the_next_one_starts_afresh() -> None:
    with ReaderApart() as reader:
        page = Page(
            url=URL, body=article("grain").encode(), content_type="", validators=Validators()
        )
        contents = reader.call(read_article, page, FeedEntry(id="", url=URL), "Courier")
        assert contents.publisher == "Courier"
        assert "about grain" in contents.text
        assert reader.call(os.getpid) != os.getpid()
        with pytest.raises(InputError, match="no RSS or Atom feed") as refused:
            reader.call(read_feed, b"news", URL)
        assert refused.value.kind == RejectionKind.UNKNOWN_FORMAT

        with pytest.raises(RefusedError, match="ends the process"):
            reader.call(os._exit, 1)
        assert reader.call(read_feed, rss(title="Courier").encode(), URL).title == "Courier"

        reader.seconds = 0.1
        with pytest.raises(RefusedError, match=r"takes longer than 0\.1 s"):
            reader.call(time.sleep, 3_600)
