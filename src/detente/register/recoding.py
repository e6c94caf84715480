"""A better coder reads a known report again: what it reads takes the place of what was read before.

Passages keep their identifiers, so that what people decided about them stays; what is no longer read is closed, and
stays in the register's past.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, delete, or_, select, update

from detente.model import Coded, Event, Evidence, InputError, Interval, Span
from detente.register import tables
from detente.register.identity import evidence_ids
from detente.register.joining import join_evidence, regroup
from detente.register.loading import chunks, judgements_on, load_evidence, standing
from detente.register.packing import unpack_json
from detente.register.rows import coding_data, encode
from detente.register.writing import evidence_pieces, insert_coding, insert_evidence, next_record


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What coding a report again changed: identifiers of evidence; of what is told otherwise also the fields.

    `lost`: judgements in force on passages none of which is read any more; they rest until one is read again.
    """

    digest: str
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    fields: dict[str, tuple[str, ...]] = {}
    lost: tuple[str, ...] = ()


def recode(connection: Connection, coded: Coded, clock: Callable[[], datetime], name: str) -> Change:
    """Put a coding in the place of the last one of its report; one that says the same changes nothing."""
    digest = coded.report.digest
    report = connection.execute(select(tables.report).where(tables.report.c.digest == digest)).one_or_none()
    if report is None:
        raise InputError(f"report {coded.report.id!r} is not in {name}; `detente read` it first")
    old = {piece.id: piece for piece in _current(connection, report.n)}
    ids = carry_ids(list(old.values()), coded.events, evidence_ids(digest, coded.events))
    events = dict(zip(ids, coded.events, strict=True))
    same = {id_ for id_ in events.keys() & old.keys() if _is_as_before(old[id_], events[id_], coded.published)}
    if same == events.keys() == old.keys() and _says_the_same(connection, report.n, coded):
        return Change(digest=digest, same=tuple(sorted(same)))
    seq, at = next_record(connection, clock)
    pieces = {piece.id: piece for piece in evidence_pieces(coded, ids, report.story, at)}
    closed, new = sorted(old.keys() - same), [pieces[id_] for id_ in sorted(pieces.keys() - same)]
    touched = _entry_mates(connection, closed)
    _close(connection, report.n, seq, closed)
    insert_coding(connection, report.n, seq, coded)
    insert_evidence(connection, report.n, seq, new)
    join_evidence(connection, seq, new)
    regroup(connection, seq, sorted(touched | old.keys()))
    changed, dropped = sorted(old.keys() & pieces.keys() - same), sorted(old.keys() - pieces.keys())
    return Change(
        digest=digest,
        added=tuple(sorted(pieces.keys() - old.keys())),
        dropped=tuple(dropped),
        changed=tuple(changed),
        same=tuple(sorted(same)),
        fields={id_: _differing(old[id_].event, pieces[id_].event) for id_ in changed},
        lost=_lost(connection, dropped),
    )


def _is_as_before(piece: Evidence, event: Event, published: Interval | None) -> bool:
    """Whether a reading is what it was, and is compared on the same days."""
    return _content(event) == _content(piece.event) and (event.date is not None or published == piece.published)


def _says_the_same(connection: Connection, report: int, coded: Coded) -> bool:
    """Whether the current coding is by this coder, and says the same beside the events."""
    coding = tables.coding
    now = connection.execute(select(coding).where(coding.c.report == report, coding.c.until.is_(None))).one()
    return bool(now.coder == coded.coder and unpack_json(now.data).decode() == encode(coding_data(coded)))


def _differing(old: Event, new: Event) -> tuple[str, ...]:
    """The fields in which two readings of a passage differ."""
    fields = (field for field in Event.__struct_fields__ if field != "id")
    return tuple(field for field in fields if getattr(old, field) != getattr(new, field))


def _lost(connection: Connection, dropped: Sequence[str]) -> tuple[str, ...]:
    """The judgements on what is gone of which nothing else is left."""
    judgements = judgements_on(connection, dropped)
    left = {judgement.id for judgement in standing(connection, judgements)}
    return tuple(judgement.id for judgement in judgements if judgement.id not in left)


def carry_ids(old: Sequence[Evidence], events: Sequence[Event], fresh: Sequence[str]) -> list[str]:
    """The identifier of each event: its own where that was known, else that of the old evidence of its type whose
    passage it shares most of (at least half), else its own."""
    taken = set(fresh) & {piece.id for piece in old}
    free = [piece for piece in old if piece.id not in taken]
    offers = []
    for index, event in enumerate(events):
        if fresh[index] in taken:
            continue
        for piece in free:
            share = _share(event, piece.event)
            if piece.event.type == event.type and share >= 0.5:
                offers.append((-share, piece.id, index))
    ids, given = list(fresh), set[int]()
    for _, id_, index in sorted(offers):
        if index not in given and id_ not in taken:
            ids[index] = id_
            given.add(index)
            taken.add(id_)
    return ids


def _share(one: Event, other: Event) -> float:
    """The part of the shorter main passage that both have."""
    if not one.evidence or not other.evidence:
        return 0.0
    ours, theirs = one.evidence[0], other.evidence[0]
    both = Span(max(ours.start, theirs.start), max(max(ours.start, theirs.start), min(ours.end, theirs.end)))
    return len(both) / max(1, min(len(ours), len(theirs)))


def _content(event: Event) -> Event:
    return msgspec.structs.replace(event, id="")


def _current(connection: Connection, report: int) -> list[Evidence]:
    evidence = tables.evidence
    query = select(evidence.c.id).where(evidence.c.report == report, evidence.c.until.is_(None))
    return load_evidence(connection, list(connection.scalars(query)))


def _entry_mates(connection: Connection, ids: Sequence[str]) -> set[str]:
    """All evidence of the entries that these pieces are in, and what links lead to."""
    found: set[str] = set()
    member = tables.member
    for some in chunks(ids):
        mine = select(member.c.entry).where(member.c.evidence.in_(some), member.c.until.is_(None))
        found.update(
            connection.scalars(select(member.c.evidence).where(member.c.entry.in_(mine), member.c.until.is_(None)))
        )
        link = tables.link
        for row in connection.execute(select(link).where(or_(link.c.one.in_(some), link.c.other.in_(some)))):
            found |= {row.one, row.other}
    return found


def _close(connection: Connection, report: int, seq: int, ids: Sequence[str]) -> None:
    """End the last coding and the evidence that it has no longer, with its links."""
    evidence, coding, link = tables.evidence, tables.coding, tables.link
    connection.execute(update(coding).where(coding.c.report == report, coding.c.until.is_(None)).values(until=seq))
    for some in chunks(ids):
        connection.execute(
            update(evidence).where(evidence.c.id.in_(some), evidence.c.until.is_(None)).values(until=seq)
        )
        connection.execute(delete(link).where(or_(link.c.one.in_(some), link.c.other.in_(some))))
