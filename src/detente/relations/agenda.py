"""The agenda: planned and proposed meetings, visits and deadlines, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from detente.model import Entry, Interval, Place, Status
from detente.relations.deeds import AHEAD, DONE, Word, deed_of
from detente.relations.describe import describe
from detente.relations.sources import Asked, Sources

State = Literal["planned", "proposed", "postponed", "moved", "overdue", "held", "cancelled", "denied"]
MOVED_BY = 120
"""A plan moved by more days than this is another plan."""
OPEN_STATES: frozenset[State] = frozenset({"planned", "proposed", "postponed"})


class AgendaStep(msgspec.Struct, frozen=True, kw_only=True):
    """What one report made of it: "announced", "proposed", "moved", "postponed", "held", "cancelled" ..."""

    told: Interval | None
    step: str
    date: Interval | None
    report: str


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something planned between states. `kind`: meeting, visit, call, deadline (any other planned deed).

    `uid` stays the same whatever later reports add: it hashes the evidence that the register learnt first. `held_by` is
    another entry that looks like it having taken place, `moved_to` one that looks like the same plan for a later day.
    """

    uid: str
    kind: str
    state: State
    text: str
    date: Interval | None
    place: Place | None
    steps: tuple[AgendaStep, ...]
    changed: datetime | None
    entry: Entry
    held_by: str | None = None
    moved_to: str | None = None


def agenda(register: Asked, a: str | None = None, b: str | None = None, on: date | None = None) -> list[AgendaItem]:
    """All that was planned between two parties (of one; of all), in order of date, the undated last.

    Args:
        on: as things stood at the end of this day; None: by all reports.
    """
    sources = Sources(register)
    entries = sources.entries(a, b)
    held = [entry for entry in entries if entry.type == "CONSULT" and entry.status in DONE]
    now = on or last_report(entries)
    items = []
    for entry in entries:
        if any(_is_plan(entry, status) for _, status in entry.thread):
            item = _item(sources, entry, held, on, now)
            if item is not None:
                items.append(item)
    return sorted(_linked(items), key=lambda item: (item.date.first if item.date else date.max, item.uid))


def last_report(entries: Sequence[Entry]) -> date | None:
    """The day of the last report that tells of these entries (its first day, where it is known to several)."""
    days = [day for entry in entries for day, _ in entry.thread if day]
    return date.fromisoformat(max(days)) if days else None


def _is_plan(entry: Entry, status: Status) -> bool:
    """Whether a report tells it as something to come: any contact; other deeds where a day is set for them."""
    return status in AHEAD if entry.type == "CONSULT" else status == "planned" and entry.date is not None


def _item(
    sources: Sources, entry: Entry, held: Sequence[Entry], on: date | None, now: date | None
) -> AgendaItem | None:
    evidence = sources.evidence(entry)
    pair = [party.key for party in (*entry.actors, *entry.recipients)]
    deed = deed_of(entry, evidence, pair)
    story = [word for word in deed.story if on is None or word.told is None or word.told.first <= on]
    if not any(word.status in AHEAD for word in story):
        return None
    last = max((piece.recorded for piece in evidence if piece.recorded), default=None)
    first = min(evidence, key=lambda piece: (piece.recorded is None, piece.recorded or datetime.max, piece.id))
    given = next((word.date for word in reversed(story) if word.date), None)
    when = entry.date if len(story) == len(deed.story) else given
    same = _held_by(entry, when, held, on)
    return AgendaItem(
        uid=f"{first.id}@detente",
        kind=_kind(entry),
        state=_state(story, when, same, now),
        text=describe(entry),
        date=when,
        place=entry.place,
        steps=_steps(story),
        changed=last,
        entry=entry,
        held_by=same,
    )


def _linked(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items, those moved named so: the same people plan the same kind of contact for later, before its day came."""
    alike: dict[tuple[str, frozenset[tuple[str, str | None]]], list[AgendaItem]] = {}
    for item in items:
        alike.setdefault((item.kind, _people(item.entry)), []).append(item)
    return [_moved(item, alike[item.kind, _people(item.entry)]) for item in items]


def _moved(item: AgendaItem, alike: Sequence[AgendaItem]) -> AgendaItem:
    if item.date is None or item.state not in (*OPEN_STATES, "overdue") or not any(p for _, p in _people(item.entry)):
        return item
    told = item.steps[0].told
    for other in alike:
        later = other.steps[0].told
        if other is item or other.date is None or told is None or later is None or other.date.first <= item.date.last:
            continue
        soon = (other.date.first - item.date.last).days <= MOVED_BY
        if soon and told.last < later.first <= item.date.last:
            return msgspec.structs.replace(item, state="moved", moved_to=other.entry.id)
    return item


def _people(entry: Entry) -> frozenset[tuple[str, str | None]]:
    return frozenset((party.key, party.person) for party in (*entry.actors, *entry.recipients))


def _kind(entry: Entry) -> str:
    if entry.type != "CONSULT":
        return "deadline"
    return {"visit": "visit", "phone": "call"}.get(entry.mode or "", "meeting")


def _state(story: Sequence[Word], when: Interval | None, same: str | None, now: date | None) -> State:
    """How it stands: the last fact told, or what follows from the calendar."""
    statuses = [word.status for word in story]
    if "cancelled" in statuses and not any(status in DONE for status in statuses[statuses.index("cancelled") :]):
        return "cancelled"
    if any(status in DONE for status in statuses) or same:
        return "held"
    last = statuses[-1]
    if last in ("planned", "proposed") and when and now and when.last < now:
        return "overdue"
    return last if last in ("planned", "proposed", "postponed") else "denied"


def _held_by(entry: Entry, when: Interval | None, held: Sequence[Entry], on: date | None) -> str | None:
    """A contact that was held on a planned day by the same people: where reports could not be joined."""
    if entry.type != "CONSULT" or when is None or entry.status in DONE or when.days > 45:
        return None
    for other in held:
        if other.id == entry.id or other.date is None or not other.date.overlaps(when) or other.date.days > 45:
            continue
        told = [day for day, status in other.thread if status in DONE and day]
        if told and (on is None or min(told) <= on.isoformat()) and _same_people(entry, other):
            return other.id
    return None


def _same_people(one: Entry, other: Entry) -> bool:
    """Whether every person of the one takes part in the other, and at least two sides are the same."""
    mine, theirs = _people(one), _people(other)
    named = {side for side in mine if side[1]}
    return bool(named) and named <= theirs and len({key for key, _ in mine} & {key for key, _ in theirs}) >= 2


def _steps(story: Sequence[Word]) -> tuple[AgendaStep, ...]:
    steps: list[AgendaStep] = []
    date_then: Interval | None = None
    for word in story:
        step = _step_word(word.status, first=not steps)
        moved = word.status in AHEAD and date_then and word.date and not word.date.overlaps(date_then)
        if moved and word.status != "postponed":
            step = "moved"
        if not steps or (steps[-1].step, steps[-1].date) != (step, word.date):
            steps.append(AgendaStep(told=word.told, step=step, date=word.date, report=word.report))
        date_then = word.date or date_then
    return tuple(steps)


def _step_word(status: Status, first: bool) -> str:
    if status in DONE:
        return "held"
    if status == "planned":
        return "announced" if first else "confirmed"
    return status
