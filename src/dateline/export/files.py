"""Writing a file whole or not at all."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline.errors import OutputError


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to write to, which takes its place once all has gone well.

    Raises ``OutputError`` where the system refuses.
    """
    temporary = path.parent / f".{path.name}-{os.getpid()}.part"
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_delimited(
    path: Path, rows: Iterable[Iterable[Any]], header: Iterable[str] | None, delimiter: str = ","
) -> int:
    """Write rows as :func:`delimited` has them, in UTF-8, and count them."""
    count = 0
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        if header is not None:
            file.writelines(delimited((header,), delimiter))
        for line in delimited(rows, delimiter):
            file.write(line)
            count += 1
    return count


def delimited(rows: Iterable[Iterable[Any]], delimiter: str = ",") -> Iterator[str]:
    """Each row as a line with its end; nothing is written for ``None``.

    Cells are quoted where they hold the delimiter, a quotation mark or a line end.
    """
    writer = csv.writer(_UnixLines(), delimiter=delimiter)
    for row in rows:
        yield writer.writerow(["" if cell is None else _written(cell) for cell in row])


def write_bare(path: Path, rows: Iterable[Iterable[Any]], header: Iterable[str] | None) -> int:
    """Write rows of cells parted by tabs, without any quoting, as GDELT and ICEWS do.

    Tabs and line ends within cells become spaces.
    """
    count = 0
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        if header is not None:
            file.write("\t".join(header) + "\n")
        for row in rows:
            cells = ("" if cell is None else " ".join(str(_written(cell)).split()) for cell in row)
            file.write("\t".join(cells) + "\n")
            count += 1
    return count


class _UnixLines:
    """Gives rows back with plain line ends. The writer quotes only what its own line end holds,
    and a lone carriage return in a cell would be a new row to many readers."""

    def write(self, row: str) -> str:
        return row.removesuffix("\r\n") + "\n"


def _written(cell: Any) -> Any:
    """Truth as R, SQL and JSON write it."""
    return str(cell).lower() if isinstance(cell, bool) else cell
