"""Reports into the store: the rows of a coded report, and its place on the register's time line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert

from detente.merging.blocking import days_of, narrow, vague
from detente.model import AddResult, Coded, Evidence
from detente.register import statements, tables
from detente.register.identity import evidence_ids
from detente.register.joining import join_evidence
from detente.register.keys import lookup_pairs, untold
from detente.register.loading import load_evidence
from detente.register.rows import EvidenceData, coding_data, encode, pack, pack_text, report_data, stamp, unstamp
from detente.register.searching import index_text
from detente.register.stories import Story, find_story, rename_story


def add_coded(connection: Connection, coded: Coded, clock: Callable[[], datetime]) -> AddResult:
    """Keep a coded report, with its evidence joined to what is there; a known text changes nothing."""
    digest = coded.report.digest
    if connection.scalar(statements.report_by_digest, {"digest": digest}) is not None:
        return AddResult(False, 0, 0, digest)
    seq, at = next_record(connection, clock)
    story = find_story(connection, digest, coded.report.body or coded.report.text)
    report = _insert_report(connection, coded, seq, story)
    touched = rename_story(connection, report, story)
    insert_coding(connection, report, seq, coded)
    pieces = evidence_pieces(coded, evidence_ids(digest, coded.events), story.id, at)
    insert_evidence(connection, report, seq, pieces)
    join_evidence(connection, seq, [*pieces, *load_evidence(connection, touched)])
    return AddResult(True, len(pieces), len(coded.faults), digest)


def next_record(connection: Connection, clock: Callable[[], datetime]) -> tuple[int, datetime]:
    """Take the next place on the register's own time line; it never runs backwards, whatever the clock does."""
    at = max(stamp(clock()), connection.scalar(statements.newest_record) or "")
    return insert_one(connection, tables.record, {"at": at}), unstamp(at)


def insert_one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Insert a row and return the number it got."""
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _insert_report(connection: Connection, coded: Coded, seq: int, story: Story) -> int:
    row = {
        "digest": coded.report.digest,
        "seq": seq,
        "text": pack_text(coded.report.text),
        "data": pack(report_data(coded.report)),
        "story": story.id,
        "print": story.print_bytes,
    }
    number = insert_one(connection, tables.report, row)
    index_text(connection, number, coded.report.title, coded.report.text)
    return number


def insert_coding(connection: Connection, report: int, seq: int, coded: Coded) -> None:
    """Keep what a coder read beside the events."""
    row = {
        "report": report,
        "seq": seq,
        "coder": coded.coder,
        "published": encode(coded.published) if coded.published else None,
        "data": pack(coding_data(coded)),
    }
    connection.execute(insert(tables.coding), row)


def evidence_pieces(coded: Coded, ids: Sequence[str], story: str, at: datetime) -> list[Evidence]:
    """The evidence of a coded report, under the identifiers given."""
    return [
        Evidence(
            id=id_,
            report=coded.report.digest,
            event=event,
            words=event.evidence[0].of(coded.report.text) if event.evidence else "",
            coder=coded.coder,
            published=coded.published,
            story=story,
            recorded=at,
        )
        for id_, event in zip(ids, coded.events, strict=True)
    ]


def insert_evidence(connection: Connection, report: int, seq: int, pieces: Sequence[Evidence]) -> None:
    """Keep evidence, with the pairs it is looked up by. Numbers are given out here: one writes at a time."""
    last = connection.scalar(statements.highest_evidence) or 0
    rows = [
        {
            "n": number,
            "id": piece.id,
            "report": report,
            "seq": seq,
            "coder": piece.coder,
            "type": piece.event.type,
            "data": pack(EvidenceData(event=piece.event, words=piece.words)),
        }
        for number, piece in enumerate(pieces, last + 1)
    ]
    if rows:
        connection.execute(insert(tables.evidence), rows)
    pairs = [row for number, piece in enumerate(pieces, last + 1) for row in pair_rows(piece, number)]
    if pairs:
        connection.execute(insert(tables.pair), pairs)


def pair_rows(piece: Evidence, number: int) -> list[dict[str, Any]]:
    """The rows that evidence is looked up by."""
    days = _looked_up_on(piece)
    return [
        {"a": a, "b": b, "type": piece.event.type, "evidence": number, **days} for a, b in lookup_pairs(piece.event)
    ]


def _looked_up_on(piece: Evidence) -> dict[str, str]:
    days = days_of(piece)
    if days is None or not (narrow(days) or vague(days)):
        return {"first": "", "last": ""}
    if piece.event.date is None:
        return {"first": untold(days.first), "last": untold(days.last)}
    return {"first": days.first.isoformat() if narrow(days) else "", "last": days.last.isoformat()}
