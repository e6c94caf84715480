"""Which reports are copies of one story: near-identical bodies, found by their fingerprints.

A story is a connected piece of the graph of near copies, named after the smallest digest in it, so that it does not
depend on the order in which the copies came.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert, select, update

from detente.merging import bands, fingerprint, same_story
from detente.model import Report
from detente.register import tables


class Story(msgspec.Struct, frozen=True):
    """The story a new report belongs to; `older` are the names of the stories it joins into one."""

    id: str
    print: int | None
    older: tuple[str, ...]

    @property
    def print_bytes(self) -> bytes | None:
        """The fingerprint as stored."""
        return None if self.print is None else self.print.to_bytes(8, "big")


def find_story(connection: Connection, report: Report) -> Story:
    """Look for copies of this report's body."""
    print_ = fingerprint(report.body or report.text)
    if print_ is None:
        return Story(report.digest, None, ())
    query = (
        select(tables.report.c.story, tables.report.c.print)
        .join(tables.band, tables.band.c.report == tables.report.c.n)
        .where(tables.band.c.band.in_(bands(print_)))
        .distinct()
    )
    rows = connection.execute(query).all()
    older = sorted({row.story for row in rows if same_story(print_, int.from_bytes(row.print, "big"))})
    return Story(min([report.digest, *older]), print_, tuple(older))


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
    query = select(tables.report.c.n).where(tables.report.c.story.in_(renamed))
    numbers = list(connection.scalars(query))
    connection.execute(update(tables.report).where(tables.report.c.n.in_(numbers)).values(story=story.id))
    return list(connection.scalars(select(tables.evidence.c.id).where(tables.evidence.c.report.in_(numbers))))
