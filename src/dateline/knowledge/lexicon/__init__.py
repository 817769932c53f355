"""The lexicon: words that name acts, words that report speech, and what decides a mode.

The data are the TOML files of this folder; ``README.md`` beside them says how to read and
extend them. ``load`` compiles them once to tables that are looked up by inflected form.
"""

from __future__ import annotations

from dateline.knowledge.lexicon.cues import Cues
from dateline.knowledge.lexicon.load import load
from dateline.knowledge.lexicon.patterns import Lexicon, Pattern

__all__ = ["Cues", "Lexicon", "Pattern", "load"]
