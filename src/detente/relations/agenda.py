"""The agenda: planned and proposed meetings, visits and deadlines, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from detente.model import Entry, Interval, Place, Status
from detente.relations.deeds import AHEAD, DONE, Word, deed_of
from detente.relations.describe import describe
from detente.relations.sources import Asked, Sources
from detente.relations.threads import PUT_OFF_BY, Plan, in_order, successors, thread_of

State = Literal["planned", "proposed", "postponed", "moved", "overdue", "held", "cancelled", "denied"]
Outcome = Literal["open", "overdue", "fulfilled", "fell through"]
OUTCOMES: dict[State, Outcome] = {
    "overdue": "overdue",
    "held": "fulfilled",
    "cancelled": "fell through",
    "denied": "fell through",
}
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
    another entry that looks like it having taken place, `moved_to` one that looks like the same plan for a later day,
    `thread` all entries of a plan that was moved, or this one alone, and `outcome` what became of that plan in the end.
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
    thread: tuple[str, ...] = ()
    outcome: Outcome = "open"


def agenda(
    register: Asked,
    a: str | None = None,
    b: str | None = None,
    on: date | None = None,
    first: date | None = None,
    last: date | None = None,
) -> list[AgendaItem]:
    """All that was planned between two parties (of one; of all), in order of date, the undated last.

    Args:
        on: as things stood at the end of this day; None: by all reports.
        first, last: only deeds that can lie between these days.
    """
    sources = Sources(register)
    entries = sources.entries(a, b, first, last)
    held = [entry for entry in entries if entry.type == "CONSULT" and entry.status in DONE]
    known = [entry for entry in held if on is None or _held_day(entry) <= on.isoformat()]
    now = on or last_report(entries)
    items = []
    for entry in entries:
        if any(_is_plan(entry, status) for _, status in entry.thread):
            item = _item(sources, entry, held, on, now)
            if item is not None:
                items.append(item)
    return sorted(_linked(items, known), key=lambda item: (item.date.first if item.date else date.max, item.uid))


def thread_with(register: Asked, entry: Entry) -> AgendaItem | None:
    """What is on the agenda of a contact that belongs to a plan of several entries, its last word; None for others."""
    keys = list(dict.fromkeys(party.key for party in (*entry.actors, *entry.recipients) if party.key))
    if entry.type != "CONSULT" or len(keys) < 2:
        return None
    reach = timedelta(2 * PUT_OFF_BY)
    days = (entry.date.first - reach, entry.date.last + reach) if entry.date else (None, None)
    items = agenda(register, keys[0], keys[1], None, *days)
    return next((item for item in items if len(item.thread) > 1 and entry.id in item.thread), None)


def last_report(entries: Sequence[Entry]) -> date | None:
    """The day of the last report that tells of these entries (its first day, where it is known to several)."""
    days = [day for entry in entries for day, _ in entry.thread if day]
    return date.fromisoformat(max(days)) if days else None


def _held_day(entry: Entry) -> str:
    """The first day on which a report told that it was held; "" where none is of a known day."""
    return min((day for day, status in entry.thread if status in DONE and day), default="")


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
    state = _state(story, when, same, now)
    return AgendaItem(
        uid=f"{first.id}@detente",
        kind=_kind(entry),
        state=state,
        text=describe(entry if on is None else msgspec.structs.replace(entry, status=_status_then(story, state))),
        date=when,
        place=entry.place,
        steps=_steps(story),
        changed=last,
        entry=entry,
        held_by=same,
    )


def _linked(items: Sequence[AgendaItem], held: Sequence[Entry]) -> list[AgendaItem]:
    """The items with the threads they belong to; those moved, or put off and held later, named so."""
    plans = {item.entry.id: _plan(item) for item in items}
    plans = {entry.id: _held_plan(entry) for entry in held} | plans
    following = successors(plans.values())
    states: dict[str, State] = {entry.id: "held" for entry in held}
    states |= {item.entry.id: item.state for item in items}
    return [_threaded(item, following, plans, states) for item in items]


def _plan(item: AgendaItem) -> Plan:
    put_off = next((step.told for step in item.steps if step.step == "postponed" and step.told), None)
    return Plan(
        id=item.entry.id,
        kind=item.kind,
        people=_people(item.entry),
        told=item.steps[0].told,
        date=item.date,
        put_off=put_off,
        over=item.state not in (*OPEN_STATES, "overdue"),
    )


def _held_plan(entry: Entry) -> Plan:
    """A contact that was held, of which no report had told before."""
    days = [day for day, status in entry.thread if status in DONE and day]
    told = Interval.day(min(days)) if days else None
    return Plan(
        id=entry.id,
        kind=_kind(entry),
        people=_people(entry),
        told=told,
        date=entry.date,
        ahead=False,
        over=True,
    )


def _threaded(
    item: AgendaItem, following: dict[str, str], plans: dict[str, Plan], states: dict[str, State]
) -> AgendaItem:
    thread = in_order(thread_of(item.entry.id, following), {id_: plan.told for id_, plan in plans.items()})
    last = thread[-1]
    outcome = OUTCOMES.get(states[last], "open")
    if item.entry.id == last:
        return msgspec.structs.replace(item, thread=thread, outcome=outcome)
    held_by = last if states[last] == "held" else None
    to = following[item.entry.id]
    return msgspec.structs.replace(item, state="moved", moved_to=to, held_by=held_by, thread=thread, outcome=outcome)


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


def _status_then(story: Sequence[Word], state: State) -> Status:
    """How a deed is told as of a day: what came of it later is not known yet."""
    return "cancelled" if state == "cancelled" else story[-1].status


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
