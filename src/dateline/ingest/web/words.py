"""The words of a piece of HTML, as feeds hold them."""

from __future__ import annotations

from html import unescape

from dateline.ingest.extras import need

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
BLOCKS = HEADINGS | {
    *("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "header", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr"),
    "ul",
}
UNREAD = frozenset(("script", "style", "template", "noscript", "head"))


def plain_words(content: str) -> str:
    """The words of a piece of HTML, a line for each block; ``""`` where it has none."""
    if "<" not in content and "&" not in content:
        return _lines(content)
    etree, html = need("lxml.etree", "web", "HTML"), need("lxml.html", "web", "HTML")
    try:
        tree = html.fragment_fromstring(content, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        # What lxml cannot take apart holds no elements to speak of.
        return _lines(unescape(content))
    pieces: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append("" if unread else element.tail or "")
            continue
        if element.tag in BLOCKS:
            pieces.append("\n")
        if event == "start":
            unread += element.tag in UNREAD
            pieces.append("" if unread else element.text or "")
        else:
            unread -= element.tag in UNREAD
            pieces.append("" if unread else element.tail or "")
    return _lines("".join(pieces))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
