"""What deeds are looked up by: the keys of their parties, as any database can hold them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from detente.merging.blocking import pairs_of
from detente.model import Entry, Event

Pair = tuple[str, str]


def key_text(key: str) -> str:
    """A key without what databases refuse: half characters and NUL, for which question marks stand.

    >>> key_text("Ligue \\ud800rabe")
    'Ligue ?rabe'
    """
    return key.encode("utf-8", "replace").decode().replace("\x00", "?")


def wanted_keys(*parties: str | None) -> list[str]:
    """The keys of a question's parties, in order."""
    return sorted(key_text(party) for party in parties if party)


def lookup_pairs(deed: Event | Entry) -> list[Pair]:
    """The pairs that a deed is found by, each in order; the second is "" where one party stands alone."""
    return cleaned(pairs_of(deed))


UNTOLD = "u"
"""Begins the days to look for a deed on whose report tells none; digits come before letters in every collation."""


def untold(day: date) -> str:
    """A day about a report that dates nothing, as the pairs are looked up by.

    >>> untold(date(2009, 1, 27))
    'u20090127'
    """
    return f"{UNTOLD}{day:%Y%m%d}"


def cleaned(pairs: Iterable[Pair]) -> list[Pair]:
    """These pairs as the store has them."""
    found: dict[Pair, None] = {}
    for one, other in pairs:
        if other:
            a, b = wanted_keys(one, other)
            found[a, b] = None
        else:
            found[key_text(one), ""] = None
    return list(found)
