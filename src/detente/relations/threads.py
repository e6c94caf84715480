"""Plans of a contact that belong together: planned, put off, planned for another day, held or given up.

A plan and its taking place on the planned days are one entry, or are told to be one deed by `agenda`. Here plans for
days without one in common are threaded: each plan has at most one that took its place. The outcome depends on the set
of plans alone. Entries are left as they are: that two meetings are one thread does not make them one deed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from detente.merging.names import same_person
from detente.model import Interval

MOVED_BY = 120
"""A plan moved by more days than this is another plan,"""
PUT_OFF_BY = 240
"""and one that was expressly put off by more than this."""
People = frozenset[tuple[str, str | None]]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as far as threads look at it.

    `told`: when it was first told of; `put_off`: when it was first told to be put off; `ahead`: it was once told as
    something to come; `over`: it was held, or is given up.
    """

    id: str
    kind: str
    people: People
    told: Interval | None
    date: Interval | None
    put_off: Interval | None = None
    ahead: bool = True
    over: bool = False


def successors(plans: Iterable[Plan]) -> dict[str, str]:
    """For each plan that was moved the one that took its place: the first told of those that can have."""
    alike: dict[tuple[str, frozenset[str]], list[Plan]] = {}
    for plan in plans:
        alike.setdefault((plan.kind, frozenset(key for key, _ in plan.people)), []).append(plan)
    found: dict[str, str] = {}
    for group in alike.values():
        dated = sorted((plan for plan in group if plan.date), key=_first)
        firsts = [_first(plan) for plan in dated]
        undated = [plan for plan in group if plan.date is None and plan.put_off]
        for plan in group:
            if plan.ahead and not plan.over and (start := _from(plan)):
                left, right = bisect_right(firsts, start), bisect_left(firsts, start + timedelta(PUT_OFF_BY + 1))
                later = [other for other in (*dated[left:right], *undated) if _takes_over(plan, other, start)]
                if later:
                    found[plan.id] = min(later, key=_order).id
    return found


def thread_of(id_: str, following: dict[str, str]) -> tuple[str, ...]:
    """All plans of a thread: those that lead to where this one leads, the last of them at the end."""
    last = _end(id_, following)
    return (*sorted(other for other in following if other != last and _end(other, following) == last), last)


def _first(plan: Plan) -> date:
    assert plan.date is not None
    return plan.date.first


def _from(plan: Plan) -> date | None:
    """The day after which another plan can take its place."""
    if plan.date:
        return plan.date.last
    return plan.put_off.first if plan.put_off else None


def _takes_over(plan: Plan, other: Plan, start: date) -> bool:
    """Whether another plan for later days, or the news that this one is put off, can stand in its place."""
    if other.id == plan.id or plan.told is None or other.told is None or not _same_people(plan, other):
        return False
    if other.date is None:
        return plan.date is not None and plan.told.last < other.told.first <= plan.date.last
    if plan.put_off:
        return plan.put_off.first <= other.told.first
    soon = other.date.first - start <= timedelta(MOVED_BY)
    return soon and other.ahead and plan.date is not None and plan.told.last < other.told.first <= plan.date.last


def _same_people(one: Plan, other: Plan) -> bool:
    """Whether nobody is another person; and somebody is named by both, or the plan was expressly put off."""
    ours, theirs = _named(one), _named(other)
    shared = ours.keys() & theirs.keys()
    same = [any(same_person(mine, yours) for mine in ours[key] for yours in theirs[key]) for key in shared]
    sides = len({key for key, _ in one.people})
    return all(same) and sides > 1 and bool(same or one.put_off or other.put_off)


def _named(plan: Plan) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, person in plan.people:
        if person:
            found.setdefault(key, set()).add(person)
    return found


def _order(plan: Plan) -> tuple[date, date, str]:
    assert plan.told is not None
    return plan.told.first, plan.date.first if plan.date else date.max, plan.id


def _end(id_: str, following: dict[str, str]) -> str:
    """Where a thread ends: what takes a plan's place is told no sooner, or for later days, so that none is a circle."""
    while id_ in following:
        id_ = following[id_]
    return id_


def in_order(ids: Sequence[str], told: dict[str, Interval | None]) -> tuple[str, ...]:
    """Entries of a thread as they were told, one after the other."""
    days = {id_: day.first if (day := told.get(id_)) else date.max for id_ in ids}
    return (*sorted(ids[:-1], key=lambda id_: (days[id_], id_)), *ids[-1:])
