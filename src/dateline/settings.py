"""One frozen object that holds every choice that codings depend on.

This module imports nothing else of the package.
"""

from __future__ import annotations

from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Choices of a run; the defaults are what the command line uses.

    ``language_model``      folder of a language model; ``None`` takes the one in the package
    ``actors_file``         actors of one's own, before those of the directory (docs/actors.md)
    ``lexicon_files``       words of one's own for types of act (docs/ontology.md)
    ``encoding``            how text files are encoded, unless they begin with a byte order mark
    ``largest_report``      bytes; a larger file is rejected unread
    """

    language_model: Path | None = None
    actors_file: Path | None = None
    lexicon_files: tuple[Path, ...] = ()
    encoding: str = "utf-8"
    largest_report: int = 5_000_000

    @property
    def own_files(self) -> tuple[Path, ...]:
        """The user's own files that codes depend on."""
        actors = () if self.actors_file is None else (self.actors_file,)
        return (*actors, *self.lexicon_files)
