"""What can still be read of a damaged file, into a new register; what is derived is derived anew.

Rows are read as they lie, whatever the version of the tables: what is not derived has the same columns in all of them,
in the first one its JSON as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, Integer, LargeBinary, Table, insert, literal_column, select
from sqlalchemy.exc import DBAPIError

from detente.model import Judgement
from detente.register import tables
from detente.register.packing import pack_json
from detente.register.rebuilding import rebuild
from detente.register.rows import check_coding, check_evidence, check_report, stamp
from detente.register.searching import index_all
from detente.register.verifying import BAD

STRIDE = 256
FARTHEST = 1 << 32
"""So far over a hurt place is looked for the next row."""
NUMBER = "rowid number"
LOST = "lost"
"""The coder of a report whose coding could not be read."""


class Rescue(msgspec.Struct, frozen=True):
    """What was saved, and how many are missing before the last that was saved (more may be after it)."""

    reports: int
    evidence: int
    judgements: int
    lost_reports: int
    lost_evidence: int


def rescue(source: Engine, target: Connection, clock: Callable[[], datetime]) -> Rescue:
    """Copy all rows that can be read and hold together, from a damaged file into an empty register."""
    texts: dict[int, str] = {}
    reports = [row for row in _rows(source, tables.report) if _whole_report(row, texts)]
    codings = [row for row in _rows(source, tables.coding) if _whole_coding(row, texts)]
    evidence = [row for row in _rows(source, tables.evidence) if _whole_evidence(row, texts)]
    judgements = [row for row in _rows(source, tables.judgement) if _judgement(row)]
    pieces = {row["id"] for row in evidence}
    members = [row for row in _rows(source, tables.member) if row["evidence"] in pieces]
    known = {row["report"] for row in codings if row["until"] is None}
    unread = [_lost_coding(row) for row in reports if row["n"] not in known]
    needed = {row["seq"] for row in (*reports, *codings, *evidence, *judgements)}
    _insert(target, tables.record, _records(list(_rows(source, tables.record)), needed))
    for table, rows in ((tables.report, reports), (tables.coding, codings), (tables.evidence, evidence)):
        _insert(target, table, rows)
    _insert(target, tables.coding, unread)
    _insert(target, tables.judgement, judgements)
    about = [(row["id"], j) for row in judgements if (j := _judgement(row))]
    _insert(target, tables.judged, [{"judgement": i, "evidence": e} for i, j in about for e in (*j.evidence, *j.other)])
    _insert(target, tables.member, members)
    index_all(target)
    rebuild(target, clock)
    numbers = max((row["n"] for row in reports), default=0), max((row["n"] for row in evidence), default=0)
    lost = numbers[0] - len(reports), numbers[1] - len(evidence)
    return Rescue(len(reports), len(evidence), len(judgements), *lost)


def _insert(target: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        target.execute(insert(table), rows)


def _rows(source: Engine, table: Table) -> Iterator[dict[str, Any]]:
    """The rows that can be read, by number: in strides that shorten where the file is hurt, and over what is lost."""
    at, stride = 0, STRIDE
    while True:
        found = _read(source, table, at, stride)
        if found is None and stride > 1:
            stride = 1
            continue
        if found is None:
            at = _beyond(source, table, at)
            if at < 0:
                return
            continue
        if not found:
            return
        at, stride = found[-1][NUMBER] + 1, min(STRIDE, 2 * stride)
        yield from ({key: value for key, value in row.items() if key != NUMBER} for row in found)


def _read(source: Engine, table: Table, at: int, most: int) -> list[dict[str, Any]] | None:
    """The next rows from a number on; None where they cannot be read."""
    number = literal_column(f'"{table.name}".rowid', Integer)
    columns: list[ColumnElement[Any]] = [literal_column(f'"{table.name}"."{c.name}"').label(c.name) for c in table.c]
    query = select(*columns, number.label(NUMBER)).select_from(table).where(number >= at).order_by(number).limit(most)
    packs = isinstance(table.c.data.type, LargeBinary) if "data" in table.c else False
    try:
        with source.connect() as connection, connection.begin():
            rows = [dict(row._mapping) for row in connection.execute(query)]
            return [{**row, "data": _packed(row["data"])} for row in rows] if packs else rows
    except (DBAPIError, *BAD):
        return None


def _packed(data: object) -> object:
    """JSON as this version has it."""
    return pack_json(data) if isinstance(data, str) else data


def _beyond(source: Engine, table: Table, at: int) -> int:
    """The first number after a hurt place from which a row can be read (-1: none): doubling, then halving."""
    low, high = 0, 1
    while _read(source, table, at + high, 1) is None:
        low, high = high, 2 * high
        if high > FARTHEST:
            return -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _read(source, table, at + middle, 1) is None else (low, middle)
    return at + high


def _whole_report(row: dict[str, Any], texts: dict[int, str]) -> bool:
    """Whether a report's text is the one it is named after; keeps the text."""
    try:
        text = check_report(row["data"], row["text"], row["digest"])
    except BAD:
        return False
    if text is not None:
        texts[row["n"]] = text
    return text is not None


def _whole_coding(row: dict[str, Any], texts: dict[int, str]) -> bool:
    try:
        return row["report"] in texts and check_coding(row["data"])
    except BAD:
        return False


def _whole_evidence(row: dict[str, Any], texts: dict[int, str]) -> bool:
    """Whether a piece of evidence has its report, and its passage gives its words."""
    try:
        return row["report"] in texts and check_evidence(row["data"], texts[row["report"]])
    except BAD:
        return False


def _judgement(row: dict[str, Any]) -> Judgement | None:
    try:
        return msgspec.json.decode(row["data"], type=Judgement)
    except BAD:
        return None


def _lost_coding(report: dict[str, Any]) -> dict[str, Any]:
    """Stands for what a coder read beside the events, where that is lost."""
    about = {"report": report["n"], "seq": report["seq"], "until": None}
    return {**about, "coder": LOST, "published": None, "data": pack_json("{}")}


def _records(rows: list[dict[str, Any]], needed: set[int]) -> list[dict[str, Any]]:
    """The time line; a lost place gets the time of the last one before it (else of the first after it)."""
    times = {row["seq"]: row["at"] for row in rows if isinstance(row["at"], str)}
    last = times[min(times)] if times else stamp(datetime.min.replace(year=1970, tzinfo=UTC))
    found = []
    for seq in sorted(times.keys() | needed):
        last = times.get(seq, last)
        found.append({"seq": seq, "at": last})
    return found
