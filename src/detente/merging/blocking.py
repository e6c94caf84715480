"""Where to look for the same deed: the pairs of states, the type, the days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import msgspec

from detente.model import Entry, Event, Evidence, Interval, Status

WIDEST = 31
"""Evidence dated to a longer stretch than this is vague: kept apart, for there is little of it and it fits much."""
VAGUEST = 366
"""Evidence dated to a longer stretch than this ("in the 1990s") is compared with nothing."""
SLACK = 1
"""Days by which two reports of one deed may differ (time zones, "on Monday" written after midnight)."""
MOST_PARTIES = 12
"""Of gatherings of more, the pairs of the first so many (by code) are kept."""

REACH = timedelta(WIDEST - 1)
"""How long before a report a deed that it leaves undated is looked for; after it, where the deed is planned."""
DONE: frozenset[Status] = frozenset({"occurred", "alleged", "denied", "cancelled"})
"""What a report tells of looking back; the rest, but for plans, may lie on both sides of it."""


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


def narrow(days: Interval | None) -> bool:
    """Whether a deed of these days can be told from the next of its kind."""
    return days is not None and days.days <= WIDEST


def vague(days: Interval | None) -> bool:
    """Whether the deed is dated, but to no more than a season or a year."""
    return days is not None and WIDEST < days.days <= VAGUEST


def days_of(piece: Evidence) -> Interval | None:
    """The days to look for a deed on: those told; else those about its report, to compare by and never to keep.

    None where neither is known, or the report's own days are vague.
    """
    told, published = piece.event.date, piece.published
    if told is not None or published is None or not narrow(published):
        return told
    if piece.event.status in DONE:
        return Interval(published.last - REACH, published.last)
    before = timedelta(0) if piece.event.status == "planned" else REACH / 2
    return Interval(published.first - before, published.first - before + REACH)


def block_of(piece: Evidence) -> Block:
    """Where evidence of the same deed can be; the days are None where they are unknown or too vague to look."""
    pairs, days = pairs_of(piece.event), days_of(piece)
    if days is None or days.days > VAGUEST:
        return Block(pairs, piece.event.type, None, None)
    slack = timedelta(SLACK)
    return Block(pairs, piece.event.type, days.first - slack, days.last + slack)
