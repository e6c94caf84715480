"""Readers of calendar expressions: days, months, years, quarters, feasts, with or without a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from detente.dating.choose import (
    around,
    days_value,
    directed_month,
    edge,
    found_day,
    full_year,
    mod_of,
    modify,
    nearest,
    one,
    quarter_days,
    span,
    week_value,
)
from detente.dating.days import (
    Days,
    feast_day,
    make_date,
    month_days,
    week_days,
    year_days,
)
from detente.dating.reading import MONTH, WEEK, YEAR, Found, Words

_NO_DAY = Found(None, None)
"""A day that no calendar has ("30 February"): the words are a date, and bound nothing."""


def read_iso(words: Words) -> Found | None:
    """2009-01-27, 2009/01/27, 2009-01-27T10:00Z."""
    day = make_date(words.integer("year") or 0, words.integer("month") or 0, words.integer("day") or 0)
    return found_day(day, words, absolute=True) if day else None


def read_numbers(words: Words) -> Found | None:
    """21.07.1999, 07/21/1999; nothing where day and month could change places."""
    a, b, year = words.integer("a") or 0, words.integer("b") or 0, words.integer("year") or 0
    if a <= 12 and b <= 12 and a != b:
        return Found(None, None, absolute=True)
    day = make_date(year, b, a) if b <= 12 else make_date(year, a, b)
    return found_day(day, words, absolute=True) if day else None


def read_day(words: Words) -> Found | None:
    """A day of a month, with a year or in the year that its clause's tense points to."""
    month, number = words.month(), words.integer("day") or words.ordinal()
    if not month or not number:
        return None
    year = words.integer("year")
    if year is None and words.day and ("dir" in words or "anaon" in words):
        year = words.day.year + (int(words.look("dir", "direction") or 0) if "dir" in words else _on(words))
        day = make_date(year, month, number)
        return found_day(day, words) if day else _NO_DAY
    if year is not None:
        day = make_date(year, month, number)
        return found_day(day, words, absolute=True) if day else _NO_DAY
    if not words.day:
        return Found(None, f"XXXX-{month:02}-{number:02}") if number <= 31 else None
    spans = [one(make_date(y, month, number)) for y in around(words.day.year)]
    if "last" in words:
        spans = [s for s in spans if s and s[1] < words.day]
    if "wd" in words and len(fit := [s for s in spans if s and s[0].weekday() == words.look("wd", "weekday")]) == 1:
        return found_day(fit[0][0], words)
    days = nearest(words, spans)
    return found_day(days[0], words) if days else _NO_DAY


def _on(words: Words) -> int:
    """Years from the one told before: "that year", "the following year"."""
    return int("following" in words.text("anaon"))


def read_days(words: Words) -> Found | None:
    """July 21-22; from 30 December to 2 January."""
    month, first, last = words.month(), words.integer("day"), words.integer("to")
    to_month = words.month("tomonth") or month
    if not month or not first or not last or not to_month:
        return None
    year = words.integer("year") or words.integer("toyear")
    years = [year] if year else around(words.day.year) if words.day else []
    spans = [span(make_date(y, month, first), make_date(y + (to_month < month), to_month, last)) for y in years]
    if year:
        days = spans[0]
        if "toyear" in words and to_month < month and days and "year" not in words:
            days = span(make_date(years[0] - 1, month, first), make_date(years[0], to_month, last))
        return Found(days, days_value(days), absolute=True) if days else None
    if not words.day:
        return Found(None, None)
    days = nearest(words, spans)
    return Found(days, days_value(days)) if days else None


def read_week_of(words: Words) -> Found | None:
    """the week of March 6: the week that holds the day."""
    found = read_day(words)
    week = week_days(found.days[0]) if found and found.days else None
    if not found or not week:
        return found
    return Found(week, week_value(week[0]), "date", WEEK, found.absolute)


def read_day_of_month(words: Words) -> Found | None:
    """ "on the 15th": the nearest such day in the direction of the tense."""
    number = words.integer("day") or 0
    if not words.day:
        return Found(None, None)
    months: Iterable[int] = range(-2, 3)
    if "dir" in words:
        months = [int(words.look("dir", "direction") or 0)]
    found = (month_days(words.day.year, words.day.month + n) for n in months)
    days = nearest(words, (one(make_date(m[0].year, m[0].month, number)) for m in found if m))
    return found_day(days[0], words) if days else None


