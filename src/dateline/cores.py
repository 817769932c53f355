"""The cores that a process may use, and how its threads share them.

This module imports nothing else of the package.
"""

from __future__ import annotations

import os
import sys

SECONDS_OF_A_TURN = 0.0005


def usable_cores() -> int:
    """Cores that this process may use, which a container or ``taskset`` can make few."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def take_short_turns() -> None:
    """Have a thread that computes in Python give way to others after half a millisecond.

    The language model's threads need the interpreter for a moment between two of their products,
    and while reports are coded would wait for it ten times as long, with their cores idle. For a
    process of our own: it holds for all threads.
    """
    sys.setswitchinterval(SECONDS_OF_A_TURN)
