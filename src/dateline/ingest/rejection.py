"""Why a report was not read: one record a report, for the user and for the table of rejects."""

from __future__ import annotations

from enum import StrEnum

from dateline.errors import InputError
from dateline.records import Record


class RejectionKind(StrEnum):
    """What can be wrong with a report, or with the file that holds it."""

    EMPTY = "empty"
    HUGE = "huge"
    BINARY = "binary"
    ENCODING = "encoding"
    MALFORMED = "malformed"
    DAMAGED = "damaged"
    BOMB = "bomb"
    NO_TEXT = "no-text"
    NO_DATE = "no-date"
    BAD_DATE = "bad-date"
    LANGUAGE = "language"
    UNREADABLE = "unreadable"
    UNKNOWN_FORMAT = "unknown-format"
    NEEDS_EXTRA = "needs-extra"
    SAME_NAME = "same-name"
    CRASH = "crash"  # the reading of it ends the process that reads
    IRRELEVANT = "irrelevant"  # its words speak of no event; stored without any


class Rejection(Record):
    """A report that could not be read: which one, what is wrong, and what to do about it."""

    report: str
    kind: RejectionKind
    reason: str
    advice: str

    @property
    def message(self) -> str:
        """One line for a person."""
        return printable(f"{self.report}: {self.reason} {self.advice}")

    @classmethod
    def of(cls, report: str, error: InputError) -> Rejection:
        return cls(
            report=report,
            kind=RejectionKind(error.kind),
            reason=printable(error.reason),
            advice=error.advice,
        )


def printable(words: str) -> str:
    """Words that may quote a file, as one line in which no terminal finds a command."""
    if words.isprintable():
        return words
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"
        for sign in words
    )


def first_line(error: Exception) -> str:
    """What a library says is wrong, cut short."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
