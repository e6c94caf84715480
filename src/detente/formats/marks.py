"""Entries -> marks of a picture: where each stands, what is written beside it, and that no two labels touch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from detente.codebook.ontology import load_ontology
from detente.model import Entry, Interval, Party
from detente.resolving.shortening import surnames_of

Frame = tuple[date, date]
Pair = tuple[str, str]
Taken = dict[tuple[str, int], list[tuple[float, float]]]
"""For each lane and height in it, the stretches that are written on already."""
DONE = frozenset({"occurred", "ongoing"})
ROUGH = 400
"""Intervals of more days than this do not widen the picture; they are drawn cut off at its edges."""
OUTSIDE, LONG = 4, 3
"""At most one deed in four may be left outside, when it is more than three times as far off as the others are apart."""
_LETTER, _GAP, _POINT = 6.0, 10.0, 9.0
_ABOVE, _BELOW, _BESIDE = -17, 18, 0
_NEAR, _APART = 13.0, (-6, 6, 0)
"""Marks of a lane closer than so many pixels are set apart, by turns up, down and not at all."""
_AFTER_NAME = re.compile(r"[JS]r\.?|[IVX]+")
"""What stands after a last name and is none: "Jr", the number of a king."""


@dataclass(slots=True)
class Mark:
    """One deed on the picture. `left` is where its label begins, `dy` how far off the lane's middle it is written,
    `shift` how far off the mark itself stands."""

    type: str
    first: date
    last: date
    middle: datetime
    side: str
    way: str
    done: bool
    words: str
    weight: tuple[float, ...]
    told: dict[str, str]
    label: str = ""
    left: str = ""
    dy: int = 0
    shift: int = 0

    def row(self) -> dict[str, Any]:
        """As the picture's data has it."""
        ends = {"from": moment(self.first), "to": moment(self.last + timedelta(1)), "middle": self.middle.isoformat()}
        label = {"label": self.label, "left": self.left or self.middle.isoformat(), "dy": self.dy, "shift": self.shift}
        return {"type": self.type, "side": self.side, "way": self.way, "done": self.done, **ends, **label, **self.told}


def moment(day: date) -> str:
    """The start of a day, as a local time (JavaScript takes a bare date for UTC)."""
    return f"{day.isoformat()}T00:00:00"


