"""The tone between two states over time: PLOVER scores each way, how sure, how many; and where it turned."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from detente.codebook.ontology import load_ontology
from detente.model import Entry
from detente.relations.deeds import Deed, deeds_between, last_day
from detente.relations.phases import UNTOLD, Phase, phases
from detente.relations.sources import Asked, Sources
from detente.relations.surroundings import surroundings

By = Literal["week", "month", "year"]
ROUGH = {"week": 31, "month": 92, "year": 731}
"""Deeds known only to more days than this are left out of a series by week, month or year."""
SURE = 1.645
"""Standard errors to each side: nine in ten."""
SPREAD = 4.5
"""Standard deviation of scores assumed where a pair has too few deeds to tell."""
LEAST, PENALTY, NEAR = 4, 3.0, 60
"""Fewest deeds between two breaks; strictness of the search for breaks; days within which a step explains a break."""
WARMER, COOLER = "warmer", "cooler"
BETTER = ("thaw", "reset", "normal")
"""Phases that a break to the better explains; one to the worse explains the others."""
SHARP = 92
"""Deeds known to more days than this do not take part in the search for breaks."""


class TonePoint(msgspec.Struct, frozen=True, kw_only=True):
    """The tone of one stretch of days in one direction.

    `mean` is the weighted mean of the scores, in [-10, 10]; it lies in `low`..`high` in nine cases of ten. `volume` is
    the number of deeds, one that may lie in several stretches shared among them.
    """

    first: date
    last: date
    doer: str
    to: str
    mean: float
    low: float
    high: float
    volume: float
    entries: tuple[str, ...]


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A turning point: what it is called, the days on which it can have been, the deeds around it.

    `how` is "deeds" (a step of the state model), "tone" (a break in the scores) or "deeds and tone".
    """

    name: str
    since: date
    by: date
    how: str
    deeds: tuple[Deed, ...]
    before: float | None = None
    after: float | None = None
    sure: bool = True


class Tone(msgspec.Struct, frozen=True, kw_only=True):
    """A series each way, its turning points, and how many deeds had no day or too rough a one."""

    points: tuple[TonePoint, ...]
    turns: tuple[Turn, ...]
    phases: tuple[Phase, ...]
    undated: int
    rough: int


def score_of(entry: Entry) -> float:
    """The PLOVER score of a deed, in [-10, 10]."""
    return load_ontology().score(entry.type, entry.mode) if entry.score is None else entry.score


def tone(register: Asked, a: str, b: str, by: By = "month", on: date | None = None) -> Tone:
    """The tone between two states, as a series each way, and its turning points.

    Args:
        a, b: ISO codes of states, or names of organisations.
        by: length of a stretch.
        on: leave out what lay after this day.
    """
    sources = Sources(register)
    told = deeds_between(sources, a, b)
    day = on or last_day(told) or date.today()
    deeds = [*told, *surroundings(sources, told, (a, b)).incidents]
    done = [deed for deed in told if on is None or deed.surely_by(day)]
    return tone_of(done, phases(deeds, day), (a, b), by)


def tone_of(deeds: Sequence[Deed], steps: Sequence[Phase], pair: tuple[str, str], by: By) -> Tone:
    """The tone of a pair from its deeds and phases."""
    own = [deed for deed in deeds if deed.done and deed.through is None]
    dated = [deed for deed in own if deed.first and deed.last]
    sharp = [deed for deed in dated if _days(deed) <= ROUGH[by]]
    spread = _spread([score_of(deed.entry) for deed in own])
    points = [point for way in (pair, pair[::-1]) for point in _series(sharp, way, by, spread)]
    return Tone(
        points=tuple(points),
        turns=tuple(turns_of(own, steps)),
        phases=tuple(steps),
        undated=len(own) - len(dated),
        rough=len(dated) - len(sharp),
    )


def tone_between(deeds: Iterable[Deed], first: date, last: date) -> TonePoint | None:
    """The tone of all deeds, either way, that lie in a stretch of days for the most part."""
    own = [deed for deed in deeds if deed.done and deed.through is None]
    inside = [(deed, _share(deed, first, last)) for deed in own if deed.first and deed.last]
    inside = [(deed, share) for deed, share in inside if share >= 0.5]
    return _point(inside, first, last, ("", ""), _spread([score_of(deed.entry) for deed in own])) if inside else None


def tone_from(deeds: Sequence[Deed], doer: str, to: str) -> TonePoint | None:
    """The tone of all that one does to the other, or both together; None where nothing is told."""
    own = [deed for deed in deeds if deed.done and deed.through is None]
    mine = [deed for deed in own if _goes(deed, (doer, to))]
    days = [day for deed in mine for day in (deed.first, deed.last) if day] or [date.min]
    spread = _spread([score_of(deed.entry) for deed in own])
    return _point([(deed, 1.0) for deed in mine], min(days), max(days), (doer, to), spread) if mine else None


def _series(deeds: Sequence[Deed], way: Sequence[str], by: By, spread: float) -> list[TonePoint]:
    mine = [deed for deed in deeds if _goes(deed, way)]
    buckets: dict[date, list[tuple[Deed, float]]] = {}
    for deed in mine:
        start = bucket_of(deed.first or date.min, by)[0]
        while start <= (deed.last or start):
            first, last = bucket_of(start, by)
            buckets.setdefault(first, []).append((deed, _share(deed, first, last)))
            start = last + timedelta(1)
    return [_point(some, *bucket_of(first, by), way, spread) for first, some in sorted(buckets.items())]


