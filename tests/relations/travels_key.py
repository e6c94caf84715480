"""The answer key: what the XML of the travels says, read without anything of detente's."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

ASKED_AS = {
    "korea-south": "South Korea",
    "korea-north": "North Korea",
    "holy-see": "Vatican",
    "burma": "Myanmar",
    "turkiye": "Turkey",
    "czechia": "Czech Republic",
    "congo-kinshasa": "COD",
    "congo-democratic-republic": "COD",
    "west-bank": "Palestine",
    "palestinian-authority": "Palestine",
    "german-democratic-republic": "East Germany",
    "taiwan": "Taiwan",
    "macedonia": "North Macedonia",
    "china": "China",
    "russia": "Russia",
    "germany": "Germany",
    "kosovo": "Kosovo",
    "zimbabwe": "Zimbabwe",
    "samoa": "Samoa",
    "brunei": "Brunei",
    "serbia": "Serbia",
    "belarus": "Belarus",
    "kyrgyzstan": "Kyrgyzstan",
    "sri-lanka": "Sri Lanka",
    "bosnia-herzegovina": "Bosnia",
}
"""Countries by the short names of the files: those with several names, or one that a reader would not ask by."""
NO_STATE = {"antarctica", "netherlands-antilles"}


class Journey(NamedTuple):
    """A trip: role, country as one asks for it, first and last day."""

    role: str
    country: str
    first: str
    last: str


def journeys(folder: Path) -> list[Journey]:
    """All trips of the files, by first day."""
    found = []
    for file in sorted(folder.rglob("*.xml")):
        for trip in ET.parse(file).getroot().iter("trip"):
            country = trip.find("country")
            assert country is not None
            short = country.get("id", "")
            if short not in NO_STATE:
                name = ASKED_AS.get(short) or (country.text or "").partition("(")[0].strip()
                found.append(Journey(trip.get("role", ""), name, _day(trip, "start-date"), _day(trip, "end-date")))
    return sorted(found, key=lambda journey: (journey.first, journey.last))


def last_before(key: list[Journey], role: str, country: str, day: str) -> Journey | None:
    """The last trip of a role to a country that began before a day."""
    found = [j for j in key if (j.role, j.country) == (role, country) and j.first < day]
    return found[-1] if found else None


def _day(trip: ET.Element, tag: str) -> str:
    return (trip.findtext(tag) or "").strip()
