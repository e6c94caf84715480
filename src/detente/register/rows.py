"""Records <-> rows: JSON columns, decoded to typed records."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Row

from detente.model import (
    Claim,
    Coded,
    Event,
    Evidence,
    Fault,
    Interval,
    Judgement,
    Line,
    Quote,
    Report,
    Span,
    StoredReport,
)
from detente.register.packing import pack_json, unpack_json


class ReportData(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A report as received, but its text."""

    id: str
    handed: Interval | None = None
    handed_from: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    faults: tuple[Fault, ...] = ()


class CodingData(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a coder read in a report, beside its events."""

    lines: tuple[Line, ...] = ()
    published: Interval | None = None
    published_how: str | None = None
    published_spans: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    faults: tuple[Fault, ...] = ()


class EvidenceData(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An event and the words of its main passage."""

    event: Event
    words: str = ""


T = TypeVar("T")


class _Reader(Generic[T]):
    """Reads one kind of record from JSON text."""

    def __init__(self, type_: type[T]) -> None:
        self.type = type_
        self.decoder = msgspec.json.Decoder(type_)

    def unpack(self, data: bytes) -> T:
        """The record of a column of packed JSON."""
        return self.decode(unpack_json(data))

    def decode(self, data: str | bytes) -> T:
        try:
            return self.decoder.decode(data)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:
            return msgspec.convert(json.loads(data), self.type)  # half characters, which msgspec refuses


_encoder = msgspec.json.Encoder()
_report = _Reader(ReportData)
_coding = _Reader(CodingData)
_evidence = _Reader(EvidenceData)
_interval = _Reader(Interval)
_judgement = _Reader(Judgement)


def encode(value: Any) -> str:
    """A record as JSON text; half characters, as some feeds have them, as escapes."""
    try:
        return _encoder.encode(value).decode()
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value))


def pack(value: Any) -> bytes:
    """A record for a column of packed JSON."""
    return pack_json(encode(value))


def stamp(at: datetime) -> str:
    """A time as the store writes it: UTC, fixed width, so that text order is time order.

    >>> stamp(datetime(2020, 1, 2, tzinfo=UTC))
    '2020-01-02T00:00:00.000000Z'
    """
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def unstamp(text: str) -> datetime:
    """A time from the store."""
    return datetime.fromisoformat(text)


def pack_text(text: str) -> bytes:
    """A report's text for the store: UTF-8, deflated; any text at all comes back as it was."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack_text(data: bytes) -> str:
    """The text as received."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def report_data(report: Report) -> ReportData:
    """What is kept of a report as received, beside its text."""
    return ReportData(
        id=report.id,
        handed=report.handed,
        handed_from=report.handed_from,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        source=report.source,
        faults=report.faults,
    )


def coding_data(coded: Coded) -> CodingData:
    """What is kept of a coding, beside its events."""
    return CodingData(
        lines=coded.report.lines,
        published=coded.published,
        published_how=coded.published_how,
        published_spans=coded.published_spans,
        claims=coded.claims,
        quotes=coded.quotes,
        faults=coded.faults,
    )


def title_of(data: bytes) -> str | None:
    """The title of a report row."""
    return _report.unpack(data).title


def interval_of(data: str | None) -> Interval | None:
    """The days of a column, where it has any."""
    return _interval.decode(data) if data else None


def event_of(data: bytes) -> Event:
    """The event of an evidence row."""
    return _evidence.unpack(data).event


def evidence_of(row: Row[Any]) -> Evidence:
    """Evidence from a row of `loading.evidence_query`."""
    data = _evidence.unpack(row.data)
    return Evidence(
        id=row.id,
        report=row.digest,
        event=data.event,
        words=data.words,
        coder=row.coder,
        published=interval_of(row.published),
        story=row.story,
        recorded=unstamp(row.at),
    )


def report_of(row: Row[Any], evidence: Sequence[Evidence]) -> StoredReport:
    """A stored report from a row of report, coding and record; and its evidence."""
    data, read = _report.unpack(row.data), _coding.unpack(row.coding_data)
    given = {field: getattr(data, field) for field in ReportData.__struct_fields__}
    return StoredReport(
        digest=row.digest,
        report=Report(text=unpack_text(row.text), lines=read.lines, **given),
        published=read.published,
        published_how=read.published_how,
        published_spans=read.published_spans,
        evidence=tuple(evidence),
        claims=read.claims,
        quotes=read.quotes,
        faults=read.faults,
        coder=row.coder,
        story=row.story,
        recorded=unstamp(row.at),
    )


def check_report(data: bytes, text: bytes, digest: str) -> str | None:
    """The text of a report row, if it is the one the row is named after; raises where the row cannot be decoded."""
    received = unpack_text(text)
    return received if Report(id=_report.unpack(data).id, text=received).digest == digest else None


def check_coding(data: bytes) -> bool:
    """Whether a coding row can be decoded; raises where it cannot."""
    return _coding.unpack(data) is not None


def check_evidence(data: bytes, text: str) -> bool:
    """Whether an evidence row's passage gives its words; raises where the row cannot be decoded."""
    row = _evidence.unpack(data)
    return not row.event.evidence or row.event.evidence[0].of(text) == row.words


def judgement_of(row: Row[Any], undone: bool = True) -> Judgement:
    """A judgement from its row, with how it was taken back, unless that is left out."""
    judgement = _judgement.decode(row.data)
    if row.undone is None or not undone:
        return judgement
    return msgspec.structs.replace(judgement, **msgspec.json.decode(row.undone, type=Undone).fields())


class Undone(msgspec.Struct, frozen=True):
    """How a judgement was taken back."""

    at: datetime
    by: str
    why: str

    def fields(self) -> dict[str, Any]:
        """As fields of the judgement."""
        return {"undone": self.at, "undone_by": self.by, "undone_why": self.why}
