"""The formats by the endings of their files, each with what reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.conllu import read_conllu
from dateline.ingest.contents import Contents, Entry
from dateline.ingest.decode import decode
from dateline.ingest.formats import read_markdown, read_text
from dateline.ingest.json_reports import read_json_file, read_json_lines
from dateline.ingest.limits import Meter
from dateline.ingest.options import Options
from dateline.ingest.page import read_page
from dateline.ingest.parquet import read_parquet
from dateline.ingest.petrarch import read_petrarch
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.tables import read_csv
from dateline.ingest.unpack import read_whole, unpack
from dateline.ingest.warc import read_warc
from dateline.ingest.zipped import read_zip

Reader = Callable[[BinaryIO, Options], Iterator[Entry]]


def _one(read: Callable[[bytes, Options], Contents]) -> Reader:
    """A reader of files that are one report."""

    def reader(stream: BinaryIO, options: Options) -> Iterator[Entry]:
        data = read_whole(stream, options.settings.largest_report)
        yield Entry(outcome=read(data, options))

    return reader


_text = _one(lambda data, options: read_text(decode(data, options.settings.encoding)))
_markdown = _one(lambda data, options: read_markdown(decode(data, options.settings.encoding)))
_page = _one(lambda data, options: read_page(data, options.settings.encoding))


def _zip(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    def read_member(path: PurePath, plain: BinaryIO, meter: Meter) -> Iterator[Entry] | None:
        ending, packing = endings(path.name)
        if ending == ".zip":
            nested = InputError(
                RejectionKind.UNKNOWN_FORMAT,
                "is a zip archive in a zip archive.",
                "Unpack the outer one and give its folder.",
            )
            return iter((Entry(outcome=nested),))
        if ending not in READERS:
            return None
        return READERS[ending](unpack(plain, packing, meter) if packing else plain, options)

    return read_zip(stream, options, read_member)


READERS: dict[str, Reader] = {
    ".conll": read_conllu,
    ".conllu": read_conllu,
    ".csv": read_csv,
    ".htm": _page,
    ".html": _page,
    ".json": read_json_file,
    ".jsonl": read_json_lines,
    ".md": _markdown,
    ".ndjson": read_json_lines,
    ".parquet": read_parquet,
    ".tsv": read_csv,
    ".txt": _text,
    ".warc": read_warc,
    ".xhtml": _page,
    ".xml": read_petrarch,
    ".zip": _zip,
}

PACKINGS = {".gz": ".gz", ".zst": ".zst", ".zstd": ".zst"}


def endings(name: str) -> tuple[str, str]:
    """The ending that tells the format and the one that tells the packing: ``news.csv.gz`` gives
    ``(".csv", ".gz")``; each is empty where there is none."""
    path = PurePath(name.lower())
    packing = PACKINGS.get(path.suffix, "")
    return (PurePath(path.stem).suffix if packing else path.suffix), packing


def stem(name: str) -> str:
    """The name of a file without those endings: ``2020.news.csv.gz`` gives ``2020.news``."""
    _, packing = endings(name)
    path = PurePath(name)
    return PurePath(path.stem).stem if packing else path.stem


def is_readable(name: str) -> bool:
    """Whether the endings are ones that Dateline reads."""
    return endings(name)[0] in READERS


def read_entries(stream: BinaryIO, name: str, options: Options) -> Iterator[Entry]:
    """The reports of one open file, by the endings of its name.

    Raises :class:`InputError` where the file as a whole cannot be read (any further).
    """
    ending, packing = endings(name)
    if packing:
        stream = unpack(stream, packing, Meter(options.limits, stream.tell))
    return READERS[ending](stream, options)
