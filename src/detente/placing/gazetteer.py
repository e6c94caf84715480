"""The table of places: names looked up by halving the sorted table, so that nothing need be built at the start."""

from __future__ import annotations

import functools
import gzip
import re
import unicodedata
from importlib.resources import files
from typing import NamedTuple

from detente.model import CodebookError

_MAJOR = 1_500_000
_REST = str.maketrans({"-": " ", ".": " ", "'": None, "’": None, "‘": None, "`": None, "–": " ", "/": " "})
_SHORT = re.compile(r"\b(?:saint|ft|mt)\b")
_LONG = {"saint": "st", "ft": "fort", "mt": "mount"}


class Entry(NamedTuple):
    """A place of the table.

    `kind`: C country, N word for a country's people, S first-order region, D county, K capital, P populated place,
    R region, W water, V venue, U a place that the table does not know but the text puts in a state or region.
    `state` is ISO3, `region` the code of the first-order region, "" where not known.
    """

    name: str
    kind: str
    gid: int | None
    state: str
    region: str
    lat: float | None
    lon: float | None
    people: int

    @property
    def town(self) -> bool:
        """Whether it is a populated place or venue."""
        return self.kind in "KPVU"


class Gazetteer:
    """All places, found by the first word of their name."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._words: dict[str, dict[str, tuple[Entry, ...]]] = {}

    def starting(self, word: str) -> dict[str, tuple[Entry, ...]]:
        """Every folded name whose first word this is, with its places; found once, then kept."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) > 50_000:
                self._words.clear()
            found = self._words[word] = self._read(word)
        return found

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The places of a name, however it is written, the largest first."""
        key = fold(name)
        return self.starting(key.split(" ", 1)[0]).get(key, ()) if key else ()

    def region_name(self, entry: Entry) -> str | None:
        """The name of the first-order region a place lies in."""
        found = self.starting(f"#{entry.state}.{entry.region}") if entry.region else {}
        return next(iter(found.values()))[0].name if found else None

    def _read(self, word: str) -> dict[str, tuple[Entry, ...]]:
        data, found = self._data, dict[str, list[Entry]]()
        key = word.encode()
        at = self._first(key)
        while at < len(data) and data.startswith(key, at) and data[at + len(key) : at + len(key) + 1] in (b"\t", b" "):
            end = data.index(b"\n", at)
            folded, *rest = data[at:end].decode().split("\t")
            found.setdefault(folded, []).append(_entry(rest))
            at = end + 1
        return {folded: tuple(entries) for folded, entries in found.items()}

    def _first(self, key: bytes) -> int:
        """Where the first line that is not less than the key begins."""
        data, low, high = self._data, 0, len(self._data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start)
            end = len(data) if end < 0 else end
            if data[start : start + len(key)] < key:
                low = end + 1
            else:
                high = start
        return low


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The table shipped with the package, read once a process.

    Raises: CodebookError where it is missing or damaged.
    """
    try:
        packed = (files("detente.codebook") / "data" / "gazetteer.tsv.gz").read_bytes()
        return Gazetteer(gzip.decompress(packed))
    except (OSError, EOFError) as error:
        raise CodebookError(f"codebook/data/gazetteer.tsv.gz: {error}") from error


@functools.lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A name as it is looked up: lower case, no accents or marks, "St." for "Saint".

    >>> fold("Saint-Étienne"), fold("U.S."), fold("Xi’an")
    ('st etienne', 'u s', 'xian')
    """
    if name.isascii():
        plain = name.lower()
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
        plain = plain.replace("ı", "i")
    plain = " ".join(plain.translate(_REST).split())
    return _SHORT.sub(lambda found: _LONG[found.group()], plain)


def filed_name(entry: Entry, gazetteer: Gazetteer, countries: dict[str, str]) -> str:
    """The name as a reader would file it: alone where the world knows it, else with its state or country.

    Args:
        entry: the place.
        gazetteer: where its region is looked up.
        countries: ISO3 -> name.
    """
    country = countries.get(entry.state)
    if not entry.town or entry.kind == "K" or entry.people >= _MAJOR or not country:
        return entry.name
    region = gazetteer.region_name(entry) if entry.state in ("USA", "GBR") else None
    if entry.state == "USA" and region is None:
        return entry.name
    return f"{entry.name}, {region or country}"


def _entry(fields: list[str]) -> Entry:
    kind, gid, state, region, lat, lon, people, name = fields
    return Entry(name, kind, int(gid) if gid else None, state, region, float(lat), float(lon), int(people))
