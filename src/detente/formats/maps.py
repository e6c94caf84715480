"""The map of a pair's visits and meetings: where they were, how many, and who came to whom.

Outlines of countries: Natural Earth (public domain), 1:110 million, as TopoJSON of the package world-atlas 2.0.2 (ISC).
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from detente.codebook import load_codebook
from detente.codebook.naming import party_name
from detente.formats.drawing import BLUE, GREY, INK, LETTER, ORANGE, Spec, finished, save_picture, title_of
from detente.model import Entry
from detente.placing.gazetteer import load_gazetteer

WIDTH, HEIGHT = 740, 420
LEAST_DEGREES, WHOLE_FROM = 24.0, 250.0
"""A map shows at least so many degrees of longitude; the whole earth from so many on."""
MOST_LABELS = 12
COLOURS, SHAPES = [BLUE, ORANGE, "#444444"], ["triangle-up", "triangle-down", "circle"]
Row = dict[str, Any]


def draw_visits(entries: Sequence[Entry], pair: tuple[str, str], path: str | Path) -> int:
    """Draw the contacts of a pair whose place is known; how many those are.

    Raises: ValueError for another ending than .png, .svg or .html.
    """
    rows = _places(entries, pair)
    save_picture(visits_spec(rows, pair, sum(entry.type == "CONSULT" for entry in entries)), path)
    return sum(row["times"] for row in rows)


def visits_spec(rows: Sequence[Row], pair: tuple[str, str], all_: int) -> Spec:
    """The map as a Vega-Lite specification."""
    import altair as alt

    names = party_name(pair[0]), party_name(pair[1])
    kinds = _kinds(pair)
    capitals = [spot for key in pair if (spot := _capital(key))]
    view = _view([(row["lon"], row["lat"]) for row in (*rows, *capitals)])
    centre = {"scale": view[0], "center": [view[1], view[2]], "translate": [WIDTH / 2, HEIGHT / 2]}
    data = alt.Data(values=_land(), format={"type": "topojson", "feature": "countries"})
    ours = "indexof(" + json.dumps(_drawn_as(names)) + ", datum.properties.name) >= 0"
    land = alt.Chart(data).mark_geoshape(stroke="white", strokeWidth=0.7, clip=True).encode(
        color=alt.condition(ours, alt.value("#D3D3CB"), alt.value("#ECECE8"))
    )  # fmt: skip
    base = alt.Chart(alt.Data(values=list(rows)))
    key = alt.Legend(
        title=None, orient="bottom", direction="horizontal", labelFontSize=12, symbolSize=90, labelLimit=330, columns=3
    )
    told = [alt.Tooltip(f"{field}:N") for field in ("place", "kind", "times", "days", "entries")]
    spots = base.mark_point(filled=True, opacity=0.85, stroke="white", strokeWidth=1, clip=True).encode(
        longitude="lon:Q", latitude="lat:Q", tooltip=told,
        size=alt.Size("times:Q", scale=alt.Scale(domain=[1, 10], range=[90, 420], clamp=True), legend=None),
        color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=COLOURS), legend=key),
        shape=alt.Shape("kind:N", scale=alt.Scale(domain=kinds, range=SHAPES), legend=key),
    )  # fmt: skip
    cities = alt.Chart(alt.Data(values=capitals)).mark_point(filled=True, size=22, color=GREY, clip=True)
    cities = cities.encode(longitude="lon:Q", latitude="lat:Q", tooltip=[alt.Tooltip("place:N")])
    labels = alt.Chart(alt.Data(values=_labels(rows, view)))
    words = [
        labels.transform_filter(f"datum.side === '{side}'")
        .mark_text(align=side, dx=dx, fontSize=11, color=INK, clip=True)
        .encode(longitude="lon:Q", latitude="lat:Q", text="label:N")
        for side, dx in (("left", 9), ("right", -9))
    ]
    told_of = sum(row["times"] for row in rows)
    below = f"{told_of} of {all_} contacts, those whose place is told; larger: more often; grey: the capitals"
    chart = alt.layer(land, cities, spots, *words).project(type="equirectangular", **centre).properties(
        width=WIDTH, height=HEIGHT, title=title_of(alt, f"Where {names[0]} and {names[1]} met", below)
    )  # fmt: skip
    chart.view = alt.ViewBackground(fill="#F7FAFC")
    return finished(chart)


def _kinds(pair: tuple[str, str]) -> list[str]:
    one, other = party_name(pair[0]), party_name(pair[1])
    return [f"{one} visits {other}", f"{other} visits {one}", "meeting elsewhere, or of both"]


def _places(entries: Iterable[Entry], pair: tuple[str, str]) -> list[Row]:
    """Contacts by place and kind."""
    rows: dict[tuple[str, str], Row] = {}
    kinds = _kinds(pair)
    for entry in entries:
        place = entry.place
        if entry.type != "CONSULT" or place is None or place.lat is None or place.lon is None:
            continue
        guests = {party.key for party in entry.actors} & set(pair)
        kind = kinds[pair.index(guests.pop())] if entry.mode == "visit" and len(guests) == 1 else kinds[2]
        name = place.name.split(",")[0]
        if place.state and name == party_name(place.state):
            name += ", no town told"
        new = {"place": name, "kind": kind, "lon": place.lon, "lat": place.lat, "times": 0, "days": [], "entries": []}
        row = rows.setdefault((name, kind), new)
        row["times"] += 1
        row["days"].append(entry.date.edtf if entry.date else "no date")
        row["entries"].append(entry.id[:8])
    return [
        row | {"days": ", ".join(row["days"][:6]), "entries": ", ".join(row["entries"][:6])} for row in rows.values()
    ]


def _labels(rows: Sequence[Row], view: tuple[float, float, float]) -> list[Row]:
    """Names of the places most met at, where they do not hide one another."""
    per_degree = view[0] * math.pi / 180
    taken = [(row["lon"] * per_degree - 7, row["lon"] * per_degree + 7, row["lat"] * per_degree) for row in rows]
    labels: list[Row] = []
    for row in sorted(rows, key=lambda row: (-row["times"], row["place"])):
        words = row["place"] + (f" ({row['times']})" if row["times"] > 1 else "")
        x, y, size = row["lon"] * per_degree, row["lat"] * per_degree, len(words) * LETTER + 18
        for side, start in (("left", x + 8), ("right", x - size - 8)):
            free = all(abs(y - other) > 13 or start + size < left or start > right for left, right, other in taken)
            if free and len(labels) < MOST_LABELS:
                taken.append((start, start + size, y))
                labels.append({"lon": row["lon"], "lat": row["lat"], "label": words, "side": side})
                break
    return labels


def _view(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Scale and middle of a map that holds these points with room about them; the whole earth for none."""
    whole = WIDTH / (2 * math.pi), 0.0, 8.0
    if not points:
        return whole
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    wide = max((east - west) * 1.5, (north - south) * 1.7 * WIDTH / HEIGHT, LEAST_DEGREES)
    if wide > WHOLE_FROM:
        return whole
    return WIDTH / math.radians(wide), (west + east) / 2, (south + north) / 2


def _capital(key: str) -> Row | None:
    """Where a state's capital is, so that the map holds both states; None for organisations."""
    state = load_codebook().state(key)
    for name in state.capitals if state else ():
        for place in load_gazetteer().lookup(name):
            if place.kind == "K" and place.state == key:
                return {"lon": place.lon, "lat": place.lat, "place": name}
    return None


@cache
def _land() -> dict[str, Any]:
    data = (resources.files("detente.formats") / "land.json.gz").read_bytes()
    outlines: dict[str, Any] = json.loads(gzip.decompress(data))
    return outlines


def _drawn_as(names: Iterable[str]) -> list[str]:
    """The names that the outlines have for states."""
    from detente.codebook.naming import party_key
    from detente.model import InputError

    found = []
    wanted = set(names)
    for shape in _land()["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        try:
            if party_name(party_key(name)) in wanted:
                found.append(name)
        except InputError:
            continue
    return found
