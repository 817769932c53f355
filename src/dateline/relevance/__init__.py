"""Relevance: reports that cannot hold events are told from their words.

With ``--gate`` they are passed over before the language model runs (docs/gate.md says what that
saves and costs); without it an act in such a report must convince more.
"""

from __future__ import annotations

from dateline.relevance.gate import Gate, digest, load, may_hold_events

__all__ = ["Gate", "digest", "load", "may_hold_events"]
