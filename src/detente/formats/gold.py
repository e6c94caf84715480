"""A coded report as the object that `detente code` prints: the gold shape, with further fields beside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from detente.codebook import load_codebook
from detente.codebook.sectors import actor_code
from detente.model import Claim, Coded, Event, Fault, Interval, Party, Place, PlaceMention, Quote, Span, TimeMention

Record = dict[str, Any]


def coded_to_dict(coded: Coded, extras: Iterable[str] = ()) -> Record:
    """The gold shape of a coded report.

    Args:
        coded: what came out of a report.
        extras: "times" and "places" add what was found of these, with offsets, so that anyone can score them.
    Returns:
        `id`, `published`, `body`, `events`, `claims`, `quotes`, `faults`; every `spans` is a list of `[start, end)`
        pairs in code points of the text as received.
    """
    text, report = coded.report.text, coded.report
    record: Record = {
        "id": report.id,
        "published": interval_to_dict(coded.published),
        "published_edtf": coded.published.edtf if coded.published else None,
        "published_how": coded.published_how,
        "published_spans": _pairs(coded.published_spans),
        "digest": report.digest,
        "source": report.source,
        "coder": coded.coder,
        "body": report.body,
        "events": [event_to_dict(event, text) for event in coded.events],
        "claims": [_claim(claim) for claim in coded.claims],
        "quotes": [_quote(quote) for quote in coded.quotes],
        "faults": [fault_to_dict(fault, text) for fault in coded.faults],
    }
    wanted = set(extras)
    if "times" in wanted:
        record["times"] = [_time(time, text) for time in coded.times]
    if "places" in wanted:
        record["places"] = [_place(place, text) for place in coded.places]
    return record


def coded_to_json(coded: Coded, extras: Iterable[str] = ()) -> str:
    """The same as one line of JSON."""
    return to_json(coded_to_dict(coded, extras))


def to_json(record: Record) -> str:
    """One line of JSON; half characters, as some feeds have them, are written as escapes.

    >>> to_json({"text": "Zürich"})
    '{"text":"Zürich"}'
    """
    try:
        return msgspec.json.encode(record).decode()
    except UnicodeEncodeError:
        return json.dumps(record, separators=(",", ":"))


def event_to_dict(event: Event, text: str) -> Record:
    """One event; its evidence as words of the text, several passages joined by a space."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "actors": [party_to_dict(party, text) for party in event.actors],
        "recipients": [party_to_dict(party, text) for party in event.recipients],
        "date": interval_to_dict(event.date),
        "place": event.place.name if event.place else None,
        "status": event.status,
        "sources": list(event.sources),
        "evidence": " ".join(span.of(text) for span in event.evidence),
        "edtf": event.date.edtf if event.date else None,
        "date_how": event.date.how if event.date else None,
        "cameo": event.cameo,
        "score": event.score,
        "contexts": list(event.contexts),
        "levels": dict(event.levels),
        "confidence": round(event.confidence, 3),
        "coordinates": _coordinates(event.place),
        "how": dict(event.how),
        "spans": {
            "evidence": _pairs(event.evidence),
            **{field: _pairs(spans) for field, spans in sorted(event.spans.items())},
        },
    }


def party_to_dict(party: Party, text: str = "") -> Record:
    """One party, with its PLOVER actor code, its state's COW and Gleditsch-Ward numbers, and its words in the text."""
    state = load_codebook().state(party.state) if party.state else None
    return {
        "state": party.state,
        "organisation": party.organisation,
        "person": party.person,
        "office": party.office,
        "code": actor_code(party, " ".join(span.of(text) for span in party.spans)),
        "cow": state.cow if state else None,
        "gw": state.gw if state else None,
        "how": party.how,
        "spans": _pairs(party.spans),
    }


def interval_to_dict(interval: Interval | None) -> Record | None:
    """Inclusive days as `{"from", "to"}`.

    >>> interval_to_dict(Interval.month(1998, 10))
    {'from': '1998-10-01', 'to': '1998-10-31'}
    """
    return {"from": interval.first.isoformat(), "to": interval.last.isoformat()} if interval else None


def fault_to_dict(fault: Fault, text: str = "") -> Record:
    """One fault, with the words it is about."""
    words = fault.span.of(text) if fault.span else None
    return {"code": fault.code, "message": fault.message, "span": _pair(fault.span), "text": words}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _coordinates(place: Place | None) -> Record | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"lat": place.lat, "lon": place.lon, "geonameid": place.geonameid, "state": place.state}


def _claim(claim: Claim) -> Record:
    return {
        "text": claim.text,
        "kind": claim.kind,
        "about": claim.about,
        "states": list(claim.states),
        "level": claim.level,
        "since": interval_to_dict(claim.since),
        "since_event": claim.since_event,
        "span": _pair(claim.span),
    }


def _quote(quote: Quote) -> Record:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "state": quote.state,
        "office": quote.office,
        "spans": _pairs(quote.spans),
    }


def _time(time: TimeMention, text: str) -> Record:
    return {
        "start": time.span.start,
        "end": time.span.end,
        "text": time.span.of(text),
        "value": time.value,
        "kind": time.kind,
        "edtf": time.interval.edtf if time.interval else None,
    }


def _place(mention: PlaceMention, text: str) -> Record:
    place = mention.place
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "name": place.name,
        "state": place.state,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
    }
