"""Draft -> Event: identifier, CAMEO code, score, confidence."""

from __future__ import annotations

from detente.codebook.ontology import load_ontology
from detente.coding.contexts import find_contexts
from detente.coding.draft import Draft
from detente.model import Document, Event, Span


def build_event(draft: Draft, document: Document, number: int) -> Event:
    """The finished record; `number` counts events of the report from 1 and is their id within it."""
    spans = dict(draft.spans)
    if draft.sources:
        spans["sources"] = tuple(dict.fromkeys(s.span for s in draft.sources))
    ontology = load_ontology()
    entry = draft.hit.entry
    own_code = entry.cameo if draft.type == entry.type and draft.mode == entry.mode else None
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
        cameo=own_code or ontology.cameo(draft.type, draft.mode),
        score=ontology.score(draft.type, draft.mode),
        contexts=find_contexts(document, draft.evidence[0]),
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
