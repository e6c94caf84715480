"""Where to look for the same deed: the pairs of states, the type, the days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import msgspec

from detente.model import Entry, Event

WIDEST = 31
"""Evidence dated to a longer stretch than this is vague: kept apart, for there is little of it and it fits much."""
VAGUEST = 366
"""Evidence dated to a longer stretch than this ("in the 1990s") is compared with nothing."""
SLACK = 1
"""Days by which two reports of one deed may differ (time zones, "on Monday" written after midnight)."""
MOST_PARTIES = 12
"""Of gatherings of more, the pairs of the first so many (by code) are kept."""


class Block(msgspec.Struct, frozen=True):
    """Pairs `(a, b)` with a < b (b is "" where one party stands alone), type, and days to look through."""

    pairs: tuple[tuple[str, str], ...]
    type: str
    first: date | None
    last: date | None


def pairs_of(event: Event | Entry) -> tuple[tuple[str, str], ...]:
    """The pairs of parties of a deed, each in order of code."""
    keys = sorted({party.key for party in (*event.actors, *event.recipients) if party.key})[:MOST_PARTIES]
    if len(keys) == 1:
        return ((keys[0], ""),)
    return tuple(combinations(keys, 2))


def narrow(event: Event) -> bool:
    """Whether the deed is dated well enough to be told from the next of its kind."""
    return event.date is not None and event.date.days <= WIDEST


def vague(event: Event) -> bool:
    """Whether the deed is dated, but to no more than a season or a year."""
    return event.date is not None and WIDEST < event.date.days <= VAGUEST


def block_of(event: Event) -> Block:
    """Where evidence of the same deed can be; the days are None where the date is too vague to look."""
    if event.date is None or event.date.days > VAGUEST:
        return Block(pairs_of(event), event.type, None, None)
    slack = timedelta(SLACK)
    return Block(pairs_of(event), event.type, event.date.first - slack, event.date.last + slack)
