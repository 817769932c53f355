"""Finds the files that hold reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest.readers import READERS, is_readable, stem
from dateline.ingest.rejection import Rejection, RejectionKind
from dateline.records import Record

STANDARD_INPUT = "-"


class Source(Record):
    """Where a report or a file of reports lies; ``path`` is ``None`` for standard input.

    ``name`` is the file's name without its endings: what the output of its report is called.
    """

    name: str
    path: Path | None

    @property
    def shown(self) -> str:
        """How messages call it."""
        return "standard input" if self.path is None else str(self.path)


class Found(Record):
    """What a search found: sources in order, refusals, and files of other formats in folders."""

    sources: tuple[Source, ...]
    rejections: tuple[Rejection, ...]
    passed_over: tuple[Path, ...]


def find(paths: Iterable[str | Path], *, distinct_names: bool = False) -> Found:
    """The reports at ``paths``: files, folders (searched to the bottom, in order of name) or ``-``.

    A file reached twice counts once. In folders, hidden files are skipped and files of other
    formats are listed in ``passed_over``; a file that is named outright must be one that
    Dateline reads. With ``distinct_names``, a second report of the same name is rejected,
    so that its output cannot overwrite the first one's.
    """
    sources: list[Source] = []
    rejections: list[Rejection] = []
    passed_over: list[Path] = []
    seen: set[str] = set()
    names: dict[str, Source] = {}
    for found in _walk(paths):
        if isinstance(found, Rejection):
            rejections.append(found)
            continue
        if isinstance(found, Path):
            passed_over.append(found)
            continue
        identity = STANDARD_INPUT if found.path is None else os.path.realpath(found.path)
        if identity in seen:
            continue
        seen.add(identity)
        # Some file systems keep "Kyiv" and "kyiv" apart, others write one over the other.
        first = names.setdefault(found.name.casefold(), found)
        if distinct_names and first is not found:
            rejections.append(_same_name(found, first))
        else:
            sources.append(found)
    return Found(
        sources=tuple(sources), rejections=tuple(rejections), passed_over=tuple(passed_over)
    )


def _walk(paths: Iterable[str | Path]) -> Iterator[Source | Rejection | Path]:
    for given in paths:
        path = Path(given)
        if str(given) == STANDARD_INPUT:
            yield Source(name="stdin", path=None)
        elif path.is_dir():
            yield from _walk_folder(path)
        elif is_readable(path.name):
            yield Source(name=stem(path.name), path=path)
        else:
            yield Rejection.of(str(path), _not_a_report(path))


def _walk_folder(folder: Path) -> Iterator[Source | Rejection | Path]:
    """Everything under ``folder``; symbolic links to folders are not followed (they may circle)."""
    empty = True
    unreadable: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith("."):
                continue
            if is_readable(path.name):
                empty = False
                yield Source(name=stem(path.name), path=path)
            else:
                yield path
    for error in unreadable:
        empty = False
        yield Rejection.of(str(error.filename), unreadable_file(error))
    if empty:
        yield Rejection(
            report=str(folder),
            kind=RejectionKind.EMPTY,
            reason="is a folder without reports.",
            advice=f"Give one that holds {_endings()} files.",
        )


def _not_a_report(path: Path) -> InputError:
    if not os.path.lexists(path):
        return InputError(
            RejectionKind.UNREADABLE, "does not exist.", "Check the spelling of the path."
        )
    return InputError(
        RejectionKind.UNKNOWN_FORMAT,
        f"is not in a format that Dateline reads ({_endings()}).",
        "Save the report as plain text with the ending .txt.",
    )


def unreadable_file(error: OSError) -> InputError:
    """What the operating system says when a file cannot be read, as a rejection."""
    return InputError(
        RejectionKind.UNREADABLE,
        f"cannot be read ({(error.strerror or str(error)).lower()}).",
        "Check the path and its permissions.",
    )


def _same_name(second: Source, first: Source) -> Rejection:
    return Rejection(
        report=second.shown,
        kind=RejectionKind.SAME_NAME,
        reason=f"has the same name as {first.shown}, so its output would overwrite that one's.",
        advice="Rename one of them, or code them into different folders.",
    )


def _endings() -> str:
    known = sorted(READERS)
    return ", ".join(known[:-1]) + " or " + known[-1]
