"""Names the extra that a format needs and the base install lacks."""

from __future__ import annotations

from typing import Any

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind
from dateline.libraries import Missing, library


def need(module: str, extra: str, format_name: str) -> Any:
    """The module, imported. Raises :class:`InputError` with the command that installs it."""
    return library(module, extra, f"reading {format_name}", needs_extra)


def needs_extra(missing: Missing) -> InputError:
    """A library that is not there, as what is wrong with a report."""
    return InputError(RejectionKind.NEEDS_EXTRA, missing.reason, missing.advice)
