"""Reading feeds and their entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from web_site import article, item, rss

from dateline.ingest.publication import parse_date
from dateline.ingest.web import (
    FeedEntry,
    RefusedError,
    looks_like_feed,
    read_feed,
)
from dateline.ingest.web.words import plain_words

URL = "https://courier.example/feed"

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<!-- a feed -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Sella Courier</title>
<entry><id>tag:courier.example,2021:1</id><title>Talks &amp; troops</title>
<link rel="alternate" href="/2021/talks"/><updated>2021-03-05T23:30:00-04:00</updated>
<summary>A teaser.</summary>
<content type="html">&lt;p&gt;The whole report.&lt;/p&gt;&lt;p&gt;Its end.&lt;/p&gt;</content>
</entry>
</feed>"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://courier.example/"><title>Courier</title></channel>
<item rdf:about="https://courier.example/1"><title>One</title>
<link>https://courier.example/1</link><dc:date>2021-03-05</dc:date></item></rdf:RDF>"""


def test_atom() -> None:
    feed = read_feed(ATOM.encode(), URL)
    (entry,) = feed.entries
    assert feed.title == "The Sella Courier"
    assert entry.id == "tag:courier.example,2021:1"
    assert entry.url == "https://courier.example/2021/talks"
    assert entry.title == "Talks & troops"
    assert plain_words(entry.content) == "The whole report.\nIts end."


def test_the_day_is_the_publishers_own() -> None:
    """Half past eleven in the evening there is the next day in Greenwich."""
    (entry,) = read_feed(ATOM.encode(), URL).entries
    assert parse_date(entry.published).isoformat() == "2021-03-05"
    late = rss(item("https://courier.example/1", published="Fri, 05 Mar 2021 23:30:00 -0400"))
    (entry,) = read_feed(late.encode(), URL).entries
    assert entry.published == "2021-03-05T23:30:00-04:00"


@pytest.mark.parametrize("written", ["", "soon", "Fri, 99 Mar 2021", "0000-00-00", "99999999999"])
def test_a_day_that_is_none_is_left_out(written: str) -> None:
    (entry,) = read_feed(rss(item("https://a.example/1", published=written)).encode(), URL).entries
    assert entry.published == ""


def test_rdf() -> None:
    (entry,) = read_feed(RDF.encode(), URL).entries
    assert (entry.url, entry.published) == ("https://courier.example/1", "2021-03-05")


def one_item(inner: str, root: str = "<rss>") -> FeedEntry:
    body = f"<?xml version='1.0'?>{root}<channel><item>{inner}</item></channel></rss>"
    (entry,) = read_feed(body.encode(), URL).entries
    return entry


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Grain &amp; gas", "Grain & gas"),
        ("Grain & gas", "Grain & gas"),
        ("Grain&nbsp;&eacute;&unknown; gas", "Grain é&unknown; gas"),
        ("<![CDATA[<b>Grain</b> &amp; gas]]>", "Grain & gas"),
        ("&lt;i&gt;Grain&lt;/i&gt;\n gas", "Grain gas"),
        ("Grain &#0; gas&#x1F600;", "Grain \ufffd gas\U0001f600"),
        ("Grain \x08 gas", "Grain \ufffd gas"),
        ("5 < 6", "5"),
    ],
)
def test_titles_as_feeds_write_them(written: str, title: str) -> None:
    assert one_item(f"<title>{written}</title>").title.startswith(title)


@pytest.mark.parametrize(
    ("inner", "url"),
    [
        ("<link>https://a.example/?x=1&amp;y=2</link>", "https://a.example/?x=1&y=2"),
        ("<link>https://a.example/?x=1&y=2</link>", "https://a.example/?x=1&y=2"),
        ("<link><![CDATA[https://a.example/?x=1&y=2]]></link>", "https://a.example/?x=1&y=2"),
        ("<link>/1</link>", "https://courier.example/1"),
        ("<link xml:base='https://b.example/'>1</link>", "https://b.example/1"),
        ("<guid>https://a.example/1</guid>", "https://a.example/1"),
        ("<guid isPermaLink='false'>https://a.example/1</guid>", ""),
        ("<guid>1</guid>", ""),
        ("<link rel='self' href='/self'/><link href='/1'/>", "https://courier.example/1"),
        ("<media:link>https://m.example/</media:link><link>/1</link>", "https://courier.example/1"),
        ("<link></link><guid>https://a.example/1</guid>", "https://a.example/1"),
    ],
)
def test_links_as_feeds_write_them(inner: str, url: str) -> None:
    assert one_item(inner).url == url


def test_a_warning_of_the_server_before_a_feed_is_passed_over() -> None:
    body = "<b>Warning</b>: no such index in feed.php<br>\n" + rss(item("/1"))
    assert len(read_feed(body.encode(), URL).entries) == 1


@pytest.mark.parametrize("vocabulary", ["http://purl.org/rss/2.0/", "http://www.w3.org/2005/atom"])
def test_feeds_may_misspell_their_vocabulary(vocabulary: str) -> None:
    entry = one_item("<title>Grain</title><link>/1</link>", f"<rss xmlns='{vocabulary}'>")
    assert (entry.title, entry.url) == ("Grain", "https://courier.example/1")


def test_a_picture_has_a_title_of_its_own() -> None:
    media = "<rss xmlns:media='http://search.yahoo.com/mrss/'>"
    inner = "<media:content><media:title>A picture</media:title></media:content>"
    entry = one_item(f"{inner}<media:title>A picture</media:title><title>Grain</title>", media)
    assert entry.title == "Grain"


