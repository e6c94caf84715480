"""Who held an office before, who holds it next: "the former president", "the president-elect"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from detente.codebook import Codebook
from detente.model import Interval, Party, Tenure
from detente.resolving.focus import Seen
from detente.resolving.tenures import in_office, tenure_of

ELECT = "_elect"
_BETWEEN = timedelta(days=150)
"""The longest time between an election and the day on which the elected take office."""


def former_named(party: Party, title: str, seen: Sequence[Seen], when: Interval | None) -> Party | None:
    """The last person named of whom it is known that they held an office and do no more; None where nobody is.

    Args:
        party: the office, with its state where the words give one.
        title: the last word of the title.
        seen: what the report has mentioned so far, in text order.
        when: the report's day.
    """
    for one in reversed(seen):
        other = one.party
        if one.mention.kind != "person" or other.person is None or len(one.mention.parties) > 1:
            continue
        if party.key and other.key and other.key != party.key:
            continue
        held = [t for t in one.mention.candidates if t.office == party.office and t.person == other.person]
        if held and when is not None and not in_office(held, when) and _before(held, when):
            return other
        if one.mention.former and other.office in (None, party.office) and (held or title in _printed(one)):
            return other
    return None


def next_holder(codebook: Codebook, party: Party, when: Interval | None) -> str | None:
    """Who takes an office in the months after the report's day ("the president-elect"), where that is one person."""
    if when is None or not party.key or party.office is None or not party.office.endswith(ELECT):
        return None
    holders = codebook.held(party.key, party.office.removesuffix(ELECT))
    first, last = when.last.isoformat(), (when.last + _BETWEEN).isoformat()
    coming = {h.person for h in holders if h.first and first < h.first <= last}
    running = {h.person for h in holders if in_office((tenure_of(h, holders),), when)}
    return (coming - running).pop() if len(coming - running) == 1 else None


def _before(terms: Iterable[Tenure], when: Interval) -> bool:
    return any(term.last and term.last < when.first.isoformat() for term in terms)


def _printed(seen: Seen) -> str:
    return " ".join(party.office or "" for party in seen.mention.parties).replace("_", " ")
