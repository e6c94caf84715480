"""Rows out of the store, as records; all take an open connection.

`known` is the record as of which to look: what had been recorded by then and was not overtaken by then. None: now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, or_, select

from detente.model import Evidence, Judgement
from detente.register import statements, tables
from detente.register.hexes import HexId
from detente.register.rows import evidence_of, judgement_of
from detente.register.statements import held

MANY = 400
"""Identifiers in one query."""
T = TypeVar("T")


def chunks(items: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def evidence_query(known: int | None = None) -> Select[Any]:
    """Evidence held as of then, with what `rows.evidence_of` wants from its report, coding and record."""
    return any_evidence(known).where(held(tables.evidence, known))


def any_evidence(known: int | None = None) -> Select[Any]:
    """The same, whether it is still held or was overtaken, with the coding of its report that was held as of then."""
    evidence, report, coding, record = tables.evidence, tables.report, tables.coding, tables.record
    return select(
        evidence.c.n,
        evidence.c.id,
        evidence.c.data,
        evidence.c.coder,
        report.c.digest,
        report.c.story,
        coding.c.published,
        record.c.at,
    ).select_from(
        evidence.join(report, evidence.c.report == report.c.n)
        .join(coding, and_(coding.c.report == report.c.n, held(coding, known)))
        .join(record, evidence.c.seq == record.c.seq)
    )


def load_evidence(connection: Connection, ids: Collection[str], known: int | None = None) -> list[Evidence]:
    """The evidence with these identifiers, in their order; unknown ones are left out."""
    found: dict[str, Evidence] = {}
    by_id = tables.evidence.c.id.in_(bindparam("ids", expanding=True, type_=HexId()))
    for some in chunks(ids):
        query = statements.evidence_now if known is None else evidence_query(known).where(by_id)
        for row in connection.execute(query, {"ids": some}):
            found[row.id] = evidence_of(row)
    return [found[id_] for id_ in ids if id_ in found]


def judgements_on(connection: Connection, ids: Collection[str], known: int | None = None) -> list[Judgement]:
    """The judgements about any of this evidence that are in force, oldest first."""
    found: dict[str, tuple[int, Judgement]] = {}
    query = statements.judgements_now if known is None else statements.judgements_all.where(in_force(known))
    for some in chunks(ids):
        for row in connection.execute(query, {"ids": some}):
            found[row.id] = row.seq, judgement_of(row)
    return [judgement for _, judgement in sorted(found.values(), key=lambda pair: (pair[0], pair[1].id))]


def judgements_by(
    connection: Connection, known: int | None = None, ids: Collection[str] | None = None
) -> list[Judgement]:
    """The judgements made by then, on this evidence or on any, oldest first; those taken back by then say so."""
    table, rows = tables.judgement, dict[str, Row[Any]]()
    if ids is None:
        rows = {row.id: row for row in connection.execute(select(table))}
    else:
        for some in chunks(ids):
            rows.update((row.id, row) for row in connection.execute(statements.judgements_all, {"ids": some}))
    found = []
    for row in sorted(rows.values(), key=lambda row: (row.seq, row.id)):
        if known is None or row.seq <= known:
            later = known is not None and row.undone_seq is not None and row.undone_seq > known
            found.append(judgement_of(row, undone=not later))
    return found


def standing(connection: Connection, judgements: Collection[Judgement], known: int | None = None) -> list[Judgement]:
    """The judgements, on the evidence that there still is: what a better coder no longer reads is left out."""
    evidence, there = tables.evidence, set[str]()
    for some in chunks(judged_ids(judgements)):
        there.update(connection.scalars(select(evidence.c.id).where(evidence.c.id.in_(some), held(evidence, known))))
    return on_evidence(judgements, there)


def judged_ids(judgements: Collection[Judgement]) -> list[str]:
    """The evidence that these judgements are about."""
    return sorted({id_ for judgement in judgements for id_ in judgement.evidence})


def on_evidence(judgements: Collection[Judgement], there: Collection[str]) -> list[Judgement]:
    """The judgements, on this evidence only; those on none of it left out.

    So that a verdict or correction, which falls to the entry with its first piece, finds one as long as there is any.
    """
    kept = ((judgement, tuple(id_ for id_ in judgement.evidence if id_ in there)) for judgement in judgements)
    return [msgspec.structs.replace(judgement, evidence=ids) for judgement, ids in kept if ids]


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
