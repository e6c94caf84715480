"""Evidence and entries from a point of view: as known at a record, as reports published by a day tell it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from detente.merging import Link, derive_entry, link_evidence, merge_evidence
from detente.model import Entry, Evidence, Judgement
from detente.register import tables
from detente.register.joining import Graph, apart_pairs, held_together, neighbours, region_of, same_links
from detente.register.loading import chunks, judged_ids, judgements_on, load_evidence, on_evidence
from detente.register.statements import held
from detente.register.stories import published_by, stories_as_of
from detente.register.unchanged import unchanged_entries


class View(msgspec.Struct, frozen=True):
    """known: the last record that counts (None: all); reported: only reports published by this day (None: all)."""

    known: int | None = None
    reported: date | None = None


def told(connection: Connection, view: View, ids: Collection[str]) -> list[Evidence]:
    """The evidence known and published by then, with its story as it was then."""
    pieces = load_evidence(connection, ids, view.known)
    if view.reported:
        pieces = [piece for piece in pieces if published_by(piece.published, view.reported)]
    stories = stories_as_of(connection, sorted({piece.story for piece in pieces}), view.known, view.reported)
    return [msgspec.structs.replace(piece, story=stories[piece.report]) for piece in pieces]


def entries_of(connection: Connection, view: View, ids: Collection[str]) -> list[Entry]:
    """The entries, as of then, that hold any of this evidence."""
    found, rest = unchanged_entries(connection, ids, view.known, view.reported)
    return [*found, *_derived(connection, view, rest)] if rest else found


def _derived(connection: Connection, view: View, ids: Collection[str]) -> list[Entry]:
    """The same, all derived anew."""
    if view.reported is None:
        groups = groups_then(connection, ids, view.known)
        members = sorted(id_ for group in groups for id_ in group)
        pieces = {piece.id: piece for piece in told(connection, view, members)}
    else:
        pieces, links, judged = _region(connection, view, ids)
        scored = [*links, *same_links(judged, pieces)]
        groups = merge_evidence(list(pieces.values()), scored, apart_pairs(judged))
    judgements = judgements_on(connection, sorted(pieces), view.known)
    there = {piece.id for piece in told(connection, view, judged_ids(judgements))}
    judgements = on_evidence(judgements, there)
    return [derive_entry([pieces[id_] for id_ in group], judgements) for group in groups]


def groups_then(connection: Connection, candidates: Collection[str], known: int | None) -> list[tuple[str, ...]]:
    """The entries these pieces were in, as groups of all their evidence."""
    member, groups = tables.member, dict[str, list[str]]()
    then = held(member, known, since="since")
    names: set[str] = set()
    for some in chunks(sorted(candidates)):
        names.update(connection.scalars(select(member.c.entry).where(member.c.evidence.in_(some), then)))
    for some in chunks(sorted(names)):
        rows = select(member.c.entry, member.c.evidence).where(member.c.entry.in_(some), then)
        for row in connection.execute(rows):
            groups.setdefault(row.entry, []).append(row.evidence)
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]


def _region(
    connection: Connection, view: View, ids: Collection[str]
) -> tuple[dict[str, Evidence], set[Link], list[Judgement]]:
    """All evidence of then reached from these pieces, the links among it, and the judgements on it."""
    if view.known is None:
        region, stored, _ = region_of(connection, ids, Graph(connection))
        pieces = {piece.id: piece for piece in told(connection, view, sorted(region))}
        return pieces, _score_again(stored, pieces), judgements_on(connection, sorted(pieces))
    return _region_then(connection, view, ids)


def _region_then(
    connection: Connection, view: View, ids: Collection[str]
) -> tuple[dict[str, Evidence], set[Link], list[Judgement]]:
    """The same for a past record: links of then are not kept, so they are looked for again among what was held then."""
    pieces, links, judged = dict[str, Evidence](), set[Link](), dict[str, Judgement]()
    loaded: dict[str, Evidence] = {}
    seen, todo = set(ids), set(ids)
    while todo:
        _load(connection, view, todo, loaded)
        fresh = {id_: loaded[id_] for id_ in sorted(todo) if id_ in loaded}
        pieces |= fresh
        near = neighbours(connection, list(fresh.values()), view.known)
        _load(connection, view, set[str]().union(*near.values()), loaded)
        reached: set[str] = set()
        for piece in fresh.values():
            for link in link_evidence(piece, (loaded[id_] for id_ in near[piece.id] if id_ in loaded)):
                links.add(link)
                reached |= {link.one, link.other}
        for judgement in judgements_on(connection, sorted(todo), view.known):
            judged[judgement.id] = judgement
            reached = reached.union(*held_together(judgement))
        todo = reached - seen
        seen |= todo
    return pieces, links, sorted(judged.values(), key=lambda j: (j.at, j.id))


def _load(connection: Connection, view: View, ids: Collection[str], loaded: dict[str, Evidence]) -> None:
    loaded.update((piece.id, piece) for piece in told(connection, view, sorted(set(ids) - loaded.keys())))


def _score_again(links: Collection[Link], pieces: dict[str, Evidence]) -> set[Link]:
    """The links among these pieces, as their stories of then have it."""
    both = [(pieces[link.one], pieces[link.other]) for link in links if link.one in pieces and link.other in pieces]
    return {link for one, other in both for link in link_evidence(one, [other])}


def order_of(entry: Entry) -> tuple[bool, date, date, str]:
    """By date, the undated last: the order in which entries are given."""
    if entry.date is None:
        return True, date.max, date.max, entry.id
    return False, entry.date.first, entry.date.last, entry.id


def in_days(entry: Entry, first: date | None, last: date | None) -> bool:
    """Whether it can lie between these days; the undated may."""
    if entry.date is None:
        return True
    return (last is None or entry.date.first <= last) and (first is None or entry.date.last >= first)
