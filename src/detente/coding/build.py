"""Draft -> Event: identifier, CAMEO code, score, confidence."""

from __future__ import annotations

import hashlib

from detente.coding.draft import Draft
from detente.model import Document, Event, Span


def build_event(draft: Draft, document: Document, number: int) -> Event:
    """The finished record; `number` counts events of the report from 1 and is their id within it."""
    spans = dict(draft.spans)
    if draft.sources:
        spans["sources"] = tuple(dict.fromkeys(s.span for s in draft.sources))
    return Event(
        id=f"e{number}",
        type=draft.type,
        mode=draft.mode,
        actors=draft.actors,
        recipients=draft.recipients,
        date=draft.date,
        place=draft.place,
        status=draft.status,
        sources=tuple(dict.fromkeys(s.name for s in draft.sources)),
        evidence=_distinct(draft.evidence),
        spans=spans,
        how=draft.how,
        confidence=round(min(0.99, draft.weight), 3),
    )


def _distinct(spans: list[Span]) -> tuple[Span, ...]:
    """Evidence without passages that lie within another; the first mention first."""
    kept: list[Span] = []
    for span in spans:
        if not any(other.contains(span) for other in kept):
            kept.append(span)
    return tuple(kept)


def evidence_id(digest: str, draft: Draft) -> str:
    """Identifier that hashes the evidence: report, passage of the event word, type."""
    word = draft.hit.word
    return hashlib.sha256(f"{digest}:{word.start}:{word.end}:{draft.type}".encode()).hexdigest()[:16]
