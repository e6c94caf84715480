"""Place names -> places: `find_places`."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model import Document, Place, PlaceMention, Span
from detente.placing.choose import choose_places
from detente.placing.gazetteer import Entry, Gazetteer, filed_name, fold, load_gazetteer
from detente.placing.spots import Spot, find_spots
from detente.placing.words import country_names


def find_places(document: Document, spans: Sequence[Span] | None = None) -> tuple[PlaceMention, ...]:
    """The place names of a report and the places they mean, in text order.

    Args:
        spans: where the place names stand, if that is known already.
        document: tokens and, where they are set, mentions: what names a person, an organisation or, as "Washington
            suspended contacts" does, a government is no place.
    Returns:
        A mention for each name that the table knows; words for a country's people ("Turkish") are of kind "demonym".
        The place is the likeliest by what is said with it, by the report's other places, and by size.
    """
    gazetteer = load_gazetteer()
    found = find_spots(document, gazetteer)
    spots = _kept(found) if spans is None else _given(document, found, spans, gazetteer)
    chosen = choose_places(spots)
    return tuple(
        _mention(spot, entry, gazetteer)
        for spot, entry in zip(spots, chosen, strict=True)
        if spans is not None or not (spot.acts and entry.kind == "K")
    )


def _kept(spots: list[Spot]) -> list[Spot]:
    """Spots that stand as places, and those whose name does elsewhere in the report."""
    sure = {spot.key for spot in spots if spot.sure >= 1}
    return [spot for spot in spots if spot.sure >= 1 or spot.key in sure]


def _given(document: Document, found: list[Spot], spans: Sequence[Span], gazetteer: Gazetteer) -> list[Spot]:
    """A spot for each of the given spans that the table knows."""
    seen = {spot.span: spot for spot in found}
    spots = []
    for span in sorted(spans):
        if span in seen:
            spots.append(seen[span])
        elif entries := gazetteer.lookup(span.of(document.text)):
            spots.append(Spot(span, 0, 0, fold(span.of(document.text)), entries, 2))
    return spots


def _mention(spot: Spot, entry: Entry, gazetteer: Gazetteer) -> PlaceMention:
    name = filed_name(entry, gazetteer, country_names())
    place = Place(name, spot.span, entry.state or None, entry.gid, entry.lat, entry.lon)
    kind = "demonym" if entry.kind == "N" else "name"
    return PlaceMention(span=spot.span, place=place, tokens=(spot.first, spot.last), kind=kind)
