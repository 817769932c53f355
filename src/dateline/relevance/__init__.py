"""Relevance: reports that cannot hold events are told from their words, before the encoder runs.

docs/gate.md says what it saves and what it costs.
"""

from __future__ import annotations

from dateline.relevance.gate import Gate, digest, load, may_hold_events

__all__ = ["Gate", "digest", "load", "may_hold_events"]
