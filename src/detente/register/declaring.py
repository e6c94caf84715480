"""Structured sources: what they say they have all of, kept as reports of their own; and their records."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection, select

from detente.model import DECLARES, Declared, StoredReport
from detente.register import tables
from detente.register.queries import report_query
from detente.register.rows import report_of
from detente.register.statements import held
from detente.register.stories import published_by


def declarations(connection: Connection, known: int | None = None, reported: date | None = None) -> list[Declared]:
    """The declarations held now, or as of a record and a day of publication; sorted."""
    rows = connection.execute(report_query(known).where(tables.coding.c.coder.startswith(DECLARES, autoescape=True)))
    found: set[Declared] = set()
    for row in rows:
        stored = report_of(row, ())
        if reported is None or published_by(stored.published, reported):
            found.update(msgspec.json.decode(stored.report.text, type=list[Declared]))
    return sorted(found, key=lambda d: (d.source, d.state, d.office, d.type, d.mode or "", d.first))


def records_of(connection: Connection, coder: str) -> dict[str, StoredReport]:
    """The records of a structured source that give deeds now, by the identifier the source has for each."""
    rows = connection.execute(report_query().where(tables.coding.c.coder == coder))
    found = [report_of(row, ()) for row in rows]
    query = select(tables.report.c.digest).where(
        tables.report.c.n.in_(select(tables.evidence.c.report).where(held(tables.evidence, None)))
    )
    telling = set(connection.scalars(query))
    return {stored.report.id: stored for stored in found if stored.digest in telling}
