"""``dateline fetch``: pages and feeds from the web become files of reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.collecting import (
    USUAL_GAP,
    locked,
    make_downloader,
    require_web,
    tell,
)
from dateline.cli.results import make_folder
from dateline.cli.terminal import ExitStatus, notices, plain_errors

Folder = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", file_okay=False, help="Write one file a report here."),
]


def _contact(value: str) -> str:
    if not value.isascii() or not value.isprintable():
        raise typer.BadParameter("Give a mail address or a URL.")
    return value


Contact = Annotated[
    str,
    typer.Option(
        callback=_contact,
        metavar="WHO",
        help="A mail address or URL by which publishers can reach you; it is sent to them.",
        show_default=False,
    ),
]
Gap = Annotated[
    float,
    typer.Option(
        min=0.1, metavar="SECONDS", help="Least time between two requests to the same host."
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        help="Ask this machine and private networks, too. Only for feeds of your own.",
    ),
]
FromFeed = Annotated[
    bool,
    typer.Option(
        "--from-feed",
        help="Take the words of the reports from the feed itself instead of from their pages.",
    ),
]

REPORTS = Path("reports")
STATE = ".dateline-fetch.json"


def fetch(
    urls: Annotated[
        list[str],
        typer.Argument(
            metavar="URL…", help="Pages with a report, or RSS or Atom feeds.", show_default=False
        ),
    ],
    out: Folder = REPORTS,
    contact: Contact = "",
    gap: Gap = USUAL_GAP,
    from_feed: FromFeed = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch reports from the web, one JSON file each, for `dateline code DIR`.

    A report that is there already is not written again, and an entry of a feed that was
    fetched before is not fetched again. What cannot be fetched is named on standard error and
    the rest goes on; the exit status is then 2.
    """
    console = notices()
    with plain_errors():
        require_web()
        from dateline.ingest.web import Collector, Memory, ReaderApart, TextFrom, WebSource

        make_folder(out)
        state = out / STATE
        text = TextFrom.FEED if from_feed else TextFrom.PAGE
        with locked(state, out), ReaderApart() as reader:
            memory = Memory(state)
            downloader = make_downloader(memory, contact, gap, allow_private=allow_private)
            sources = [WebSource(name=url, url=url, text=text) for url in urls]
            collector = Collector(sources, downloader, memory, out, downloader.clock, reader=reader)
            summary = tell(collector, console, downloader.clock)
    console.print(summary.sentence(out), markup=False)
    if summary.trouble:
        raise typer.Exit(ExitStatus.REJECTED)
