"""The register: add coded reports, ask for entries, reports, coverage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, insert, or_, select
from sqlalchemy.exc import DBAPIError

from detente.merging.blocking import narrow, pairs_of
from detente.model import AddResult, Coded, Coverage, Entry, Evidence, InputError, RegisterError, StoredReport
from detente.register import tables
from detente.register.explaining import explain, lock_writers
from detente.register.identity import evidence_ids
from detente.register.joining import join_evidence
from detente.register.loading import chunks, evidence_query, load_evidence
from detente.register.rows import (
    EvidenceData,
    decode_entry,
    encode,
    evidence_of,
    pack,
    report_data,
    report_of,
    stamp,
    unstamp,
)
from detente.register.stories import Story, find_story, rename_story


class Register:
    """An open register. Made by `open_register`; safe to use from several threads; a context manager."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], name: str) -> None:
        self.engine = engine
        self.name = name
        self._clock = clock

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store; another use opens it again."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        try:
            with self.engine.connect() as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise RegisterError(explain(self.name, error)) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing."""
        try:
            with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                lock_writers(connection)
                yield connection
        except DBAPIError as error:
            raise RegisterError(explain(self.name, error)) from error

    def add(self, coded: Coded) -> AddResult:
        """Keep a coded report, in one transaction; a text that is known already changes nothing.

        Raises: RegisterError where the store cannot be written.
        """
        with self.writing() as connection:
            return self._add(connection, coded)

    def add_all(self, reports: Iterable[Coded], batch: int = 50) -> Iterator[AddResult]:
        """Keep many reports, `batch` to a transaction; each result comes once its report is safely stored."""
        held: list[Coded] = []
        for coded in reports:
            held.append(coded)
            if len(held) >= batch:
                yield from self._add_batch(held)
                held = []
        yield from self._add_batch(held)

    def _add_batch(self, held: Sequence[Coded]) -> list[AddResult]:
        if not held:
            return []
        with self.writing() as connection:
            return [self._add(connection, coded) for coded in held]

    def _add(self, connection: Connection, coded: Coded) -> AddResult:
        digest = coded.report.digest
        if connection.scalar(select(tables.report.c.n).where(tables.report.c.digest == digest)) is not None:
            return AddResult(False, 0, 0, digest)
        seq, at = self.next_record(connection)
        story = find_story(connection, coded.report)
        n = _insert_report(connection, coded, seq, story)
        touched = rename_story(connection, n, story)
        pieces = _pieces(coded, story.id, at)
        _insert_evidence(connection, n, seq, pieces)
        join_evidence(connection, seq, [*pieces, *load_evidence(connection, touched)])
        return AddResult(True, len(pieces), len(coded.faults), digest)

    def next_record(self, connection: Connection) -> tuple[int, datetime]:
        """Take the next place on the register's own time line; it never runs backwards, whatever the clock does."""
        newest = select(tables.record.c.at).order_by(tables.record.c.seq.desc()).limit(1)
        at = max(stamp(self._clock()), connection.scalar(newest) or "")
        seq = _insert_one(connection, tables.record, {"at": at})
        return seq, unstamp(at)

    def entries(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        """The deeds in order of date, the undated last.

        Args:
            a, b: the parties (ISO codes, or names of organisations); one alone: with anybody; none: all deeds.
            first, last: deeds that can lie between these days; undated ones are kept, as they may.
        """
        with self.reading() as connection:
            rows = connection.execute(_entry_query(a, b, first, last)).all()
        return (decode_entry(row.data) for row in rows)

    def entry(self, id_or_prefix: str) -> Entry:
        """The deed that this identifier, or the beginning of one, leads to: its own or any of its evidence's.

        Raises: InputError where none or several deeds answer to it.
        """
        wanted = id_or_prefix.strip().lower()
        member = tables.member
        query = (
            select(tables.entry.c.id, tables.entry.c.data)
            .join(member, member.c.entry == tables.entry.c.id)
            .where(member.c.until.is_(None), member.c.evidence >= wanted, member.c.evidence < wanted + "g")
            .distinct()
            .limit(6)
        )
        with self.reading() as connection:
            rows = connection.execute(query).all() if _HEX.fullmatch(wanted) else []
            exact = [row for row in rows if row.id == wanted] or rows
        if not exact:
            raise InputError(f"no entry {id_or_prefix!r} in {self.name}; `detente timeline` lists them")
        if len(exact) > 1:
            some = ", ".join(row.id for row in exact[:5])
            raise InputError(f"{id_or_prefix!r} leads to several entries ({some}); give more of it")
        return decode_entry(exact[0].data)

    def evidence(self, entry: Entry) -> list[Evidence]:
        """The evidence of a deed, in the order of its identifiers."""
        with self.reading() as connection:
            return load_evidence(connection, entry.evidence)

    def report(self, digest: str) -> StoredReport:
        """A report with all that was found in it, by its digest.

        Raises: InputError where the register has none such.
        """
        with self.reading() as connection:
            query = select(tables.report, tables.record.c.at).join(
                tables.record, tables.record.c.seq == tables.report.c.seq
            )
            row = connection.execute(query.where(tables.report.c.digest == digest)).one_or_none()
            if row is None:
                raise InputError(f"no report {digest!r} in {self.name}")
            found = connection.execute(
                evidence_query().where(tables.evidence.c.report == row.n).order_by(tables.evidence.c.n)
            ).all()
        return report_of(row, [evidence_of(piece) for piece in found])

    def __contains__(self, digest: str) -> bool:
        """Whether a report with this digest is in the register."""
        with self.reading() as connection:
            return connection.scalar(select(tables.report.c.n).where(tables.report.c.digest == digest)) is not None

    def coverage(self, a: str | None = None, b: str | None = None) -> Coverage:
        """How much the register holds on a pair of parties (or one, or all)."""
        days, undated, count = [], 0, 0
        reports: set[str] = set()
        with self.reading() as connection:
            for some in chunks([row.id for row in connection.execute(_entry_query(a, b, None, None))]):
                query = (
                    select(tables.entry.c.id, tables.entry.c.first, tables.entry.c.last, tables.report.c.digest)
                    .join(tables.member, tables.member.c.entry == tables.entry.c.id)
                    .join(tables.evidence, tables.evidence.c.id == tables.member.c.evidence)
                    .join(tables.report, tables.report.c.n == tables.evidence.c.report)
                    .where(tables.entry.c.id.in_(some), tables.member.c.until.is_(None))
                )
                rows = connection.execute(query).all()
                reports.update(row.digest for row in rows)
                count += len({row.id for row in rows})
                undated += len({row.id for row in rows if row.first == tables.UNDATED})
                days += [day_ for row in rows if row.first != tables.UNDATED for day_ in (row.first, row.last)]
        return Coverage(len(reports), count, min(days, default=None), max(days, default=None), undated)


_HEX = re.compile(r"[0-9a-f]{1,16}")


def _entry_query(a: str | None, b: str | None, first: date | None, last: date | None) -> Select[tuple[str, str]]:
    entry, pair = tables.entry, tables.entry_pair
    one, other = sorted(key for key in (a, b) if key) if a and b else (a or b, None)
    query = select(entry.c.id, entry.c.data)
    days = entry if one is None else pair
    if one and other:
        query = query.join(pair, pair.c.entry == entry.c.id).where(pair.c.a == one, pair.c.b == other)
    elif one:
        touched = select(pair.c.entry).where(or_(pair.c.a == one, pair.c.b == one))
        query, days = query.where(entry.c.id.in_(touched)), entry
    if last:
        query = query.where(or_(days.c.first <= last.isoformat(), days.c.first == tables.UNDATED))
    if first:
        query = query.where(days.c.last >= first.isoformat())
    return query.order_by(days.c.first, days.c.last, entry.c.id)


def _insert_report(connection: Connection, coded: Coded, seq: int, story: Story) -> int:
    row = {
        "digest": coded.report.digest,
        "seq": seq,
        "story": story.id,
        "print": story.print_bytes,
        "published": encode(coded.published) if coded.published else None,
        "coder": coded.coder,
        "text": pack(coded.report.text),
        "data": encode(report_data(coded)),
    }
    return _insert_one(connection, tables.report, row)


def _insert_one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Insert a row and return the number it got."""
    key = connection.execute(insert(table).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _pieces(coded: Coded, story: str, at: datetime) -> list[Evidence]:
    digest, text = coded.report.digest, coded.report.text
    return [
        Evidence(
            id=id_,
            report=digest,
            event=event,
            words=event.evidence[0].of(text) if event.evidence else "",
            coder=coded.coder,
            published=coded.published,
            story=story,
            recorded=at,
        )
        for id_, event in zip(evidence_ids(digest, coded.events), coded.events, strict=True)
    ]


def _insert_evidence(connection: Connection, report: int, seq: int, pieces: Sequence[Evidence]) -> None:
    pairs = []
    for piece in pieces:
        row = {
            "id": piece.id,
            "report": report,
            "seq": seq,
            "type": piece.event.type,
            "data": encode(EvidenceData(event=piece.event, words=piece.words)),
        }
        n = _insert_one(connection, tables.evidence, row)
        date_ = piece.event.date if narrow(piece.event) else None
        first, last = (date_.first.isoformat(), date_.last.isoformat()) if date_ else ("", "")
        for a, b in pairs_of(piece.event):
            pairs.append({"a": a, "b": b, "type": piece.event.type, "first": first, "last": last, "evidence": n})
    if pairs:
        connection.execute(insert(tables.pair), pairs)