def _goes(deed: Deed, way: Sequence[str]) -> bool:
    """Whether a deed goes this way: one does it to the other, or both do it together; contacts go both ways."""
    actors = {party.key for party in deed.entry.actors}
    to = {party.key for party in deed.entry.recipients}
    if deed.entry.type == "CONSULT":
        return set(way) <= actors | to
    return way[0] in actors and (way[1] in to or way[1] in actors)


def bucket_of(day: date, by: By) -> tuple[date, date]:
    """First and last day of the week (from Monday), month or year that holds a day.

    >>> bucket_of(date(2024, 2, 10), "month")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if by == "week":
        first = day - timedelta(day.weekday())
        return first, first + timedelta(6)
    if by == "month":
        later = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return date(day.year, day.month, 1), later - timedelta(1)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _days(deed: Deed) -> int:
    return (deed.last - deed.first).days + 1 if deed.first and deed.last else 0


def _share(deed: Deed, first: date, last: date) -> float:
    """How much of a deed's days lie in a stretch."""
    if deed.first is None or deed.last is None:
        return 0.0
    days = (min(deed.last, last) - max(deed.first, first)).days + 1
    return max(days, 0) / _days(deed)


def _point(some: Sequence[tuple[Deed, float]], first: date, last: date, way: Sequence[str], spread: float) -> TonePoint:
    weights = [share * max(deed.entry.confidence, 0.05) for deed, share in some]
    scores = [score_of(deed.entry) for deed, _ in some]
    mean = sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)
    worth = sum(weights) ** 2 / sum(w * w for w in weights)
    error = SURE * spread / math.sqrt(worth)
    low, high = max(mean - error, -10.0), min(mean + error, 10.0)
    return TonePoint(
        first=first,
        last=last,
        doer=way[0],
        to=way[1],
        mean=round(mean, 2),
        low=round(low, 2),
        high=round(high, 2),
        volume=round(sum(share for _, share in some), 2),
        entries=tuple(deed.id for deed, _ in some),
    )


def _spread(scores: Sequence[float]) -> float:
    """Standard deviation of a pair's scores; the assumed one counts as five deeds."""
    if not scores:
        return SPREAD
    mean = sum(scores) / len(scores)
    return math.sqrt((sum((s - mean) ** 2 for s in scores) + 5 * SPREAD**2) / (len(scores) + 5))


def turns_of(deeds: Sequence[Deed], steps: Sequence[Phase]) -> list[Turn]:
    """The turning points: steps of the state model and breaks in the scores; those that coincide are one."""
    breaks = breaks_of(deeds)
    turns = []
    for step in steps:
        if step.before == UNTOLD and step.name == "normal":
            continue
        first, last = step.since - timedelta(NEAR), step.by + timedelta(NEAR)
        sense = WARMER if step.name in BETTER else COOLER
        near = [turn for turn in breaks if turn.name == sense and first <= turn.since <= last]
        own = near[0] if near else None
        breaks = [turn for turn in breaks if turn is not own]
        turns.append(
            Turn(
                name=step.name,
                since=step.since,
                by=step.by,
                how="deeds and tone" if own else "deeds",
                deeds=step.deeds,
                before=own.before if own else None,
                after=own.after if own else None,
                sure=step.sure,
            )
        )
    return sorted([*turns, *breaks], key=lambda turn: (turn.since, turn.by))


def breaks_of(deeds: Sequence[Deed]) -> list[Turn]:
    """Breaks in the mean of the scores, by penalised search over the deeds in order of time (PELT).

    Source: Killick, Fearnhead and Eckley (2012), as in `ruptures`; the penalty is the variance times the logarithm of
    the number of deeds, three times over.
    """
    sharp = (deed for deed in deeds if deed.first and deed.last and _days(deed) <= SHARP)
    known = sorted(sharp, key=lambda deed: (deed.last, deed.first, deed.id))
    if len(known) < 2 * LEAST:
        return []
    import numpy
    from ruptures import KernelCPD

    scores = numpy.array([score_of(deed.entry) for deed in known])
    penalty = PENALTY * max(float(scores.var()), 1.0) * math.log(len(scores))
    search = KernelCPD(kernel="linear", min_size=LEAST).fit(scores.reshape(-1, 1))  # mean shift, in C
    ends: list[int] = search.predict(pen=penalty)
    edges = [0, *ends]
    found = []
    for start, here, end in zip(edges, edges[1:], edges[2:], strict=False):
        before, after = float(scores[start:here].mean()), float(scores[here:end].mean())
        around = _telling(known[here:end][: 2 * LEAST], after > before)
        name = WARMER if after > before else COOLER
        found.append(
            Turn(
                name=name,
                since=known[here].first or date.min,
                by=known[here].last or date.min,
                how="tone",
                deeds=tuple(around),
                before=round(before, 2),
                after=round(after, 2),
            )
        )
    return found


def _telling(deeds: Sequence[Deed], warmer: bool) -> list[Deed]:
    """The three deeds that say most for a change, in order of time."""
    sign = -1 if warmer else 1
    best = sorted(deeds, key=lambda deed: (sign * score_of(deed.entry), -deed.entry.reports, deed.id))[:3]
    return sorted(best, key=lambda deed: (deed.last or date.max, deed.id))
