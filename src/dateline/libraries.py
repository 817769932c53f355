"""Libraries that the base install lacks: taken in where they are needed, and where they are not
there the user is told what to install, always in the same words.

This module imports nothing else of the package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple


class Missing(NamedTuple):
    """What a user is told: what is wrong, and what to do about it."""

    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.reason} {self.advice}"


# A class of exceptions, or what makes one of the two sentences.
Refusal = Callable[[Missing], Exception]


def library(module: str, extra: str, purpose: str, error: Refusal) -> Any:
    """The module, imported; raises ``error`` where it or what it stands on is not installed.

    ``purpose`` is what cannot be had without it ("an archive") and begins the message.
    ``extra`` is Dateline's extra that brings the library, empty where no extra does.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        raise error(_missing(missing.name or module, extra, purpose)) from missing


def require(modules: Iterable[str], extra: str, purpose: str, error: Refusal) -> None:
    """Like :func:`library` for several, but imports none of them."""
    for module in modules:
        if find_spec(module) is None:
            raise error(_missing(module, extra, purpose))


def _missing(module: str, extra: str, purpose: str) -> Missing:
    name = module.partition(".")[0]
    package = f"'dateline[{extra}]'" if extra else name
    return Missing(
        reason=f"{purpose} needs {name}, which is not installed.",
        advice=f"Install it with: pip install {package}",
    )
