"""The language model: a report's words, trees and names."""

from __future__ import annotations

from dateline.language.model import Model, load_model
from dateline.language.reader import read, read_reports
from dateline.language.windows import CODING, EVERYTHING, LanguageModel, Layers

__all__ = [
    "CODING",
    "EVERYTHING",
    "LanguageModel",
    "Layers",
    "Model",
    "load_model",
    "read",
    "read_reports",
]
