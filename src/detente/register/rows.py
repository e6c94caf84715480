"""Records <-> rows: JSON columns, decoded to typed records."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from sqlalchemy import Row

from detente.model import Claim, Coded, Entry, Event, Evidence, Fault, Interval, Line, Quote, Report, Span, StoredReport


class ReportData(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of a coded report but its text and events."""

    id: str
    lines: tuple[Line, ...] = ()
    handed: Interval | None = None
    handed_from: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    read_faults: tuple[Fault, ...] = ()
    published: Interval | None = None
    published_how: str | None = None
    published_spans: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    faults: tuple[Fault, ...] = ()


class EvidenceData(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an evidence row says beyond its columns."""

    event: Event
    words: str = ""


_encoder = msgspec.json.Encoder()
_report = msgspec.json.Decoder(ReportData)
_evidence = msgspec.json.Decoder(EvidenceData)
_entry = msgspec.json.Decoder(Entry)


def encode(value: Any) -> str:
    """A record as JSON text."""
    return _encoder.encode(value).decode()


def decode_entry(data: str) -> Entry:
    """An entry from its column."""
    return _entry.decode(data)


def stamp(at: datetime) -> str:
    """A time as the store writes it: UTC, fixed width, so that text order is time order.

    >>> stamp(datetime(2020, 1, 2, tzinfo=UTC))
    '2020-01-02T00:00:00.000000Z'
    """
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def unstamp(text: str) -> datetime:
    """A time from the store."""
    return datetime.fromisoformat(text)


def pack(text: str) -> bytes:
    """A report's text for the store: UTF-8, deflated; any text at all comes back as it was."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(data: bytes) -> str:
    """The text as received."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def day(text: str) -> date | None:
    """A day from the store; None for "" and the mark of no date."""
    return date.fromisoformat(text) if text and not text.startswith("9999-99") else None


def report_data(coded: Coded) -> ReportData:
    """What is kept of a coded report beside text and events."""
    report = coded.report
    return ReportData(
        id=report.id,
        lines=report.lines,
        handed=report.handed,
        handed_from=report.handed_from,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        source=report.source,
        read_faults=report.faults,
        published=coded.published,
        published_how=coded.published_how,
        published_spans=coded.published_spans,
        claims=coded.claims,
        quotes=coded.quotes,
        faults=coded.faults,
    )


def evidence_of(row: Row[Any]) -> Evidence:
    """Evidence from a row with id, digest, data, coder, story, report_published, at."""
    data = _evidence.decode(row.data)
    return Evidence(
        id=row.id,
        report=row.digest,
        event=data.event,
        words=data.words,
        coder=row.coder,
        published=msgspec.json.decode(row.published, type=Interval) if row.published else None,
        story=row.story,
        recorded=unstamp(row.at),
    )


def report_of(row: Row[Any], evidence: Sequence[Evidence]) -> StoredReport:
    """A stored report from a row with digest, text, data, coder, story, at; and its evidence."""
    data = _report.decode(row.data)
    report = Report(
        id=data.id,
        text=unpack(row.text),
        lines=data.lines,
        handed=data.handed,
        handed_from=data.handed_from,
        title=data.title,
        publisher=data.publisher,
        url=data.url,
        source=data.source,
        faults=data.read_faults,
    )
    return StoredReport(
        digest=row.digest,
        report=report,
        published=data.published,
        published_how=data.published_how,
        published_spans=data.published_spans,
        evidence=tuple(evidence),
        claims=data.claims,
        quotes=data.quotes,
        faults=data.faults,
        coder=row.coder,
        story=row.story,
        recorded=unstamp(row.at),
    )
