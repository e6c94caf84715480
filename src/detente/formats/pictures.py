"""The picture of a pair of states: deeds over time, cooperation above the line, conflict below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from detente.codebook.ontology import load_ontology
from detente.formats.drawing import BLUE, ORANGE, Spec, save_picture
from detente.formats.marks import Frame, Mark, frame_of, marks_of, moment
from detente.model import Entry

WIDTH = 660
"""Pixels of the drawing itself; with lane names and margins the picture is close to 800 wide."""
LANE = 50
PALE = {"cooperation": "#EEF5FA", "conflict": "#FCF1EA"}


def draw_timeline(entries: Sequence[Entry], pair: tuple[str, str], names: tuple[str, str], path: str | Path) -> int:
    """Draw the dated entries of two states; the ending of the path says how.

    Args:
        entries: what happened between them.
        pair: their keys, as in the entries' parties.
        names: what people call them.
        path: ends in .png, .svg or .html (whole in itself: works offline).
    Returns:
        How many entries were drawn; those without a date cannot be.
    Raises: ValueError for another ending.
    """
    dated = [entry for entry in entries if entry.date is not None]
    spec = timeline_spec(dated, pair, names, undated=len(entries) - len(dated))
    save_picture(spec, path)
    return len(dated)


def timeline_spec(entries: Sequence[Entry], pair: tuple[str, str], names: tuple[str, str], undated: int = 0) -> Spec:
    """The picture as a Vega-Lite specification: a lane for each type of deed, in the order of their scores."""
    import altair as alt

    scores = {name: kind.score for name, kind in load_ontology().types.items()}
    frame = frame_of(entries)
    marks = marks_of(entries, pair, names, frame, WIDTH)
    lanes = sorted({mark.type for mark in marks}, key=lambda name: -scores[name])
    layers = [_zones(alt, lanes, scores, frame), *_drawn(alt, marks, lanes, names, frame)]
    chart = alt.layer(*layers).properties(
        width=WIDTH, height=LANE * max(len(lanes), 1), title=_title(alt, names, marks, undated)
    )
    chart = chart.configure_view(stroke=None).configure(font="sans-serif", padding=16, background="white")
    spec: Spec = chart.to_dict()
    return spec


def _axes(alt: Any, lanes: list[str], frame: Frame, field: str) -> Spec:
    days = alt.Scale(domain=[moment(frame[0]), moment(frame[1])], nice=False)
    axis = alt.Axis(
        title=None,
        gridColor="#E2E2E2",
        labelFontSize=12,
        labelOverlap=True,
        labelFlush=True,
        tickCount=7,
        format=_date_format(frame),
    )
    lane = alt.Axis(title=None, domain=False, ticks=False, labelFontSize=11, labelPadding=8)
    return {
        "x": alt.X(f"{field}:T", scale=days, axis=axis),
        "y": alt.Y("type:N", scale=alt.Scale(domain=lanes, padding=0), sort=lanes, axis=lane),
    }


def _date_format(frame: Frame) -> str:
    days = (frame[1] - frame[0]).days
    return "%Y" if days > 2500 else "%b %Y" if days > 200 else "%d %b %Y"


def _zones(alt: Any, lanes: list[str], scores: dict[str, float], frame: Frame) -> Any:
    """Pale ground under the lanes, and which side is which, said once at the right edge of each."""
    rows = []
    for number, name in enumerate(lanes):
        side = "cooperation" if scores[name] > 0 else "conflict"
        top = number == 0 or (scores[lanes[number - 1]] > 0) != (scores[name] > 0)
        ends = {"from": moment(frame[0]), "to": moment(frame[1])}
        rows.append({"type": name, **ends, "ground": PALE[side], "side": side if top else ""})
    base = alt.Chart(alt.Data(values=rows))
    ground = base.mark_bar(height=LANE).encode(
        x2="to:T", color=alt.Color("ground:N", scale=None), **_axes(alt, lanes, frame, "from")
    )
    words = base.mark_text(align="left", angle=90, dx=-LANE / 2, dy=-6, fontSize=9, color="#6A6A6A").encode(
        text="side:N", **_axes(alt, lanes, frame, "to")
    )
    return ground + words


def _drawn(alt: Any, marks: list[Mark], lanes: list[str], names: tuple[str, str], frame: Frame) -> list[Any]:
    base = alt.Chart(alt.Data(values=[mark.row() for mark in marks]))
    colour = alt.Scale(domain=["cooperation", "conflict"], range=[BLUE, ORANGE])
    side = alt.Color("side:N", scale=colour, legend=None)
    ways = alt.Scale(
        domain=[f"{names[0]} → {names[1]}", f"{names[1]} → {names[0]}", "both, or others too"],
        range=["triangle-right", "triangle-left", "circle"],
    )
    key = alt.Legend(
        title=None,
        orient="bottom",
        direction="horizontal",
        labelFontSize=12,
        symbolSize=90,
        columnPadding=24,
        symbolFillColor="#555555",
        symbolStrokeColor="#555555",
    )
    told = [alt.Tooltip(f"{field}:N", title=field) for field in ("when", "deed", "who", "status", "reports", "entry")]
    bars = base.mark_bar(height=8, opacity=0.3).encode(x2="to:T", color=side, **_axes(alt, lanes, frame, "from"))
    where = _axes(alt, lanes, frame, "middle")
    shape = alt.Shape("way:N", scale=ways, legend=key)
    layers = [bars]
    for done, shift in sorted({(mark.done, mark.shift) for mark in marks}):
        some = base.transform_filter(f"datum.done === {str(done).lower()} && datum.shift === {shift}")
        full = some.mark_point(opacity=1, yOffset=shift, filled=True, size=140)
        layers.append(full.encode(color=side, shape=shape, tooltip=told, **where))
        if not done:
            hole = some.mark_point(opacity=1, yOffset=shift, filled=True, size=36, color="white")
            layers.append(hole.encode(shape=shape, tooltip=told, **where))
    for dy in sorted({mark.dy for mark in marks if mark.label}):
        words = base.transform_filter(f"datum.dy === {dy} && datum.label !== ''")
        words = words.mark_text(align="left", dy=dy, fontSize=11, color="#1A1A1A")
        layers.append(words.encode(text="label:N", **_axes(alt, lanes, frame, "left")))
    return layers


def _title(alt: Any, names: tuple[str, str], marks: list[Mark], undated: int) -> Any:
    counts = [
        f"{len(marks)} dated deeds; hollow: planned, proposed, called off, denied or alleged; bar: day known roughly"
    ]
    if undated:
        counts.append(f"{undated} without a date not drawn")
    return alt.TitleParams(
        f"{names[0]} and {names[1]}", subtitle="; ".join(counts), anchor="start", fontSize=17, subtitleFontSize=11,
        subtitleColor="#555555", offset=12,
    )  # fmt: skip
