"""Evidence into entries, in the store: look in the blocks, link, group again what the links touch, derive.

The cost of a report depends on its blocks and on the deeds it tells of, not on the size of the store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from itertools import product
from typing import Any

from sqlalchemy import Connection, Row, insert

from detente.merging import Link, block_of, derive_entry, link_evidence, merge_evidence, worth_keeping
from detente.merging.blocking import VAGUEST, WIDEST
from detente.merging.clustering import JUDGED, NEAREST
from detente.model import Entry, Evidence, Judgement
from detente.register import statements, tables
from detente.register.forms import pack_entry
from detente.register.keys import cleaned, lookup_pairs, untold
from detente.register.loading import chunks, judgements_on, load_evidence, standing


def join_evidence(connection: Connection, seq: int, new: Sequence[Evidence]) -> None:
    """Link new evidence (already stored) to what is there and derive anew the entries it touches."""
    if new:
        graph = Graph(connection)
        known = link_to_neighbours(connection, new, graph)
        _store(connection, seq, *_derive(connection, [piece.id for piece in new], known, graph))


class Graph:
    """The links in the store, each read once while a report is put in its place."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.near: dict[str, set[Link]] = {}

    def links_of(self, ids: Collection[str]) -> set[Link]:
        """All links of these pieces."""
        self.read(ids)
        return set[Link]().union(*(self.near[id_] for id_ in ids))

    def read(self, ids: Collection[str]) -> None:
        """Have the links of these pieces at hand, in `near`."""
        missing = sorted(id_ for id_ in ids if id_ not in self.near)
        self.near.update((id_, set()) for id_ in missing)
        for some in chunks(missing):
            for statement in (statements.links_from, statements.links_to):
                self.add(Link(*row) for row in self.connection.execute(statement, {"ids": some}).tuples())

    def replace(self, links: Collection[Link]) -> None:
        """Note links that were just stored, in place of others between the same pieces."""
        ends = {(link.one, link.other) for link in links}
        for id_ in {id_ for pair in ends for id_ in pair} & self.near.keys():
            self.near[id_] = {link for link in self.near[id_] if (link.one, link.other) not in ends}
        self.add(links)

    def add(self, links: Iterable[Link]) -> None:
        """Note links that are in the store."""
        for link in links:
            for end in (link.one, link.other):
                if end in self.near:
                    self.near[end].add(link)


def link_to_neighbours(connection: Connection, new: Sequence[Evidence], graph: Graph) -> dict[str, Evidence]:
    """Store the links of these pieces to the evidence in their blocks; return both, by identifier."""
    near = neighbours(connection, new)
    wanted = sorted(set[str]().union(*near.values()))
    known = {piece.id: piece for piece in new} | {piece.id: piece for piece in load_evidence(connection, wanted)}
    links: set[Link] = set()
    for piece in new:
        links |= _worth_keeping(graph, piece.id, set(link_evidence(piece, (known[id_] for id_ in near[piece.id]))))
    if links:
        ends = [{"l_one": link.one, "l_other": link.other} for link in links]
        connection.execute(statements.drop_links, ends)
        rows = [{"one": link.one, "other": link.other, "score": link.score} for link in links]
        connection.execute(insert(tables.link), rows)
        graph.replace(links)
    return known


def _worth_keeping(graph: Graph, id_: str, links: set[Link]) -> set[Link]:
    """Of the links of one piece those that grouping can ever look at, now or when more is known."""
    if len(links) <= NEAREST:
        return links
    graph.read({id_, *(link.far(id_) for link in links)})
    now = {(link.one, link.other) for link in links}
    before = {link for link in graph.near[id_] if (link.one, link.other) not in now}
    return links & worth_keeping(id_, links | before, graph.near)


def neighbours(connection: Connection, new: Sequence[Evidence], known: int | None = None) -> dict[str, set[str]]:
    """For each piece, the evidence held as of a record in the same blocks, and in other copies of the same story."""
    near: dict[str, set[str]] = {}
    copies: dict[str, list[Row[Any]]] = {}
    for piece in new:
        found = _in_blocks(connection, piece, known)
        if piece.report not in copies:
            copies[piece.report] = list(connection.execute(statements.in_story(known), {"digest": piece.report}))
        found.update(row.id for row in copies[piece.report] if row.type == piece.event.type)
        near[piece.id] = found - {piece.id}
    return near


def _in_blocks(connection: Connection, piece: Evidence, known: int | None) -> set[str]:
    block = block_of(piece)
    if block.first is None or block.last is None:
        return set()
    days = {
        "lowest": (block.first - timedelta(WIDEST)).isoformat(),
        "first": block.first.isoformat(),
        "last": block.last.isoformat(),
        "latest": (block.last + timedelta(VAGUEST)).isoformat(),
        "untold_lowest": untold(block.first - timedelta(WIDEST)),
        "untold_first": untold(block.first),
        "untold_last": untold(block.last),
    }
    found, near = set[str](), statements.near_pairs(known)
    for a, b in cleaned(block.pairs):
        values = {"a": a, "b": b, "type": block.type, **days}
        found.update(connection.scalars(near, values))
    return found


