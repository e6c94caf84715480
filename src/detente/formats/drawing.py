"""What all pictures share: colours that the colour-blind tell apart, their width, and how they are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

Spec = dict[str, Any]
FORMATS = ("png", "svg", "html")
BLUE, ORANGE = "#0072B2", "#D55E00"
"""Of the palette of Okabe and Ito, told apart by the colour-blind; the place on the picture says the same."""
INK, GREY, GRID = "#1A1A1A", "#6A6A6A", "#E2E2E2"
WIDE = 640
"""Pixels of a drawing; with the names of its lanes and margins the picture is close to 800 wide."""
LETTER = 6.0
"""Pixels of a letter of a label."""
PHASES = {
    "rupture": "#8C2D04",
    "freeze": "#D55E00",
    "strain": "#F4B183",
    "normal": "#DADADA",
    "thaw": "#9CCBE8",
    "reset": "#0072B2",
}
"""From bad to good, dark at both ends; the name stands beside every patch that has room."""


def save_picture(spec: Spec, path: str | Path) -> None:
    """Write a Vega-Lite specification as a picture; the ending of the path says how.

    Args:
        spec: the specification.
        path: ends in .png, .svg or .html (whole in itself: works offline).
    Raises: ValueError for another ending.
    """
    import vl_convert

    target = Path(path)
    kind = target.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise ValueError(f"{path}: a picture ends in .png, .svg or .html")
    target.parent.mkdir(parents=True, exist_ok=True)
    if kind == "png":
        target.write_bytes(vl_convert.vegalite_to_png(spec, scale=2))
    elif kind == "svg":
        target.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")
    else:
        target.write_text(vl_convert.vegalite_to_html(spec, bundle=True), encoding="utf-8")


def finished(chart: Any, tables: dict[str, list[dict[str, Any]]] | None = None) -> Spec:
    """A chart as a specification, in the style of all pictures, with the tables that it names."""
    chart = chart.configure(font="sans-serif", padding=16, background="white", view={"stroke": None})
    spec: Spec = chart.to_dict()
    return spec | {"datasets": spec.get("datasets", {}) | tables} if tables else spec


def title_of(alt: Any, words: str, below: str) -> Any:
    """A title with a line of explanation under it."""
    return alt.TitleParams(
        words, subtitle=below, anchor="start", fontSize=17, subtitleFontSize=11, subtitleColor="#555555", offset=12
    )


def date_format(first: date, last: date) -> str:
    """How the days under a picture are written, by how many there are."""
    days = (last - first).days
    return "%Y" if days > 2500 else "%b %Y" if days > 200 else "%d %b %Y"
