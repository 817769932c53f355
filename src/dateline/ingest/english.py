"""Is this text English? Told by its script and by its function words.

Function words make up two fifths of running text in any language and hardly travel between
languages, so their share tells languages apart without a model (the idea of G. Grefenstette,
"Comparing two language identification schemes", JADT 1995).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind

WORD = re.compile(r"[^\W\d_]+")

# So much of a report is enough to tell.
SAMPLE = 50_000

# Names in other scripts are common in English reports; half the letters are not.
LEAST_LATIN = 0.5

# A quarter to a half of the words of English news are on our list, and about a tenth in lists
# of names; languages that we have no list for have fewer. Below LONG words only another
# language's function words count as a sign.
LEAST_ENGLISH = 0.06
LONG = 40

# Two foreign function words may belong to a name ("Ansar al-Sharia", "San José de los ...");
# three different ones that also outnumber the English ones do not.
LEAST_FOREIGN = 3

# Where the Unicode name of a letter begins otherwise than people call its script.
SCRIPTS = {"Cjk": "Chinese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean"}


def require_english(text: str) -> None:
    """Raise :class:`InputError` where ``text`` is without words or in another language."""
    words = WORD.findall(text[:SAMPLE])
    if not words:
        raise InputError(
            RejectionKind.EMPTY, "holds no words.", "Check that the right file was saved."
        )
    script = _foreign_script(words)
    if script is not None:
        raise _not_english(f"is written in {script} script.")
    language = _foreign_language(words)
    if language is not None:
        raise _not_english(f"seems to be in {language}.")


def _not_english(reason: str) -> InputError:
    return InputError(
        RejectionKind.LANGUAGE,
        reason,
        "Dateline reads English only; give an English translation.",
    )


def _foreign_script(words: list[str]) -> str | None:
    """The commonest script where it is not Latin, by its Unicode name ("Cyrillic")."""
    letters = "".join(words)
    if letters.isascii():
        return None
    scripts: Counter[str] = Counter()
    for letter, count in Counter(letters).items():
        scripts[_script(letter)] += count
    if scripts["Latin"] >= LEAST_LATIN * scripts.total():
        return None
    del scripts["Latin"]
    return scripts.most_common(1)[0][0]


@cache
def _script(letter: str) -> str:
    """The first word of the letter's Unicode name is its script."""
    script = unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0].capitalize()
    return SCRIPTS.get(script, script)


def _foreign_language(words: list[str]) -> str | None:
    written = Counter(words)
    counts: Counter[str] = Counter()
    for word, count in written.items():
        counts[word.casefold()] += count
    english = _function_words()["English"] & counts.keys()
    # Foreign names in an English text have their function words mostly in capitals ("El País").
    uncapitalised = {word for word in written if word.islower()}
    language, foreign = max(
        (
            (language, known & uncapitalised)
            for language, known in _function_words().items()
            if language != "English"
        ),
        key=lambda item: len(item[1]),
    )
    if len(foreign) >= LEAST_FOREIGN and len(foreign) > len(english):
        return language.replace("_", " ")
    share = sum(counts[word] for word in english) / len(words)
    if len(words) >= LONG and share < LEAST_ENGLISH:
        return "a language other than English"
    return None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(
        files("dateline.ingest").joinpath("function_words.toml").read_text(encoding="utf-8")
    )["languages"]
    english = frozenset(table["English"].split())
    foreign = {
        language: frozenset(words.split()) - english
        for language, words in table.items()
        if language != "English"
    }
    return {"English": english, **foreign}
