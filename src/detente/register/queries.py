"""Questions to the derived entries, the reports and the log; all take an open connection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from detente.model import Coverage, Entry, InputError, StoredReport
from detente.register import tables
from detente.register.forms import unpack_entry
from detente.register.hexes import DIGITS
from detente.register.keys import key_text, wanted_keys
from detente.register.loading import evidence_query
from detente.register.rows import evidence_of, report_of
from detente.register.statements import held

_HEX = re.compile(rf"[0-9a-f]{{1,{DIGITS}}}")


def entry_query(
    a: str | None, b: str | None, first: date | None, last: date | None, rejected: bool = False
) -> Select[Any]:
    """Entries of a pair (or of one party, or all) that can lie between two days, in order, the undated last."""
    entry, pair = tables.entry, tables.entry_pair
    query, dated = select(entry.c.data, entry.c.id), entry.c
    keys = wanted_keys(a, b)
    if len(keys) == 2:
        query = query.join(pair, pair.c.entry == entry.c.n).where(pair.c.a == keys[0], pair.c.b == keys[1])
        dated = pair.c  # which has them in order
    elif keys:
        touched = select(pair.c.entry).where(or_(pair.c.a == keys[0], pair.c.b == keys[0]))
        query = query.where(entry.c.n.in_(touched))
    if not rejected:
        query = query.where(entry.c.rejected == 0)
    if last:
        query = query.where(or_(dated.first <= last.isoformat(), dated.first == tables.UNDATED))
    if first:
        query = query.where(dated.last >= first.isoformat())
    return query.order_by(dated.first, dated.last, entry.c.id)


def entry_data(
    a: str | None, b: str | None, first: date | None, last: date | None, rejected: bool = False
) -> Select[Any]:
    """The same, their column of data alone."""
    return entry_query(a, b, first, last, rejected).with_only_columns(tables.entry.c.data, maintain_column_froms=True)


def entry_id(connection: Connection, id_or_prefix: str, name: str, known: int | None = None) -> str:
    """The entry that an identifier, or the beginning of one, leads to.

    Raises: InputError where none or several answer to it.
    """
    wanted = id_or_prefix.strip().lower()
    member = tables.member
    named = member.c.evidence.between(wanted.ljust(DIGITS, "0"), wanted.ljust(DIGITS, "f"))
    query = select(member.c.entry).where(held(member, known, since="since"), named)
    found = connection.scalars(query.distinct().limit(6)).all() if _HEX.fullmatch(wanted) else []
    if not found and len(wanted) == DIGITS:
        found = _heirs(connection, wanted, known)
    if not found:
        raise InputError(f"no entry {id_or_prefix!r} in {name}; `detente timeline` lists them")
    if len(found) > 1:
        some = ", ".join(sorted(found)[:5])
        raise InputError(f"{id_or_prefix!r} leads to several entries ({some}); give more of it")
    return str(found[0])


def _heirs(connection: Connection, evidence: str, known: int | None) -> Sequence[str]:
    """The entries that have what shared the last entry of a piece of evidence that is no longer read."""
    member, mate = tables.member, tables.member.alias()
    of_then = select(member.c.entry, member.c.since, member.c.until).where(member.c.evidence == evidence)
    if known is not None:
        of_then = of_then.where(member.c.since <= known)
    last = connection.execute(of_then.order_by(member.c.since.desc()).limit(1)).one_or_none()
    if last is None or last.until is None:
        return []
    together = or_(mate.c.until.is_(None), mate.c.until >= last.until)
    with_it = and_(mate.c.entry == last.entry, mate.c.since < last.until, together)
    heirs = select(member.c.entry).where(
        held(member, known, since="since"), member.c.evidence.in_(select(mate.c.evidence).where(with_it))
    )
    return connection.scalars(heirs.distinct().limit(6)).all()


def find_entry(connection: Connection, id_or_prefix: str, name: str) -> Entry:
    """The entry that an identifier leads to now."""
    wanted = entry_id(connection, id_or_prefix, name)
    data = connection.scalar(select(tables.entry.c.data).where(tables.entry.c.id == wanted))
    assert data is not None
    return unpack_entry(data)


def names_party(connection: Connection, key: str) -> bool:
    """Whether any entry names this party."""
    pair = tables.entry_pair
    found = (select(pair.c.entry).where(column == key_text(key)).limit(1) for column in (pair.c.a, pair.c.b))
    return any(connection.scalar(query) is not None for query in found)


def report_query(known: int | None = None) -> Select[Any]:
    """Reports with what `rows.report_of` wants."""
    report, coding, record = tables.report, tables.coding, tables.record
    return (
        select(report, coding.c.coder, coding.c.data.label("coding_data"), record.c.at)
        .join(coding, and_(coding.c.report == report.c.n, held(coding, known)))
        .join(record, record.c.seq == report.c.seq)
    )


def last_coders(connection: Connection) -> dict[str, str]:
    """The coder of each report's last coding, by digest, in the order the reports came."""
    report, coding = tables.report, tables.coding
    query = select(report.c.digest, coding.c.coder).join(
        coding, and_(coding.c.report == report.c.n, held(coding, None))
    )
    return {row.digest: row.coder for row in connection.execute(query.order_by(report.c.n))}


def find_report(connection: Connection, digest: str, name: str, known: int | None = None) -> StoredReport:
    """A report with its evidence.

    Raises: InputError where there is none such.
    """
    row = connection.execute(report_query(known).where(tables.report.c.digest == digest)).one_or_none()
    if row is None:
        raise InputError(f"no report {digest!r} in {name}")
    evidence = tables.evidence
    found = connection.execute(evidence_query(known).where(evidence.c.report == row.n).order_by(evidence.c.n))
    return report_of(row, [evidence_of(piece) for piece in found])


def count_coverage(connection: Connection, a: str | None, b: str | None) -> Coverage:
    """How much the register holds on a pair, a party, or in all."""
    entries = entry_query(a, b, None, None).order_by(None).subquery()
    entry, member, evidence = tables.entry, tables.member, tables.evidence
    mine = entry.join(entries, entries.c.id == entry.c.id)
    undated = func.count().filter(entry.c.first == tables.UNDATED)
    dated = entry.c.first != tables.UNDATED
    days = func.min(entry.c.first).filter(dated), func.max(entry.c.last).filter(dated)
    count, without, first, last = connection.execute(select(func.count(), undated, *days).select_from(mine)).one()
    told = (
        select(func.count(evidence.c.report.distinct()))
        .select_from(entries.join(member, and_(member.c.entry == entries.c.id, held(member, None))))
        .join(evidence, and_(evidence.c.id == member.c.evidence, held(evidence, None)))
    )
    if a is None and b is None:
        told = select(func.count()).select_from(tables.report)  # those without a deed, too
    return Coverage(connection.scalar(told) or 0, count, first, last, without)
