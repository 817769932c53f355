"""What the commands on archives share: which archive, and its words on a terminal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from dateline.records import Coding

DEFAULT_ARCHIVE = Path("dateline.duckdb")

ArchiveFile = Annotated[
    Path,
    typer.Option(
        "--archive",
        metavar="FILE",
        envvar="DATELINE_ARCHIVE",
        dir_okay=False,
        help="The archive.",
    ),
]

# Reports are foreign words: an escape sequence in one must not reach the terminal.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(words: str) -> str:
    """``words`` with a space for every control character, so that all offsets stay."""
    return CONTROL.sub(" ", words)


def harmless_coding(coding: Coding) -> Coding:
    """A coding with all its words made :func:`harmless`; its spans stay right."""
    return msgspec.convert(_harmless(msgspec.to_builtins(coding)), Coding)


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dict):
        return {key: _harmless(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_harmless(one) for one in value]
    return value
