"""What all commands share: where they print, and how they end when something is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dateline.errors import DatelineError
from dateline.ingest import Rejection

# Wide enough for a table of events where the output goes to a file or a pager.
WIDTH_OF_A_FILE = 120


class ExitStatus(IntEnum):
    """How a command ends. 2 is also what a wrong use of the command line gets."""

    FAILED = 1
    REJECTED = 2


def output() -> Console:
    """Standard output, where results go."""
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_OF_A_FILE
    return Console(width=fixed, highlight=False)


def notices() -> Console:
    """Standard error, where everything else goes."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def show_rejection(console: Console, rejection: Rejection) -> None:
    """Name the report, what is wrong with it and what to do."""
    console.print("[red]rejected[/red]", end=" ")
    console.print(rejection.message, markup=False)


def progress_bar(console: Console, task: str, *, shown: bool) -> Progress:
    """A bar with count and time left; only a terminal sees it, and it goes when done."""
    return Progress(
        TextColumn(task),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not (shown and console.is_terminal),
    )


@contextmanager
def plain_errors() -> Iterator[None]:
    """Errors that Dateline raises on purpose become one line and exit status 1."""
    try:
        yield
    except DatelineError as error:
        notices().print(f"dateline: {error}", markup=False)
        raise typer.Exit(ExitStatus.FAILED) from error
