"""Relevance: reports that cannot hold events are told from their words.

With ``--gate`` they are passed over before the language model runs (docs/gate.md says what that
saves and costs). An act must convince more in any report whose words rather speak against an event.
"""

from __future__ import annotations

from dateline.relevance.gate import Gate, digest, expects_events, load, may_hold_events

__all__ = ["Gate", "digest", "expects_events", "load", "may_hold_events"]
