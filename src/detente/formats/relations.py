"""Relations, agenda, tone and comparisons as objects for JSON; deeds by their entry, days in EDTF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from detente.model import Interval
from detente.relations import AgendaItem, Comparison, Deed, Relation, Tone, TonePoint, Turn, describe
from detente.relations.page import when_of

Row = dict[str, Any]


def deed_to_dict(deed: Deed | None) -> Row | None:
    """A deed: its entry, when it can have been, what it was, its words."""
    if deed is None:
        return None
    return {
        "entry": deed.id,
        "when": when_of(deed),
        "first": _day(deed.first),
        "last": _day(deed.last),
        "text": describe(deed.entry),
        "words": deed.words,
        "type": deed.entry.type,
        "mode": deed.entry.mode,
        "status": deed.entry.status,
        "level": deed.level,
        "act": deed.act.id if deed.act else None,
        "channel": deed.channel,
        "through": deed.through,
        "confidence": round(deed.entry.confidence, 3),
    }


def relation_to_dict(found: Relation) -> Row:
    """A relation on a day."""
    return {
        "states": list(found.pair),
        "on": found.on.isoformat(),
        "coverage": {
            "reports": found.coverage.reports, "entries": found.coverage.entries, "first": found.coverage.first,
            "last": found.coverage.last, "undated": found.coverage.undated,
        },
        "phase": found.phase,
        "phases": [
            {"phase": phase.name, "since": Interval(phase.since, phase.by).edtf, "until": _day(phase.last),
             "before": phase.before, "order_certain": phase.sure, "deeds": _deeds(phase.deeds)}
            for phase in found.phases
        ],
        "turns": [turn_to_dict(turn) for turn in found.turns],
        "tone": _point(found.tone),
        "tone_before": _point(found.tone_before),
        "last_by_level": [
            {"level": row.what, "deed": deed_to_dict(row.deed), "perhaps_later": _deeds(row.rivals)}
            for row in found.by_level
        ],
        "last_by_kind": [
            {"kind": row.what, "deed": deed_to_dict(row.deed), "perhaps_later": _deeds(row.rivals)}
            for row in found.by_kind
        ],
        "channels": [
            {"channel": row.name, "status": row.status, "shut": deed_to_dict(row.shut),
             "opened": deed_to_dict(row.opened), "perhaps": _deeds(row.perhaps)}
            for row in found.channels
        ],
        "measures": [
            {"kind": row.kind, "by": row.by, "standing": row.standing, "deeds": _deeds(row.deeds),
             "lifted": deed_to_dict(row.lifted), "perhaps_lifted": _deeds(row.perhaps)}
            for row in found.measures
        ],
        "disputes": [
            {"matter": row.matter, "open": row.open, "settled": deed_to_dict(row.settled), "words": len(row.deeds),
             "last": {key: deed_to_dict(deed) for key, deed in zip(found.pair, row.last, strict=True)}}
            for row in found.disputes
        ],
        "planned": [agenda_to_dict(item) for item in found.planned],
        "incidents": _deeds(found.incidents),
        "rankings": [
            {"kind": row.kind, "text": row.text, "report": row.report, "told": row.told.edtf if row.told else None}
            for row in found.rankings
        ],
        "undated": _deeds(found.undated),
    }  # fmt: skip


def agenda_to_dict(item: AgendaItem) -> Row:
    """Something planned, with what each report made of it."""
    return {
        "uid": item.uid,
        "entry": item.entry.id,
        "kind": item.kind,
        "state": item.state,
        "text": item.text,
        "date": item.date.edtf if item.date else None,
        "place": item.place.name if item.place else None,
        "held_by": item.held_by,
        "moved_to": item.moved_to,
        "thread": list(item.thread),
        "outcome": item.outcome,
        "history": [
            {"told": step.told.edtf if step.told else None, "step": step.step,
             "date": step.date.edtf if step.date else None, "report": step.report}
            for step in item.steps
        ],
    }  # fmt: skip


def tone_to_dict(found: Tone) -> Row:
    """A tone: the series and its turning points."""
    return {
        "series": [_point(point) for point in found.points],
        "turns": [turn_to_dict(turn) for turn in found.turns],
        "undated": found.undated,
        "rough": found.rough,
    }


def turn_to_dict(turn: Turn) -> Row:
    """A turning point."""
    return {
        "name": turn.name, "when": Interval(turn.since, turn.by).edtf, "how": turn.how, "before": turn.before,
        "after": turn.after, "order_certain": turn.sure, "deeds": _deeds(turn.deeds),
    }  # fmt: skip


def comparison_to_dict(found: Comparison) -> Row:
    """Pairs side by side."""
    return {
        "states": list(found.states),
        "pairs": [relation_to_dict(row) for row in found.relations],
        "silent": [list(pair) for pair in found.silent],
    }


def _point(point: TonePoint | None) -> Row | None:
    if point is None:
        return None
    way = {"from": point.doer, "to": point.to} if point.doer else {}
    return way | {
        "first": point.first.isoformat(), "last": point.last.isoformat(), "mean": point.mean, "low": point.low,
        "high": point.high, "volume": point.volume, "entries": list(point.entries),
    }  # fmt: skip


def _deeds(deeds: Sequence[Deed]) -> list[Row]:
    return [row for deed in deeds if (row := deed_to_dict(deed))]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
