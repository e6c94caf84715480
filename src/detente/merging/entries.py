"""A group of evidence as one entry: the best value of each field, and who says so or otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import msgspec

from detente.codebook.levels import highest, side_levels
from detente.merging.judged import apply_judgements
from detente.merging.names import same_person
from detente.model import RECORD, Entry, Event, Evidence, Interval, Judgement, Party, Place, Status

FIELDS = ("mode", "actors", "recipients", "date", "place", "status")
OPEN: frozenset[Status] = frozenset({"planned", "proposed", "postponed", "ongoing"})
"""What later reports overtake without contradicting it."""
WORD: frozenset[Status] = frozenset({"alleged", "denied"})
"""What somebody says of a deed; it gives way to reports that tell it as a fact."""


def derive_entry(group: Sequence[Evidence], judgements: Sequence[Judgement] = ()) -> Entry:
    """Join the evidence of one deed (at least one piece); the result does not depend on the order given.

    Args:
        group: the evidence.
        judgements: what people decided, oldest first; those about other evidence are passed over.
    """
    entry = _lone_entry(group[0]) if len(group) == 1 else _joined_entry(group)
    return _levelled(apply_judgements(entry, judgements), group)


def _levelled(entry: Entry, group: Sequence[Evidence]) -> Entry:
    """A contact with the level of each side: by its parties as they stand, else the highest that a report gives."""
    told = [piece.event.levels for piece in group if piece.event.levels]
    if not told:
        return entry
    own = side_levels((*entry.actors, *entry.recipients))
    levels = {key: level or highest(levels.get(key) for levels in told) for key, level in own.items()}
    return msgspec.structs.replace(entry, levels=levels)


def _lone_entry(piece: Evidence) -> Entry:
    """The same as `_joined_entry` of one piece, sooner: most entries are so."""
    event = piece.event
    told = {field for field in FIELDS if _value(field, event) is not None}
    return Entry(
        id=piece.id,
        type=event.type,
        mode=event.mode,
        actors=_bare(event.actors),
        recipients=_bare(event.recipients),
        date=event.date,
        place=event.place and msgspec.structs.replace(event.place, span=None),
        status=event.status,
        sources=tuple(sorted(set(event.sources))),
        evidence=(piece.id,),
        reports=1,
        copies=1,
        support={field: (piece.id,) for field in FIELDS if field in told},
        thread=_thread([piece]),
        cameo=event.cameo,
        score=event.score,
        contexts=tuple(sorted(set(event.contexts))),
        confidence=round(event.confidence, 4),
    )


def _joined_entry(group: Sequence[Evidence]) -> Entry:
    pieces = sorted(group, key=lambda piece: piece.id)
    best = min(_one_way(pieces), key=_rank)
    thread = _thread(pieces)
    place = _place(pieces)
    values: dict[str, Any] = {
        "mode": _commonest(pieces, lambda event: event.mode),
        "actors": _side(best.event.actors, best, pieces),
        "recipients": _side(best.event.recipients, best, pieces),
        "date": _date(pieces),
        "place": place and msgspec.structs.replace(place, span=None),
        "status": _status(thread),
    }
    support = {field: tuple(p.id for p in pieces if _says(field, p.event, values[field])) for field in FIELDS}
    against = {field: tuple(p.id for p in pieces if _denies(field, p.event, values[field])) for field in FIELDS}
    return Entry(
        id=pieces[0].id,
        type=best.event.type,
        **values,
        sources=tuple(sorted({source for piece in pieces for source in piece.event.sources})),
        evidence=tuple(piece.id for piece in pieces),
        reports=len({piece.story or piece.report for piece in pieces}),
        copies=len({piece.report for piece in pieces}),
        support={field: ids for field, ids in support.items() if ids},
        against={field: ids for field, ids in against.items() if ids},
        disputed=tuple(field for field in FIELDS if against[field]),
        thread=thread,
        cameo=_commonest(pieces, lambda event: event.cameo),
        score=best.event.score,
        contexts=tuple(sorted({context for piece in pieces for context in piece.event.contexts})),
        confidence=_confidence(pieces),
    )


def _one_way(pieces: list[Evidence]) -> list[Evidence]:
    """The pieces without those that tell a visit the other way round than most do: "X visited Y", not "Y visited X"."""
    ways: Counter[tuple[frozenset[str], frozenset[str]]] = Counter()
    for piece in pieces:
        if piece.event.mode == "visit" and all(way := _way(piece)):
            ways[way] += 1
    turned = {way for way, count in ways.items() if count < ways[way[1], way[0]]}
    return [piece for piece in pieces if _way(piece) not in turned] if turned else pieces


def _way(piece: Evidence) -> tuple[frozenset[str], frozenset[str]]:
    """The states and organisations on each side."""
    actors, recipients = (frozenset(p.key for p in side) for side in (piece.event.actors, piece.event.recipients))
    return actors, recipients


def _rank(piece: Evidence) -> tuple[float, int, int, str]:
    """The most telling piece first: parties named, date narrow, sure of itself; ties by identifier."""
    event = piece.event
    parties = (*event.actors, *event.recipients)
    told = sum(bool(p.key) + bool(p.person) + bool(p.office) for p in parties)
    return -event.confidence, -told, event.date.days if event.date else 99_999, piece.id


def _commonest(pieces: Sequence[Evidence], of: Callable[[Event], str | None]) -> str | None:
    counts = Counter(value for piece in pieces if (value := of(piece.event)) is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _side(base: tuple[Party, ...], best: Evidence, pieces: Sequence[Evidence]) -> tuple[Party, ...]:
    """The parties of the best evidence; where it names a state only, the person that all others agree on.

    Without their passages, which belong to the evidence.
    """
    named = {party.key for party in (*best.event.actors, *best.event.recipients) if party.person}
    return _bare([party if party.key in named else _fuller(party, pieces) for party in base])


def _bare(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(Party(p.state, p.organisation, p.person, p.office, (), p.how) for p in parties)


def _fuller(party: Party, pieces: Sequence[Evidence]) -> Party:
    if not party.key:
        return party
    others = [p for piece in pieces for p in (*piece.event.actors, *piece.event.recipients) if p.key == party.key]
    named = [p for p in others if p.person]
    if not named or not all(same_person(named[0].person or "", p.person or "") for p in named):
        return party
    shares = Counter(p.person for p in named)
    return min(named, key=lambda p: (p.office is None, -shares[p.person], p.person or "", p.office or "", p.how or ""))


def _date(pieces: Sequence[Evidence]) -> Interval | None:
    """The narrowest interval, of those the one that most reports share, then the earliest; records before reports."""
    records = [piece for piece in pieces if piece.coder.startswith(RECORD) and piece.event.date]
    dated = [piece.event.date for piece in records or pieces if piece.event.date]
    if not dated:
        return None
    shares = Counter((interval.first, interval.last) for interval in dated)
    return min(dated, key=lambda i: (i.days, -shares[i.first, i.last], i.first, i.how))


def _place(pieces: Sequence[Evidence]) -> Place | None:
    places = [piece.event.place for piece in pieces if piece.event.place]
    shares = Counter(place.name for place in places)
    return min(
        places, key=lambda p: (p.geonameid is None, -shares[p.name], -len(p.name), p.name, p.span or ()), default=None
    )


def _thread(pieces: Sequence[Evidence]) -> tuple[tuple[str | None, Status], ...]:
    """The status as told, by the day of the report; undated reports first, and what took place after what was open."""
    steps = {(piece.published.first.isoformat() if piece.published else None, piece.event.status) for piece in pieces}
    return tuple(sorted(steps, key=lambda step: (step[0] or "", step[1] not in OPEN, step[1] == "occurred", step[1])))


def _status(thread: Sequence[tuple[str | None, Status]]) -> Status:
    """The last fact told; else the last word on it; else how things last stood."""
    facts = [status for _, status in thread if status not in OPEN and status not in WORD]
    words = [status for _, status in thread if status in WORD]
    return (facts or words or [thread[-1][1]])[-1]


def _confidence(pieces: Sequence[Evidence]) -> float:
    """Sources err independently, copies of one story together: 1 - the product of each story's doubt."""
    doubts: dict[str, float] = {}
    for piece in pieces:
        story = piece.story or piece.report
        doubts[story] = min(doubts.get(story, 1.0), 1.0 - piece.event.confidence)
    doubt = 1.0
    for story in sorted(doubts):
        doubt *= doubts[story]
    return round(1.0 - doubt, 4)


