"""Dateline reads news reports about conflicts and crises.

It writes down who did what to whom, when, where, and on whose word::

    import dateline

    coding = dateline.code("Azerbaijan denied attacking Armenia.", published="2020-09-28")
    for event in coding.events:
        print(event.type, [actor.code for actor in event.actors], event.stance)

For many reports load a :class:`Coder` once and give them to ``coder.code_reports``.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.records import Coding, Event, Report
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Coder
    from dateline.store import open_archive

__all__ = [
    "Coder",
    "Coding",
    "Event",
    "Report",
    "Settings",
    "__version__",
    "code",
    "open_archive",
]


def code(text: str, *, published: date | str | None = None, title: str = "") -> Coding:
    """The events that one report tells.

    ``published`` is the day of publication (a ``date`` or ``"2020-09-28"``); without it,
    words like "yesterday" stay without a date. Offsets in the coding count characters of
    ``text``. Raises ``errors.InputError`` for a text that is empty or not in English and for
    a date that is none. The first call loads the language model.
    """
    from dateline.ingest import Contents, make_report

    day = published.isoformat() if isinstance(published, date) else published or ""
    report = make_report(Contents(text=text, title=title, published=day))
    return _coder().code_report(report)


@cache
def _coder() -> Coder:
    from dateline.pipeline import Coder

    return Coder.load()


def __getattr__(name: str) -> Any:
    """What is heavy to import is imported when first asked for."""
    if name == "Coder":
        from dateline.pipeline import Coder

        return Coder
    if name == "open_archive":
        from dateline.store import open_archive

        return open_archive
    if name == "__version__":
        from dateline.provenance import package_version

        return package_version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
