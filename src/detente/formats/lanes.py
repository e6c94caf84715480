"""The picture of a relation: turning points and phases on top, the tone, contacts by level, measures and blows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.codebook.relating import load_state_model
from detente.formats.drawing import BLUE, GREY, ORANGE, WIDE, Spec, finished, save_picture, title_of
from detente.formats.marks import frame_of, moment
from detente.formats.timeaxis import TimeAxis, dense
from detente.model import Interval
from detente.relations import Deed, Relation, describe
from detente.relations.channels import Measure
from detente.relations.deeds import DONE
from detente.relations.latest import kind_of
from detente.relations.page import when_of
from detente.relations.tone import By, tone_of

LANE = 26
OTHERS = "others"
MOST_MEASURES = 6
AHEAD_DAYS = 400
"""Plans further ahead than so many days do not widen the picture."""
FORCE, WORDS = "force and threats", "words against"
SHAPES = {"visit": "diamond", "meeting": "circle", "call": "triangle-up", "blow": "square"}
CONTACTS = (
    "contacts by the lower level of both sides (diamond: visit, circle: meeting, triangle: call; hollow: planned)"
)
AGAINST = "measures and blows; a bar lasts until a report tells of its end"
TOLD = ("when", "deed", "status", "entry")
Row = dict[str, Any]


def draw_lanes(found: Relation, names: tuple[str, str], path: str | Path) -> None:
    """Draw a relation; the ending of the path says how (.png, .svg, .html).

    Raises: ValueError for another ending.
    """
    save_picture(lanes_spec(found, names), path)


def lanes_spec(found: Relation, names: tuple[str, str]) -> Spec:
    """The picture as a Vega-Lite specification."""
    import altair as alt

    dated = [deed for deed in found.deeds if deed.first and deed.last and deed.surely_by(found.on)]
    plans = [item.date for item in found.planned if item.date and item.date.last <= found.on + timedelta(AHEAD_DAYS)]
    days = [Interval(deed.first, deed.last) for deed in dated if deed.first and deed.last]
    axis = TimeAxis(alt, frame_of([*dense(days), *plans]), WIDE)
    inside = [deed for deed in dated if _on_picture(deed, axis)]
    left = len(found.deeds) - len(inside)
    panels = [axis.course(found.phases, found.turns, found.on)]
    tone = tone_of(inside, (), found.pair, stretch(axis))
    if tone.points:
        ways = (f"{names[0]} → {names[1]}", f"{names[1]} → {names[0]}")
        panels.append(axis.tones(tone.points, found.pair, ways, found.turns, f"tone by {stretch(axis)}"))
    picture = _Lanes(axis, found, inside)
    rows = [panel for panel in (picture.contacts(), picture.against()) if panel[1]]
    for number, (title, lanes, marks, colour) in enumerate(rows):
        panels.append(picture.panel(title, lanes, marks, colour, shown=number == len(rows) - 1))
    below = f"{len(inside)} deeds; " + (f"{left} without a day, or long before, not drawn; " if left else "")
    chart = alt.vconcat(*panels, spacing=14).resolve_scale(color="independent", shape="independent")
    title = title_of(alt, f"{names[0]} and {names[1]}", f"{below}as of {found.on}: {found.phase}")
    return finished(chart.properties(title=title), axis.tables)


def stretch(axis: TimeAxis) -> By:
    """The stretches that suit the days of a picture."""
    days = (axis.frame[1] - axis.frame[0]).days
    return "year" if days > 1500 else "month" if days > 120 else "week"


def _on_picture(deed: Deed, axis: TimeAxis) -> bool:
    return bool(deed.first and deed.last and deed.last >= axis.frame[0] and deed.first < axis.frame[1])


class _Lanes:
    """The lanes of deeds, on one axis of time."""

    def __init__(self, axis: TimeAxis, found: Relation, deeds: Sequence[Deed]) -> None:
        self.axis, self.found, self.deeds = axis, found, deeds
        self.drawn = {deed.id for deed in deeds}

    def contacts(self) -> tuple[str, list[str], list[Row], str]:
        """Contacts by level, and what is planned: title, lanes, marks, colour."""
        levels = [level.name for level in load_state_model().levels]
        marks = [
            self._mark(deed, deed.level or OTHERS, kind_of(deed, self.found.pair).removeprefix("return "))
            for deed in self.deeds
            if deed.entry.type == "CONSULT" and deed.through is None and deed.done
        ]
        for item in self.found.planned:
            if item.date and item.kind in SHAPES and self.axis.holds(item.date.first):
                plan = Deed(entry=item.entry, first=item.date.first, last=item.date.last, words="", story=())
                marks.append(self._mark(plan, OTHERS, item.kind, filled=False))
        present = {mark["lane"] for mark in marks}
        return CONTACTS, [name for name in (*levels, OTHERS) if name in present], marks, BLUE

    def against(self) -> tuple[str, list[str], list[Row], str]:
        """Measures for as long as they stand, then force and words: title, lanes, marks, colour."""
        marks: list[Row] = []
        for measure in sorted(self.found.measures, key=lambda m: (-len(m.deeds), m.kind))[:MOST_MEASURES]:
            marks += self._standing(measure)
        force = (*load_state_model().incidents, "MOBILIZE", "THREATEN", "PROTEST")
        for lane, types in ((FORCE, force), (WORDS, ("ACCUSE", "REJECT", "REQUEST"))):
            some = [deed for deed in self.deeds if deed.entry.type in types and deed.entry.status in (*DONE, "alleged")]
            marks += [self._mark(deed, lane, "blow") for deed in some]
        return AGAINST, list(dict.fromkeys(mark["lane"] for mark in marks)), marks, ORANGE

    def panel(self, title: str, lanes: list[str], rows: list[Row], colour: str, shown: bool) -> Any:
        """A panel of lanes: bars for days known roughly or for what lasts, marks in their middle."""
        alt = self.axis.alt
        axis = alt.Axis(title=None, domain=False, ticks=False, labelFontSize=11, labelLimit=150, grid=False)
        y = alt.Y("lane:N", sort=lanes, scale=alt.Scale(domain=lanes, padding=0), axis=axis)
        told = [alt.Tooltip(f"{field}:N", title=field) for field in TOLD]
        base = self.axis.chart(rows)
        bars = base.mark_bar(height=9, opacity=0.35, color=colour)
        bars = bars.encode(x=self.axis.x("from", shown), x2="to:T", y=y, tooltip=told)
        scale = alt.Scale(domain=list(SHAPES), range=list(SHAPES.values()))
        points = base.transform_filter("datum.point")
        full = points.transform_filter("datum.filled").mark_point(filled=True, size=75, opacity=0.9, color=colour)
        hole = points.transform_filter("!datum.filled").mark_point(filled=False, size=75, color=colour, strokeWidth=2)
        shape = alt.Shape("kind:N", scale=scale, legend=None)
        where = {"x": self.axis.x("middle", shown), "y": y, "shape": shape, "tooltip": told}
        head = alt.TitleParams(title, anchor="start", fontSize=11, fontWeight="normal", color=GREY, offset=4)
        rules = self.axis.rules(self.found.turns, shown)
        layers = alt.layer(rules, bars, full.encode(**where), hole.encode(**where))
        return layers.properties(width=self.axis.width, height=LANE * len(lanes), title=head)

    def _mark(self, deed: Deed, lane: str, kind: str, filled: bool = True) -> Row:
        first, last = (self.axis.inside(day or self.found.on) for day in (deed.first, deed.last))
        middle = first + (last - first) / 2
        told = {"when": when_of(deed), "deed": describe(deed.entry), "status": deed.entry.status, "entry": deed.id}
        ends = {"from": moment(first), "to": moment(last + timedelta(1)), "middle": moment(middle)}
        return {"lane": lane, "kind": kind, "filled": filled, "point": True, **ends, **told}

    def _standing(self, measure: Measure) -> list[Row]:
        """A bar from the first deed to the end (of the picture, where it stands), and a mark for each deed."""
        lane = f"{measure.kind}, {measure.by if len(measure.by) == 3 else 'organisation'}"
        known = [deed for deed in measure.deeds if deed.id in self.drawn]
        if not known:
            return []
        marks = [self._mark(deed, lane, "blow") for deed in known]
        end: date = measure.lifted.first if measure.lifted and measure.lifted.first else self.found.on
        start = self.axis.inside(known[0].first or end)
        bar = {"from": moment(start), "to": moment(max(self.axis.inside(end), start)), "point": False}
        return [marks[0] | bar, *marks]
