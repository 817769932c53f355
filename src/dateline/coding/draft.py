"""An act on its way to becoming events: its parties as codes, its voice still open."""

from __future__ import annotations

from dateline.coding.acts import Act
from dateline.records import Party, Polarity, Record, Stance, Voice


class Draft(Record):
    """An act with its parties resolved. The codebook's rules turn drafts into drafts.

    ``paired`` marks a record whose parties a rule has already paired (camps, reciprocal
    accusations), so that later rules leave them.
    """

    act: Act
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    voice: tuple[Voice, ...] = ()
    stance: Stance = Stance.ASSERTS
    polarity: Polarity = Polarity.POSITIVE
    paired: bool = False

    @property
    def type(self) -> str:
        return self.act.trigger.type

    @property
    def flags(self) -> frozenset[str]:
        return self.act.trigger.flags


def codes(parties: tuple[Party, ...]) -> frozenset[str]:
    """The codes of some parties."""
    return frozenset(party.code for party in parties)
