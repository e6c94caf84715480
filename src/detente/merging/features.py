"""What is known of two pieces of evidence that may tell of one deed, as numbers; and what rules it out.

Features are symmetric, and kinds of agreement only: never words or names of a report.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

from detente.codebook import load_codebook
from detente.codebook.lexicon import word_list
from detente.merging.blocking import SLACK, VAGUEST, WIDEST, days_of
from detente.merging.names import same_person
from detente.merging.words import likeness, stems
from detente.model import Event, Evidence, Interval, Party

CHANNELS = frozenset({"visit", "third-party", "multilateral"})
"""Ways of meeting that one report sees so and another otherwise; a telephone call is something else."""
SPEECH = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that parties do to each other several times a week."""
KINDS = {"CONSULT": "meeting", "ASSAULT": "force", "COERCE": "force", "MOBILIZE": "force", "PROTEST": "force"}
MUTUAL = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE", "RETREAT"})
"""Types whose parties may be told on one side or on two."""
RARE = frozenset({"expel", "convict", "release", "ceasefire", "withdraw", "abduct", "suicide-attack", "unconventional"})
"""Ways of acting that two parties seldom see twice in a few days."""
IN_PERSON = word_list("in-person")
CERTAIN_DAYS = 3
"""Dates no wider than this say on which day it was."""
UNDATED = "undated"
"""The feature of pairs of which one report, or both, tell no day."""

CROSSED = ("words", "persons", "same-day", "width", "guessed", "half-named", "same-mode")
"""Features that weigh otherwise for meetings, speech, force and other acts."""


def features_of(one: Evidence, other: Evidence) -> dict[str, float] | None:
    """The features of a pair; None where the two cannot be one deed."""
    ours, theirs = one.event, other.event
    first, second = days_of(one), days_of(other)
    if ours.type != theirs.type or first is None or second is None:
        return None
    kind = KINDS.get(ours.type, "speech" if ours.type in SPEECH and "meet" not in (ours.mode, theirs.mode) else "act")
    found = {"bias": 1.0, f"kind={kind}": 1.0}
    dated = ours.date is not None and theirs.date is not None
    days = _days(first, second) if dated else _lag(one, other, first, second)
    parties = None if days is None else _parties(ours, theirs, kind)
    manner = None if parties is None or _is_call_and_meeting(one, other) else _manner(ours, theirs)
    if days is None or parties is None or manner is None or (not dated and parties["clash"]):
        return None
    found |= days | parties | manner | _place(ours, theirs) | _wording(one, other) | _status(ours, theirs)
    return found | {f"{kind}:{name}": found[name] for name in CROSSED if name in found}


def _keys(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.key for party in parties if party.key)


def _parties(one: Event, other: Event, kind: str) -> dict[str, float] | None:
    """How well the parties agree: all, some; in the same roles; the persons named."""
    ours, theirs = _keys(one.actors) | _keys(one.recipients), _keys(other.actors) | _keys(other.recipients)
    both = ours & theirs
    if not both or (ours != theirs and len(both) < 2):
        return None
    turned = bool(one.recipients and other.recipients and not _keys(one.actors) & _keys(other.actors))
    if turned and one.type not in MUTUAL:
        return None
    if kind == "speech" and one.type not in MUTUAL and _keys(one.actors) != _keys(other.actors):
        return None
    named = [_persons(key, one, other) for key in both]
    clash = named.count(-1.0)
    if clash and (kind != "meeting" or not named.count(1.0)):
        return None
    return {
        "all-parties": float(ours == theirs),
        "some-parties": float(not (ours <= theirs or theirs <= ours)),
        "alone": float(len(both) == 1),
        "crowd": math.log(len(both)),
        "turned": float(turned),
        "roles": float(bool(one.recipients) == bool(other.recipients)),
        "persons": float(min(2, named.count(1.0))),
        "half-named": float(min(2, named.count(0.5))),
        "clash": float(clash),
    }


def _persons(key: str, one: Event, other: Event) -> float:
    """Of one party: 1 the same person named, 0 nobody, 0.5 one report names somebody, -1 different people."""
    ours, theirs = _named(key, one), _named(key, other)
    if not ours or not theirs:
        return 0.5 if ours or theirs else 0.0
    return 1.0 if any(same_person(mine, yours) for mine in ours for yours in theirs) else -1.0


def _named(key: str, event: Event) -> frozenset[str]:
    return frozenset(p.person for p in (*event.actors, *event.recipients) if p.person and p.key == key)


