"""What the reports on a pair tell beside its deeds: incidents on the soil of one, and how they rank its relations."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.codebook.relating import load_state_model
from detente.model import Claim, Evidence, Interval, StoredReport
from detente.relations.deeds import Deed, deed_of
from detente.relations.sources import Sources

TOLD_AS = frozenset({"occurred", "ongoing", "alleged"})


class Ranking(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a report that ranks the relations of the pair in history: "the lowest ebb in decades"."""

    kind: str
    text: str
    report: str
    told: Interval | None


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What was found."""

    incidents: tuple[Deed, ...] = ()
    rankings: tuple[Ranking, ...] = ()


def surroundings(sources: Sources, deeds: Iterable[Deed], pair: tuple[str, str]) -> Surroundings:
    """Look through the reports that tell of a pair's deeds."""
    deeds = list(deeds)
    known = {deed.id for deed in deeds}
    incidents: dict[str, Deed] = {}
    rankings: dict[str, Ranking] = {}
    for digest in sources.digests(deed.entry for deed in deeds):
        report = sources.report(digest)
        for ranking in _rankings(report, pair):
            rankings.setdefault(" ".join(ranking.text.split()), ranking)
        for piece in report.evidence:
            if _is_incident(piece, pair):
                entry = sources.register.entry(piece.id)
                if entry.id not in known and entry.verdict != "rejected":
                    incidents.setdefault(entry.id, deed_of(entry, sources.evidence(entry), pair))
    return Surroundings(incidents=tuple(incidents.values()), rankings=tuple(rankings.values()))


def _is_incident(piece: Evidence, pair: tuple[str, str]) -> bool:
    """Whether it was done in one of the two to people of the other, and by nobody of a third."""
    event = piece.event
    if event.type not in load_state_model().incidents or event.status not in TOLD_AS or event.place is None:
        return False
    soil = event.place.state
    hurt = {party.key for party in event.recipients if party.key}
    doers = {party.key for party in event.actors if party.key}
    return soil in pair and bool(hurt & (set(pair) - {soil})) and doers <= set(pair)


def _rankings(report: StoredReport, pair: tuple[str, str]) -> Iterable[Ranking]:
    for claim in report.claims:
        if claim.about == "relations" and _of_pair(claim, pair):
            yield Ranking(kind=claim.kind, text=claim.text, report=report.digest, told=report.published)


def _of_pair(claim: Claim, pair: tuple[str, str]) -> bool:
    return set(claim.states) == set(pair)
