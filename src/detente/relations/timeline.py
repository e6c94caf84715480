"""What happened between two parties, in order."""

from __future__ import annotations

import datetime
from functools import lru_cache

import msgspec

from detente.model import Entry, Status
from detente.register import Line, Past, Register, read_side
from detente.relations.describe import describe, sentence


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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
    return [timeline_row(entry) for entry in register.lines(a, b, first, last)]


def timeline_row(entry: Entry | Line) -> TimelineRow:
    """A deed as a row."""
    days = entry.date
    return TimelineRow(
        entry=entry.id,
        date=days.edtf if days else None,
        first=days.first if days else None,
        last=days.last if days else None,
        how=days.how if days else None,
        type=entry.type,
        mode=entry.mode,
        text=_line_text(*_key(entry)) if isinstance(entry, Line) else describe(entry),
        status=entry.status,
        reports=entry.reports,
        place=entry.place.name if entry.place else None,
        score=entry.score,
        confidence=entry.confidence,
        disputed=entry.disputed,
        verdict=entry.verdict,
    )


def _key(line: Line) -> tuple[str, str | None, Status, bytes, bytes]:
    return line.type, line.mode, line.status, bytes(line.acting), bytes(line.receiving)


@lru_cache(16_384)
def _line_text(type_: str, mode: str | None, status: Status, acting: bytes, receiving: bytes) -> str:
    """As `describe`: what is told again and again is not read again."""
    return sentence(type_, mode, status, read_side(acting), read_side(receiving))
