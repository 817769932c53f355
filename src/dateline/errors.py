"""What can go wrong, as a small tree of exceptions.

::

    DatelineError                 catch this one to catch them all
    ├── InputError                one report cannot be coded; the others can
    ├── ModelError                the language model is missing, damaged or of another format
    ├── KnowledgeError            a data file (ontology, lexicon, actors, places) is malformed
    ├── GoldError                 a gold folder does not hold texts and codes that belong together
    ├── OutputError               a result cannot be written
    ├── store.StoreError          an archive cannot be read, written or understood
    └── run.errors.RunError       no workers can be had

Every message is one or two plain sentences: what is wrong and where, then what to do.
This module imports nothing else of the package.
"""

from __future__ import annotations

__all__ = [
    "DatelineError",
    "GoldError",
    "InputError",
    "KnowledgeError",
    "ModelError",
    "OutputError",
]


class DatelineError(Exception):
    """Base of everything that Dateline raises on purpose."""


class InputError(DatelineError):
    """One report cannot be coded.

    ``kind`` names the class of the trouble (one of ``ingest.RejectionKind``), ``reason``
    says what is wrong with the report and ``advice`` what its owner can do about it.
    """

    def __init__(self, kind: str, reason: str, advice: str) -> None:
        super().__init__(f"{reason} {advice}")
        self.kind = kind
        self.reason = reason
        self.advice = advice


class ModelError(DatelineError):
    """The language model cannot be loaded."""


class KnowledgeError(DatelineError):
    """A data file of the package or of the user is malformed; the message names the entry."""


class GoldError(DatelineError):
    """A gold folder cannot be evaluated against; the message names the file."""


class OutputError(DatelineError):
    """A result cannot be written; the message names the file and the system's reason."""
