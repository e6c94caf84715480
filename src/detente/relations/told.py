"""Whether a contact or measure is told of two parties by the words themselves, surely enough to answer with."""

from __future__ import annotations

from collections.abc import Collection

from detente.model import Entry, Party

SURE = 0.5
"""Of deeds less likely than this to be coded right it is said that they are unsure; they answer nothing."""


MEASURES = frozenset({"SANCTION", "COERCE"})


def is_told(entry: Entry, pair: Collection[str]) -> bool:
    """Whether a contact or measure surely is one of these parties: not if one of them was only filled in.

    >>> norway, portugal = Party("NOR", how="name"), Party("PRT", how="dyad")
    >>> talks = Entry(id="a", type="CONSULT", mode=None, actors=(norway, portugal), recipients=(), date=None,
    ...     place=None, status="occurred", sources=(), evidence=(), reports=1, copies=1, confidence=0.9)
    >>> is_told(talks, ("NOR", "PRT")), is_told(talks, ("NOR",))
    (False, True)
    """
    if entry.verdict == "confirmed":
        return True
    if entry.type in MEASURES:
        return not any(party.key in pair and party.how == "dyad" for party in (*entry.actors, *entry.recipients))
    named = {party.key for party in entry.actors if not party.filled}
    named |= {party.key for party in entry.recipients if not party.filled or _is_host(entry, party)}
    there = {party.key for party in (*entry.actors, *entry.recipients)}
    return entry.type != "CONSULT" or (entry.confidence >= SURE and there & set(pair) <= named)


def _is_host(entry: Entry, party: Party) -> bool:
    """Whose land a guest came to, the rest of the sentence says well enough."""
    return entry.mode == "visit" and party.how == "focus"