def test_content_written_as_elements() -> None:
    inner = "<content type='xhtml'><div><p>One <b>two</b></p><p>Three</p></div></content>"
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{inner}</entry></feed>"
    (entry,) = read_feed(body.encode(), URL).entries
    assert plain_words(entry.content) == "One two\nThree"


def test_a_tag_that_is_not_closed_hides_no_entry() -> None:
    items = "".join(f"<item><title>{n}<br></title><link>/{n}</link></item>" for n in range(3))
    feed = read_feed(f"<rss><channel>{items}</channel></rss>".encode(), URL)
    assert {entry.title[:1] for entry in feed.entries} == {"0", "1", "2"}


@pytest.mark.parametrize(
    "piece", ["<", "<a>", "<item>", "<!--", "<![CDATA[", "<?", "&", "&lt;", "<a></b>", "a='"]
)
def test_no_feed_is_made_to_be_read_for_ever(piece: str) -> None:
    """Each of these took a reader that searches and tries minutes or hours."""
    body = f"<rss><channel><item><description>{piece * (300_000 // len(piece))}"
    read_feed(body.encode(), URL)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = rss(item("https://a.example/1", title="Señor Müller")).replace("utf-8", name)
    (entry,) = read_feed(text.encode(encoding), URL).entries
    assert entry.title == "Señor Müller"


def test_a_feed_that_is_cut_off_gives_what_it_has() -> None:
    whole = rss(item("https://a.example/1"), item("https://a.example/2"))
    feed = read_feed(whole[: whole.index("a.example/2")].encode(), URL)
    assert feed.entries[0].url == "https://a.example/1"


@pytest.mark.parametrize(
    "body", [b"", b"news", article("Talks").encode(), b'{"version": "1"}', b"<svg></svg>", b"\xff"]
)
def test_what_is_no_feed(body: bytes) -> None:
    assert not looks_like_feed(body)
    with pytest.raises(RefusedError, match="no RSS or Atom feed"):
        read_feed(body, URL)


@pytest.mark.parametrize(
    "prologue",
    [
        "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://x/rss.dtd'>",
        "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
        "<?xml-stylesheet href='x.xsl'?>\n<!-- > -->",
    ],
)
def test_what_may_stand_before_a_feed(prologue: str) -> None:
    assert looks_like_feed(f"<?xml version='1.0'?>\n{prologue}\n<rss><channel/></rss>".encode())


def test_no_entity_of_a_feed_is_fetched_or_unfolded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    laughs = "".join(
        f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" if n else "<!ENTITY l0 'ha'>" for n in range(12)
    )
    for declared in (f"<!ENTITY l11 SYSTEM '{secret.as_uri()}'>", laughs):
        body = rss(item("https://a.example/1", title="T &l11; T"))
        body = body.replace("?><rss", f"?><!DOCTYPE rss [{declared}]><rss")
        feed = read_feed(body.encode(), URL)
        shown = "".join(entry.title for entry in feed.entries)
        assert "secret" not in shown
        assert "haha" not in shown


def test_a_feed_that_lists_without_end_is_read_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.web.feed.MOST_ENTRIES", 50)
    body = rss(*(f"<item><guid>{number}</guid></item>" for number in range(60)))
    assert len(read_feed(body.encode(), URL).entries) == 50


PIECES = st.sampled_from(
    [
        *("<rss>", "<channel>", "<item>", "</item>", "<feed xmlns='http://www.w3.org/2005/Atom'>"),
        *("<entry>", "<link href='", "'/>", "<content type='", "xhtml'>", "html'>", "base64'>"),
        *("<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE rss [", "<!ENTITY a '&a;'>", "]>", "&a;"),
        *("<pubDate>", "</pubDate>", "<guid>", "&#0;", "&#xD800;", "&#99999999999;", "&lt;p&gt;"),
        *("xml:base='http://[", "<georss:where>", "<media:content url='", "<itunes:image href='"),
        *("2021-W53-7T25:61", "Thu, 31 Feb 2021", "\x00", "\ud7ff", "é", "<a:b:c>", "<?xml", "?>"),
    ]
)


@given(
    st.binary(max_size=300)
    | st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode())
    | st.lists(PIECES | st.text(max_size=9), max_size=20).map(
        lambda pieces: ("<?xml version='1.0'?><rss><channel><item>" + "".join(pieces)).encode()
    )
)
@example(b"<rss><channel><item><link>http://[</link></item>")
def test_any_bytes_are_a_feed_or_refused(body: bytes) -> None:
    try:
        feed = read_feed(body, URL, "odd")
    except RefusedError as error:
        assert error.reason.endswith(".")
        return
    for entry in feed.entries:
        assert "\n" not in entry.title
        if entry.published:
            parse_date(entry.published)
        plain_words(entry.content)


@given(st.text(max_size=200) | st.lists(PIECES, max_size=20).map("".join))
def test_any_html_gives_words(content: str) -> None:
    words = plain_words(content)
    assert words == "\n".join(" ".join(line.split()) for line in words.splitlines())


def test_words_of_a_piece_of_html() -> None:
    content = "<p>One &amp; two</p><script>x()</script><ul><li>a<li>b <b>c</b></ul>d<!-- e -->f"
    assert plain_words(content) == "One & two\na\nb c\ndf"
