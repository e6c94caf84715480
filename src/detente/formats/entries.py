"""Entries of the register as objects: the shape of an event, with what the register adds."""

from __future__ import annotations

from typing import Any

from detente.formats.gold import interval_to_dict, party_to_dict, to_json
from detente.model import Entry
from detente.relations import describe


def entry_to_dict(entry: Entry) -> dict[str, Any]:
    """One deed: the fields of an event in the gold shape, how many reports tell of it, what they differ on."""
    place = entry.place
    return {
        "entry": entry.id,
        "text": describe(entry),
        "type": entry.type,
        "mode": entry.mode,
        "actors": [_bare(party_to_dict(party)) for party in entry.actors],
        "recipients": [_bare(party_to_dict(party)) for party in entry.recipients],
        "date": interval_to_dict(entry.date),
        "edtf": entry.date.edtf if entry.date else None,
        "date_how": entry.date.how if entry.date else None,
        "place": place.name if place else None,
        "coordinates": {"lat": place.lat, "lon": place.lon} if place and place.lat is not None else None,
        "status": entry.status,
        "sources": list(entry.sources),
        "reports": entry.reports,
        "copies": entry.copies,
        "evidence": list(entry.evidence),
        "disputed": list(entry.disputed),
        "thread": [{"day": day, "status": status} for day, status in entry.thread],
        "cameo": entry.cameo,
        "score": entry.score,
        "contexts": list(entry.contexts),
        "levels": dict(entry.levels),
        "confidence": round(entry.confidence, 3),
        "verdict": entry.verdict,
    }


def entry_to_json(entry: Entry) -> str:
    """The same as one line of JSON."""
    return to_json(entry_to_dict(entry))


def _bare(party: dict[str, Any]) -> dict[str, Any]:
    """Without spans: those belong to a report, and an entry has several."""
    return {field: party[field] for field in ("state", "organisation", "person", "office", "code")}
