"""What happened between two parties, in order."""

from __future__ import annotations

import datetime

import msgspec

from detente.model import Entry, Status
from detente.register import Past, Register
from detente.relations.describe import describe


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """One deed on a timeline. `date` is EDTF, None where no report says when; `first` and `last` its days.

    `reports` counts sources (copies of one story once); `disputed` names the fields on which they differ.
    """

    entry: str
    date: str | None
    first: datetime.date | None
    last: datetime.date | None
    how: str | None
    type: str
    mode: str | None
    text: str
    status: Status
    reports: int
    place: str | None
    score: float | None
    confidence: float
    disputed: tuple[str, ...] = ()
    verdict: str | None = None

    @property
    def undated(self) -> bool:
        """Whether no report says when it was."""
        return self.date is None


def timeline(
    register: Register | Past, a: str, b: str, first: datetime.date | None = None, last: datetime.date | None = None
) -> list[TimelineRow]:
    """The deeds between two parties, by their first and then last day; the undated at the end.

    Args:
        a, b: ISO codes of states, or names of organisations, in either order.
        first, last: keep deeds that can lie between these days; the undated are always kept.
    """
    return [timeline_row(entry) for entry in register.entries(a, b, first, last)]


def timeline_row(entry: Entry) -> TimelineRow:
    """A deed as a row."""
    return TimelineRow(
        entry=entry.id,
        date=entry.date.edtf if entry.date else None,
        first=entry.date.first if entry.date else None,
        last=entry.date.last if entry.date else None,
        how=entry.date.how if entry.date else None,
        type=entry.type,
        mode=entry.mode,
        text=describe(entry),
        status=entry.status,
        reports=entry.reports,
        place=entry.place.name if entry.place else None,
        score=entry.score,
        confidence=entry.confidence,
        disputed=entry.disputed,
        verdict=entry.verdict,
    )
