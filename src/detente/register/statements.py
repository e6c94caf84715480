"""The statements of the path that every report takes, built once: building costs more than running them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    union_all,
    update,
)

from detente.register import tables
from detente.register.hexes import HexId

_evidence, _report, _coding, _pair = tables.evidence, tables.report, tables.coding, tables.pair
_member, _link, _judged = tables.member, tables.link, tables.judged
_ids: BindParameter[Any] = bindparam("ids", expanding=True, type_=HexId())

report_by_digest = select(_report.c.n).where(_report.c.digest == bindparam("digest"))
newest_record = select(tables.record.c.at).order_by(tables.record.c.seq.desc()).limit(1)
highest_evidence = select(func.max(_evidence.c.n))
highest_entry = select(func.max(tables.entry.c.n))


def held(table: Table, known: int | None, since: str = "seq") -> ColumnElement[bool]:
    """Rows of a table that held as of a record; None: now."""
    if known is None:
        return table.c.until.is_(None)
    return and_(table.c[since] <= known, or_(table.c.until.is_(None), table.c.until > known))


@lru_cache
def near_pairs(known: int | None = None) -> CompoundSelect[tuple[str]]:
    """Evidence of a type on a pair that can lie between two days: dated narrowly, vaguely, or by its report."""
    block = (
        select(_evidence.c.id)
        .join(_pair, _pair.c.evidence == _evidence.c.n)
        .where(
            _pair.c.a == bindparam("a"),
            _pair.c.b == bindparam("b"),
            _pair.c.type == bindparam("type"),
            held(_evidence, known),
        )
    )
    first: BindParameter[str] = bindparam("first")
    last: BindParameter[str] = bindparam("last")
    return union_all(
        block.where(_pair.c.first.between(bindparam("lowest"), last), _pair.c.last >= first),
        block.where(_pair.c.first == "", _pair.c.last.between(first, bindparam("latest"))),
        block.where(
            _pair.c.first.between(bindparam("untold_lowest"), bindparam("untold_last")),
            _pair.c.last >= bindparam("untold_first"),
        ),
    )


@lru_cache
def in_story(known: int | None = None) -> Select[tuple[str, str]]:
    """Evidence of the other copies of a report."""
    one = _report.alias()
    story = select(one.c.story).where(one.c.digest == bindparam("digest")).scalar_subquery()
    return (
        select(_evidence.c.id, _evidence.c.type)
        .join(_report, _report.c.n == _evidence.c.report)
        .where(_report.c.story == story, _report.c.digest != bindparam("digest"), held(_evidence, known))
    )


evidence_now = (
    select(
        _evidence.c.n,
        _evidence.c.id,
        _evidence.c.data,
        _evidence.c.coder,
        _report.c.digest,
        _report.c.story,
        _coding.c.published,
        tables.record.c.at,
    )
    .select_from(
        _evidence.join(_report, _evidence.c.report == _report.c.n)
        .join(_coding, and_(_coding.c.report == _report.c.n, _coding.c.until.is_(None)))
        .join(tables.record, _evidence.c.seq == tables.record.c.seq)
    )
    .where(_evidence.c.id.in_(_ids), _evidence.c.until.is_(None))
)

links_from = select(_link).where(_link.c.one.in_(_ids))
links_to = select(_link).where(_link.c.other.in_(_ids), _link.c.one.not_in(_ids))
"""With `links_from` all links of some pieces, each once."""
judgements_all = select(tables.judgement).where(
    tables.judgement.c.id.in_(select(_judged.c.judgement).where(_judged.c.evidence.in_(_ids)))
)
judgements_now = judgements_all.where(tables.judgement.c.undone_seq.is_(None))

members_now = select(_member.c.evidence, _member.c.entry).where(_member.c.evidence.in_(_ids), _member.c.until.is_(None))
close_members = (
    update(_member).where(_member.c.evidence.in_(_ids), _member.c.until.is_(None)).values(until=bindparam("seq"))
)
drop_entry_pairs = delete(tables.entry_pair).where(
    tables.entry_pair.c.entry.in_(select(tables.entry.c.n).where(tables.entry.c.id.in_(_ids)))
)
drop_entries = delete(tables.entry).where(tables.entry.c.id.in_(_ids))

copies = (
    select(_report.c.story, _report.c.print)
    .join(tables.band, tables.band.c.report == _report.c.n)
    .where(tables.band.c.band.in_(bindparam("bands", expanding=True)))
    .distinct()
)
drop_links = delete(_link).where(_link.c.one == bindparam("l_one"), _link.c.other == bindparam("l_other"))
