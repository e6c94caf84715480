"""Checking a whole register: the file, the texts, the passages, and that entries are what the evidence gives."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from detente.model import Event, Span, StoredReport
from detente.register import tables
from detente.register.explaining import explain
from detente.register.forms import unpack_entry
from detente.register.joining import derive_region
from detente.register.loading import evidence_query
from detente.register.queries import report_query
from detente.register.rows import evidence_of, report_of
from detente.register.statements import held

BAD = (zlib.error, ValueError, TypeError, msgspec.MsgspecError)
"""What reading a damaged row can raise."""


class Finding(msgspec.Struct, frozen=True):
    """Something wrong: where ("file", "report DIGEST", "evidence ID", "entry ID") and what."""

    where: str
    message: str


def verify(engine: Engine, name: str) -> Iterator[Finding]:
    """Yield all that is wrong; each part is checked even where another is hurt."""
    for part in (_file, _reports, _membership, _entries):
        try:
            with engine.connect() as connection, connection.begin():
                yield from part(connection)
        except DBAPIError as error:
            yield Finding("file", explain(name, error))
        except BAD as error:
            yield Finding("file", f"a row cannot be read: {_line(error)}")


def check_file(engine: Engine, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the file itself."""
    try:
        with engine.connect() as connection, connection.begin():
            yield from _file(connection)
    except DBAPIError as error:
        yield Finding("file", explain(name, error))


def _file(connection: Connection) -> Iterator[Finding]:
    """What SQLite itself says about its pages and references."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield from (Finding("file", words) for words in line.splitlines())
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("file", f"row {row[1]} of {row[0]} refers to a missing row of {row[2]}")


def _reports(connection: Connection) -> Iterator[Finding]:
    """Digests, and that passages slice to their words."""
    numbers = connection.scalars(select(tables.report.c.n).order_by(tables.report.c.n)).all()
    for number in numbers:
        row = None
        try:
            row = connection.execute(report_query().where(tables.report.c.n == number)).one_or_none()
            if row is None:
                yield Finding(f"report number {number}", "its coding is missing")
                continue
            pieces = connection.execute(evidence_query().where(tables.evidence.c.report == number)).all()
            yield from _report(report_of(row, [evidence_of(piece) for piece in pieces]))
        except (*BAD, DBAPIError) as error:
            yield Finding(f"report {row.digest if row else f'number {number}'}", f"cannot be read: {_line(error)}")


def _line(error: Exception) -> str:
    """The first line of an error's own words."""
    own = error.orig if isinstance(error, DBAPIError) else error
    return (str(own).splitlines() or [type(own).__name__])[0]


def _report(stored: StoredReport) -> Iterator[Finding]:
    text = stored.report.text
    if stored.report.digest != stored.digest:
        yield Finding(f"report {stored.digest}", "its text is not the one it was named after")
    for piece in stored.evidence:
        if piece.event.evidence and piece.event.evidence[0].of(text) != piece.words:
            yield Finding(f"evidence {piece.id}", "its passage does not give its words back")
        if any(not 0 <= span.start <= span.end <= len(text) for span in _spans(piece.event)):
            yield Finding(f"evidence {piece.id}", "a passage lies outside the text")
    told = [span for quote in stored.quotes for span in quote.spans] + [claim.span for claim in stored.claims]
    if any(span.end > len(text) for span in [*told, *stored.published_spans]):
        yield Finding(f"report {stored.digest}", "a passage lies outside the text")


def _spans(event: Event) -> Iterator[Span]:
    yield from event.evidence
    for spans in event.spans.values():
        yield from spans
    for party in (*event.actors, *event.recipients):
        yield from party.spans
    if event.place and event.place.span:
        yield event.place.span


def _membership(connection: Connection) -> Iterator[Finding]:
    """Every current piece of evidence is in one entry that there is."""
    evidence, member, entry = tables.evidence, tables.member, tables.entry
    here = evidence.outerjoin(member, (member.c.evidence == evidence.c.id) & held(member, None))
    here = here.outerjoin(entry, entry.c.id == member.c.entry)
    lost = select(evidence.c.id).select_from(here).where(held(evidence, None), entry.c.id.is_(None))
    for id_ in connection.scalars(lost):
        yield Finding(f"evidence {id_}", "is in no entry; run `detente rebuild`")
    twice = select(evidence.c.id).where(held(evidence, None)).group_by(evidence.c.id).having(func.count() > 1)
    for id_ in connection.scalars(twice):
        yield Finding(f"evidence {id_}", "is there twice")


def _entries(connection: Connection) -> Iterator[Finding]:
    """Entries are what evidence, links and judgements give."""
    entry, pair = tables.entry, tables.entry_pair
    stored = connection.execute(select(entry.c.id, entry.c.data).order_by(entry.c.id)).all()
    ids, seen = {row.id for row in stored}, set[str]()
    for row in stored:
        if row.id in seen:
            continue
        try:
            derived = {e.id: e for e in derive_region(connection, [row.id])}
            differs = row.id not in derived or derived[row.id] != unpack_entry(row.data)
        except BAD as error:
            yield Finding(f"entry {row.id}", f"it, or its evidence, cannot be read: {_line(error)}")
            continue
        seen |= derived.keys()
        if differs:
            yield Finding(f"entry {row.id}", "is not what its evidence gives; run `detente rebuild`")
        for missing in sorted(derived.keys() - ids):
            yield Finding(f"entry {missing}", "is missing; run `detente rebuild`")
    orphans = select(pair.c.entry).where(pair.c.entry.not_in(select(entry.c.n))).distinct()
    for number in connection.scalars(orphans):
        yield Finding(f"entry number {number}", "is listed under its parties, but missing; run `detente rebuild`")
