"""What robots.txt allows, by the standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.web.robots import LONGEST_DELAY, read_robots


def allows(rules: str, path: str) -> bool:
    return read_robots(rules.encode(), "dateline").allow(path)


ALL = "User-agent: *\n"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("Disallow: /", "/a", True),  # a rule of no group
        (ALL + "Disallow: /", "/a", False),
        (ALL + "Disallow:", "/a", True),
        (ALL + "Disallow: /closed", "/closed/a", False),
        (ALL + "Disallow: /closed", "/public", True),
        # The longest rule counts, whatever comes first; of two equal ones the kinder.
        (ALL + "Allow: /\nDisallow: /closed", "/closed", False),
        (ALL + "Disallow: /news\nAllow: /news/world", "/news/world/1", True),
        (ALL + "Disallow: /a\nAllow: /a", "/a", True),
        # Wildcards and ends.
        (ALL + "Disallow: /*?print", "/a/b?print=1", False),
        (ALL + "Disallow: /*?print", "/a/b", True),
        (ALL + "Disallow: /*.pdf$", "/a.pdf", False),
        (ALL + "Disallow: /*.pdf$", "/a.pdf?x", True),
        (ALL + "Disallow: /a$", "/a", False),
        (ALL + "Disallow: /a$", "/ab", True),
        (ALL + "Disallow: /a*a$", "/a", True),
        (ALL + "Disallow: *", "/a", False),
        # Groups: ours before that of all, however it is written.
        (ALL + "Disallow: /\n\nUser-agent: Dateline\nDisallow: /b", "/a", True),
        (ALL + "Disallow: /\n\nUser-agent: Dateline/0.1 (x)\nDisallow: /b", "/b", False),
        ("User-agent: x\nUser-agent: dateline\nDisallow: /a", "/a", False),
        ("User-agent: dateline\nDisallow: /a\nUser-agent: dateline\nDisallow: /b", "/a", False),
        (ALL + "Disallow: /\nUser-agent: dateline\n", "/a", True),
        ("User-agent: datelinebot\nDisallow: /", "/a", True),
        # A line between that belongs to no group does not part a group.
        (ALL + "Sitemap: http://x/\nDisallow: /a", "/a", False),
        ("\ufeffUSER-AGENT: *\r\nDISALLOW: /a # all of it\r\n", "/a", False),
        # Escapes of the same character.
        (ALL + "Disallow: /%7Ejoe", "/~joe", False),
        (ALL + "Disallow: /ü", "/%c3%bc", False),
        (ALL + "Disallow: /a%2fb", "/a/b", True),
    ],
)
def test_rules(rules: str, path: str, allowed: bool) -> None:
    assert allows(rules, path) is allowed


@pytest.mark.parametrize(
    ("written", "seconds"), [("5", 5.0), ("0.5", 0.5), ("soon", 0.0), ("-1", 0.0), ("99999", 3600)]
)
def test_the_pause_that_a_host_wants(written: str, seconds: float) -> None:
    assert read_robots(f"{ALL}Crawl-delay: {written}".encode(), "dateline").delay == seconds


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_rules(content: bytes, path: str) -> None:
    robots = read_robots(b"User-agent: *\nDisallow: /" + content, "dateline")
    assert robots.allow("/" + path) in (True, False)
    assert 0 <= robots.delay <= LONGEST_DELAY


@given(st.lists(st.sampled_from(["a", "b", "*", "/"]), max_size=8), st.text("ab/", max_size=12))
def test_wildcards_match_as_regular_expressions_would(pattern: list[str], path: str) -> None:
    import re

    expression = "".join(".*" if part == "*" else part for part in ["/", *pattern])
    for end in ("", "$"):
        rules = f"{ALL}Disallow: /{''.join(pattern)}{end}"
        matched = re.match(expression + end, "/" + path) is not None
        assert allows(rules, "/" + path) is not matched


def test_a_pattern_made_to_be_searched_for_ever_is_not() -> None:
    assert allows(ALL + "Disallow: /" + "*a" * 2_000 + "b", "/" + "a" * 3_000)
