"""Readers of expressions counted from the report's day: today, weekdays, last week, two years ago, this summer."""

from __future__ import annotations

from datetime import date

from detente.dating.choose import days_value, edge, found_day, mod_of, modify, nearest, span, week_value
from detente.dating.days import Days, add_months, make_date, month_days, move, season_days, week_days, year_days
from detente.dating.reading import DAY, MONTH, WEEK, YEAR, Found, Words

_NEAR = {"today": 0, "this": 0, "tonight": 0, "yesterday": -1, "last": -1, "tomorrow": 1, "overnight": 0}
_BEHIND_CLOCK = 1
"""Days by which the day that a report is handed with may lie behind the one it is written on, where that is named.

"Arrived on Tuesday", told on a Monday, is told in another time zone; the Tuesday before would be "last Tuesday".
"""
_SUNDAY = 6
_JUST_DUE = 4
"""Days within which a weekday on which something was due is still to come: the other days have just been."""
_GRAIN = {"D": DAY, "W": WEEK, "F": 2 * WEEK, "M": MONTH, "Q": 3 * MONTH, "Y": YEAR, "E": 10 * YEAR, "C": 100 * YEAR}
_YEARS = {"E": 10, "C": 100}
_BEYOND = {"E": ("Y", 5), "C": ("E", 5)}
_SHORT_OF = {"Y": ("Q", 1), "E": ("Y", 2), "C": ("E", 2)}
"""By how many smaller units "more than a decade ago" and "nearly a decade ago" lie on either side of it."""
_ROUND = {"Q": 5, "Y": 20}
"""Years from which on such a count is so round that the further side opens by another of these units."""
_TIMEX = {"F": "W", "H": "TH", "MIN": "TM", "S": "TS"}


def read_near(words: Words) -> Found | None:
    """today, yesterday evening, the day after tomorrow, last night."""
    if not words.day:
        return Found(None, None)
    word = words.text("word").split()[0]
    days = _NEAR[word] + (-1 if "before" in words.text("far") else 1 if "far" in words else 0)
    day = move(words.day, days)
    if not day:
        return None
    if word == "overnight":
        return Found(span(move(day, -1), day), day.isoformat())
    found = found_day(day, words)
    return Found(found.days, f"{found.value}TNI") if word == "tonight" else found


def read_reference(words: Words) -> Found | None:
    """now, recently, in the future: no days, but TIMEX3 names them."""
    name = next(n for n in ("PRESENT", "PAST", "FUTURE") if n in words)
    return Found(None, f"{name}_REF", "reference")


def read_weekday(words: Words) -> Found | None:
    """Monday, last Monday, Monday of next week, a week from Monday."""
    now, number = words.day, words.look("wd", "weekday")
    if now is None or number is None:
        return Found(None, None if number is None else f"XXXX-WXX-{int(number) + 1}")
    ahead = (int(number) - now.weekday()) % 7
    if "week" in words:
        week = week_days(now, int(words.look("week", "direction") or 0))
        day = move(week[0], int(number)) if week else None
    elif "dir" in words and words.text("dir") != "this":
        direction = words.look("dir", "direction")
        day = move(now, (ahead or 7) if direction == 1 else (ahead or 7) - 7 if ahead else -7)
    elif words.tense == "was-due" and "dir" not in words:
        day = move(now, ahead if ahead <= _JUST_DUE else ahead - 7)
    elif words.looks_ahead or ("dir" in words and words.tense is None):
        day = move(now, ahead)
    else:
        day = move(now, ahead if ahead <= (_BEHIND_CLOCK if words.handed else 0) else ahead - 7)
    if day and "plus" in words:
        day = move(day, 7)
    return found_day(day, words) if day else None


def read_days_of_week(words: Words) -> Found | None:
    """Monday and Tuesday, from Friday to Sunday."""
    now, a, b = words.day, words.look("wd", "weekday"), words.look("towd", "weekday")
    if now is None or a is None or b is None:
        return Found(None, None)
    length = (int(b) - int(a)) % 7
    if "week" in words:
        week = week_days(now, int(words.look("week", "direction") or 0))
        first = move(week[0], int(a)) if week else None
        days = span(first, move(first, length)) if first else None
        return Found(days, days_value(days)) if days else None
    spans = []
    for shift in range(-14, 15):
        first = move(now, shift)
        if first and first.weekday() == int(a):
            spans.append(span(first, move(first, length)))
    if words.looks_ahead:
        days = nearest(words, spans)
    else:
        known = [s for s in spans if s and s[1] <= now]
        days = known[-1] if known else None
    return Found(days, days_value(days)) if days else None