def regroup(connection: Connection, seq: int, ids: Collection[str]) -> list[Entry]:
    """Group again all evidence that links or judgements join to these pieces; store what changed.

    Returns:
        The entries of that region as they are now.
    """
    region, entries = _derive(connection, ids, {}, Graph(connection))
    _store(connection, seq, region, entries)
    return entries


def derive_region(connection: Connection, ids: Collection[str]) -> list[Entry]:
    """The entries of all evidence that links or judgements join to these pieces; stores nothing."""
    return _derive(connection, ids, {}, Graph(connection))[1]


def _derive(
    connection: Connection, ids: Collection[str], loaded: dict[str, Evidence], graph: Graph
) -> tuple[set[str], list[Entry]]:
    region, links, judgements = region_of(connection, ids, graph)
    known = loaded | {piece.id: piece for piece in load_evidence(connection, sorted(region - loaded.keys()))}
    pieces = [known[id_] for id_ in sorted(region) if id_ in known]
    groups = merge_evidence(pieces, [*links, *same_links(judgements, known)], apart_pairs(judgements))
    judgements = standing(connection, judgements)
    return region, [derive_entry([known[id_] for id_ in group], judgements) for group in groups]


def same_links(judgements: Iterable[Judgement], there: Collection[str]) -> list[Link]:
    """The links that people made: within each group they held to be one deed, as far as its evidence is there."""
    found = []
    for judgement in judgements:
        for group in held_together(judgement):
            held = sorted(id_ for id_ in group if id_ in there)
            found += [Link.between(held[0], other, JUDGED) for other in held[1:]]
    return found


def held_together(judgement: Judgement) -> list[set[str]]:
    """The groups of evidence that a judgement holds to be one deed each."""
    if judgement.kind == "same":
        return [{*judgement.evidence, *judgement.other}]
    return [set(judgement.evidence), set(judgement.other)] if judgement.kind == "apart" else []


def apart_pairs(judgements: Iterable[Judgement]) -> list[frozenset[str]]:
    """The pairs that people held apart."""
    held = [judgement for judgement in judgements if judgement.kind == "apart"]
    return [frozenset(pair) for judgement in held for pair in product(judgement.evidence, judgement.other)]


def region_of(
    connection: Connection, ids: Collection[str], graph: Graph
) -> tuple[set[str], set[Link], list[Judgement]]:
    """All evidence reached from these pieces over links and judgements of sameness, with both."""
    region, links, judgements = set(ids), set[Link](), dict[str, Judgement]()
    todo = set(ids)
    while todo:
        reached: set[str] = set()
        for link in graph.links_of(todo):
            links.add(link)
            reached.add(link.one)
            reached.add(link.other)
        for judgement in judgements_on(connection, sorted(todo)):
            judgements[judgement.id] = judgement
            reached = reached.union(*held_together(judgement))
        todo = reached - region
        region |= todo
    return region, links, sorted(judgements.values(), key=lambda j: (j.at, j.id))


def _store(connection: Connection, seq: int, region: set[str], entries: Sequence[Entry]) -> None:
    """Write the membership that changed, and the entries of the region."""
    was: dict[str, str] = {}
    for some in chunks(sorted(region)):
        was.update((row.evidence, row.entry) for row in connection.execute(statements.members_now, {"ids": some}))
    now = {id_: entry.id for entry in entries for id_ in entry.evidence}
    for some in chunks(sorted(id_ for id_ in was if was[id_] != now.get(id_))):
        connection.execute(statements.close_members, {"ids": some, "seq": seq})
    moved = [{"evidence": id_, "entry": now[id_], "since": seq} for id_ in sorted(now) if was.get(id_) != now[id_]]
    if moved:
        connection.execute(insert(tables.member), moved)
    for some in chunks(sorted({*was.values()})):
        connection.execute(statements.drop_entry_pairs, {"ids": some})
        connection.execute(statements.drop_entries, {"ids": some})
    insert_entries(connection, entries)


def insert_entries(connection: Connection, entries: Sequence[Entry]) -> None:
    """Store entries that are not there."""
    rows, pairs = [], []
    last_number = connection.scalar(statements.highest_entry) or 0
    for number, entry in enumerate(entries, last_number + 1):
        first = entry.date.first.isoformat() if entry.date else tables.UNDATED
        last = entry.date.last.isoformat() if entry.date else tables.UNDATED
        rejected = int(entry.verdict == "rejected")
        row = {"n": number, "id": entry.id, "first": first, "last": last, "rejected": rejected}
        rows.append({**row, "data": pack_entry(entry)})
        for a, b in lookup_pairs(entry):
            pairs.append({"a": a, "b": b, "first": first, "last": last, "entry": number})
    if rows:
        connection.execute(insert(tables.entry), rows)
    if pairs:
        connection.execute(insert(tables.entry_pair), pairs)
