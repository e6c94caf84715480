"""The axis of time that the panels of a picture share: phases and turning points on it, and the tone over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from detente.formats.drawing import BLUE, GREY, GRID, INK, LETTER, ORANGE, PHASES, date_format
from detente.formats.marks import Frame, moment
from detente.model import Interval
from detente.relations import TonePoint, Turn, describe
from detente.relations.phases import UNTOLD, Phase

TURN_ROW, BAND = 15, 18
MOST_ROWS = 4
FEW = 16
"""One deed in so many may be left outside, where it is of long before the others."""
NARROW = 3.0
"""Pixels of a bar at least."""
LIGHT_ON = ("rupture", "freeze", "reset")
"""Phases whose colour wants white writing on it."""
BESIDE = 3.5
"""Pixels by which the two ways stand apart."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """First and last day, and how wide they are drawn; the tables that the panels are drawn from, by name.

    Altair copies and checks what stands in a chart time and again, so the rows are kept beside it.
    """

    alt: Any
    frame: Frame
    width: int
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def per_day(self) -> float:
        """Pixels of a day."""
        return self.width / max((self.frame[1] - self.frame[0]).days, 1)

    def chart(self, rows: Sequence[dict[str, Any]]) -> Any:
        """A chart of these rows."""
        name = f"table{len(self.tables)}"
        self.tables[name] = list(rows)
        return self.alt.Chart(self.alt.NamedData(name=name))

    def x(self, field: str, shown: bool, grid: bool = True) -> Any:
        """The encoding of a field as days; `shown`: with the days written below."""
        axis = self.alt.Axis(
            title=None, grid=grid, gridColor=GRID, labelFontSize=11, labelOverlap=True, labelFlush=True, domain=False,
            tickCount=max(2, self.width // 90), format=date_format(*self.frame), labels=shown, ticks=shown,
        )  # fmt: skip
        days = self.alt.Scale(domain=[moment(day) for day in self.frame], nice=False)
        return self.alt.X(f"{field}:T", scale=days, axis=axis)

    def inside(self, day: date) -> date:
        """The day, or the edge that it lies beyond."""
        return min(max(day, self.frame[0]), self.frame[1] - timedelta(1))

    def holds(self, day: date) -> bool:
        """Whether the day is on the picture."""
        return self.frame[0] <= day < self.frame[1]

    def rules(self, turns: Sequence[Turn], shown: bool, grid: bool = True) -> Any:
        """A thin line at each turning point."""
        days: list[dict[str, Any]] = [{"day": moment(turn.since)} for turn in turns if self.holds(turn.since)]
        base = self.chart(days or [{"day": None}])
        rule = base.mark_rule(color=GREY, strokeDash=[2, 3], strokeWidth=1, opacity=0.8)
        return rule.encode(x=self.x("day", shown, grid))

    def course(self, phases: Sequence[Phase], turns: Sequence[Turn], on: date, shown: bool = False) -> Any:
        """Turning points by name in rows, and under them the phases as a band."""
        alt = self.alt
        labels = self._labels(turns)
        rows = max((row["row"] for row in labels), default=-1) + 1
        bands = [row for phase in phases if (row := self._band(phase, on))]
        height = TURN_ROW * rows + (BAND + 6 if bands or not rows else 4)
        base = self.chart(bands).mark_bar(height=BAND)
        level = alt.value(height - BAND / 2 - 1)
        ground = base.encode(
            x=self.x("from", shown, grid=False), x2="to:T", y=level, color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("name:N"), alt.Tooltip("days:N")],
        )  # fmt: skip
        words = self.chart([band for band in bands if band["room"]]).mark_text(fontSize=11)
        ink = alt.Color("ink:N", scale=None)
        layers = [ground, words.encode(x=self.x("middle", shown, grid=False), y=level, text="name:N", color=ink)]
        for number in range(rows):
            some = self.chart([label for label in labels if label["row"] == number])
            text = some.mark_text(align="left", dx=3, fontSize=11, color=INK)
            spot = {"x": self.x("left", shown, grid=False), "y": alt.value(TURN_ROW * number + 7)}
            layers.append(text.encode(text="words:N", tooltip=[alt.Tooltip("deed:N")], **spot))
        return alt.layer(self.rules(turns, shown, grid=False), *layers).properties(width=self.width, height=height)

    def tones(
        self, points: Sequence[TonePoint], ways: tuple[str, str], names: tuple[str, str], turns: Sequence[Turn],
        title: str, height: int = 110, shown: bool = False, legend: bool = True,
    ) -> Any:  # fmt: skip
        """The tone each way: a triangle a stretch, the larger the more deeds, and a bar for how unsure it is.

        Args:
            ways: who acts, first and second.
            names: what the two ways are called.
        """
        alt = self.alt
        rows = [self._tone(point, point.doer == ways[1], names) for point in points]
        scale = alt.Scale(domain=list(names), range=[BLUE, ORANGE])
        key = alt.Legend(
            title=None, orient="none", direction="horizontal", legendX=0, legendY=-16, labelFontSize=11, labelLimit=300
        )
        axis = alt.Axis(
            title=title, values=[-10, -5, 0, 5, 10], gridColor=GRID, titleFontSize=11, titleFontWeight="normal",
            domain=False, ticks=False,
        )  # fmt: skip
        level = alt.Scale(domain=[-10, 10])
        colour = alt.Color("way:N", scale=scale, legend=key if legend else None)
        shape = alt.Shape("way:N", legend=key if legend else None,
                          scale=alt.Scale(domain=list(names), range=["triangle-right", "triangle-left"]))  # fmt: skip
        size = alt.Size("volume:Q", scale=alt.Scale(domain=[0, 8], range=[40, 190], clamp=True), legend=None)
        told = [alt.Tooltip(f"{field}:N") for field in ("way", "days", "mean", "low", "high", "deeds")]
        base = self.chart(rows)
        bars = base.mark_rule(opacity=0.35, strokeWidth=3).encode(
            x=self.x("spot", shown), y=alt.Y("low:Q", scale=level, axis=axis), y2="high:Q", color=colour
        )
        dots = base.mark_point(filled=True, opacity=1).encode(
            x=self.x("spot", shown), y=alt.Y("mean:Q", scale=level, axis=axis), color=colour, size=size, shape=shape,
            tooltip=told,
        )  # fmt: skip
        nought = self.chart([{"mean": 0}]).mark_rule(color=GREY, strokeWidth=1)
        nought = nought.encode(y=alt.Y("mean:Q", scale=level, axis=axis))
        return alt.layer(self.rules(turns, shown), nought, bars, dots).properties(width=self.width, height=height)

    def _tone(self, point: TonePoint, second: bool, names: tuple[str, str]) -> dict[str, Any]:
        middle = self.inside(point.first + (point.last - point.first) / 2)
        shift = timedelta(days=(BESIDE if second else -BESIDE) / self.per_day)
        spot = f"{(_at(middle) + shift).isoformat()}"
        return {
            "spot": spot, "mean": point.mean, "low": point.low, "high": point.high, "volume": point.volume,
            "way": names[second], "days": f"{point.first} to {point.last}", "deeds": f"{point.volume:g}",
        }  # fmt: skip

    def _labels(self, turns: Sequence[Turn]) -> list[dict[str, Any]]:
        """Turning points with room for their names, each in the first row that is free there."""
        ends: list[float] = []
        labels = []
        for turn in sorted(turns, key=lambda turn: turn.since):
            words = f"{rough_day(turn.since, turn.by)} {turn.name}"
            size, x = len(words) * LETTER + 12, (turn.since - self.frame[0]).days * self.per_day
            left = min(x, self.width - size)
            row = next((n for n, end in enumerate(ends) if end <= left), len(ends))
            if row >= MOST_ROWS or not self.holds(turn.since):
                continue
            ends[row : row + 1] = [left + size]
            start = _at(self.frame[0]) + timedelta(left / self.per_day)
            deed = describe(turn.deeds[0].entry) if turn.deeds else ""
            labels.append({"row": row, "left": start.isoformat(), "words": words, "deed": deed})
        return labels

    def _band(self, phase: Phase, on: date) -> dict[str, Any] | None:
        end = min(phase.last or on, self.frame[1])
        if phase.name == UNTOLD or end < self.frame[0] or phase.since > self.frame[1]:
            return None
        start, stop = self.inside(phase.since), self.inside(end)
        wide = max((stop - start).days * self.per_day, NARROW)
        stop = max(stop, start + timedelta(NARROW / self.per_day))
        return {
            "name": phase.name, "from": moment(start), "to": moment(stop), "colour": PHASES[phase.name],
            "middle": (_at(start) + (_at(stop) - _at(start)) / 2).isoformat(),
            "ink": "white" if phase.name in LIGHT_ON else INK, "room": len(phase.name) * LETTER + 4 <= wide,
            "days": f"{phase.since} to {phase.last or 'now'}",
        }  # fmt: skip


def dense(intervals: Sequence[Interval]) -> list[Interval]:
    """The intervals without the few first ones, where the rest would be drawn less than half as wide for them.

    >>> days = [Interval.year(1950), *(Interval.year(year) for year in range(1990, 2010))]
    >>> len(dense(days))
    20
    """
    ordered = sorted(intervals)
    for few in range(len(ordered) // FEW, 0, -1):
        last, rest = ordered[-1].first, ordered[few:]
        if (last - rest[0].first) * 2 < last - ordered[0].first:
            return rest
    return ordered


def rough_day(first: date, last: date) -> str:
    """An interval in few letters: the day, month, year or years.

    >>> rough_day(date(2018, 3, 4), date(2018, 3, 30)), rough_day(date(2017, 2, 1), date(2018, 5, 1))
    ('2018-03', '2017–2018')
    """
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if first.year == last.year else f"{first:%Y}–{last:%Y}"


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