def read_month(words: Words) -> Found | None:
    """A month with a year, with "last/this/next", or alone by the tense."""
    month, year = words.month(), words.integer("year")
    if not month:
        return None
    absolute, now = year is not None, words.day
    if year is not None:
        later = words.look("rest", "month")
        days = month_days(year - (later is not None and int(later) < month), month)
    elif not now:
        return Found(None, f"XXXX-{month:02}", grain=MONTH)
    elif "anaon" in words:
        days = month_days(now.year + _on(words), month)
    elif "of" in words:
        days = month_days(now.year + int(words.look("dir", "direction") or 0), month)
    elif "dir" in words:
        days = directed_month(words, now, month)
    else:
        days = nearest(words, (month_days(y, month) for y in around(now.year)))
    if not days:
        return None
    value = f"{days[0].year:04}-{month:02}"
    if "edge" in words and now:
        return Found(edge(days, words), value, grain=MONTH, mod=words.text("edge"))
    days = modify(days, words)
    return Found(days, value, grain=MONTH, absolute=absolute, mod=mod_of(words))


def read_part_of_month(words: Words) -> Found | None:
    """the first half of May, the third week of March (and what of a calendar week may lie beside its seven days)."""
    found = read_month(words)
    if found is None or found.days is None:
        return found
    first, last = found.days
    if "half" in words:
        middle = first.replace(day=15)
        days = (first, middle) if words.text("half") == "first" else (first.replace(day=16), last)
    else:
        number = words.ordinal()
        start = last.day - 6 if "last" in words else 7 * (number or 0) - 6
        if not 1 <= start <= last.day:
            return None
        beside = [first.replace(day=n) for n in (max(start - 2, 1), min(start + 8, last.day))]
        days = beside[0], beside[1]
    return Found(days, days_value(days), grain=WEEK, absolute=found.absolute)


def read_months(words: Words) -> Found | None:
    """March to May 2011."""
    first, last = words.month(), words.month("tomonth")
    year = words.integer("year") or words.integer("toyear")
    if not first or not last:
        return None
    if "toyear" in words and "year" not in words and first > last:
        year = (year or 0) - 1
    last_year = words.integer("toyear")
    years = [year] if year else around(words.day.year) if words.day else []
    spans = []
    for y in years:
        a, b = month_days(y, first), month_days(last_year or y + (last < first), last)
        spans.append((a[0], b[1]) if a and b and a[0] <= b[1] else None)
    days = spans[0] if year and spans else nearest(words, spans) if words.day else None
    return Found(days, days_value(days), grain=MONTH, absolute=bool(year))


def read_year(words: Words) -> Found | None:
    """2006, mid-2009, '98."""
    year = words.integer("year")
    if year is None and "yy" in words:
        year = full_year(words.integer("yy") or 0)
    absolute = year is not None
    if year is None:
        if not words.day:
            return Found(None, None, grain=YEAR)
        year = words.day.year
    days = year_days(year)
    return Found(modify(days, words), f"{year:04}", "date", YEAR, absolute, mod_of(words)) if days else None


def read_year_words(words: Words) -> Found | None:
    """nineteen ninety-one, two thousand and three: years as they are spoken."""
    numbers = words.grammar.words["number"]
    unit = next((numbers[w] for w in words.kept.get("unit", []) if w in numbers), 0)
    if "thousand" in words:
        year = 2000 + unit
    else:
        century = 100 * numbers[words.text("century")]
        teen = next((numbers[w] for w in words.kept.get("teen", []) if w in numbers), None)
        year = century + (teen if teen is not None else int(words.look("tens") or 0) + unit)
        if teen is not None and teen < 10:
            return None
    days = year_days(year)
    return Found(days, f"{year:04}", "date", YEAR, True) if days else None


def read_year_period(words: Words) -> Found | None:
    """the 1989 period: which part of that year is not said, unless a quarter was named before."""
    year = words.integer("year")
    if year is None:
        if not words.day:
            return Found(None, None, grain=YEAR)
        year = words.day.year + int(words.look("dir", "direction") or 0)
    return Found(year_days(year), f"{year:04}", "date", YEAR, "year" in words)


