"""What the coder proposes before the codebook's rules have been applied.

A :class:`Trigger` is a word or phrase that names an act; an :class:`Act` adds who does it
to whom, whether it happened, and how its parties were found. Rules propose acts through the
tree; a learned head may propose more. What follows (``codebook.py``) does not ask which.
"""

from __future__ import annotations

from dateline.records import Modality, Polarity, Record, Span, Stance

# What one announces to do oneself lies ahead; the announcement has been made (codebook 3).
PROMISES = frozenset({"AGREE", "CONCEDE", "THREATEN", "REJECT"})


class Trigger(Record):
    """Words that name an act; ``head`` is the governing token, ``tokens`` all of them."""

    head: int
    tokens: tuple[int, ...]
    type: str
    mode: str | None
    noun: bool
    flags: frozenset[str] = frozenset()
    actor_slots: tuple[str, ...] = ()
    recipient_slots: tuple[str, ...] = ()
    why: str = ""


class Act(Record):
    """An act with its parties as token heads of noun phrases.

    ``actors`` and ``recipients`` are token indices, in order of the text, coordinated phrases
    already spread out. ``carrier`` is the verb that carries an event noun. ``stance`` is set where
    the tree itself shows it ("denied attacking"). ``speakers`` are the statements whose content
    holds the trigger, outermost first, as indices into the reading's statements; ``voices`` are
    the heads of speakers that no statement shows. ``nearby`` names the sides that the trigger's
    own slots did not give and that were taken from what stands near.
    """

    trigger: Trigger
    trigger_span: Span
    sentence: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    carrier: int | None = None
    nearby: tuple[str, ...] = ()
    mutual: bool = False
    speakers: tuple[int, ...] = ()
    voices: tuple[int, ...] = ()
    modality: Modality = Modality.HAPPENED
    polarity: Polarity = Polarity.POSITIVE
    stance: Stance | None = None
    score: float = 1.0
    why: str = ""
