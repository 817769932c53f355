"""``python -m dateline`` is the command ``dateline``."""

from __future__ import annotations

from dateline.cli import app

app()
