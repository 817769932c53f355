"""The folded form of a place name, under which the gazetteer files it.

Two spellings that a newspaper would treat as one name fold to one key: case, accents,
apostrophes, full stops and hyphens do not count, "Saint" and "St." are one word, and so are
"Mount" and "Mt.", "Fort" and "Ft.", "&" and "and".
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ħ": "h",
        "ŋ": "n",
        "&": " and ",
    }
)
_SILENT = re.compile(r"['’‘ʼʻʾʿ`´ʹ′.]")
_GAP = re.compile(r"[\W_]+")
_SAME_WORD = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "adh", "ath"})


def fold(name: str) -> str:
    """The key of a name: plain lower-case words, one space apart, without a leading "the"."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
        name = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    lowered = _SILENT.sub("", name.casefold().replace("&", " and "))
    words = [_SAME_WORD.get(word, word) for word in _GAP.split(lowered) if word]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def without_article(key: str) -> str:
    """The key without a leading Arabic article ("al hasakah" is also "hasakah"), else itself."""
    first, gap, rest = key.partition(" ")
    return rest if gap and first in _ARTICLES and len(rest) > 3 else key
