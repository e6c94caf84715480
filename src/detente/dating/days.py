"""Arithmetic on days, months, seasons and feasts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day, both included."""

_SEASONS = {"SP": ((3, 20), (6, 20)), "SU": ((6, 21), (9, 22)), "FA": ((9, 23), (12, 21)), "WI": ((12, 22), (3, 19))}


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none ("30 February")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days | None:
    """First and last day of a month; months count on past 12 and below 1."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(year: int, last: int | None = None) -> Days | None:
    """First and last day of a year, or of a run of years."""
    last = year if last is None else last
    return (date(year, 1, 1), date(last, 12, 31)) if 1 <= year <= last <= 9999 else None


def week_days(day: date, weeks: int = 0) -> Days | None:
    """Monday to Sunday of the week of a day, so many weeks on."""
    first = move(day, weeks * 7 - day.weekday())
    last = move(first, 6) if first else None
    return (first, last) if first and last else None


def move(day: date, days: int) -> date | None:
    """So many days later; None past the end of the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of a later month, or the month's last.

    >>> add_months(date(2019, 1, 31), 1)
    datetime.date(2019, 2, 28)
    """
    days = month_days(day.year, day.month + months)
    return days[0].replace(day=min(day.day, days[1].day)) if days else None


def season_days(season: str, year: int) -> Days | None:
    """Northern season by the sun; winter begins in the year given and ends in the next."""
    (m1, d1), (m2, d2) = _SEASONS[season]
    first, last = make_date(year, m1, d1), make_date(year + (season == "WI"), m2, d2)
    return (first, last) if first and last else None


def easter(year: int) -> date:
    """Western Easter Sunday.

    Source: the anonymous Gregorian algorithm (Nature, 1876).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast_day(rule: str, year: int) -> date | None:
    """The day of a feast in a year: "12-25", "easter+1" or "weekday 11 3 4" (fourth Thursday of November)."""
    if rule.startswith("easter"):
        return move(easter(year), int(rule[6:]))
    if rule.startswith("weekday"):
        month, weekday, nth = (int(n) for n in rule.split()[1:])
        first = date(year, month, 1)
        return move(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return make_date(year, *(int(n) for n in rule.split("-")))
