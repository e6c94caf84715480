"""An agenda as an iCalendar file (RFC 5545) that calendars can subscribe to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from importlib import metadata

from icalendar import Calendar, Event

from detente.relations import AgendaItem

STATUS = {
    "planned": "CONFIRMED", "held": "CONFIRMED", "overdue": "TENTATIVE", "proposed": "TENTATIVE",
    "postponed": "TENTATIVE", "cancelled": "CANCELLED", "denied": "CANCELLED", "moved": "CANCELLED",
}  # fmt: skip
LONG = 3
"""What may fall on more days than this does not make anybody busy."""


def to_icalendar(items: Sequence[AgendaItem], name: str) -> tuple[str, int]:
    """The calendar, and how many items could not be put into it for want of a date.

    Each event's UID stays the same whatever later reports add; SEQUENCE counts the changes that reports told.
    An interval of days is one event over all of them; its summary says so.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//detente//{metadata.version('detente')}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    dated = [item for item in items if item.date]
    for item in dated:
        calendar.add_component(_event(item))
    return calendar.to_ical().decode("utf-8"), len(items) - len(dated)


def _event(item: AgendaItem) -> Event:
    assert item.date is not None
    rough = item.date.days > LONG
    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", _stamp(item))
    event.add("dtstart", item.date.first)
    event.add("dtend", item.date.last + timedelta(1))
    event.add("summary", item.text + (f" (some day in {item.date.edtf})" if rough else ""))
    event.add("status", STATUS[item.state])
    event.add("transp", "TRANSPARENT" if rough or item.state != "planned" else "OPAQUE")
    event.add("sequence", len(item.steps) - 1)
    event.add("categories", [item.kind, item.state])
    event.add("description", _history(item))
    if item.place:
        event.add("location", item.place.name)
        if item.place.lat is not None and item.place.lon is not None:
            event.add("geo", (item.place.lat, item.place.lon))
    return event


def _stamp(item: AgendaItem) -> datetime:
    """When it was last told of: when the register learnt it; never the clock, so that the file only changes with it."""
    return item.changed.astimezone(UTC).replace(microsecond=0) if item.changed else datetime(1970, 1, 1, tzinfo=UTC)


def _history(item: AgendaItem) -> str:
    rows = [
        f"{step.told.edtf if step.told else 'no day'}: {step.step}" + (f", for {step.date.edtf}" if step.date else "")
        for step in item.steps
    ]
    held = [f"held, it seems: entry {item.held_by[:8]}"] if item.held_by else []
    moved = [f"moved, it seems: entry {item.moved_to[:8]}"] if item.moved_to else []
    return "\n".join([f"{item.state}; entry {item.entry.id[:8]}", *rows, *held, *moved])
