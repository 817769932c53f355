"""The list of feeds that a user writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.ingest.web import (
    TextFrom,
    read_feeds_file,
)


def feeds_file(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_list_of_feeds(tmp_path: Path) -> None:
    listed = read_feeds_file(
        feeds_file(
            tmp_path,
            'contact = "desk@courier.example"\ninterval = "30 min"\n'
            '[[feeds]]\nname = "World"\nurl = "https://a.example/"\ninterval = "2 h"\n'
            'publisher = "Courier"\nlanguage = "en"\ntext = "feed"\n'
            '[[feeds]]\nurl = "https://b.example/"\n',
        )
    )
    first, second = listed.feeds
    assert listed.contact == "desk@courier.example"
    assert (first.name, first.interval, first.text) == ("World", 7_200, TextFrom.FEED)
    assert (first.publisher, first.language, first.feed_only) == ("Courier", "en", True)
    assert (second.name, second.interval, second.text) == (
        "https://b.example/",
        1_800,
        TextFrom.PAGE,
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "lists no feeds"),
        ("feeds = 3", "lists no feeds"),
        ("feeds = [3]", "no table as feed 1"),
        ("[[feeds]]\nname = 'a'", "no url for feed 1"),
        ("[[feeds]]\nname = 'a'\nurl = 3", "no string as url of feed 1"),
        ("[[feeds]]\nurl = 'http://a/'\nintervall = '1 h'", "unknown key “intervall”"),
        ("[[feeds]]\nurl = 'http://a/'\ninterval = '1 s'", "“1 s” as interval"),
        ("[[feeds]]\nurl = 'http://a/'\ninterval = 'often'", "“often” as interval"),
        ("[[feeds]]\nurl = 'http://a/'\ntext = 'all'", "“all” as text"),
        ("[[feeds]]\nurl = 'http://a/'\n[[feeds]]\nurl = 'http://a/'", "twice"),
        ("contact = 'a\\nb'\nfeed = 1", "unknown key “feed”"),
        ('contact = "a\\nb"', "odd characters"),
        ("[[feeds]", "no TOML"),
    ],
)
def test_a_list_with_a_mistake_is_refused_and_the_mistake_named(
    tmp_path: Path, content: str, reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        read_feeds_file(feeds_file(tmp_path, content))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_refused(tmp_path_factory: Any, content: bytes) -> None:
    path = tmp_path_factory.mktemp("feeds") / "feeds.toml"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_feeds_file(path)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_feeds_file(tmp_path / "none.toml")
