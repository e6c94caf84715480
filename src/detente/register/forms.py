"""Entries as their column has them: positions in place of names, what follows from the rest left out.

Most are short, and are kept as they are: a timeline reads thousands, and inflating each would cost as much as all else.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from itertools import compress
from typing import Any

import msgspec

from detente.model import Entry, Interval, Party, Place, Status
from detente.model.interval import How
from detente.register.packing import pack_json, unpack_json

PLAIN = b"["
DEFLATED = b"\x03"
"""First byte: a JSON list as it is, or one as `packing` has it after this byte. What begins otherwise is an entry as
stores of version 2 had it."""
LONG = 700
"""Bytes from which it is deflated: deeds of many reports."""
_FIELDS = ("mode", "actors", "recipients", "date", "place", "status")


class Days(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The days of an entry, as its column has them."""

    first: datetime.date
    last: datetime.date
    how: How = "stated"

    @property
    def edtf(self) -> str:
        """As `Interval.edtf`."""
        return self.first.isoformat() if self.first == self.last else self.interval.edtf

    @property
    def interval(self) -> Interval:
        """As everywhere else."""
        return Interval(self.first, self.last, self.how)


class _Name(msgspec.Struct, array_like=True, frozen=True, gc=False):
    name: str


class _Side(msgspec.Struct, array_like=True, frozen=True, gc=False):
    state: str | None = None
    how: str | None = None
    organisation: str | None = None
    person: str | None = None
    office: str | None = None


class Line(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """An entry in brief: what a timeline shows. `acting` and `receiving` are its sides in JSON, for `read_side`."""

    id: str
    type: str
    mode: str | None
    acting: msgspec.Raw
    receiving: msgspec.Raw
    date: Days | None
    place: _Name | None
    status: Status
    reports: int
    confidence: float = 0.5
    score: float | None = None
    disputed: tuple[str, ...] = ()
    verdict: str | None = None


class _Whole(msgspec.Struct, array_like=True, frozen=True):
    """All of an entry; the first so many as in `Line`."""

    id: str
    type: str
    mode: str | None
    actors: tuple[_Side, ...]
    recipients: tuple[_Side, ...]
    date: Days | None
    place: tuple[str, str | None, int | None, float | None, float | None] | None
    status: Status
    reports: int
    confidence: float = 0.5
    score: float | None = None
    disputed: tuple[str, ...] = ()
    verdict: str | None = None
    copies: int = 1
    thread: tuple[tuple[str | None, Status], ...] = ()
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    levels: dict[str, str | None] = {}
    corrected: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    support: dict[str, tuple[str, ...]] = {}
    against: dict[str, tuple[str, ...]] = {}


_AS_THEY_ARE = (
    *("reports", "confidence", "score", "disputed", "verdict", "copies", "thread", "cameo", "contexts", "sources"),
    *("levels", "corrected"),
)
_EMPTY: tuple[object, ...] = (None, (), {}, [])
_whole = msgspec.json.Decoder(_Whole)
_line = msgspec.json.Decoder(Line)
_old = msgspec.json.Decoder(Entry)
_sides = msgspec.json.Decoder(tuple[_Side, ...])


def pack_entry(entry: Entry) -> bytes:
    """An entry for its column: what a lone piece of evidence supports need not be said."""
    days, place, alone = entry.date, entry.place, len(entry.evidence) == 1
    values = [
        *(entry.id, entry.type, entry.mode, _packed(entry.actors), _packed(entry.recipients)),
        days and [days.first, days.last, days.how],
        place and [place.name, place.state, place.geonameid, place.lat, place.lon],
        entry.status,
        *(getattr(entry, field) for field in _AS_THEY_ARE),
        () if alone and entry.evidence[0] == entry.id else entry.evidence,
        {} if alone and entry.support == _alone(entry) else entry.support,
        entry.against,
    ]
    while values[-1] in _EMPTY:
        values.pop()
    try:
        text = msgspec.json.encode(values)
    except UnicodeEncodeError:  # half characters, as some feeds have them
        text = json.dumps(msgspec.to_builtins(values)).encode()
    return text if len(text) < LONG else DEFLATED + pack_json(text.decode())


def unpack_entry(data: bytes) -> Entry:
    """An entry from its column.

    Raises: ValueError or zlib.error where it is damaged.
    """
    if data[:1] not in (PLAIN, DEFLATED):
        return _filled(_decode(_old, unpack_json(data), Entry))
    read: _Whole = _decode(_whole, data if data[:1] == PLAIN else unpack_json(data[1:]), _Whole)
    return _filled(
        Entry(
            id=read.id,
            type=read.type,
            mode=read.mode,
            actors=tuple(map(_party, read.actors)),
            recipients=tuple(map(_party, read.recipients)),
            date=read.date.interval if read.date else None,
            place=read.place and _place(*read.place),
            status=read.status,
            reports=read.reports,
            confidence=read.confidence,
            score=read.score,
            disputed=read.disputed,
            verdict=read.verdict,
            copies=read.copies,
            thread=read.thread,
            cameo=read.cameo,
            contexts=read.contexts,
            sources=read.sources,
            levels=read.levels,
            corrected=read.corrected,
            evidence=read.evidence or (read.id,),
            support=read.support,
            against=read.against,
        )
    )


def unpack_line(data: bytes) -> Line | Entry:
    """An entry in brief; whole where its column does not give it so."""
    try:
        return _line.decode(data)
    except msgspec.DecodeError:
        return unpack_entry(data)


def _decode(decoder: Any, text: bytes, type_: Any) -> Any:
    try:
        return decoder.decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return msgspec.convert(json.loads(text), type_)  # half characters, which msgspec refuses


def _packed(parties: Sequence[Party]) -> list[list[str | None]]:
    found = []
    for party in parties:
        values = [party.state, party.how, party.organisation, party.person, party.office]
        while values and values[-1] is None:
            values.pop()
        found.append(values)
    return found


def read_side(text: bytes) -> tuple[Party, ...]:
    """The parties of a side of a line."""
    return tuple(map(_party, _sides.decode(text)))


def _party(side: _Side) -> Party:
    return Party(side.state, side.organisation, side.person, side.office, (), side.how)


def _place(name: str, state: str | None, geonameid: int | None, lat: float | None, lon: float | None) -> Place:
    return Place(name, None, state, geonameid, lat, lon)


def _filled(entry: Entry) -> Entry:
    """With what a lone piece of evidence supports."""
    if len(entry.evidence) == 1 and not entry.support:
        msgspec.structs.force_setattr(entry, "support", _alone(entry))  # nobody else has seen it yet
    return entry


def _alone(entry: Entry) -> dict[str, tuple[str, ...]]:
    """What a lone piece of evidence supports: all fields that have a value. Questions ask this of thousands."""
    values = entry.mode, _named(entry.actors), _named(entry.recipients), entry.date, entry.place, entry.status
    return dict.fromkeys(compress(_FIELDS, values), entry.evidence)


def _named(parties: tuple[Party, ...]) -> bool:
    for party in parties:  # noqa: SIM110 - the first party decides nearly always; any() would cost four times as much
        if party.state or party.organisation:
            return True
    return False
