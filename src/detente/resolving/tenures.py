"""Terms of office against days."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook import Holder
from detente.model import Interval, Tenure

_RANKS = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")


def tenure_of(holder: Holder) -> Tenure:
    """A holder's term as a reading of a name."""
    return Tenure(
        holder.person, holder.office, holder.state, holder.organisation, holder.first, holder.last, holder.source
    )


def in_office(tenures: Iterable[Tenure], when: Interval | None) -> list[Tenure]:
    """The terms that hold for at least one day of an interval; without one, all of them."""
    if when is None:
        return list(tenures)
    first, last = when.first.isoformat(), when.last.isoformat()
    return [t for t in tenures if (t.first or "") <= last and (t.last is None or _end(t.last) >= first)]


def _end(day: str) -> str:
    return day if len(day) == 10 else day + "-99"


def office_on(tenures: Iterable[Tenure], when: Interval | None) -> str | None:
    """The highest office held throughout an interval, else the only one held in it; None where neither is known."""
    if when is None:
        return None
    held = in_office(tenures, when)
    first, last = when.first.isoformat(), when.last.isoformat()
    whole = [t for t in held if (t.first or "") <= first and (not t.last or _end(t.last) >= last)]
    offices = [t.office for t in whole]
    for rank in _RANKS:
        if rank in offices:
            return rank
    if offices:
        return offices[0]
    distinct = {t.office for t in held}
    return distinct.pop() if len(distinct) == 1 else None
