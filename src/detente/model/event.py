"""What was coded: events, quotes, claims; and a report with all that was found in it."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.model.interval import Interval
from detente.model.party import Party
from detente.model.span import Span

Status = Literal["occurred", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied", "alleged"]


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where: the name as a reader would file it ("Huntsville, Canada"), and what the gazetteer knows."""

    name: str
    span: Span | None = None
    state: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One deed in one report.

    `type` and `mode` are PLOVER (2021); reciprocal deeds list every party in `actors`. `spans` maps a field name
    ("type", "date", "place", "status", "sources") to its evidence; parties carry their own spans.
    `levels` (contacts only) maps each side, by state code or organisation name, to the level of its highest person
    ("head_of_state" to "official"; `codebook/data/levels.yaml`), None where no office is known.
    `how` maps a field to the way it was inferred, where it was. `confidence` is in [0, 1].
    """

    id: str
    type: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: Interval | None
    place: Place | None
    status: Status
    sources: tuple[str, ...]
    evidence: tuple[Span, ...]
    spans: dict[str, tuple[Span, ...]] = {}
    how: dict[str, str] = {}
    cameo: str | None = None
    score: float | None = None
    contexts: tuple[str, ...] = ()
    levels: dict[str, str | None] = {}
    confidence: float = 0.5


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A direct quotation; `spans` are its parts without the marks, `text` the parts joined by a space."""

    text: str
    speaker: str | None
    state: str | None
    office: str | None
    spans: tuple[Span, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that ranks an event or relations in history. `kind`: first last highest lowest longest only."""

    text: str
    kind: str
    about: str
    states: tuple[str, ...]
    level: str | None
    since: Interval | None
    since_event: str | None
    span: Span
