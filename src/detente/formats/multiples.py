"""Pairs of states side by side: small multiples of phases and tone; who talks with whom as a matrix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from detente.codebook.naming import party_name
from detente.formats.drawing import BLUE, GREY, INK, ORANGE, Spec, finished, save_picture, title_of
from detente.formats.lanes import stretch
from detente.formats.marks import frame_of
from detente.formats.timeaxis import TimeAxis, dense
from detente.model import Interval
from detente.relations import Comparison, Deed, Relation
from detente.relations.tone import tone_from, tone_of

WIDTH, HEIGHT, COLUMNS = 300, 80, 2
CELL, MOST_LETTERS = 62, 14
STRONG = 5.0
"""Scores from which the colour of the matrix is full."""


def draw_multiples(found: Comparison, path: str | Path) -> None:
    """Draw all pairs of which something is told, on the same axis of time.

    Raises: ValueError for another ending than .png, .svg or .html.
    """
    save_picture(multiples_spec(found), path)


def multiples_spec(found: Comparison) -> Spec:
    """The small multiples as a Vega-Lite specification."""
    import altair as alt

    drawn = [deed for row in found.relations for deed in _dated(row)]
    days = [Interval(deed.first, deed.last) for deed in drawn if deed.first and deed.last]
    axis = TimeAxis(alt, frame_of(dense(days)), WIDTH)
    charts = [_multiple(alt, axis, row) for row in found.relations]
    below = (
        "band: phase of relations; triangles: tone by "
        + stretch(axis)
        + ", right by the first named, left by the other"
    )
    title = title_of(alt, _names(found.states), below)
    chart = alt.concat(*charts, columns=COLUMNS, spacing=26).resolve_scale(color="independent", shape="independent")
    return finished(chart.properties(title=title), axis.tables)


def _multiple(alt: Any, axis: TimeAxis, row: Relation) -> Any:
    names = party_name(row.pair[0]), party_name(row.pair[1])
    inside = [d for d in _dated(row) if d.first and d.last and d.last >= axis.frame[0] and d.first < axis.frame[1]]
    ways = (f"{names[0]} → {names[1]}", f"{names[1]} → {names[0]}")
    points = tone_of(inside, (), row.pair, stretch(axis)).points
    tone = axis.tones(points, row.pair, ways, row.turns, "tone", height=HEIGHT, shown=True, legend=False)
    words = f"{row.phase} as of {row.on}; entries: {row.coverage.entries}"
    head = alt.TitleParams(
        f"{names[0]} and {names[1]}", subtitle=words, anchor="start", fontSize=12, subtitleFontSize=10,
        subtitleColor=GREY, offset=4,
    )  # fmt: skip
    return alt.vconcat(axis.course(row.phases, (), row.on), tone, spacing=4).properties(title=head)


def _dated(row: Relation) -> list[Deed]:
    return [deed for deed in row.deeds if deed.first and deed.last and deed.surely_by(row.on)]


def draw_matrix(found: Comparison, path: str | Path) -> None:
    """Draw who talks with whom: a field for what each state of the rows does to each of the columns.

    Raises: ValueError for another ending than .png, .svg or .html.
    """
    save_picture(matrix_spec(found), path)


def matrix_spec(found: Comparison) -> Spec:
    """The matrix as a Vega-Lite specification."""
    import altair as alt

    names = [party_name(key) for key in found.states]
    base = alt.Chart(alt.Data(values=_cells(found)))
    axis = {"title": None, "domain": False, "ticks": False, "labelFontSize": 12, "labelLimit": 130}
    x = alt.X("to:N", sort=names, scale=alt.Scale(domain=names), axis=alt.Axis(orient="top", labelAngle=-30, **axis))
    y = alt.Y("doer:N", sort=names, scale=alt.Scale(domain=names), axis=alt.Axis(**axis))
    scale = alt.Scale(domain=[-STRONG, 0, STRONG], range=[ORANGE, "#F5F5F5", BLUE], clamp=True)
    legend = alt.Legend(
        title="mean tone", orient="right", gradientLength=140, titleFontSize=11, titleFontWeight="normal"
    )
    told = [alt.Tooltip(f"{field}:N") for field in ("doer", "to", "tone", "deeds", "contacts", "phase")]
    field = base.mark_rect(stroke="white", strokeWidth=2).encode(
        x=x, y=y, color=alt.Color("tone:Q", scale=scale, legend=legend), tooltip=told
    )
    ink = alt.Color("ink:N", scale=None)
    lines = [
        base.mark_text(dy=dy, fontSize=size).encode(x=x, y=y, text=f"{name}:N", color=ink)
        for name, dy, size in (("number", -7, 14), ("met", 9, 10))
    ]
    side = CELL * len(names)
    below = "rows: who acts, columns: towards whom; number of deeds, and of contacts among them; grey: nothing told"
    chart = alt.layer(_ground(alt, names, x, y), field, *lines).resolve_scale(color="independent")
    return finished(chart.properties(width=side, height=side, title=title_of(alt, _names(found.states), below)))


def _cells(found: Comparison) -> list[dict[str, Any]]:
    cells = []
    for row in found.relations:
        for doer, to in (row.pair, row.pair[::-1]):
            tone = tone_from(row.deeds, doer, to)
            if tone is None:
                continue
            met = sum(deed.entry.type == "CONSULT" and deed.id in tone.entries for deed in row.deeds)
            cells.append(
                {
                    "doer": party_name(doer),
                    "to": party_name(to),
                    "tone": tone.mean,
                    "deeds": len(tone.entries),
                    "number": str(len(tone.entries)),
                    "met": f"{met} met" if met else "",
                    "contacts": met,
                    "phase": row.phase,
                    "ink": "white" if abs(tone.mean) > STRONG * 0.6 else INK,
                }
            )
    return cells


def _ground(alt: Any, names: Sequence[str], x: Any, y: Any) -> Any:
    """Grey fields for pairs of which nothing is told; the diagonal stays white."""
    rows = [{"doer": one, "to": other} for one in names for other in names if one != other]
    base = alt.Chart(alt.Data(values=rows))
    return base.mark_rect(color="#DDDDDD", stroke="white", strokeWidth=2).encode(x=x, y=y)


def _names(keys: Sequence[str]) -> str:
    names = [party_name(key) for key in keys]
    return f"{', '.join(names[:-1])} and {names[-1]}"