def read_period(words: Words) -> Found | None:
    """last week, this month, next year, earlier this year, over the weekend, the end of the month."""
    unit = str(words.look("unit") or {"weekend": "WE", "season": "S"}.get(words.text("unit"), ""))
    if not words.day or unit in ("S", "H", "MIN"):
        return Found(None, None)
    shift = int(words.look("dir", "direction") or 0)
    if "latest" in words:
        unit, shift = "Q", -1
    if unit == "WE":
        return _weekend(words, words.day, shift)
    days = unit_days(words.day, unit, shift)
    if not days:
        return None
    value = unit_value(days[0], unit)
    if unit == "W" and words.day.weekday() == _SUNDAY:
        days = _from_sunday(words, words.day, shift) or days
    grain = _GRAIN[unit]
    if "edge" in words:
        days = _before_first(words, words.day, days, unit)
        return Found(edge(days, words), value, grain=min(grain, MONTH), mod=words.text("edge"))
    if unit == "D":
        return Found(None, "PRESENT_REF", "reference") if shift == 0 else Found(days, value)
    return Found(modify(days, words), value, grain=grain, mod=mod_of(words))


def read_rolling(words: Words) -> Found | None:
    """the past five years, the next two weeks: from there to the report's day, or from it on."""
    unit = str(words.look("unit") or words.look("unit", "units") or "")
    count = words.count() if "n" in words else 1
    if not count or unit not in (*_GRAIN, "H", "MIN", "S"):
        return None
    value = duration_value(count, unit)
    kind = "duration" if "n" in words else "date"
    if not words.day:
        return Found(None, value, kind)
    back = "back" in words
    other = jump(words.day, unit, -count if back else count)
    days = span(other, words.day) if back else span(words.day, other)
    if kind == "date":
        value = unit_value(other, unit) if other else value
    return Found(days, value, kind, _GRAIN.get(unit, DAY))


def read_season(words: Words) -> Found | None:
    """last summer, later this summer, sometime in the fall, spring 2011 (northern, by the sun)."""
    season, year, now = str(words.look("season")), words.integer("year"), words.day
    if year is None and not now:
        return Found(None, f"XXXX-{season}", grain=3 * MONTH)
    if year is not None:
        days = season_days(season, year)
        if season == "WI" and days:  # "winter 2008" may have begun in 2007, "the winter of 2008-09" did not
            days = span(make_date(year - ("over" not in words), 12, 1), days[1])
    else:
        assert now is not None
        days = _season_near(words, now, season)
    if not days:
        return None
    value = f"{days[0].year:04}-{season}"
    if "edge" in words:
        return Found(edge(days, words), value, grain=3 * MONTH, mod=words.text("edge"))
    return Found(modify(days, words), value, "date", 3 * MONTH, year is not None, mod_of(words))


def read_away(words: Words) -> Found | None:
    """two weeks ago, three years earlier, the day before, a month from now."""
    unit = str(words.look("unit") or words.look("unit", "units") or "")
    count = words.count() if "n" in words else 1
    if count is None or not unit:
        return None
    back = "back" in words or "anaback" in words
    if not words.day:
        return Found(None, duration_value(count, unit) if "n" in words else None)
    if "wd" in words:
        start = read_weekday(words)
        return _away(words, start.days[0], unit, count, back) if start and start.days else None
    return _away(words, words.day, unit, count, back)


def read_ahead(words: Words) -> Found | None:
    """in two weeks (a date where the clause looks ahead), within 18 months."""
    unit = str(words.look("unit") or words.look("unit", "units") or "")
    count = words.count()
    if not count:
        return None
    value = duration_value(count, unit)
    if not words.day:
        return Found(None, value, "duration")
    if words.looks_ahead:
        if "within" in words:
            return Found(span(words.day, jump(words.day, unit, count)), value, "duration", _GRAIN.get(unit, DAY))
        found = _away(words, words.day, unit, count, False)
        return Found(found.days, found.value, "date", found.grain) if found else None
    return Found(None, value, "duration")


def read_duration(words: Words) -> Found | None:
    """two-day, 30 years: how long, not when."""
    unit = str(words.look("unit") or words.look("unit", "units") or "")
    count = words.count()
    return Found(None, duration_value(count, unit), "duration") if count else None


def read_vague(words: Words) -> Found | None:
    """several years ago, in recent weeks, the coming days: nothing bounds them."""
    unit = str(words.look("unit", "units") or words.look("unit") or "")
    if "back" in words:
        return Found(None, "PAST_REF", "reference")
    return Found(None, f"P{'T' if unit in ('H', 'MIN', 'S') else ''}X{_TIMEX.get(unit, unit)[-1]}", "duration")


def read_every(words: Words) -> Found | None:
    """every year, each Thursday, weekly: sets."""
    number = words.look("wd", "weekday")
    number = words.look("wds", "weekdays") if number is None else number
    if number is not None:
        return Found(None, f"XXXX-WXX-{int(number) + 1}", "set")
    if (freq := words.look("freq", "frequency")) is not None:
        return Found(None, str(freq), "set")
    unit = str(words.look("unit") or "")
    return Found(None, duration_value(1, unit) if unit else "XXXX", "set")


def read_same(words: Words) -> Found | None:
    """that day, the same year: of the date before."""
    if not words.day:
        return Found(None, None)
    unit = str(words.look("unit") or "D")
    days = unit_days(words.day, unit, 0)
    return Found(days, unit_value(words.day, unit), grain=_GRAIN.get(unit, DAY)) if days else None