def frame_of(dated: Sequence[Entry | Interval]) -> Frame:
    """First and last day of the picture of some entries, or intervals, with a margin.

    A few of long before or after are left outside.

    >>> frame_of([])
    (datetime.date(1999, 12, 14), datetime.date(2001, 1, 18))
    """
    intervals = (item if isinstance(item, Interval) else item.date for item in dated)
    dates = sorted(interval for interval in intervals if interval is not None)
    dates = [d for d in dates if d.days <= ROUGH] or dates or [Interval.year(2000)]
    few = len(dates) // OUTSIDE
    for _ in range(few):
        start, end = dates[1].first - dates[0].last, dates[-1].first - dates[-2].last
        if start > LONG * (dates[-1].last - dates[1].first):
            dates = dates[1:]
        elif end > LONG * (dates[-2].last - dates[0].first):
            dates = dates[:-1]
    first, last = dates[0].first, max(d.last for d in dates)
    margin = timedelta(days=max(2, (last - first).days // 20))
    return first - margin, last + margin


def marks_of(entries: Sequence[Entry], pair: Pair, names: Pair, frame: Frame, width: int) -> list[Mark]:
    """A mark for each dated entry; labels only where there is room, the weightiest first."""
    marks = [_mark(entry, entry.date, pair, names, frame) for entry in entries if entry.date is not None]
    taken: Taken = {}
    per_day = width / max((frame[1] - frame[0]).days, 1)
    spots = [(mark, (mark.middle - _midnight(frame[0])).total_seconds() / 86400 * per_day) for mark in marks]
    _set_apart(spots)
    for mark, x in spots:
        half = max(_POINT, (mark.last - mark.first).days * per_day / 2)
        taken.setdefault((mark.type, _BESIDE), []).append((x - half, x + half))
    for mark, x in sorted(spots, key=lambda spot: spot[0].weight, reverse=True):
        found = _room(x, len(mark.words) * _LETTER, mark.type, taken, width) if mark.words else None
        if found is not None:
            left, mark.dy = found
            mark.label = mark.words
            mark.left = (_midnight(frame[0]) + timedelta(days=left / per_day)).isoformat()
    return marks


def _set_apart(spots: list[tuple[Mark, float]]) -> None:
    """Move marks that would hide each other."""
    lanes: dict[str, list[tuple[float, Mark]]] = {}
    for mark, x in spots:
        lanes.setdefault(mark.type, []).append((x, mark))
    for lane in lanes.values():
        lane.sort(key=lambda pair: pair[0])
        turn = 0
        for (x, mark), (next_x, other) in pairwise(lane):
            if next_x - x >= _NEAR:
                turn = 0
                continue
            if turn == 0:
                mark.shift = _APART[0]
            turn += 1
            other.shift = _APART[turn % len(_APART)]


def _mark(entry: Entry, when: Interval, pair: Pair, names: Pair, frame: Frame) -> Mark:
    score = load_ontology().types[entry.type].score
    first, last = (min(max(day, frame[0]), frame[1] - timedelta(1)) for day in (when.first, when.last))
    outside = when.last < frame[0] or when.first >= frame[1]
    middle = _midnight(first) + (_midnight(last + timedelta(1)) - _midnight(first)) / 2
    told = {
        "when": when.edtf,
        "deed": " ".join(filter(None, (entry.type, entry.mode))),
        "who": _who(entry),
        "status": entry.status,
        "reports": str(entry.reports),
        "entry": entry.id,
    }
    side = "cooperation" if score > 0 else "conflict"
    done = entry.status in DONE
    weight = (float(done), float(entry.reports), -float(when.days), abs(score))
    return Mark(
        entry.type, first, last, middle, side, _way(entry, pair, names), done, _words(entry, outside), weight, told
    )


def _way(entry: Entry, pair: Pair, names: Pair) -> str:
    actors, recipients = ({party.key for party in side} for side in (entry.actors, entry.recipients))
    for a, b in ((0, 1), (1, 0)):
        if pair[a] in actors and pair[b] in recipients and pair[b] not in actors:
            return f"{names[a]} → {names[b]}"
    return "both, or others too"


def _words(entry: Entry, outside: bool) -> str:
    """What to write beside a mark: how, where, or who; how it stands, if it is not done; when, if it is outside."""
    parts = [entry.mode or "", entry.place.name.split(",")[0] if entry.place else ""]
    if not any(parts):
        parts = [_who(entry)]
    when = entry.date.edtf if outside and entry.date else ""
    return ", ".join(filter(None, [*parts, "" if entry.status in DONE else entry.status, when]))


def _who(entry: Entry) -> str:
    return " → ".join(side for side in (_surnames(entry.actors), _surnames(entry.recipients)) if side)


def _surnames(parties: Sequence[Party]) -> str:
    """Persons by their last name, others by their code."""
    names = [_surname(party.person, party.state) if party.person else party.key for party in parties]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _surname(person: str, state: str | None) -> str:
    words = person.split()
    return " ".join(words[-2:]) if _AFTER_NAME.fullmatch(words[-1]) else surnames_of(person, state)[0]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _room(x: float, size: float, lane: str, taken: Taken, width: int) -> tuple[float, int] | None:
    """Left edge and height of the first free place for a label about the point at `x`; it is taken by this."""
    places = [(x + _POINT + 2, _BESIDE), (x - _POINT - 2 - size, _BESIDE), (x - 4, _ABOVE), (x - 4, _BELOW)]
    places += [(x - size + 4, _ABOVE), (x - size + 4, _BELOW)]
    for left, dy in places:
        row = taken.setdefault((lane, dy), [])
        free = all(left >= end or left + size + _GAP <= start for start, end in row)
        if 0 <= left <= width - size and free:
            row.append((left, left + size + _GAP))
            return left, dy
    return None
