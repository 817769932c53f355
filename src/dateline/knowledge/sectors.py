"""Sectors (codebook section 2) that belong together."""

from __future__ import annotations

OF_THE_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
ARMED = frozenset({"MIL", "REB", "UAF"})
