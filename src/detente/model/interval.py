"""When something happened, as far as the words support it: two inclusive days and how they were read."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Literal

import msgspec

How = Literal["handed", "stated", "relative", "inferred", "bounded"]
"""handed: given with the report; stated: full date in the words; relative: words plus the report's day;
inferred: from clues (weekday, cited agency dates); bounded: only limits are known (terms of office, since)."""

_YEARS = range(1000, 2200)
"""Years that a date may have: those that are read in reports; arithmetic about them cannot leave the calendar."""


class Interval(msgspec.Struct, frozen=True, order=True):
    """Inclusive days `first`..`last`, local to the report, and how they were read.

    >>> Interval.month(2009, 2)
    Interval(2009-02)
    >>> Interval.day("2009-01-27").overlaps(Interval.year(2009))
    True
    """

    first: date
    last: date
    how: How = "stated"

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"interval ends before it starts: {self.first}..{self.last}")

    def __repr__(self) -> str:
        return f"Interval({self.edtf})"

    @classmethod
    def day(cls, day: date | str, how: How = "stated") -> Interval:
        """One day, from a date or an ISO string."""
        value = date.fromisoformat(day) if isinstance(day, str) else day
        return cls(value, value, how)

    @classmethod
    def month(cls, year: int, month: int, how: How = "stated") -> Interval:
        """A whole month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), how)

    @classmethod
    def year(cls, year: int, how: How = "stated") -> Interval:
        """A whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), how)

    @classmethod
    def parse(cls, text: str, how: How = "stated") -> Interval:
        """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two of them joined by `/`.

        Raises: ValueError where the text is none of these.
        """
        first, _, last = text.partition("/")
        return cls(_unit(first, how).first, _unit(last or first, how).last, how)

    @classmethod
    def given(cls, text: str, how: How = "stated") -> Interval:
        """Read a date that people hand over, as `parse` does, of a likely year.

        Raises: ValueError where the text is none.
        """
        read = cls.parse(text, how)
        if read.first.year not in _YEARS or read.last.year not in _YEARS:
            raise ValueError(f"not a likely year: {text} (want {_YEARS.start} to {_YEARS.stop - 1})")
        return read

    @property
    def days(self) -> int:
        """Number of days, at least 1."""
        return (self.last - self.first).days + 1

    @property
    def edtf(self) -> str:
        """EDTF (ISO 8601-2): a day, month or year where the interval is exactly that; else `first/last`."""
        if self.first == self.last:
            return self.first.isoformat()
        if self == Interval.month(self.first.year, self.first.month, self.how):
            return f"{self.first.year:04}-{self.first.month:02}"
        if self == Interval.year(self.first.year, self.how):
            return f"{self.first.year:04}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: Interval) -> Interval | None:
        """The days in both, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Interval(first, last, self.how) if first <= last else None

    def shift(self, days: int) -> Interval:
        """The same interval, so many days later."""
        return Interval(self.first + timedelta(days), self.last + timedelta(days), self.how)

    def read_as(self, how: How) -> Interval:
        """The same days, read another way."""
        return Interval(self.first, self.last, how)


def _unit(text: str, how: How) -> Interval:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text.strip())
    if not match:
        raise ValueError(f"not a date: {text!r} (want YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = match.groups()
    if day:
        return Interval.day(date(int(year), int(month), int(day)), how)
    return Interval.month(int(year), int(month), how) if month else Interval.year(int(year), how)
