"""Relative words about a known day, solved for the day on which they were written."""

from __future__ import annotations

import functools
from datetime import date, timedelta

from detente.dating.days import Days, month_days, move, year_days
from detente.dating.phrase import read_phrase
from detente.model import Interval

BACK = 330
"""Days within which a report names a day or month that is over without its year; the same for one to come."""
_WEEKS, _MONTHS, _YEARS = 45, 14, 6
_OF_A_DAY = frozenset({"month-day", "day-month", "days-of-month", "month-ordinal", "ordinal-of-month"})
_OF_A_MONTH = frozenset({"month", "mod-month"})
_AWAY = frozenset({"ago", "vague-ago", "weekday-ago", "year-ago", "from-now"})
_MONTH, _YEAR = 45, 400
_PROBE = date(2001, 6, 14)


@functools.lru_cache(maxsize=10_000)
def solve(words: str, tense: str | None, days: Days) -> tuple[Days, ...]:
    """The days on which words could have been written about what took place on known days.

    Args:
        words: a time expression that counts from the report's day, or leaves out its year.
        tense: "past" or "future" of the clause; None is taken for past.
        days: of what they speak of.
    Returns:
        Stretches of days, sorted; none where the words cannot mean those days, or need no report's day.

    >>> solve("last month", "past", (date(2001, 2, 7), date(2001, 2, 7)))
    ((datetime.date(2001, 3, 1), datetime.date(2001, 3, 31)),)
    """
    probe = read_phrase(words, Interval.day(_PROBE), tense)
    if probe is None or probe.interval is None or probe.interval.how == "stated" or probe.kind != "date":
        return ()
    ahead = tense == "future"
    if probe.rule in _OF_A_DAY | _OF_A_MONTH:
        return _of_the_year(words, tense, days, probe.rule in _OF_A_MONTH)
    if probe.rule in _AWAY:
        return _away(probe.interval, days)
    if probe.interval.days <= 10:
        found = _runs([d for k in range(-_WEEKS, _WEEKS) if (d := _fits(words, tense, move(days[0], k), days))])
    elif probe.interval.days <= 100:
        found = [m for k in range(-_MONTHS, _MONTHS) if (m := _month(words, tense, days, k))]
    else:
        found = [y for k in range(-_YEARS, _YEARS) if (y := _year(words, tense, days, k))]
    first, last = (date.min, days[1]) if ahead else (days[0], date.max)
    return tuple((max(a, first), min(b, last)) for a, b in found if max(a, first) <= min(b, last))


def _fits(words: str, tense: str | None, day: date | None, days: Days) -> date | None:
    """The day, where words written on it can mean the days."""
    reading = read_phrase(words, Interval.day(day), tense) if day else None
    meant = reading.interval if reading else None
    return day if meant and meant.first <= days[1] and days[0] <= meant.last else None


def _month(words: str, tense: str | None, days: Days, months: int) -> Days | None:
    whole = month_days(days[0].year, days[0].month + months)
    if whole is None:
        return None
    day = whole[1] if tense != "future" else whole[0]
    return whole if _fits(words, tense, day, days) else None


def _year(words: str, tense: str | None, days: Days, years: int) -> Days | None:
    whole = year_days(days[0].year + years)
    if whole is None:
        return None
    day = whole[1] if tense != "future" else whole[0]
    return whole if _fits(words, tense, day, days) else None


def _of_the_year(words: str, tense: str | None, days: Days, whole: bool) -> tuple[Days, ...]:
    """A day or month without its year: within the year before the report, or after it."""
    ahead = days[0].replace(day=1) - timedelta(1) if whole else days[0]
    meant = read_phrase(words, Interval.day(days[1] if tense != "future" else ahead), tense)
    if meant is None or meant.interval is None:
        return ()
    if not (meant.interval.first <= days[1] and days[0] <= meant.interval.last):
        return ()
    first, last = meant.interval.first, meant.interval.last
    if tense == "future":
        return ((first - timedelta(BACK), first - timedelta(1) if whole else last),)
    return ((last + timedelta(1) if whole else first, last + timedelta(BACK)),)


def _away(meant: Interval, days: Days) -> tuple[Days, ...]:
    """So many units ago: as far from the days, give or take half a unit."""
    half = timedelta(meant.days // 2)
    middle = meant.first + half
    gap = _PROBE - middle
    return ((days[0] + gap - half - timedelta(1), days[1] + gap + half + timedelta(1)),)


def _runs(found: list[date]) -> list[Days]:
    """Days that follow each other, as stretches."""
    runs: list[Days] = []
    for day in found:
        if runs and (day - runs[-1][1]).days == 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs
