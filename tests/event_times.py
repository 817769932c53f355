"""Days and trees that several tests of the day of an event share."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.coding.when import date_of
from dateline.knowledge import times as grammar
from dateline.records import Reading
from dateline.resolution.times import resolve_times

MONDAY = date(2020, 9, 28)

STRUCK_AND_SAID = """
Rebels NOUN 2 nsubj NNS
said VERB 0 root VBD
on ADP 4 case IN
Monday PROPN 2 obl NNP
that SCONJ 7 mark IN
jets NOUN 7 nsubj NNS
struck VERB 2 ccomp VBD
Homs PROPN 7 obj NNP
on ADP 10 case IN
Saturday PROPN 7 obl NNP
"""

TREATY = """
Paris PROPN 2 nsubj NNP
condemned VERB 0 root VBD
the DET 5 det DT
1994 NUM 5 nummod CD
massacre NOUN 2 obj NN
on ADP 7 case IN
Friday PROPN 2 obl NNP
"""


def index_of(word: str, reading: Reading) -> int:
    return next(i for i, token in enumerate(reading.tokens) if token.text == word)


def in_the_past(reading: Reading, *words: str) -> Reading:
    """The reading with some words tagged as verbs in the simple past."""
    tokens = tuple(
        msgspec.structs.replace(token, tag="VBD") if token.text in words else token
        for token in reading.tokens
    )
    return msgspec.structs.replace(reading, tokens=tokens)


def date_in(reading: Reading, word: str, **told: bool) -> str | None:
    times = resolve_times(reading, grammar.load())
    time = date_of(index_of(word, reading), reading, times, **told)
    return time.value if time else None


ENVOY = """
The DET 2 det DT
{} NOUN 8 nsubj NN
, PUNCT 5 punct ,
{} PRON 5 nsubj WP
came VERB 2 acl:relcl VBD
on ADP 7 case IN
Sunday PROPN 5 obl NNP
hit VERB 0 root VBD
Homs PROPN 8 obj NNP
"""

TRUCE = """
London PROPN 2 nsubj NNP
broke VERB 0 root VBD
the DET 5 det DT
2003 NUM 5 nummod CD
truce NOUN 2 {} NN
"""

BESIDE = """
Minsk PROPN 2 nsubj NNP
sought VERB 0 root VBD
help NOUN 2 obj NN
{} PUNCT 6 punct :
envoys NOUN 6 nsubj NNS
came VERB 2 {} VBD
on ADP 8 case IN
Sunday PROPN 6 obl NNP
"""

THREATENED = """
Paris PROPN 8 nsubj NNP
, PUNCT 5 punct ,
which PRON 5 nsubj WDT
{} AUX 5 aux {}
threatened VERB 1 acl:relcl VBN
raids NOUN 5 obj NNS
, PUNCT 5 punct ,
withdrew VERB 0 root VBD
in ADP 10 case IN
2015 NUM 8 obl CD
"""
