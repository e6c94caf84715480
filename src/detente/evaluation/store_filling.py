"""Filling a register in bulk, for the bench: the rows that adding report by report makes, made many at a time.

Only for made-up reports: all in one call tell of days that no other call tells of, so that deeds can be joined in
memory. A register filled so passes `verify`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from detente.merging import Link, derive_entry, link_evidence, merge_evidence
from detente.merging.blocking import SLACK, pairs_of
from detente.merging.copies import bands, fingerprint
from detente.model import Coded, Evidence
from detente.register import Register, evidence_ids, searching, tables
from detente.register.hexes import HexId
from detente.register.joining import insert_entries
from detente.register.rows import EvidenceData, coding_data, encode, pack, pack_text, report_data, stamp
from detente.register.writing import evidence_pieces, pair_rows

Rows = list[dict[str, Any]]


def fill(register: Register, reports: Sequence[Coded]) -> None:
    """Keep made-up reports of days of their own."""
    register.write(lambda connection: _fill(connection, register, reports))


def _fill(connection: Connection, register: Register, reports: Sequence[Coded]) -> None:
    at = register.clock()
    first_seq = (connection.scalar(select(func.max(tables.record.c.seq))) or 0) + 1
    first = (connection.scalar(select(func.max(tables.report.c.n))) or 0) + 1
    prints = [fingerprint(coded.report.text) for coded in reports]
    told = [
        evidence_pieces(coded, evidence_ids(coded.report.digest, coded.events), coded.report.digest, at)
        for coded in reports
    ]
    _insert(connection, tables.record, [{"seq": first_seq + i, "at": stamp(at)} for i in range(len(reports))])
    numbered = [(first + i, first_seq + i, coded, prints[i]) for i, coded in enumerate(reports)]
    _insert(connection, tables.report, [_report_row(*each) for each in numbered])
    words = [{"n": n, "words": coded.report.text} for n, _, coded, _ in numbered]
    connection.execute(searching.insert_words(connection), words)
    found = [
        {"band": band, "report": n} for n, _, _, print_ in numbered if print_ is not None for band in bands(print_)
    ]
    _insert(connection, tables.band, found)
    _insert(connection, tables.coding, [_coding_row(n, seq, coded) for n, seq, coded, _ in numbered])
    _insert_pieces(connection, [(n, seq, told[i]) for i, (n, seq, *_) in enumerate(numbered)])
    _join(connection, told, {coded.report.digest: seq for _, seq, coded, _ in numbered})
    if connection.dialect.name == "postgresql":
        for table, column in (("record", "seq"), ("report", "n")):
            serial = (
                f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT max({column}) FROM {table}))"
            )
            connection.execute(text(serial))


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows that all have the same columns; PostgreSQL takes them by COPY."""
    if not rows:
        return
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    columns = list(rows[0])
    dialect = connection.dialect
    driver: Any = connection.connection.driver_connection
    words = ", ".join(f'"{column}"' for column in columns)
    kinds = [kind if isinstance(kind := table.c[column].type, HexId) else None for column in columns]
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({words}) FROM STDIN") as copy:
        for row in rows:
            values = zip(kinds, (row[column] for column in columns), strict=True)
            copy.write_row([kind.process_bind_param(value, dialect) if kind else value for kind, value in values])


def _report_row(n: int, seq: int, coded: Coded, print_: int | None) -> dict[str, Any]:
    return {
        "n": n,
        "digest": coded.report.digest,
        "seq": seq,
        "text": pack_text(coded.report.text),
        "data": pack(report_data(coded.report)),
        "story": coded.report.digest,
        "print": None if print_ is None else print_.to_bytes(8, "big"),
    }


def _coding_row(n: int, seq: int, coded: Coded) -> dict[str, Any]:
    published = encode(coded.published) if coded.published else None
    return {"report": n, "seq": seq, "coder": coded.coder, "published": published, "data": pack(coding_data(coded))}


def _insert_pieces(connection: Connection, told: Iterable[tuple[int, int, list[Evidence]]]) -> None:
    number = connection.scalar(select(func.max(tables.evidence.c.n))) or 0
    rows: Rows = []
    pairs: Rows = []
    for report, seq, pieces in told:
        for piece in pieces:
            number += 1
            data = pack(EvidenceData(event=piece.event, words=piece.words))
            row = {"n": number, "id": piece.id, "report": report, "seq": seq, "coder": piece.coder}
            rows.append({**row, "type": piece.event.type, "data": data})
            pairs += pair_rows(piece, number)
    _insert(connection, tables.evidence, rows)
    _insert(connection, tables.pair, pairs)


def _join(connection: Connection, told: Sequence[list[Evidence]], seqs: dict[str, int]) -> None:
    """Link, group and derive, as the register does; each deed became an entry with its last report."""
    pieces = {piece.id: piece for piece in chain.from_iterable(told)}
    links = set(_links(pieces.values()))
    _insert(connection, tables.link, [{"one": k.one, "other": k.other, "score": k.score} for k in links])
    entries = [derive_entry([pieces[id_] for id_ in ids]) for ids in _groups(pieces, links)]
    members = [
        {"evidence": id_, "entry": entry.id, "since": max(seqs[pieces[other].report] for other in entry.evidence)}
        for entry in entries
        for id_ in entry.evidence
    ]
    _insert(connection, tables.member, members)
    insert_entries(connection, entries)


def _links(pieces: Iterable[Evidence]) -> Iterator[Link]:
    blocks: defaultdict[tuple[tuple[str, str], str, int], list[Evidence]] = defaultdict(list)
    for piece in pieces:
        if piece.event.date is None:
            continue
        day = piece.event.date.first.toordinal()
        for pair in pairs_of(piece.event):
            near = (blocks[pair, piece.event.type, day + gap] for gap in range(-SLACK, SLACK + 1))
            yield from link_evidence(piece, chain.from_iterable(near))
        for pair in pairs_of(piece.event):
            blocks[pair, piece.event.type, day].append(piece)


def _groups(pieces: dict[str, Evidence], links: Iterable[Link]) -> Iterator[tuple[str, ...]]:
    """The deeds, looked for within each connected piece of the graph of links."""
    near: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        near[link.one].append(link)
        near[link.other].append(link)
    done: set[str] = set()
    for id_ in pieces:
        if id_ in done:
            continue
        region, todo = {id_}, [id_]
        while todo:
            for link in near[todo.pop()]:
                fresh = {link.one, link.other} - region
                region |= fresh
                todo += fresh
        done |= region
        within = {link for member in region for link in near[member]}
        yield from merge_evidence([pieces[member] for member in sorted(region)], within) if within else [(id_,)]
