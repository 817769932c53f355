"""``dateline watch``: feeds are polled, and what is new in them becomes files of reports."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from dateline.cli.collecting import USUAL_GAP, locked, make_downloader, require_web, tell
from dateline.cli.fetch import REPORTS, AllowPrivate, Contact, Folder, Gap
from dateline.cli.results import make_folder
from dateline.cli.terminal import ExitStatus, notices, plain_errors

STATE = ".dateline-watch.json"


def watch(
    feeds: Annotated[
        Path,
        typer.Argument(
            metavar="FEEDS.toml", help="The list of feeds. See docs/feeds.md.", show_default=False
        ),
    ],
    out: Folder = REPORTS,
    once: Annotated[
        bool,
        typer.Option(
            "--once", help="Poll the feeds that are due, fetch what is new and end: for cron."
        ),
    ] = False,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            dir_okay=False,
            help="Where to remember what was fetched. Default: .dateline-watch.json in DIR.",
            show_default=False,
        ),
    ] = None,
    contact: Contact = "",
    gap: Gap = USUAL_GAP,
    allow_private: AllowPrivate = False,
) -> None:
    """Poll feeds and fetch each new report they list, until stopped with Ctrl-C.

    A report is fetched once. Hosts are asked no more often than they allow, and are left
    alone for longer and longer when they do not answer. What cannot be fetched is named on
    standard error and the rest goes on; the exit status is then 2.
    """
    console = notices()
    remembered = state or out / STATE
    with plain_errors():
        require_web()
        from dateline.ingest.web import Collector, Memory, ReaderApart, read_feeds_file

        listed = read_feeds_file(feeds)
        make_folder(out)
        make_folder(remembered.parent)
        with locked(remembered, out), _stopped_by_terminate(), ReaderApart() as reader:
            memory = Memory(remembered)
            downloader = make_downloader(
                memory, contact or listed.contact, gap, allow_private=allow_private
            )
            collector = Collector(
                listed.feeds,
                downloader,
                memory,
                out,
                downloader.clock,
                reader=reader,
                keep_polling=not once,
                only_due=True,
            )
            summary = tell(collector, console, downloader.clock, timed=True)
    console.print(summary.sentence(out), markup=False)
    if summary.trouble:
        raise typer.Exit(ExitStatus.REJECTED)


@contextmanager
def _stopped_by_terminate() -> Iterator[None]:
    """What ends a service (SIGTERM) ends the watch as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
