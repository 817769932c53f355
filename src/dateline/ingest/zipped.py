"""Reports in zip archives."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePosixPath
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.contents import Entry
from dateline.ingest.limits import Meter
from dateline.ingest.options import Options
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.unpack import Unpacked, buffered, damaged, seekable


def _errors_of_packings() -> Iterator[type[Exception]]:
    """Of the libraries that not every Python has; bz2 raises ``OSError``."""
    for module, name in (("lzma", "LZMAError"), ("compression.zstd", "ZstdError")):
        try:
            packing = import_module(module)
        except ImportError:
            continue
        yield getattr(packing, name)


DAMAGE: tuple[type[Exception], ...] = (
    EOFError,
    OSError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    *_errors_of_packings(),
)
# A packing of another kind, or one that this Python was built without.
UNREADABLE: tuple[type[Exception], ...] = (*DAMAGE, RuntimeError)
ENCRYPTED = 0x1

ReadMember = Callable[[PurePosixPath, BinaryIO, Meter], Iterator[Entry] | None]


def read_zip(stream: BinaryIO, options: Options, read_member: ReadMember) -> Iterator[Entry]:
    """The reports of every file of the archive, named by its path in it.

    ``read_member`` reads one file, or gives ``None`` for one in another format, which is passed
    over like the hidden ones. A damaged file is refused by its name, and the rest goes on; a bomb
    ends the archive.
    """
    with seekable(stream, options.limits) as file:
        packed = file.seek(0, 2)
        file.seek(0)
        try:
            archive = zipfile.ZipFile(file)
        except UNREADABLE as error:
            raise damaged(str(error)) from error
        unpacked, unfolded = (Meter(options.limits, lambda: packed) for _ in range(2))
        for member in _members(archive, options):
            path = PurePosixPath(member.filename)
            opened = _open(archive, member)
            if isinstance(opened, InputError):
                yield Entry(part=member.filename, outcome=opened)
                continue
            with buffered(Unpacked(opened.read, unpacked, DAMAGE)) as plain:
                entries = read_member(path, plain, unfolded)
                if entries is not None:
                    yield from _named(entries, member.filename)


def _members(archive: zipfile.ZipFile, options: Options) -> Iterator[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > options.limits.members:
        raise InputError(
            RejectionKind.BOMB,
            f"holds more than {options.limits.members} files.",
            "Unpack it yourself and give the folder.",
        )
    for member in members:
        parts = PurePosixPath(member.filename).parts
        hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
        if parts and not member.is_dir() and not hidden:
            yield member


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO | InputError:
    if member.flag_bits & ENCRYPTED:
        return InputError(
            RejectionKind.UNREADABLE, "is encrypted.", "Unpack the archive with its password."
        )
    try:
        return archive.open(member)  # type: ignore[return-value]
    except UNREADABLE as error:
        return damaged(str(error))


def _named(entries: Iterator[Entry], member: str) -> Iterator[Entry]:
    try:
        for entry in entries:
            part = f"{member}:{entry.part}" if entry.part else member
            yield Entry(part=part, name=entry.name, outcome=entry.outcome)
    except InputError as error:
        if error.kind == RejectionKind.BOMB:
            raise
        yield Entry(part=member, outcome=error)
