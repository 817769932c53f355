"""Names the extra that a format needs and the base install lacks."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind


def need(module: str, extra: str, format_name: str) -> ModuleType:
    """The module, imported. Raises :class:`InputError` with the command that installs it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise InputError(
            RejectionKind.NEEDS_EXTRA,
            f"is {format_name}, which this install of Dateline cannot read.",
            f"Install what reads it: pip install 'dateline[{extra}]'.",
        ) from error
