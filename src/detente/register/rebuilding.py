"""All that is derived, derived anew: stories, pairs, links, entries. Membership keeps its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from detente.register import tables
from detente.register.joining import Graph, link_to_neighbours, regroup
from detente.register.loading import any_evidence, chunks, load_evidence
from detente.register.rows import evidence_of
from detente.register.stories import match_story, rename_story
from detente.register.writing import next_record, pair_rows


def rebuild(connection: Connection, clock: Callable[[], datetime]) -> int:
    """Empty what is derived and make it again; return the number of entries."""
    seq, _ = next_record(connection, clock)
    for table in reversed(tables.DERIVED):
        connection.execute(delete(table))
    _stories(connection)
    evidence = tables.evidence
    for row in connection.execute(any_evidence()).all():
        if pairs := pair_rows(evidence_of(row), row.n):
            connection.execute(insert(tables.pair), pairs)
    ids = list(connection.scalars(select(evidence.c.id).where(evidence.c.until.is_(None)).order_by(evidence.c.n)))
    for some in chunks(ids):
        link_to_neighbours(connection, load_evidence(connection, some), Graph(connection))
    done: set[str] = set()
    for id_ in ids:
        if id_ not in done:
            done.update(piece for entry in regroup(connection, seq, [id_]) for piece in entry.evidence)
    return connection.scalar(select(func.count()).select_from(tables.entry)) or 0


def _stories(connection: Connection) -> None:
    report = tables.report
    connection.execute(update(report).values(story=report.c.digest))
    for row in connection.execute(select(report.c.n, report.c.digest, report.c.print).order_by(report.c.n)).all():
        print_ = int.from_bytes(row.print, "big") if row.print else None
        story = match_story(connection, row.digest, print_)
        if story.id != row.digest:
            connection.execute(update(report).where(report.c.n == row.n).values(story=story.id))
        rename_story(connection, row.n, story)
