"""Entries and events as flat rows with typed columns: what CSV, JSON lines, Parquet and data frames are made of."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, TextIO

import msgspec

from detente.codebook import load_codebook
from detente.codebook.ontology import load_ontology
from detente.codebook.sectors import actor_code
from detente.formats.gold import to_json
from detente.model import Entry, Event, Evidence, Party
from detente.relations.describe import describe

Kind = Literal["text", "texts", "day", "time", "count", "counts", "number"]
Row = dict[str, Any]


class Column(msgspec.Struct, frozen=True):
    """A column: its name, what its values are ("texts", "counts": a list of them), and what they mean."""

    name: str
    kind: Kind
    meaning: str


_DEED = (
    Column("text", "text", "the deed in one English sentence"),
    Column("type", "text", "PLOVER type"),
    Column("mode", "text", "PLOVER mode"),
    Column("contexts", "texts", "PLOVER contexts"),
    Column("score", "number", "PLOVER score, -10 to 10"),
    Column("cameo", "text", "CAMEO code"),
    Column("quad_class", "count", "1 and 2: verbal and material cooperation, 3 and 4: conflict"),
    Column("goldstein", "number", "Goldstein value of the CAMEO code, -10 to 10"),
    Column("actors", "texts", "ISO 3166-1 alpha-3 codes, or names of organisations"),
    Column("actor_codes", "texts", "their actor codes: state and sector (RUSGOV), or CAMEO's of the organisation"),
    Column("actor_cow", "counts", "numbers of the states among them in the Correlates of War"),
    Column("actor_gw", "counts", "the same in Gleditsch and Ward"),
    Column("actor_persons", "texts", "persons among the actors"),
    Column("actor_offices", "texts", "their offices, or those acting without a name"),
    Column("recipients", "texts", "as actors"),
    Column("recipient_codes", "texts", "their actor codes"),
    Column("recipient_cow", "counts", "their numbers in the Correlates of War"),
    Column("recipient_gw", "counts", "the same in Gleditsch and Ward"),
    Column("recipient_persons", "texts", "persons among the recipients"),
    Column("recipient_offices", "texts", "their offices"),
    Column("first", "day", "first day on which it can have been"),
    Column("last", "day", "last such day"),
    Column("date", "text", "both as EDTF"),
    Column("date_how", "text", "how the date was read"),
    Column("place", "text", "name of the place"),
    Column("place_state", "text", "ISO code of its state"),
    Column("geonameid", "count", "its number at geonames.org"),
    Column("lat", "number", "degrees north"),
    Column("lon", "number", "degrees east"),
    Column("status", "text", "occurred, planned, denied ..."),
    Column("sources", "texts", "who says so"),
    Column("confidence", "number", "0 to 1"),
)
ENTRY_COLUMNS = (
    Column("entry", "text", "identifier of the entry"),
    *_DEED,
    Column("reports", "count", "reports that tell of it, copies of one story once"),
    Column("copies", "count", "all reports that tell of it"),
    Column("disputed", "texts", "fields on which they differ"),
    Column("verdict", "text", "what people decided: confirmed, rejected"),
    Column("corrected", "texts", "fields that people set"),
    Column("evidence", "texts", "identifiers of its evidence"),
)
SHARED = {column.name: column for column in ENTRY_COLUMNS}
"""The columns of entries by name, for tables that have some of them."""
EVENT_COLUMNS = (
    Column("evidence", "text", "identifier of the evidence"),
    Column("report", "text", "SHA-256 of the report's text"),
    Column("published_first", "day", "first day on which the report can have been published"),
    Column("published_last", "day", "last such day"),
    Column("story", "text", "the same for near-identical reports"),
    *_DEED,
    Column("words", "text", "the main passage"),
    Column("coder", "text", "which coder, of which version"),
    Column("recorded", "time", "when the register learnt it"),
)


def entry_rows(entries: Iterable[Entry]) -> Iterable[Row]:
    """Rows of `ENTRY_COLUMNS`."""
    return map(entry_row, entries)


def event_rows(evidence: Iterable[Evidence]) -> Iterable[Row]:
    """Rows of `EVENT_COLUMNS`."""
    return map(event_row, evidence)


def write_csv(columns: Sequence[Column], rows: Iterable[Row], stream: TextIO) -> int:
    """Write CSV: a first row of names, days as ISO, several values parted by "|"; return the number of rows."""
    writer, count = csv.writer(stream, lineterminator="\n"), 0
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_cell(row[column.name]) for column in columns])
        count += 1
    return count


def write_jsonl(rows: Iterable[Row], stream: TextIO) -> int:
    """Write one JSON object a line; return the number of rows."""
    count = 0
    for row in rows:
        stream.write(to_json({name: _plain(value) for name, value in row.items()}) + "\n")
        count += 1
    return count


def _cell(value: Any) -> Any:
    return "|".join(map(str, value)) if isinstance(value, list) else _plain(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def entry_row(entry: Entry) -> Row:
    """One entry as a row."""
    return {
        "entry": entry.id,
        **_deed(entry),
        "reports": entry.reports,
        "copies": entry.copies,
        "disputed": list(entry.disputed),
        "verdict": entry.verdict,
        "corrected": list(entry.corrected),
        "evidence": list(entry.evidence),
    }


def event_row(piece: Evidence) -> Row:
    """One piece of evidence as a row."""
    return {
        "evidence": piece.id,
        "report": piece.report,
        "published_first": piece.published.first if piece.published else None,
        "published_last": piece.published.last if piece.published else None,
        "story": piece.story,
        **_deed(piece.event, piece),
        "words": piece.words,
        "coder": piece.coder,
        "recorded": piece.recorded,
    }


def _deed(deed: Event | Entry, piece: Evidence | None = None) -> Row:
    """The fields that events and entries have in common; the CAMEO code of the type and mode where none was coded."""
    ontology, place, days = load_ontology(), deed.place, deed.date
    cameo = deed.cameo or ontology.cameo(deed.type, deed.mode)
    return {
        "text": describe(deed),
        "type": deed.type,
        "mode": deed.mode,
        "contexts": list(deed.contexts),
        "score": deed.score,
        "cameo": cameo,
        "quad_class": ontology.quad(deed.type),
        "goldstein": ontology.goldstein(cameo),
        **_side("actor", deed.actors, piece),
        **_side("recipient", deed.recipients, piece),
        "first": days.first if days else None,
        "last": days.last if days else None,
        "date": days.edtf if days else None,
        "date_how": days.how if days else None,
        "place": place.name if place else None,
        "place_state": place.state if place else None,
        "geonameid": place.geonameid if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "status": deed.status,
        "sources": list(deed.sources),
        "confidence": round(deed.confidence, 4),
    }


def _side(side: str, parties: Sequence[Party], piece: Evidence | None) -> Row:
    codes = dict.fromkeys(actor_code(party, _words(party, piece)) for party in parties)
    book = load_codebook()
    states = list(filter(None, (book.state(code) for code in dict.fromkeys(p.state for p in parties) if code)))
    return {
        f"{side}s": list(dict.fromkeys(party.key for party in parties if party.key)),
        f"{side}_codes": [code for code in codes if code],
        f"{side}_cow": [state.cow for state in states if state.cow is not None],
        f"{side}_gw": [state.gw for state in states if state.gw is not None],
        f"{side}_persons": [party.person for party in parties if party.person],
        f"{side}_offices": [party.office for party in parties if party.office],
    }


def _words(party: Party, piece: Evidence | None) -> str:
    """The words that stand for a party, as far as they lie in the main passage of its evidence."""
    if piece is None or not piece.event.evidence:
        return ""
    main = piece.event.evidence[0]
    within = (span for span in party.spans if main.start <= span.start and span.end <= main.end)
    return " ".join(piece.words[span.start - main.start : span.end - main.start] for span in within)
