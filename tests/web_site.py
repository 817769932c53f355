"""A small site on this machine, and a clock that no test waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

from dateline.ingest.web import Downloader, Pace, RequestLimits

Answer = Callable[[BaseHTTPRequestHandler], None]

FIRST_MOMENT = 1_600_000_000.0


class FakeClock:
    """Time passes by sleeping, and ``tick`` seconds with each look at the stop watch."""

    def __init__(self, tick: float = 0.0) -> None:
        self.moment = FIRST_MOMENT
        self.tick = tick
        self.slept: list[float] = []

    def now(self) -> float:
        return self.moment

    def elapsed(self) -> float:
        self.moment += self.tick
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += seconds


class Site:
    """What is asked of it stands in ``asked`` (path) and ``headers``; ``pages`` are its answers."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        # Answers that must not end hold on to this; it is set when the site closes.
        self.closing = threading.Event()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def count(self, path: str) -> int:
        return self.asked.count(path)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        self.pages.get(handler.path, status(404))(handler)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up on an endless answer is what the tests are about."""


@contextmanager
def open_site() -> Iterator[Site]:
    """A site for the length of a ``with`` block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, *arguments: object) -> None:
            """The tests look at ``site.asked`` instead."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()


def send(
    body: bytes | str, content_type: str = "text/html; charset=utf-8", **headers: str
) -> Answer:
    """An answer with status 200; ``last_modified="…"`` becomes the header Last-Modified."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", content_type)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def status(code: int, **headers: str) -> Answer:
    """An answer without a body."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Length", "0")
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return answer


def redirect(target: str, code: int = 302) -> Answer:
    return status(code, Location=target)


def unchanged_after(etag: str, first: Answer) -> Answer:
    """``first``, and "not modified" for whoever has the version ``etag``."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            status(304, ETag=etag)(handler)
        else:
            first(handler)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """One answer after the other; the last one stays."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def article(title: str, day: str = "2021-03-05") -> str:
    """A page with a report; the words are invented."""
    sentence = (
        f"The government of Norland said on Friday that its talks with the rebels about {title} "
        "had failed after the third day, and that more troops would be sent to the border."
    )
    paragraphs = "".join(f"<p>{sentence} Part {number}.</p>" for number in range(4))
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>"
        f'<meta property="article:published_time" content="{day}T10:00:00Z">'
        '<meta property="og:site_name" content="The Sella Courier"></head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article>"
        "</body></html>"
    )


def rss(*entries: str, title: str = "The Sella Courier") -> str:
    items = "".join(entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><language>en</language>{items}</channel></rss>"
    )


def item(link: str, title: str = "", published: str = "", words: str = "") -> str:
    return (
        f"<item><guid isPermaLink='false'>id {link}</guid><link>{link}</link>"
        f"<title>{title}</title><pubDate>{published}</pubDate>"
        f"<description>{words}</description></item>"
    )


def downloader(
    clock: FakeClock, limits: RequestLimits | None = None, gap: float = 1.0
) -> Downloader:
    """One that may ask this machine."""
    limits = limits or RequestLimits(allow_private=True)
    return Downloader(limits, Pace(clock, Random(1), gap), clock)
