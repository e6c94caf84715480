"""Draft -> Event: identifier, CAMEO code, score, confidence."""

from __future__ import annotations

import msgspec

from detente.codebook import load_codebook
from detente.codebook.ontology import load_ontology
from detente.coding.contexts import find_contexts
from detente.coding.draft import Draft
from detente.coding.levels import find_levels
from detente.coding.parties import HEADS
from detente.coding.terms import office_on, was_out_of_office
from detente.model import Document, Event, Interval, Party, Place, Span, Tenure


def build_event(draft: Draft, document: Document, number: int) -> Event:
    """The finished record; `number` counts events of the report from 1 and is their id within it."""
    spans = dict(draft.spans)
    if draft.sources:
        spans["sources"] = tuple(dict.fromkeys(s.span for s in draft.sources))
    ontology = load_ontology()
    actors = tuple(held_then(p, draft, document) for p in draft.actors)
    recipients = tuple(held_then(p, draft, document) for p in draft.recipients)
    levels, worded = find_levels(draft, document, (*actors, *recipients))
    how = {**draft.how, "levels": worded} if worded else dict(draft.how)
    place = draft.place
    if place is None and (place := _place_visited(draft, recipients, document)) is not None:
        how["place"] = "the hosts'"
    return Event(
        id=f"e{number}",
        type=draft.type,
        mode=draft.mode,
        actors=actors,
        recipients=recipients,
        date=draft.date,
        place=place,
        status=draft.status,
        sources=tuple(dict.fromkeys(s.name for s in draft.sources)),
        evidence=_distinct(draft.evidence),
        cameo=cameo_code(draft),
        score=ontology.score(draft.type, draft.mode),
        contexts=find_contexts(document, draft.evidence[0]),
        levels=levels,
        spans=spans,
        how=how,
        confidence=round(min(0.99, draft.weight), 3),
    )


def _place_visited(draft: Draft, hosts: tuple[Party, ...], document: Document) -> Place | None:
    """Where a visit was whose place no word on it names: in the one place of its hosts named beside, or their land."""
    lands = {host.state for host in hosts}
    land = load_codebook().state(lands.pop() or "") if len(lands) == 1 else None
    if (draft.type, draft.mode) != ("CONSULT", "visit") or land is None or any(h.organisation for h in hosts):
        return None
    first, last = (draft.hit.word.sentence.tokens[i].i for i in (0, -1))
    beside = [m for m in document.places if m.kind == "name" and first <= m.tokens[0] <= last]
    there = {m.place.name: m for m in beside if m.place.state == land.iso3 and m.place.name != land.name}
    if len(there) == 1:
        town = next(iter(there.values()))
        return msgspec.structs.replace(town.place, span=town.span)
    return Place(land.name, hosts[0].spans[0] if hosts[0].spans else None, land.iso3)


def cameo_code(draft: Draft) -> str:
    """The entry's own CAMEO code; of another mode, the code of that mode under the entry's root (02: appeals)."""
    ontology, entry = load_ontology(), draft.hit.entry
    code = ontology.cameo(draft.type, draft.mode)
    if entry.cameo is None or draft.type != entry.type:
        return code
    if draft.mode == entry.mode:
        return entry.cameo
    kin = ontology.codes.get(entry.cameo[:2] + code[2:])
    return kin.code if kin is not None and (kin.type, kin.mode) == (draft.type, draft.mode) else code


def _distinct(spans: list[Span]) -> tuple[Span, ...]:
    """Evidence without passages that lie within another; the first mention first."""
    kept: list[Span] = []
    for span in spans:
        if not any(other.contains(span) for other in kept):
            kept.append(span)
    return tuple(kept)


def held_then(party: Party, draft: Draft, document: Document) -> Party:
    """A party with the office that the person held on the day of a deed: where one fits, or none does.

    The tables do not hold every office: one told of a deed of the report's own days is only taken from heads.
    """
    date, published = draft.date, document.published
    if party.person is None or date is None:
        return party
    earlier = published is None or date.last < published.first
    if earlier and len(offices := _offices_on(party, date, document)) == 1:
        return _with_office(party, offices.pop()[0])
    if party.office and (earlier or party.office in HEADS) and was_out_of_office(party, date):
        return _with_office(party, office_on(party, date))
    return party


def _offices_on(party: Party, date: Interval, document: Document) -> set[tuple[str, str | None]]:
    """The offices in which the names of the report know a person on a day."""
    terms = [t for m in document.mentions for t in m.candidates if t.person == party.person and _covers(t, date)]
    return {(t.office, t.state) for t in terms if t.office and t.state in (None, party.state)}


def _with_office(party: Party, office: str | None) -> Party:
    return party if office == party.office else msgspec.structs.replace(party, office=office, how="office then")


def _covers(term: Tenure, date: Interval) -> bool:
    """Whether a term of office holds all days of an interval, as precisely as its own days are known."""
    if term.first is None:
        return False
    first = Interval.parse(term.first).first
    last = Interval.parse(term.last).last if term.last else None
    return first <= date.first and (last is None or date.last <= last)
