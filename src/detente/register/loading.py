"""Rows out of the store, as records; all take an open connection."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Select, select

from detente.model import Evidence, Judgement
from detente.register import tables
from detente.register.rows import evidence_of, unstamp

MANY = 400
"""Identifiers in one query."""
T = TypeVar("T")


def chunks(items: Collection[T], size: int = MANY) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    listed = list(items)
    for start in range(0, len(listed), size):
        yield listed[start : start + size]


def evidence_query() -> Select[tuple[object, ...]]:
    """Evidence with what `rows.evidence_of` wants from its report and record."""
    return select(
        tables.evidence.c.n,
        tables.evidence.c.id,
        tables.evidence.c.data,
        tables.report.c.digest,
        tables.report.c.coder,
        tables.report.c.story,
        tables.report.c.published,
        tables.record.c.at,
    ).select_from(
        tables.evidence.join(tables.report, tables.evidence.c.report == tables.report.c.n).join(
            tables.record, tables.evidence.c.seq == tables.record.c.seq
        )
    )


def load_evidence(connection: Connection, ids: Collection[str]) -> list[Evidence]:
    """The evidence with these identifiers, in their order; unknown ones are left out."""
    found: dict[str, Evidence] = {}
    for some in chunks(ids):
        for row in connection.execute(evidence_query().where(tables.evidence.c.id.in_(some))):
            found[row.id] = evidence_of(row)
    return [found[id_] for id_ in ids if id_ in found]


def judgements_on(connection: Connection, ids: Collection[str], known: int | None = None) -> list[Judgement]:
    """The judgements about any of this evidence, oldest first.

    Args:
        known: as of this record: judgements made by then and not taken back by then; None: those in force now.
    """
    found: dict[str, tuple[int, Judgement]] = {}
    for some in chunks(ids):
        query = (
            select(tables.judgement, tables.record.c.at)
            .join(tables.judged, tables.judged.c.judgement == tables.judgement.c.id)
            .join(tables.record, tables.record.c.seq == tables.judgement.c.seq)
            .where(tables.judged.c.evidence.in_(some))
        )
        for row in connection.execute(query):
            undone = row.undone_seq is not None and (known is None or row.undone_seq <= known)
            if not undone and (known is None or row.seq <= known):
                found[row.id] = row.seq, msgspec.json.decode(row.data, type=Judgement)
    return [judgement for _, judgement in sorted(found.values(), key=lambda pair: (pair[0], pair[1].id))]


def last_record(connection: Connection, at: str) -> int:
    """The last record made at or before this time (0: none)."""
    query = select(tables.record.c.seq).where(tables.record.c.at <= at).order_by(tables.record.c.seq.desc()).limit(1)
    return connection.scalar(query) or 0


__all__ = ["chunks", "evidence_query", "judgements_on", "last_record", "load_evidence", "unstamp"]
