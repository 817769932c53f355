"""Reads folders of gold codings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from dateline.errors import GoldError
from dateline.evaluation.record import CodedEvent, read_coding
from dateline.provenance import DIGEST_BYTES
from dateline.records import Record


class Gold(Record):
    """Reports with their codings; ``digest`` changes with any byte of either."""

    texts: dict[str, Path]
    codings: dict[str, tuple[CodedEvent, ...]]
    digest: str


def read_gold(folder: Path) -> Gold:
    """The reports in ``texts/ID.json`` and their codings in ``codes/ID.json``.

    Raises :class:`GoldError` where a folder is missing or empty, a coding is malformed, or
    a coding lacks its text.
    """
    texts = {path.stem: path for path in _json_files(folder / "texts")}
    codes = {path.stem: path for path in _json_files(folder / "codes")}
    lacking = sorted(codes.keys() - texts.keys())
    if lacking:
        raise GoldError(f"{folder}: no text for the coding {lacking[0]} in texts/.")
    return Gold(
        texts={name: texts[name] for name in codes},
        codings={name: _read_coding_file(path) for name, path in codes.items()},
        digest=_digest(path for name in codes for path in (texts[name], codes[name])),
    )


def read_codings(folder: Path) -> dict[str, tuple[CodedEvent, ...]]:
    """Codings that some coder wrote, one ``NAME.json`` a report."""
    return {path.stem: _read_coding_file(path) for path in _json_files(folder)}


def _json_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise GoldError(f"{folder} is not a folder. A gold folder holds texts/ and codes/.")
    found = sorted(folder.glob("*.json"))
    if not found:
        raise GoldError(f"{folder} holds no JSON files.")
    return found


def _read_coding_file(path: Path) -> tuple[CodedEvent, ...]:
    try:
        return read_coding(path.read_bytes())
    except (msgspec.DecodeError, OSError) as error:
        raise GoldError(f"{path} is not a coding as section 6 of the codebook says: {error}") from (
            error
        )


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.parent.name}/{path.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()
