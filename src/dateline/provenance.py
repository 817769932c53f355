"""What a coding depends on besides the report: version, model, knowledge."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

# Digests are shown to people and compared by eye: 48 bits tell any two versions apart.
DIGEST_BYTES = 6


def package_version() -> str:
    """The version of Dateline that is installed."""
    return version("dateline")


@cache
def knowledge_digest(own: tuple[Path, ...] = ()) -> str:
    """Hash of all data files that coding stands on: ontology, lexicon, actors, places, times, the
    weights by which acts are trusted and reports are expected to hold any, and the user's own
    files."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    data_files = _data_files(files("dateline.knowledge"), "")
    for package in ("coding", "relevance"):
        weights = files(f"dateline.{package}").joinpath("weights.json")
        data_files.append((f"{package}/weights.json", weights.read_bytes()))
    data_files += [("own", path.read_bytes()) for path in own]
    for name, data in data_files:
        digest.update(f"\n{name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _data_files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _data_files(entry, f"{name}/")
        elif not name.endswith((".py", ".pyc")):
            found.append((name, entry.read_bytes()))
    return found
