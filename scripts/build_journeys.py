#!/usr/bin/env python3
"""Build `src/detente/codebook/dating/journeys.csv`: who of the United States was abroad where, on which days.

    scripts/build_journeys.py ../shared/data/historian-travels [--since 1989] [--out FILE]

From the travels of presidents and secretaries of state that the Office of the Historian publishes (CC0 1.0). A row is
a stay in one country: the state and office of the traveller, first and last day, ISO3 code of the state, and the places
stayed at. The journeys of others, and what these tables lack, stand in `journeys_by_hand.csv`, which this leaves alone.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from pathlib import Path

from detente.formats.travels import Trip, code_trip, read_trips, travel_words

COLUMNS = ["of", "office", "first", "last", "state", "places"]
OUT = Path(__file__).resolve().parent.parent / "src" / "detente" / "codebook" / "dating" / "journeys.csv"


def main() -> int:
    """Build, write, and print how many rows there are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("travels", type=Path)
    parser.add_argument("--since", default="1989")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    rows = sorted({row for trip in read_trips(options.travels) if (row := journey(trip)) and row[2] >= options.since})
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(f"{options.out.name}: {len(rows)} rows")
    return 0


def journey(trip: Trip) -> tuple[str, ...] | None:
    """A trip as a row; None where its country is no state of the codebook, or it was made before the term."""
    coded = code_trip(trip)
    host = coded.events[0].place.state if coded.events and coded.events[0].place else None
    if host is None or travel_words().as_elect in trip.value("remarks").casefold():
        return None
    office = travel_words().roles[trip.value("role")].office
    return "USA", office, trip.value("start-date"), trip.value("end-date"), host, "|".join(places(trip.value("locale")))


def places(locale: str) -> list[str]:
    """The towns named, without accents and without what stands in brackets."""
    plain = "".join(c for c in unicodedata.normalize("NFD", locale) if not unicodedata.combining(c))
    names = (part.strip() for part in re.split(r"[,;]| and ", re.sub(r"\([^)]*\)", "", plain)))
    return [name for name in names if re.fullmatch(r"[A-Z][\w'. -]{2,}", name)]


if __name__ == "__main__":
    raise SystemExit(main())
