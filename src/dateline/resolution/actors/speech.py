"""Who speaks: subjects of verbs of speech, and "we"."""

from __future__ import annotations

from dateline.knowledge.pronouns import SPEAKER
from dateline.resolution.actors.phrase_tree import PhraseTree

SPEECH = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "added",
        "adds",
        "warned",
        "warns",
        "tweeted",
        "wrote",
        "writes",
        "stated",
        "states",
        "insisted",
        "insists",
        "explained",
        "explains",
        "announced",
        "declared",
        "claimed",
        "claims",
        "argued",
        "argues",
        "continued",
        "concluded",
        "replied",
        "asked",
        "vowed",
        "pledged",
        "called",
        "urged",
        "accused",
        "denied",
        "confirmed",
        "noted",
        "stressed",
    ]
)


def speaks(tree: PhraseTree, head: int) -> bool:
    """Whether a noun or name is the subject of a verb of speech."""
    return tree.is_subject(head) and tree.words[tree.tokens[head].head] in SPEECH


def is_speaker(tree: PhraseTree, index: int) -> bool:
    """Whether a token is "we" or another pronoun of the first person ("US" is none)."""
    return tree.words[index] in SPEAKER and tree.tokens[index].part_of_speech == "PRON"
