"""Reports piped in: text, a JSON object, or JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.contents import Entry
from dateline.ingest.decode import decode
from dateline.ingest.formats import decode_json, read_json, read_text
from dateline.ingest.json_reports import UTF8_MARK, read_object_lines
from dateline.ingest.limits import too_large
from dateline.ingest.lines import bounded_lines
from dateline.ingest.options import Options
from dateline.ingest.unpack import read_whole


def read_standard_input(stream: BinaryIO, options: Options) -> Iterator[Entry]:
    """JSON lines where the first line is an object and others follow, a JSON object where the
    input begins with ``{``, plain text otherwise."""
    largest = options.settings.largest_report
    first = stream.readline(largest + 1)
    if len(first) > largest:
        raise too_large(largest)
    if _is_object(first):
        lines = ((number + 1, line) for number, line in bounded_lines(stream, largest))
        following = next(lines, None)
        if following is not None:
            yield from read_object_lines(chain(((1, first), following), lines), options)
            return
    data = first + read_whole(stream, largest - len(first))
    text = decode(data, options.settings.encoding)
    is_json = text.lstrip().startswith("{")
    yield Entry(outcome=read_json(text, options.columns) if is_json else read_text(text))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(decode_json(line.removeprefix(UTF8_MARK)), dict)
    except InputError:
        return False
