"""In: the foreign travels of United States presidents and secretaries of state (`codebook/travels.yaml`).

Each trip is a record of its own, kept as received: its XML element is the text, and every passage points into that.
It gives the visit, and a meeting with each third state or organisation whose people the remarks name as met.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import yaml
from lxml import etree

import detente.codebook
from detente.codebook import load_codebook
from detente.codebook.levels import side_levels
from detente.codebook.naming import named_party
from detente.codebook.ontology import load_ontology
from detente.formats.remarks import Cues, holder_named, keys_of, people_met
from detente.merging.names import same_person
from detente.model import (
    RECORD,
    CodebookError,
    Coded,
    Event,
    Fault,
    InputError,
    Interval,
    Line,
    LineKind,
    Party,
    Place,
    Report,
    Span,
)
from detente.placing.gazetteer import load_gazetteer

FILE = Path(detente.codebook.__file__).with_name("travels.yaml")
SURE = 0.99
"""Confidence in a record of the source."""
_TRIP = re.compile(r"<trip\b.*?</trip>", re.S)
_FIELD = re.compile(r"<([a-z-]+)(?:\s[^>]*)?>(.*?)</\1>", re.S)
_WANTED = ("id", "role", "name", "start-date", "end-date", "country")
_ELECT = 120
"""Days before a term in which somebody can be its elect."""


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose travels a file holds: the office, and each traveller's term ("first/last", open at the end: "first/")."""

    office: str
    terms: dict[str, str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The source as the codebook knows it."""

    source: str
    publisher: str
    state: str
    roles: dict[str, Role]
    vacancy: int
    as_elect: str
    states: dict[str, str]
    met: frozenset[str]
    met_with: frozenset[str]
    not_met: frozenset[str]

    @property
    def cues(self) -> Cues:
        """The words of meeting."""
        return Cues(self.met, self.met_with, self.not_met, self.state)

    @property
    def coder(self) -> str:
        """The name under which its records are coded."""
        return f"{RECORD}{self.source} 1"


class Trip(msgspec.Struct, frozen=True):
    """A record as received, and where its fields stand in it. `who` is the traveller's short name in the source."""

    text: str
    fields: dict[str, Span]
    who: str
    file: str

    def value(self, field: str) -> str:
        """A field in plain words, "" where it is not there."""
        span = self.fields.get(field)
        return " ".join(html.unescape(span.of(self.text)).split()) if span else ""

    @property
    def digest(self) -> str:
        """The identity of the record as received."""
        return Report(id="", text=self.text).digest

    @property
    def days(self) -> Interval:
        """From the first day to the last."""
        return Interval(date.fromisoformat(self.value("start-date")), date.fromisoformat(self.value("end-date")))


@cache
def travel_words() -> Words:
    """What the codebook knows of the source, read once.

    Raises: CodebookError where the file cannot be read.
    """
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return msgspec.convert(yaml.load(FILE.read_bytes(), Loader=loader), Words)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE.name}: {error}") from error


