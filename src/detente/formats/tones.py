"""The picture of a tone: the series each way, how many deeds, and the turning points by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.formats.drawing import BLUE, GRID, ORANGE, WIDE, Spec, finished, save_picture, title_of
from detente.formats.marks import frame_of, moment
from detente.formats.timeaxis import TimeAxis, dense
from detente.model import Interval
from detente.relations import Tone


def draw_tone(found: Tone, pair: tuple[str, str], names: tuple[str, str], path: str | Path) -> None:
    """Draw a tone; the ending of the path says how (.png, .svg, .html).

    Raises: ValueError for another ending.
    """
    save_picture(tone_spec(found, pair, names), path)


def tone_spec(found: Tone, pair: tuple[str, str], names: tuple[str, str]) -> Spec:
    """The picture as a Vega-Lite specification."""
    import altair as alt

    axis = TimeAxis(alt, frame_of(dense([Interval(point.first, point.last) for point in found.points])), WIDE)
    points = [point for point in found.points if axis.holds(point.first) or axis.holds(point.last)]
    ways = (f"{names[0]} → {names[1]}", f"{names[1]} → {names[0]}")
    last = max((point.last for point in points), default=axis.frame[1])
    panels = [
        axis.course(found.phases, found.turns, last),
        axis.tones(points, pair, ways, found.turns, "tone (PLOVER score)", height=200),
        _volume(axis, found, pair, ways),
    ]
    left = [f"{found.undated} deeds without a date" if found.undated else "",
            f"{found.rough} dated too roughly" if found.rough else ""]  # fmt: skip
    left_out = " and ".join(filter(None, left))
    below = "bar: nine cases in ten; size: how many deeds" + (f"; {left_out} left out" if left_out else "")
    chart = alt.vconcat(*panels, spacing=14).resolve_scale(color="independent", shape="independent")
    return finished(
        chart.properties(title=title_of(alt, f"Tone between {names[0]} and {names[1]}", below)), axis.tables
    )


def _volume(axis: TimeAxis, found: Tone, pair: tuple[str, str], ways: tuple[str, str]) -> Any:
    alt = axis.alt
    rows = [
        {"from": moment(axis.inside(point.first)), "to": moment(axis.inside(point.last)),
         "deeds": point.volume if point.doer == pair[0] else -point.volume, "way": ways[point.doer != pair[0]]}
        for point in found.points
    ]  # fmt: skip
    colour = alt.Color("way:N", scale=alt.Scale(domain=list(ways), range=[BLUE, ORANGE]), legend=None)
    ticks = alt.Axis(
        title="deeds", gridColor=GRID, titleFontSize=11, titleFontWeight="normal", domain=False, ticks=False,
        tickCount=3, tickMinStep=1, labelExpr="abs(datum.value)",
    )  # fmt: skip
    bars = axis.chart(rows).mark_rect(opacity=0.8, stroke="white")
    bars = bars.encode(
        x=axis.x("from", shown=True), x2="to:T", y=alt.Y("deeds:Q", axis=ticks), y2=alt.datum(0), color=colour
    )
    return alt.layer(axis.rules(found.turns, shown=True), bars).properties(width=axis.width, height=60)