def unit_days(day: date, unit: str, shift: int) -> Days | None:
    """The whole day, week, month, quarter, year, decade or century of a day, so many on."""
    if unit == "D":
        moved = move(day, shift)
        return (moved, moved) if moved else None
    if unit in "WF":
        return week_days(day, shift * (2 if unit == "F" else 1))
    if unit == "M":
        return month_days(day.year, day.month + shift)
    if unit == "Q":
        first = month_days(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * shift)
        last = month_days(day.year, (day.month - 1) // 3 * 3 + 3 + 3 * shift)
        return (first[0], last[1]) if first and last else None
    size = {"Y": 1, "E": 10, "C": 100}.get(unit)
    if not size:
        return None
    start = day.year // size * size + size * shift
    return year_days(start, start + size - 1)


def unit_value(day: date, unit: str) -> str:
    """TIMEX3 for the unit that holds a day: 1998-W08, 1998-02, 1998, 199."""
    if unit in "WF":
        return week_value(day)
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return {"D": day.isoformat(), "M": f"{day:%Y-%m}", "E": f"{day.year // 10:03}", "C": f"{day.year // 100:02}"}.get(
        unit, f"{day.year:04}"
    )


def jump(day: date, unit: str, count: float) -> date | None:
    """So many units later (back where negative)."""
    if abs(count) > 100_000:
        return None
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if months:
        return add_months(day, round(count * months))
    return move(day, round(count * {"D": 1, "W": 7, "F": 14}.get(unit, 0)))


def duration_value(count: float, unit: str) -> str:
    """TIMEX3 for a length: P2Y, PT16H."""
    number = f"{count:g}"
    return f"PT{number}{unit[0]}" if unit in ("H", "MIN", "S") else f"P{number}{_TIMEX.get(unit, unit)}"


def _away(words: Words, start: date, unit: str, count: float, back: bool) -> Found | None:
    """So many units from a day, as precise as the unit, decades and centuries by a tenth of what lies between.

    "More than" opens the further side by one unit or, of decades, by half; "nearly" the nearer one by less.
    """
    there = jump(start, unit, -count if back else count)
    if not there:
        return None
    days = unit_days(there, unit if unit in _GRAIN else "D", 0)
    value = unit_value(there, unit)
    if "more" in words or "less" in words:
        further = ("more" in words) == back
        smaller, steps = (_BEYOND if "more" in words else _SHORT_OF).get(unit, (unit, 1))
        steps = max(steps, int(count / _ROUND.get(smaller, count))) if unit == "Y" else steps
        other = jump(there, smaller, -steps if further else steps)
        days = (span(other, there) if further else span(there, other)) or days
    elif unit in _YEARS:
        half = int(count * _YEARS[unit]) // 10 if count * _YEARS[unit] > 10 else 0
        days = year_days(there.year - half, there.year + half)
    return Found(days, value, grain=_GRAIN.get(unit, DAY)) if days else None


def _before_first(words: Words, day: date, days: Days, unit: str) -> Days:
    """The stretch that "earlier this month" means on its first day: the one just over."""
    opens = day == days[0] and unit in "WM" and words.text("edge").startswith("earlier")
    return (unit_days(day, unit, -1) or days) if opens else days


def _from_sunday(words: Words, sunday: date, shift: int) -> Days | None:
    """The week that a Sunday's report means: "last week" the one just over, "this week" of what is to come the next."""
    if shift == -1:
        return span(move(sunday, -7), move(sunday, -1))
    return span(sunday, move(sunday, 7)) if shift == 0 and words.looks_ahead and "edge" not in words else None


def _weekend(words: Words, now: date, shift: int) -> Found | None:
    week = week_days(now, shift)
    if not week:
        return None
    back = (words.looks_back and now.weekday() < 4) if "dir" in words else not words.looks_ahead
    if shift == 0 and back and now.weekday() < 5:
        week = week_days(now, -1) or week
    saturday = move(week[0], 5)
    return Found(span(saturday, week[1]), f"{week_value(week[0])}-WE") if saturday else None


def _season_near(words: Words, now: date, season: str) -> Days | None:
    years = [y for y in (now.year - 1, now.year, now.year + 1) if y >= 1]
    spans = [s for y in years if (s := season_days(season, y))]
    if "yeardir" in words:
        return season_days(season, now.year + int(words.look("yeardir", "direction") or 0))
    if "dir" in words:
        direction = int(words.look("dir", "direction") or (-1 if words.text("dir") == "past" else 0))
        if direction < 0:
            before = [s for s in spans if s[1] < now]
            return before[-1] if before else None
        if direction > 0:
            return next((s for s in spans if s[0] > now), None)
    if "dir" in words or "edge" in words:
        return next((s for s in spans if s[0] <= now <= s[1]), None) or season_days(season, now.year)
    return nearest(words, spans)
