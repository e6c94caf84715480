"""Which reports are copies of one story: near-identical bodies, found by their fingerprints.

A story is a connected piece of the graph of near copies, named after the smallest digest in it, so that it does not
depend on the order in which the copies came.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection, and_, insert, select, update

from detente.merging import bands, fingerprint, same_story
from detente.model import Interval
from detente.register import statements, tables
from detente.register.loading import chunks
from detente.register.rows import interval_of
from detente.register.statements import held


class Story(msgspec.Struct, frozen=True):
    """The story a new report belongs to; `older` are the names of the stories it joins into one."""

    id: str
    print: int | None
    older: tuple[str, ...] = ()

    @property
    def print_bytes(self) -> bytes | None:
        """The fingerprint as stored."""
        return None if self.print is None else self.print.to_bytes(8, "big")


def find_story(connection: Connection, digest: str, body: str) -> Story:
    """Look for copies of a report's body."""
    return match_story(connection, digest, fingerprint(body))


def match_story(connection: Connection, digest: str, print_: int | None) -> Story:
    """Look for copies by the fingerprint."""
    if print_ is None:
        return Story(digest, None)
    rows = connection.execute(statements.copies, {"bands": bands(print_)}).all()
    older = sorted({row.story for row in rows if same_story(print_, int.from_bytes(row.print, "big"))})
    return Story(min([digest, *older]), print_, tuple(older))


def rename_story(connection: Connection, report: int, story: Story) -> list[str]:
    """Store the fingerprint; give stories that became one a single name.

    Returns:
        Evidence of the reports whose story has another name now.
    """
    if story.print is not None:
        connection.execute(insert(tables.band), [{"band": band, "report": report} for band in bands(story.print)])
    renamed = [name for name in story.older if name != story.id]
    if not renamed:
        return []
    numbers = list(connection.scalars(select(tables.report.c.n).where(tables.report.c.story.in_(renamed))))
    found: list[str] = []
    for some in chunks(numbers):
        connection.execute(update(tables.report).where(tables.report.c.n.in_(some)).values(story=story.id))
        evidence = tables.evidence
        found += connection.scalars(
            select(evidence.c.id).where(evidence.c.report.in_(some), evidence.c.until.is_(None))
        )
    return found


def stories_as_of(
    connection: Connection, names: Sequence[str], known: int | None, reported: date | None = None
) -> dict[str, str]:
    """The story of each report (by digest) of these stories, as named among the reports known, and published, then."""
    report, coding = tables.report, tables.coding
    found: dict[str, str] = {}
    for some in chunks(names):
        query = select(report.c.story, report.c.digest, report.c.print, coding.c.published).join(
            coding, and_(coding.c.report == report.c.n, held(coding, known))
        )
        by_story: dict[str, list[tuple[str, bytes | None]]] = {}
        for row in connection.execute(query.where(report.c.story.in_(some))):
            day = interval_of(row.published)
            if reported is None or published_by(day, reported):
                by_story.setdefault(row.story, []).append((row.digest, row.print))
        for copies in by_story.values():
            found |= _name_stories(copies)
    return found


def published_by(published: Interval | None, day: date) -> bool:
    """Whether a report had surely been published by the end of a day."""
    return published is not None and published.last <= day


def _name_stories(copies: Sequence[tuple[str, bytes | None]]) -> dict[str, str]:
    """Name the connected pieces of these reports."""
    names: dict[str, str] = {}
    prints = {digest: int.from_bytes(print_, "big") for digest, print_ in copies if print_ is not None}
    for digest, _ in sorted(copies):
        near = [
            names[other]
            for other in names
            if other in prints and digest in prints and same_story(prints[other], prints[digest])
        ]
        joined = min([digest, *near])
        names = {other: joined if name in near else name for other, name in names.items()} | {digest: joined}
    return names
