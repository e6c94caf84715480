"""Rows out of the store, as records; all take an open connection.

`known` is the record as of which to look: what had been recorded by then and was not overtaken by then. None: now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, or_, select

from detente.model import Evidence, Judgement
from detente.register import statements, tables
from detente.register.rows import evidence_of, judgement_of

MANY = 400
"""Identifiers in one query."""
T = TypeVar("T")


def chunks(items: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def held(table: Table, known: int | None, since: str = "seq") -> ColumnElement[bool]:
    """Rows of a table that held as of a record."""
    if known is None:
        return table.c.until.is_(None)
    return and_(table.c[since] <= known, or_(table.c.until.is_(None), table.c.until > known))


def evidence_query(known: int | None = None) -> Select[Any]:
    """Evidence with what `rows.evidence_of` wants from its report, coding and record."""
    evidence, report, coding, record = tables.evidence, tables.report, tables.coding, tables.record
    return (
        select(
            evidence.c.n,
            evidence.c.id,
            evidence.c.data,
            evidence.c.coder,
            report.c.digest,
            report.c.story,
            coding.c.published,
            record.c.at,
        )
        .select_from(
            evidence.join(report, evidence.c.report == report.c.n)
            .join(coding, and_(coding.c.report == report.c.n, held(coding, known)))
            .join(record, evidence.c.seq == record.c.seq)
        )
        .where(held(evidence, known))
    )


def load_evidence(connection: Connection, ids: Collection[str], known: int | None = None) -> list[Evidence]:
    """The evidence with these identifiers, in their order; unknown ones are left out."""
    found: dict[str, Evidence] = {}
    by_id = tables.evidence.c.id.in_(bindparam("ids", expanding=True))
    for some in chunks(ids):
        query = statements.evidence_now if known is None else evidence_query(known).where(by_id)
        for row in connection.execute(query, {"ids": some}):
            found[row.id] = evidence_of(row)
    return [found[id_] for id_ in ids if id_ in found]


def judgements_on(
    connection: Connection, ids: Collection[str], known: int | None = None, *, undone: bool = False
) -> list[Judgement]:
    """The judgements about any of this evidence that are in force (or, with `undone`, all), oldest first."""
    found: dict[str, tuple[int, Judgement]] = {}
    query = statements.judgements_now
    if undone or known is not None:
        query = statements.judgements_all if undone else statements.judgements_all.where(in_force(known))
    for some in chunks(ids):
        for row in connection.execute(query, {"ids": some}):
            found[row.id] = row.seq, judgement_of(row)
    return [judgement for _, judgement in sorted(found.values(), key=lambda pair: (pair[0], pair[1].id))]


def all_judgements(connection: Connection) -> list[Judgement]:
    """Every judgement, those taken back too, oldest first."""
    table = tables.judgement
    return [judgement_of(row) for row in connection.execute(select(table).order_by(table.c.seq, table.c.id))]


def in_force(known: int | None) -> ColumnElement[bool]:
    """Judgements made and not taken back as of a record."""
    table = tables.judgement
    if known is None:
        return table.c.undone_seq.is_(None)
    return and_(table.c.seq <= known, or_(table.c.undone_seq.is_(None), table.c.undone_seq > known))


def last_record(connection: Connection, at: str) -> int:
    """The last record made at or before this time (0: none)."""
    query = select(tables.record.c.seq).where(tables.record.c.at <= at).order_by(tables.record.c.seq.desc()).limit(1)
    return connection.scalar(query) or 0