def read_years(words: Words) -> Found | None:
    """from 1996 to 1999, 1996-99."""
    first, last = words.integer("year") or 0, words.integer("to")
    if last is None:
        last = first // 100 * 100 + (words.integer("yy") or 0)
    days = year_days(first, last) if first <= last <= first + 400 else None
    return Found(days, days_value(days), grain=YEAR, absolute=True) if days else None


def read_decade(words: Words) -> Found | None:
    """the 1990s, the '90s, the nineties, the 1970s and 1980s."""
    year = words.integer("decade")
    if year is None and "yy" in words:
        year = full_year(words.integer("yy") or 0)
    if year is None:
        year = 1900 + int(words.look("word", "tensplural") or 0)
    if year % 10:
        return None
    last = words.integer("to") or year
    if last % 10 or not year <= last <= year + 90:
        return None
    days = year_days(year, last + 9)
    if last > year:
        return Found(days, days_value(days), grain=YEAR, absolute=True) if days else None
    if "half" in words:
        late = words.text("half") != "first"
        days = year_days(year + 5 * late, year + 4 + 5 * late)
    return Found(modify(days, words), f"{year // 10:03}", "date", YEAR, True, mod_of(words)) if days else None


def read_century(words: Words) -> Found | None:
    """the 19th century."""
    number = words.ordinal() or 0
    days = year_days(number * 100 - 99, number * 100) if 1 <= number <= 30 else None
    return Found(modify(days, words), f"{number - 1:02}", "date", YEAR, True, mod_of(words)) if days else None


def read_quarter(words: Words) -> Found | None:
    """the third quarter of 1990, Q3 2008; without a year, by the tense."""
    number = 4 if "last" in words else words.ordinal() or words.integer("n") or 0
    if not 1 <= number <= 4:
        return None
    year = words.integer("year")
    if year is None and words.day and ("dir" in words or "anaon" in words):
        year = words.day.year + (int(words.look("dir", "direction") or 0) if "dir" in words else _on(words))
    if year is None and not words.day:
        return Found(None, f"XXXX-Q{number}", grain=MONTH * 3)
    spans = (quarter_days(y, number) for y in ([year] if year else around(words.day.year if words.day else 0)))
    days = next(spans) if year else nearest(replace(words, tense=None), spans)
    return Found(days, f"{days[0].year:04}-Q{number}", "date", MONTH * 3, "year" in words) if days else None


def read_half(words: Words) -> Found | None:
    """the first half of 2009, the second half of this year."""
    number = 1 if words.text("half") == "first" else 2
    year = words.integer("year")
    if year is None:
        if not words.day:
            return Found(None, None, grain=YEAR)
        year = words.day.year + int(words.look("dir", "direction") or 0)
    a, b = month_days(year, number * 6 - 5), month_days(year, number * 6)
    days = (a[0], b[1]) if a and b else None
    return Found(days, f"{year:04}-H{number}", "date", MONTH * 6, "year" in words) if days else None


def read_holiday(words: Words) -> Found | None:
    """Christmas, New Year's Eve, Good Friday 1998."""
    name = words.text("holiday").replace(" ' ", "'").replace(" - ", "-")
    rule = words.grammar.holidays.get(name)
    year = words.integer("year")
    if rule is None:
        return Found(None, None)
    rule = str(rule)
    if year is not None:
        day = feast_day(rule, year)
        return found_day(day, words, absolute=True) if day else None
    if not words.day:
        return Found(None, None)
    spans: list[Days | None] = [one(feast_day(rule, y)) for y in around(words.day.year)]
    if "dir" in words:
        spans = [*[s for s in spans if s and s[1] < words.day][-1:]]
    days = nearest(words, spans)
    return found_day(days[0], words) if days else None


def read_named(words: Words) -> Found | None:
    """the Cold War, World War II."""
    name = words.text("period").replace(" - ", "-")
    first, last = words.grammar.periods[name]
    days = span(date.fromisoformat(str(first)), date.fromisoformat(str(last)))
    return Found(days, None, "date", YEAR, True)
