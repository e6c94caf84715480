"""Whether a contact or measure is told of two parties by the words themselves, surely enough to answer with."""

from __future__ import annotations

from collections.abc import Collection

from detente.codebook.levels import side_levels
from detente.codebook.relating import load_state_model
from detente.model import Entry, Party

SURE = 0.5
"""Of deeds less likely than this to be coded right it is said that they are unsure; they answer nothing."""
SURE_UNDATED = 0.7
"""What a contact has to be that only the report around it dates: below, half of them did not take place then."""


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
    return entry.type != "CONSULT" or _is_contact_of(entry, set(pair))


def _is_contact_of(entry: Entry, pair: set[str]) -> bool:
    """Whether a contact is surely told, of both, in no great gathering, and by people who can act for them."""
    parties = (*entry.actors, *entry.recipients)
    there = {party.key for party in parties if party.key}
    guessed = entry.date is not None and entry.date.how == "inferred" and entry.reports == 1
    if entry.confidence < (SURE_UNDATED if guessed else SURE) or len(there) > load_state_model().gathering:
        return False
    named = {party.key for party in entry.actors if not party.filled}
    named |= {party.key for party in entry.recipients if not party.filled or _is_host(entry, party)}
    levels = entry.levels or side_levels(parties)
    public = {party.key for party in parties if party.office or not party.person or levels.get(party.key)}
    return there & pair <= named & public


def acts_for_state(entry: Entry, pair: Collection[str]) -> bool:
    """Whether a deed is one of states: not of lawmakers, parties or private persons of theirs alone."""
    lowest = load_state_model().levels[-1].codes
    mine = [party for party in entry.actors if party.key in pair] or list(entry.actors)
    levels = side_levels(mine)
    return not mine or any((party.office or not party.person) and levels.get(party.key) not in lowest for party in mine)


def _is_host(entry: Entry, party: Party) -> bool:
    """Whose land a guest came to, the rest of the sentence says well enough."""
    return entry.mode == "visit" and party.how == "focus"
