"""Claims made from the travels: true ones, false ones, and ones that the travels cannot speak to. Seeded by hand."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import NamedTuple

from travels_key import Journey

DATED = (
    "The visit on {day} was the first by a US president to {country} since {year}.",
    "On {day} a US president arrived for the first visit by an American president to {country} since {year}.",
    "The trip of {day} was the first visit by a U.S. president to {country} since {year}.",
)
UNDATED = (
    "It is the first visit by a US president to {country} since {year}.",
    "This was the first visit to {country} by a US president since {year}.",
    "The president's aides called it the first visit by an American president to {country} since {year}.",
)
OTHERS = {"French": "France", "Brazilian": "Brazil", "Kenyan": "Kenya", "Indian": "India", "Polish": "Poland"}


class Made(NamedTuple):
    """A claim with the day it was said (None: it names its own day), and the verdict that it should get."""

    text: str
    said: date | None
    right: str


def made_claims(key: list[Journey], seed: int, each: int) -> list[Made]:
    """So many of each kind."""
    draw = random.Random(seed)
    trips = [j for j in key if j.role == "president"]
    makers = {"supported": _true, "contradicted": _false, "coverage insufficient": _beyond}
    found: list[Made] = []
    for right, maker in makers.items():
        made: list[Made] = []
        while len(made) < each:
            claim = maker(draw, trips)
            if claim is not None and claim not in made:
                made.append(claim)
        assert {claim.right for claim in made} == {right}
        found += made
    return found


def _true(draw: random.Random, trips: list[Journey]) -> Made | None:
    """Since the year of the last visit before; or any year since."""
    trip = draw.choice(trips)
    before = [j for j in trips if j.country == trip.country and j.first < trip.first]
    if not before:
        return None
    last, year = int(before[-1].last[:4]), int(trip.first[:4])
    if last >= year:
        return None
    return _said(draw, trip, draw.choice([last, last, last, draw.randrange(last, year)]), "supported")


def _false(draw: random.Random, trips: list[Journey]) -> Made | None:
    """Since a year after which there was another one."""
    trip = draw.choice(trips)
    between = [j for j in trips if j.country == trip.country and j.first < trip.first]
    between = [j for j in between if date.fromisoformat(j.last) < date.fromisoformat(trip.first) - timedelta(60)]
    if not between:
        return None
    other = draw.choice(between)
    return _said(draw, trip, int(other.first[:4]) - draw.randrange(1, 9), "contradicted")


def _beyond(draw: random.Random, trips: list[Journey]) -> Made | None:
    """Since before the travels begin; after they end; or of other states' presidents."""
    trip, way = draw.choice(trips), draw.choice(("before", "after", "others"))
    earlier = [j for j in trips if j.country == trip.country and j.first < trip.first]
    if way == "before":
        return None if earlier else _said(draw, trip, draw.randrange(1850, 1906), "coverage insufficient")
    if way == "after":
        last = max(j for j in trips if j.country == trip.country)
        day = date(2026, 1, 1) + timedelta(draw.randrange(1500))
        late = trip._replace(first=day.isoformat())
        return _said(draw, late, int(last.last[:4]), "coverage insufficient")
    made = _said(draw, trip, int(trip.first[:4]) - draw.randrange(1, 30), "coverage insufficient")
    other = draw.choice(list(OTHERS))
    text = made.text.replace("a US president to", f"a {other} president to").replace("U.S.", other)
    text = text.replace("an American president", f"a {other} president").replace(
        "a US president", f"a {other} president"
    )
    return made._replace(text=text) if OTHERS[other] != trip.country else None


def _said(draw: random.Random, trip: Journey, year: int, right: str) -> Made:
    day = date.fromisoformat(trip.first)
    country = (
        "the " if trip.country in ("Philippines", "Bahamas", "Netherlands", "United Kingdom") else ""
    ) + trip.country
    if draw.random() < 0.5:
        words = draw.choice(DATED)
        return Made(words.format(day=f"{day.day} {day:%B %Y}", country=country, year=year), None, right)
    return Made(draw.choice(UNDATED).format(country=country, year=year), day, right)
