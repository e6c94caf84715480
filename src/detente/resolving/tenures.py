"""Terms of office against days."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook import Holder
from detente.model import Interval, Tenure

_RANKS = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
_SEEN_LATELY = "2021"
"""Terms that a source showed as running in this year or later are taken to run on where no end is known."""


_ON_LOAN = frozenset({"ambassador", "envoy", "special_envoy"})
"""Offices that somebody holds for an organisation while he stays his state's."""


def tenure_of(holder: Holder, after: Iterable[Holder] = ()) -> Tenure:
    """A holder's term as a reading of a name; an open term ends where the next holder begins.

    Args:
        holder: the row of the codebook.
        after: the other holders of the same office, from whom the end of an open term is read.
    """
    last = holder.last
    if last is None and holder.open_as_of and holder.office in _RANKS:
        starts = [h.first for h in after if h.first and h.person != holder.person and h.first > holder.open_as_of]
        last = min(starts, default=None)
    return Tenure(holder.person, holder.office, holder.state, holder.organisation, holder.first, last, holder.source)


def shown(holder: Holder, when: Interval) -> bool:
    """Whether the sources support that a term without an end still ran at a time."""
    if holder.last or not holder.open_as_of or holder.open_as_of >= _SEEN_LATELY:
        return True
    return when.first.isoformat() <= _end(holder.open_as_of)


def in_office(tenures: Iterable[Tenure], when: Interval | None) -> list[Tenure]:
    """The terms that hold for at least one day of an interval; without one, all of them."""
    if when is None:
        return list(tenures)
    first, last = when.first.isoformat(), when.last.isoformat()
    return [t for t in tenures if (t.first or "") <= last and (t.last is None or _end(t.last) >= first)]


def at_home(tenures: list[Tenure], when: Interval | None) -> list[Tenure]:
    """Of one person who served both a state and organisations: the terms for the state, but while he only heads these.

    An envoy on loan to an organisation stays his state's, as does a minister whose turn it is to chair one.
    """
    homes = {t.state for t in tenures if t.state}
    abroad = [t for t in tenures if t.state is None]
    if not abroad or len(homes) != 1 or len({t.person for t in tenures}) != 1:
        return tenures
    home = [t for t in tenures if t.state is not None]
    if when is None or in_office(home, when):
        return home
    return in_office((t for t in abroad if t.office not in _ON_LOAN), when) or home


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
