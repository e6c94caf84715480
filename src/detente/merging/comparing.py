"""Whether two pieces of evidence from two reports tell of one deed."""

from __future__ import annotations

from detente.merging.blocking import SLACK, narrow
from detente.model import Event, Evidence, Interval, Party

THRESHOLD = 0.5
"""At or above, two pieces of evidence are linked."""
CHANNELS = frozenset({"visit", "phone", "third-party", "multilateral"})


def same_deed(one: Evidence, other: Evidence) -> float:
    """How likely the two tell of one deed, in [0, 1]; symmetric.

    Two pieces from one report never do: the coder has joined what one report says of a deed.
    """
    if one.report == other.report or one.event.type != other.event.type:
        return 0.0
    if one.story and one.story == other.story and one.words == other.words:
        return 1.0
    if not (narrow(one.event) and narrow(other.event)):
        return 0.0
    parts = (
        _parties(one.event, other.event),
        _dates(one.event.date, other.event.date),
        _modes(one.event, other.event),
        _places(one.event, other.event),
    )
    if min(parts) == 0.0:
        return 0.0
    product = 1.0
    for part in parts:
        product *= part
    return product


def _keys(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.key for party in parties if party.key)


def _parties(one: Event, other: Event) -> float:
    """Same parties in the same roles; persons of one state must not differ."""
    if _keys(one.actors) | _keys(one.recipients) != _keys(other.actors) | _keys(other.recipients):
        return 0.0
    directed = one.recipients and other.recipients
    if directed and _keys(one.actors) != _keys(other.actors):
        return 0.0
    return min((_persons(key, one, other) for key in _keys(one.actors) | _keys(one.recipients)), default=0.0)


def _persons(key: str, one: Event, other: Event) -> float:
    ours, theirs = _named(key, one), _named(key, other)
    if not ours or not theirs:
        return 0.9
    return 1.0 if ours & theirs else 0.0


def _named(key: str, event: Event) -> frozenset[str]:
    return frozenset(p.person for p in (*event.actors, *event.recipients) if p.person and p.key == key)


def _dates(one: Interval | None, other: Interval | None) -> float:
    if one is None or other is None:
        return 0.0
    if one.overlaps(other):
        return 1.0 if max(one.days, other.days) <= 7 else 0.7
    gap = (max(one.first, other.first) - min(one.last, other.last)).days
    return 0.7 if gap <= SLACK and max(one.days, other.days) <= 2 else 0.0


def _modes(one: Event, other: Event) -> float:
    if one.mode == other.mode:
        return 1.0
    if one.mode is None or other.mode is None:
        return 0.9
    if {one.mode, other.mode} <= CHANNELS and "phone" not in (one.mode, other.mode):
        return 0.75
    return 0.0


def _places(one: Event, other: Event) -> float:
    if one.place is None or other.place is None or one.place.state is None or other.place.state is None:
        return 1.0
    return 1.0 if one.place.state == other.place.state else 0.6
