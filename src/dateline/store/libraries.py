"""The libraries that only archives need, with what to install where they lack."""

from __future__ import annotations

from importlib import import_module

from dateline.store.errors import StoreError

LIBRARIES = ("duckdb", "pyarrow")


def require_libraries() -> None:
    """Raises :class:`StoreError` unless the libraries of the extra ``archive`` can be imported."""
    for library in LIBRARIES:
        try:
            import_module(library)
        except ModuleNotFoundError as error:
            raise StoreError(
                f"archives need {library}, which is not installed. "
                "Install it with: pip install 'dateline[archive]'"
            ) from error
