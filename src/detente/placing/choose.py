"""Which of the places of one name is meant: by what is said with it, by the rest of the report, by size."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.placing.gazetteer import Entry, fold
from detente.placing.spots import Spot

_PRIOR = {"C": 9.5, "N": 9.0, "K": 9.0, "S": 8.0, "R": 8.0, "U": 1.0, "W": 8.0, "V": 7.0, "D": 4.0}
_SMALL_REGION = 4.2
_COUNTRY, _REGION, _NEAR = 2.0, 4.5, 4.5
_SHARE, _ALIAS = 3.0, 3.0
_CLOSE_KM = 150.0
_MOST = 12


def choose_places(spots: Sequence[Spot]) -> list[Entry]:
    """The place each spot means.

    A name means the same place throughout a report, but where it is told apart on the spot ("Moscow, Idaho").
    """
    said = _said_with(spots)
    names = {spot.key: _allowed(_own_first(spot), said.get(spot.key, ())) for spot in spots}
    chosen = {key: _first_guess(entries, key) for key, entries in names.items()}
    counts: dict[str, int] = defaultdict(int)
    for spot in spots:
        counts[spot.key] += 1
    for _ in range(2):
        evidence = _Evidence(names, chosen, counts)
        chosen = {key: evidence.likeliest(entries, key) for key, entries in names.items()}
    return [_on_the_spot(spot, chosen[spot.key]) for spot in spots]


def _own_first(spot: Spot) -> tuple[Entry, ...]:
    """The places of a name; a region of that very name rules out the country that is also called so ("England")."""
    if any(entry.kind in "SRW" and fold(entry.name) == spot.key for entry in spot.entries):
        kept = tuple(entry for entry in spot.entries if entry.kind != "C" or fold(entry.name) == spot.key)
        return kept or spot.entries
    return spot.entries


def _first_guess(entries: tuple[Entry, ...], key: str) -> Entry:
    return max(entries, key=lambda entry: _prior(entry, key))


def _said_with(spots: Iterable[Spot]) -> dict[str, tuple[Entry, ...]]:
    """What stands after each name somewhere in the report, the first time that it does."""
    said: dict[str, tuple[Entry, ...]] = {}
    for spot in spots:
        if spot.within and not _world_known(spot) and _inside(spot.entries, spot.within):
            said.setdefault(spot.key, spot.within)
    return said


def _allowed(entries: tuple[Entry, ...], within: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(_inside(entries, within)) or entries


def _inside(entries: Iterable[Entry], within: tuple[Entry, ...]) -> list[Entry]:
    """The places that lie in one of these regions or countries."""
    return [
        entry
        for entry in entries
        if entry.kind in "PKVDU"
        and any(w.state == entry.state and (w.kind == "C" or w.region == entry.region) and w != entry for w in within)
    ]


def _on_the_spot(spot: Spot, entry: Entry) -> Entry:
    inside = _inside(spot.entries, spot.within) if spot.within and not _world_known(spot) else []
    return max(inside, key=_prior) if inside else entry


def _world_known(spot: Spot) -> bool:
    """Whether a name is a country, region or state first of all: what follows it then is the next of a list."""
    return any(entry.kind in "CRW" or (entry.kind == "S" and entry.gid) for entry in spot.entries)


def _prior(entry: Entry, key: str = "") -> float:
    alias = _ALIAS if key and fold(entry.name) != key and entry.kind in "PK" else 0.0
    if entry.kind == "S" and entry.gid is None:
        return _SMALL_REGION
    if entry.kind == "P":
        return math.log10(entry.people + 10) - alias
    return _PRIOR[entry.kind] - alias


class _Evidence:
    """What the rest of the report says for a place: its country, its region, places near by."""

    def __init__(
        self,
        names: dict[str, tuple[Entry, ...]],
        chosen: dict[str, Entry],
        counts: dict[str, int],
    ) -> None:
        self.countries: dict[str, dict[str, float]] = defaultdict(dict)
        self.regions: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
        self.points: dict[str, list[tuple[str, Entry, float]]] = defaultdict(list)
        for key, entry in chosen.items():
            sure = 1.0 if len({(e.state, e.region) for e in names[key]}) == 1 else 0.4
            weight = sure * min(3, counts[key])
            self.countries[entry.state][key] = weight
            if entry.region and entry.kind != "C":
                self.regions[entry.state, entry.region][key] = weight * (1.5 if entry.kind == "S" else 1.0)
            self._add_points(key, entry, names[key])
        self.names = len(names)
        self.total = sum(sum(parts.values()) for parts in self.countries.values()) or 1.0

    def _add_points(self, key: str, chosen: Entry, entries: tuple[Entry, ...]) -> None:
        """Where a name may lie: each of its places by its share, the one chosen so far counting double."""
        towns = [entry for entry in entries[:_MOST] if entry.kind in "PKVD"]
        shares = [(2.0 if entry is chosen else 1.0) * 2.0 ** _prior(entry) for entry in towns]
        for entry, share in zip(towns, shares, strict=True):
            self.points[entry.state].append((key, entry, share / sum(shares)))

    def likeliest(self, entries: tuple[Entry, ...], key: str) -> Entry:
        """The reading of a name for which size and the rest of the report speak most."""
        if len(entries) == 1:
            return entries[0]
        return max(entries, key=lambda entry: _prior(entry, key) + self.speaks_for(entry, key))

    def speaks_for(self, entry: Entry, key: str) -> float:
        """How much of the report's other names speak for a reading of one name."""
        country = sum(weight for k, weight in self.countries.get(entry.state, {}).items() if k != key)
        score = _COUNTRY * country / self.total
        if entry.kind in "CN":
            return score
        region = sum(w for k, w in self.regions.get((entry.state, entry.region), {}).items() if k != key)
        score += _REGION * min(1.0, _SHARE * region / self.total)
        near: dict[str, float] = {}
        for k, other, share in self.points[entry.state]:
            if k != key and share > 0.02:
                near[k] = max(near.get(k, 0.0), share**0.5 * _nearness(entry, other))
        return score + _NEAR * min(1.0, _SHARE * sum(near.values()) / self.names)


def _nearness(one: Entry, other: Entry) -> float:
    """1 for neighbours, falling to 0 at `_CLOSE_KM`."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    if abs(one.lat - other.lat) > 1.4 or abs(one.lon - other.lon) > 4.0:
        return 0.0
    return max(0.0, 1.0 - distance_km(one.lat, one.lon, other.lat, other.lon) / _CLOSE_KM)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres along the great circle.

    >>> round(distance_km(51.5, -0.1, 48.9, 2.3))
    336
    """
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.radians(other_lat - lat) / 2, math.radians(other_lon - lon) / 2
    h = math.sin(half[0]) ** 2 + math.cos(a) * math.cos(b) * math.sin(half[1]) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))
