"""The calendar of an agenda: months with the days on which something is planned, and what it is."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.formats.drawing import BLUE, GREY, INK, ORANGE, Spec, finished, save_picture, title_of
from detente.relations import AgendaItem
from detente.relations.page import short

COLUMNS, MOST_MONTHS, MOST_LINES = 3, 12, 6
CELL, LINE, LETTERS = 29, 14, 40
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
TOP = 16
"""Pixels for the names of the weekdays."""
LONG = 7
"""What may fall on more days than this is listed under its month, and no day is marked."""
COLOURS = {
    "planned": BLUE, "held": "#56B4E9", "proposed": "#F0E442", "postponed": "#E69F00", "overdue": "#CC79A7",
    "cancelled": ORANGE, "moved": "#E69F00", "denied": ORANGE,
}  # fmt: skip
DARK = ("planned", "cancelled", "denied")
"""States whose colour wants white writing on it."""
Month = tuple[int, int]


def draw_calendar(items: Sequence[AgendaItem], title: str, now: date | None, path: str | Path) -> None:
    """Draw the months of an agenda; the ending of the path says how (.png, .svg, .html).

    Raises: ValueError for another ending.
    """
    save_picture(calendar_spec(items, title, now), path)


def calendar_spec(items: Sequence[AgendaItem], title: str, now: date | None) -> Spec:
    """The calendar as a Vega-Lite specification: the months that hold something, from the day on at first."""
    import altair as alt

    dated = [item for item in items if item.date]
    months = _months(dated, now)
    charts = [_month(alt, month, [item for item in dated if _in(item, month)]) for month in months]
    shown = [item for item in dated if any(_in(item, month) for month in months)]
    left = len(items) - len(shown)
    below = ("as of " + now.isoformat() + "; " if now else "") + "only months with something in them"
    below += f"; {left} without a date or in other months" if left else ""
    chart = alt.concat(*charts, columns=COLUMNS, spacing=22) if charts else _empty(alt)
    return finished(chart.properties(title=title_of(alt, title, below)))


def _months(items: Sequence[AgendaItem], now: date | None) -> list[Month]:
    months = sorted({(item.date.first.year, item.date.first.month) for item in items if item.date})
    ahead = [month for month in months if now is None or month >= (now.year, now.month)]
    before = [month for month in months if month not in ahead]
    return sorted([*ahead, *reversed(before)][:MOST_MONTHS])


def _in(item: AgendaItem, month: Month) -> bool:
    return item.date is not None and (item.date.first.year, item.date.first.month) == month


def _month(alt: Any, month: Month, items: Sequence[AgendaItem]) -> Any:
    days = _days(month, items)
    base = alt.Chart(alt.Data(values=days))
    scale = alt.Scale(domain=[0, 7], nice=False)
    rows = max(day["week"] for day in days) + 1
    lines = _lines(items)
    height = TOP + CELL * rows + LINE * max(len(lines), 1) + 8
    x = alt.X("day:Q", scale=scale, axis=None)
    down = alt.Scale(domain=[0, height], reverse=True, nice=False)
    tint = alt.Color("colour:N", scale=None)
    told = [alt.Tooltip("told:N")]
    fields = base.mark_rect(stroke="white", strokeWidth=2).encode(
        x=x, x2="right:Q", y=alt.Y("top:Q", scale=down, axis=None), y2="bottom:Q", color=tint, tooltip=told
    )
    numbers = base.mark_text(fontSize=11).encode(
        x=alt.X("centre:Q", scale=scale, axis=None), y=alt.Y("middle:Q", scale=down, axis=None), text="number:N",
        color=alt.Color("ink:N", scale=None),
    )  # fmt: skip
    top = TOP + CELL * rows + 14
    text = [{"x": 0.05, "y": top + LINE * n, "words": words} for n, words in enumerate(lines)]
    words = alt.Chart(alt.Data(values=text)).mark_text(align="left", fontSize=10, color=INK)
    words = words.encode(x=alt.X("x:Q", scale=scale, axis=None), y=alt.Y("y:Q", scale=down, axis=None), text="words:N")
    head = alt.TitleParams(f"{calendar.month_name[month[1]]} {month[0]}", anchor="start", fontSize=12, offset=4)
    return alt.layer(_weekdays(alt, scale, down), fields, numbers, words).properties(
        width=CELL * 7.4, height=height, title=head
    )


def _weekdays(alt: Any, across: Any, down: Any) -> Any:
    rows = [{"x": number + 0.5, "words": words} for number, words in enumerate(WEEKDAYS)]
    base = alt.Chart(alt.Data(values=[row | {"y": TOP / 2} for row in rows]))
    x, y = alt.X("x:Q", scale=across, axis=None), alt.Y("y:Q", scale=down, axis=None)
    return base.mark_text(fontSize=10, color=GREY).encode(x=x, y=y, text="words:N")


def _days(month: Month, items: Sequence[AgendaItem]) -> list[dict[str, Any]]:
    first = date(*month, 1)
    days = []
    for number in range(calendar.monthrange(*month)[1]):
        day = first + timedelta(number)
        mine = [i for i in items if i.date and i.date.days <= LONG and i.date.first <= day <= i.date.last]
        week, column = (number + first.weekday()) // 7, day.weekday()
        state = mine[0].state if mine else None
        days.append(
            {
                "number": str(number + 1),
                "week": week,
                "day": column,
                "right": column + 1,
                "centre": column + 0.5,
                "top": TOP + week * CELL,
                "bottom": TOP + (week + 1) * CELL,
                "middle": TOP + (week + 0.5) * CELL,
                "colour": COLOURS[state] if state else "#F2F2F2",
                "ink": "white" if state in DARK else INK if state else GREY,
                "told": "; ".join(item.text for item in mine) or "nothing told",
            }
        )
    return days


def _lines(items: Sequence[AgendaItem]) -> list[str]:
    """What is planned in a month, in short: its days and state, then who and what."""
    lines: list[str] = []
    for item in items:
        if item.date is None:
            continue
        day = str(item.date.first.day) if item.date.days == 1 else "some day" if item.date.days > LONG else _range(item)
        lines += _wrapped(f"{day}, {item.state}: {item.text}")
    more = len(lines) > MOST_LINES * 2
    return [*lines[: MOST_LINES * 2 - more], *(["and more"] if more else [])]


def _wrapped(words: str) -> list[str]:
    import textwrap

    return textwrap.wrap(short(words, LETTERS * 3), LETTERS, subsequent_indent="   ")


def _range(item: AgendaItem) -> str:
    assert item.date is not None
    last = item.date.last
    return f"{item.date.first.day} to {last.day if last.month == item.date.first.month else last.isoformat()}"


def _empty(alt: Any) -> Any:
    base = alt.Chart(alt.Data(values=[{"words": "nothing planned on a known day"}]))
    return base.mark_text(fontSize=13, color=GREY).encode(text="words:N").properties(width=500, height=60)