def read_trips(path: Path) -> list[Trip]:
    """All records of a file, or of the files of a folder and the folders in it.

    Raises: InputError where there is none, or a file is not of this source.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    files = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
    trips = [trip for file in files for trip in _read_file(file)]
    if not trips:
        raise InputError(f"{path}: no trips in it; give the folder of the XML files, or one of them")
    return trips


def _read_file(file: Path) -> Iterator[Trip]:
    try:
        data = file.read_bytes()
        text = data.decode("utf-8")
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (OSError, UnicodeDecodeError, etree.XMLSyntaxError) as error:
        words = getattr(error, "strerror", None) or getattr(error, "msg", None) or error
        raise InputError(f"{file}: cannot be read as XML: {words}") from error
    elements = [e for e in root if e.tag == "trip"]
    found = list(_TRIP.finditer(text))
    if root.tag != "trips" or len(found) != len(elements):
        raise InputError(f"{file}: not a file of historian-travels (want <trips> with a <trip> for each journey)")
    for number, (element, match) in enumerate(zip(elements, found, strict=True), 1):
        yield _checked(_trip(match[0], element.get("who") or "", file), number)


def _trip(text: str, who: str, file: Path) -> Trip:
    inner = text.index(">") + 1
    fields = {m[1]: Span(m.start(2), m.end(2)) for m in _FIELD.finditer(text, inner)}
    return Trip(text, fields, who, str(file))


def _checked(trip: Trip, number: int) -> Trip:
    """The trip, if it says who went where and when."""
    where = f"{trip.file}, trip {number}"
    missing = [field for field in _WANTED if not trip.value(field)]
    if missing:
        raise InputError(f"{where}: has no {' and no '.join(missing)}")
    if trip.value("role") not in travel_words().roles:
        raise InputError(f"{where}: role {trip.value('role')!r} is none of {', '.join(travel_words().roles)}")
    try:
        _ = trip.days
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error
    return trip


def record_id(trip: Trip) -> str:
    """What a record is called: the source, and the number it has there."""
    return f"{travel_words().source} {trip.value('id')}"


def code_trip(trip: Trip) -> Coded:
    """A record as a coded report: the visit, and meetings with third parties on its margins."""
    words = travel_words()
    traveller, host = _traveller(trip, words), _host(trip, words)
    remarks = trip.fields.get("remarks", Span(0, 0))
    met = people_met(trip.text, remarks, host, trip.days, words.cues)
    hosts = tuple(party for party in met if party.state == host and host)
    country = (Party(state=host, spans=(trip.fields["country"],), how="name"),) if host else ()
    events = [_event(trip, "visit", traveller, hosts or country, trip.days)]
    for key in keys_of([party for party in met if party.key != host]):
        others = tuple(party for party in met if party.key == key)
        events.append(_event(trip, "third-party", traveller, others, trip.days.read_as("bounded")))
    faults = () if host else (Fault("party-unknown", f"{trip.value('country')!r}: no state is called so"),)
    return _coded(trip, tuple(events), faults)


def _event(trip: Trip, mode: str, traveller: Party, others: tuple[Party, ...], when: Interval) -> Event:
    ontology, visit = load_ontology(), mode == "visit"
    days = (trip.fields["start-date"], trip.fields["end-date"])
    met = tuple(span for party in others for span in party.spans)
    shown = trip.fields.get("remarks") or trip.fields["country"]
    evidence = (shown if visit else Span.covering(*met), trip.fields["name"], *days, trip.fields["country"])
    return Event(
        id=f"{trip.value('id')}{'' if visit else '-' + others[0].key}",
        type="CONSULT",
        mode=mode,
        actors=(traveller,) if visit else (traveller, *others),
        recipients=others if visit else (),
        date=when,
        place=_place(trip),
        status="occurred",
        sources=(),
        evidence=evidence,
        spans={"date": days, "type": (shown,)},
        how={} if visit else {"date": "on a day of the journey"},
        cameo=ontology.cameo("CONSULT", mode),
        score=ontology.score("CONSULT", mode),
        levels=side_levels((traveller, *others)),
        confidence=SURE,
    )


def _coded(trip: Trip, events: tuple[Event, ...], faults: tuple[Fault, ...]) -> Coded:
    words, kinds = travel_words(), {"name": "byline", "remarks": "body"}
    lines: list[Line] = []
    for field, span in trip.fields.items():
        kind: LineKind = "body" if kinds.get(field) == "body" else "section"
        lines.append(Line(span, kind))
    stamp = next((f for f in ("last-modified-datetime", "created-datetime") if trip.value(f)), None)
    published = Interval.day(trip.value(stamp)[:10]) if stamp else None
    title = f"{trip.value('name')}: {trip.value('country')}, {trip.days.edtf}"
    report = Report(
        id=record_id(trip),
        text=trip.text,
        lines=tuple(lines),
        title=title,
        publisher=words.publisher,
        source=trip.file,
    )
    return Coded(
        report=report,
        published=published,
        published_how="stated" if published else None,
        published_spans=(trip.fields[stamp],) if stamp else (),
        events=events,
        claims=(),
        quotes=(),
        faults=faults,
        coder=words.coder,
    )


def _traveller(trip: Trip, words: Words) -> Party:
    """The traveller in the office held on the journey."""
    office, name = words.roles[trip.value("role")].office, re.sub(r"\s*\([^)]*\)", "", trip.value("name"))
    spans: tuple[Span, ...] = (trip.fields["name"], trip.fields["role"])
    if words.as_elect in trip.value("remarks").casefold():
        spans = (*spans, trip.fields["remarks"])
        return Party(words.state, None, _elect(name, office, words, trip.days), f"{office}_elect", spans, "title")
    return Party(words.state, None, holder_named(name, words.state, office, trip.days) or name, office, spans, "title")


def _elect(name: str, office: str, words: Words, when: Interval) -> str:
    held = load_codebook().held(words.state, office)
    soon = when.shift(_ELECT).last.isoformat()
    fitting = {
        h.person for h in held if h.first and when.first.isoformat() <= h.first <= soon and same_person(name, h.person)
    }
    return fitting.pop() if len(fitting) == 1 else name


def _host(trip: Trip, words: Words) -> str | None:
    country = trip.value("country")
    key = words.states.get(country) or named_party(country)
    return key if key and load_codebook().state(key) else None


def _place(trip: Trip) -> Place | None:
    """The places named, with the country; on the map where there is one alone that the gazetteer knows there."""
    local, country, host = trip.value("locale"), trip.value("country"), _host(trip, travel_words())
    if not local:
        return Place(country, trip.fields["country"], host)
    known = [e for e in load_gazetteer().lookup(local) if e.state == host and e.town] if "," not in local else []
    name = f"{local}, {country}" if country not in local else local
    if not known:
        return Place(name, trip.fields["locale"], host)
    return Place(name, trip.fields["locale"], host, known[0].gid, known[0].lat, known[0].lon)
