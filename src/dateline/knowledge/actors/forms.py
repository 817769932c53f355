"""Name forms as keys: how words of a report and forms of the directory are made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
_WORD = re.compile(r"\w+")
_LONGEST_EXACT_ACRONYM = 3


@lru_cache(maxsize=65536)
def fold(text: str) -> tuple[str, ...]:
    """The words of ``text``: lower-cased, without accents and full stops; hyphens part words."""
    if not text.isascii():
        text = _APOSTROPHES.sub("'", text.translate(_LETTERS))
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return tuple(_WORD.findall(text.replace(".", "").lower()))


def key(text: str) -> str:
    """One string for :func:`fold`."""
    return " ".join(fold(text))


def is_acronym(form: str) -> bool:
    """Whether a form is written in capitals ("US", "U.S.", "M23"), so that case tells it."""
    letters = [c for c in form if c.isalpha()]
    return bool(letters) and " " not in form and all(c.isupper() for c in letters)


def fits_case(form: str, written: str) -> bool:
    """Whether the words ``written`` in a report may stand for ``form`` as far as case goes.

    Short acronyms must be in capitals ("US" is not "us"), longer ones may be written like
    names ("Nato", "Isis"); a capitalised form needs a capital or digit at its start.
    """
    if is_acronym(form):
        letters = [c for c in written if c.isalpha()]
        if len(letters) <= _LONGEST_EXACT_ACRONYM:
            return all(c.isupper() for c in letters)
        return written[:1].isupper() or written[:1].isdigit()
    first = form[:1]
    if not first.isupper():
        return form.islower() or any(c.isupper() for c in written)
    return written[:1].isupper() or any(c.isupper() for c in written)
