"""Of a question about the past, the entries that are now as they were then: they are read, not derived anew.

An entry is as it was where all of its evidence was in it then, as coded and published now, with nothing beside, where
no person has ever decided anything about it and no copy of its reports' stories could make a difference. That leaves
out some that did not change; those are derived like all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, exists, select

from detente.model import Entry
from detente.register import statements, tables
from detente.register.forms import unpack_entry
from detente.register.hexes import HexId
from detente.register.loading import chunks
from detente.register.rows import interval_of
from detente.register.stories import published_by


def unchanged_entries(
    connection: Connection, ids: Collection[str], known: int | None, reported: date | None
) -> tuple[list[Entry], set[str]]:
    """The entries of this evidence that are as they were, and the evidence of which the entries must be derived.

    Args:
        known: the last record that counts; None: all.
        reported: only what reports published by this day tell; None: all. Not together with `known`: links of then are
            not kept.
    """
    if known is not None and reported is not None:
        return [], set(ids)
    now: dict[str, str] = {}
    for some in chunks(sorted(ids)):
        now.update((row.evidence, row.entry) for row in connection.execute(statements.members_now, {"ids": some}))
    found: list[Entry] = []
    for names in chunks(sorted(set(now.values()))):
        kept = set(names) - set(_touched(connection, names, known, reported))
        query = select(tables.entry.c.data).where(tables.entry.c.id.in_(sorted(kept)))
        found += map(unpack_entry, connection.scalars(query))
    return found, set(ids) - {id_ for entry in found for id_ in entry.evidence}


def _touched(connection: Connection, names: Sequence[str], known: int | None, reported: date | None) -> Iterator[str]:
    """The entries that may not be as they were."""
    member = tables.member
    if known is not None:
        yield from connection.scalars(select(member.c.entry).where(member.c.entry.in_(names), member.c.until > known))
    rows = connection.execute(_members(), {"names": names}).all()
    for row in rows:
        later = known is not None and max(row.since, row.seq, row.coded) > known
        unheard = reported is not None and not published_by(interval_of(row.published), reported)
        if row.judged or row.copied or later or unheard:
            yield row.entry
    if reported:
        yield from _linked_beyond(connection, {row.evidence: row.entry for row in rows})


def _linked_beyond(connection: Connection, entry_of: dict[str, str]) -> Iterator[str]:
    """The entries with a link that leads out of them."""
    for some in chunks(sorted(entry_of)):
        for statement in (statements.links_from, statements.links_to):
            for one, other, _ in connection.execute(statement, {"ids": some}):
                ends = entry_of.get(one), entry_of.get(other)
                if ends[0] != ends[1]:
                    yield from filter(None, ends)


@cache
def _members() -> Select[Any]:
    """The evidence of entries, with the records of all that they are made of."""
    member, evidence, report, coding = tables.member, tables.evidence, tables.report, tables.coding
    copy, judged = tables.report.alias(), tables.judged
    return (
        select(
            *(member.c.entry, member.c.evidence, member.c.since, evidence.c.seq, coding.c.published),
            coding.c.seq.label("coded"),
            exists().where(copy.c.story == report.c.story, copy.c.n != report.c.n).label("copied"),
            exists().where(judged.c.evidence == member.c.evidence).label("judged"),
        )
        .join(evidence, and_(evidence.c.id == member.c.evidence, evidence.c.until.is_(None)))
        .join(report, report.c.n == evidence.c.report)
        .join(coding, and_(coding.c.report == report.c.n, coding.c.until.is_(None)))
        .where(member.c.entry.in_(bindparam("names", expanding=True, type_=HexId())), member.c.until.is_(None))
    )