def _days(one: Interval, other: Interval) -> dict[str, float] | None:
    gap = (max(one.first, other.first) - min(one.last, other.last)).days
    wide, close = max(one.days, other.days), min(one.days, other.days)
    if gap > SLACK or (gap > 0 and wide > CERTAIN_DAYS) or wide > VAGUEST:
        return None
    guesses = (one.how == "inferred") + (other.how == "inferred")
    return {
        "same-day": float(gap <= 0 and wide <= CERTAIN_DAYS),
        "next-day": float(gap > 0),
        "width": math.log(wide),
        "least-width": math.log(close),
        "vague": float(wide > WIDEST),
        "same-span": float(wide > CERTAIN_DAYS and one.first == other.first and one.last == other.last),
        "guessed": float(guesses),
    }


def _lag(one: Evidence, other: Evidence, first: Interval, second: Interval) -> dict[str, float] | None:
    """Of two of which one tells no day: how far its report is from the day of the other, or from its report."""
    told = [piece.event.date for piece in (one, other) if piece.event.date]
    wide = max((interval.days for interval in told), default=1)
    near = [piece.event.date or piece.published for piece in (one, other)]
    if not first.overlaps(second) or wide > VAGUEST or None in near:
        return None
    gap = max(interval.first for interval in near if interval) - min(interval.last for interval in near if interval)
    return {
        UNDATED: 1.0,
        "both-undated": float(not told),
        "lag": math.log1p(max(0, gap.days)),
        "width": math.log(wide),
        "vague": float(wide > WIDEST),
        "guessed": float(sum(interval.how == "inferred" for interval in told)),
    }


def _manner(one: Event, other: Event) -> dict[str, float] | None:
    if one.mode == other.mode:
        return {"same-mode": 1.0, "rare-mode": float(one.mode in RARE)} if one.mode else {}
    if one.mode is None or other.mode is None:
        return {"half-mode": 1.0}
    if one.type == "CONSULT" and not {one.mode, other.mode} <= CHANNELS:
        return None
    return {"other-mode": 1.0}


def _is_call_and_meeting(one: Evidence, other: Evidence) -> bool:
    """Whether one tells of a call and the other, by its words, of people who met face to face."""
    modes = one.event.mode, other.event.mode
    if one.event.type != "CONSULT" or modes not in (("phone", None), (None, "phone")):
        return False
    met = other if one.event.mode else one
    return not IN_PERSON.isdisjoint(met.words.casefold().split())


def _place(one: Event, other: Event) -> dict[str, float]:
    if one.place is None or other.place is None:
        return {}
    if one.place.name == other.place.name or (one.place.geonameid and one.place.geonameid == other.place.geonameid):
        return {"same-place": 1.0}
    if one.place.state is None or other.place.state is None:
        return {}
    return {"same-land": 1.0} if one.place.state == other.place.state else {"other-land": 1.0}


def _wording(one: Evidence, other: Evidence) -> dict[str, float]:
    idle = frozenset(_party_stems(one.event)) | frozenset(_party_stems(other.event))
    ours, theirs = stems(one.words) - idle, stems(other.words) - idle
    numbers = {word for word in ours if word.isdigit()}, {word for word in theirs if word.isdigit()}
    return {
        "words": likeness(ours, theirs),
        "shared": math.log1p(len(ours & theirs)),
        "short": float(min(len(ours), len(theirs)) < 3),
        "number": float(bool(numbers[0] & numbers[1])),
        "numbers-differ": float(bool(numbers[0] and numbers[1] and not numbers[0] & numbers[1])),
        "story": float(bool(one.story) and one.story == other.story),
    }


def _party_stems(event: Event) -> Iterator[str]:
    """The words that parties are called by: they say nothing that the parties do not."""
    for party in (*event.actors, *event.recipients):
        yield from _called(party.key)
        if party.person:
            yield from stems(party.person)


@cache
def _called(key: str) -> frozenset[str]:
    names = next((s for s in load_codebook().states if s.iso3 == key), None)
    words = [key] if names is None else [names.name, *names.names, *names.demonyms]
    return frozenset(stem for word in words for stem in stems(word))


def _status(one: Event, other: Event) -> dict[str, float]:
    if one.status == other.status:
        return {f"both={one.status}": 1.0}
    return {"open-and-done": float("planned" in (one.status, other.status)), "status": 1.0}
