"""From when until when people held their offices, as wide as the tables leave it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from detente.codebook.load import load_codebook
from detente.model import Interval, Party


@lru_cache(256)
def terms_of(key: str) -> dict[str, list[tuple[str, date, date]]]:
    """The terms of all who held an office of a party, by person: the office, its first and its last day."""
    found: dict[str, list[tuple[str, date, date]]] = {}
    for holder in load_codebook().holders:
        if holder.office and key in (holder.state, holder.organisation):
            first = Interval.parse(holder.first).first if holder.first else date.min
            last = Interval.parse(holder.last).last if holder.last else date.max
            found.setdefault(holder.person, []).append((holder.office, first, last))
    return found


def days_in_office(party: Party) -> list[tuple[date, date]]:
    """The days on which a person held the office he is told with; none where the tables do not know."""
    terms = terms_of(party.key).get(party.person or "", ())
    return [(first, last) for office, first, last in terms if office == party.office]
