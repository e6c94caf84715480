"""Choosing among candidate days, and narrowing or naming a stretch of days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from detente.dating.days import Days, month_days, move
from detente.dating.reading import DAY, Found, Words

_LEANS = {"near-future": (1.0, 1.3), "was-due": (1.0, 1.3), "near-past": (4.0, 1.0)}
"""How much further a day ahead, or back, counts where the clause only leans one way."""


def nearest(words: Words, spans: Iterable[Days | None]) -> Days | None:
    """Of several candidates the latest begun (past), the earliest not over (future), or the nearest (no tense)."""
    day = words.day
    known = sorted(s for s in spans if s)
    if not day or not known:
        return None
    past = [s for s in known if s[0] <= day]
    future = [s for s in known if s[1] >= day]
    if words.tense in ("past", "over"):
        slips = words.tense == "past" and past and future and _is_near_ahead(day, past[-1], future[0])
        return future[0] if slips else past[-1] if past else None
    if words.tense == "future":
        return (
            past[-1] if past and future and _is_just_over(day, past[-1], future[0]) else future[0] if future else None
        )
    ahead, back = _LEANS.get(words.tense or "", (1.3, 1.0))
    return min(known, key=lambda s: max((s[0] - day).days * ahead, (day - s[1]).days * back, 0))


_JUST_OVER, _AT_HAND, _FAR = 20, 14, 300


def _is_just_over(day: date, past: Days, future: Days) -> bool:
    """Whether a day without its year that would lie ahead is one just over: "planned for 12 May", on 14 May."""
    return past[0] == past[1] and (day - past[1]).days <= _JUST_OVER and (future[0] - day).days > _FAR


def _is_near_ahead(day: date, past: Days, future: Days) -> bool:
    """Whether days without their year that would lie almost a year back are at hand: "agreed to meet: on 12 May"."""
    short = (future[1] - future[0]).days < _AT_HAND
    return short and (future[0] - day).days <= _AT_HAND and (day - past[1]).days > _FAR


def directed_month(words: Words, now: date, month: int) -> Days | None:
    direction = int(words.look("dir", "direction") or 0)
    if direction < 0:
        spans = [m for y in (now.year - 1, now.year) if (m := month_days(y, month)) and m[1] < now]
        return spans[-1] if spans else None
    if direction > 0:
        spans = [m for y in (now.year, now.year + 1) if (m := month_days(y, month)) and m[0] > now]
        return spans[0] if spans else None
    return month_days(now.year, month)


def around(year: int) -> list[int]:
    return [y for y in (year - 1, year, year + 1) if 1 <= y <= 9999]


def quarter_days(year: int, number: int) -> Days | None:
    a, b = month_days(year, number * 3 - 2), month_days(year, number * 3)
    return (a[0], b[1]) if a and b else None


def full_year(two: int) -> int:
    return (1900 if two >= 40 else 2000) + two


def one(day: date | None) -> Days | None:
    return (day, day) if day else None


def span(first: date | None, last: date | None) -> Days | None:
    return (first, last) if first and last and first <= last else None


def days_value(days: Days | None) -> str | None:
    if not days:
        return None
    return days[0].isoformat() if days[0] == days[1] else f"{days[0].isoformat()}/{days[1].isoformat()}"


def mod_of(words: Words) -> str | None:
    mod = words.look("mod")
    return str(mod) if mod else None


def modify(days: Days | None, words: Words) -> Days | None:
    """The early, middle or late part of a stretch of days, drawn wide; years are cut at months."""
    mod = mod_of(words)
    if not days or mod is None:
        return days
    first, last = days
    total = (last - first).days + 1
    if total < 10:
        return days
    if first.day == 1 and total > 300 and last.year == first.year:
        a, b = {"START": (1, 5), "MID": (4, 9), "END": (8, 12)}[mod]
        start, end = month_days(first.year, a), month_days(first.year, b)
        return (start[0], end[1]) if start and end else days
    part = max(total * 2 // 5, 10)
    if mod == "START":
        return first, move(first, part - 1) or last
    if mod == "END":
        return move(last, 1 - part) or first, last
    start_day, end_day = move(first, total // 4), move(last, -(total // 4))
    return (start_day, end_day) if start_day and end_day else days


def edge(days: Days, words: Words) -> Days | None:
    """ "earlier this month": up to the report's day; "later": from it on."""
    day = words.day
    if not day:
        return days
    if words.text("edge").startswith("earlier"):
        return span(days[0], min(day, days[1]))
    return span(max(day, days[0]), days[1])


def found_day(day: date, words: Words, absolute: bool = False) -> Found:
    return Found((day, day), day.isoformat() + clock(words), "date", DAY, absolute)


def clock(words: Words) -> str:
    """The TIMEX3 ending for an hour or part of the day ("T16:35", "TEV"); "" for none."""
    part = words.look("part", "daypart")
    if part:
        return f"T{part}"
    kept = words.kept.get("clock") or words.kept.get("after") or []
    digits = [int(w) for w in kept if w.isdigit()]
    if "noon" in kept or "midday" in kept:
        return "T12:00"
    if "midnight" in kept:
        return "T24:00"
    if not digits:
        return ""
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    if ("pm" in kept or "p" in kept) and hour < 12:
        hour += 12
    if ("am" in kept or "a" in kept) and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}"


def week_value(day: date) -> str:
    """The ISO week of a day.

    >>> week_value(date(1998, 2, 20))
    '1998-W08'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