def _value(field: str, event: Event) -> Hashable:
    if field in ("actors", "recipients"):
        return frozenset(party.key for party in getattr(event, field) if party.key) or None
    if field == "place":
        return event.place.name if event.place else None
    value: Hashable = getattr(event, field)
    return value


def _says(field: str, event: Event, best: Any) -> bool:
    """Whether this report gives the field, and as the entry has it (a wider date that holds it counts)."""
    told = _value(field, event)
    if told is None:
        return False
    if field in ("actors", "recipients"):
        return told == frozenset(party.key for party in best if party.key)
    if field == "place":
        return best is not None and told == best.name
    if field == "date":
        return best is not None and isinstance(told, Interval) and told.overlaps(best)
    return bool(told == best)


def _denies(field: str, event: Event, best: Any) -> bool:
    """Whether this report says otherwise: an open status is overtaken, not denied; a place in one state may differ."""
    told = _value(field, event)
    if told is None or _says(field, event, best):
        return False
    if field == "status":
        return told not in OPEN
    if field == "place":
        return (
            event.place is not None and None not in (event.place.state, best.state) and event.place.state != best.state
        )
    if field in ("actors", "recipients"):
        both = frozenset(p.key for p in (*event.actors, *event.recipients) if p.key)
        return not frozenset(party.key for party in best if party.key) <= both
    return best is not None
