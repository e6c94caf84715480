"""Questions whose answer is a page: how two states stand, how the tone goes, what is planned, several pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.codebook.naming import party_name
from detente.codebook.relating import load_state_model
from detente.model import Interval
from detente.register import Past, Register
from detente.relations.agenda import AgendaItem, agenda
from detente.relations.asking.understand import Asked, NotUnderstood
from detente.relations.channels import measures
from detente.relations.compare import compare
from detente.relations.contacts import is_called
from detente.relations.deeds import deeds_between, last_day
from detente.relations.describe import describe
from detente.relations.last import count, said_entry
from detente.relations.page import Section, page
from detente.relations.relation import Relation, relation
from detente.relations.sources import Sources
from detente.relations.told import MEASURES
from detente.relations.tone import Turn, tone

SECTIONS = 4
"""Of the page of a relation, so many sections are said; `detente relation` has them all."""
RECENT = 4
"""Of a series of tones, so many of the last stretches are said."""
SHUT_FIRST = ("severed", "suspended", "cannot be decided", "open again", "open", "nothing told")
SANCTIONS = "sanctions"
"""The deed and the kind of measure that go by this name."""
PLANS_LIVE = timedelta(365)
"""A plan without a day is still one for the days asked about where it was told no longer before them."""
AHEAD = frozenset({"planned", "proposed", "postponed", "overdue"})


def standing(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[str]:
    """How two states stood on the day asked about, or by the last reports."""
    found = relation(register, keys[0], keys[1], asked.on or asked.last)
    if not found.deeds:
        return [f"nothing on {party_name(keys[0])} and {party_name(keys[1])} in this register"]
    lines = [_headline(found, f"{found.phase} ({found.phase_gloss})")]
    for section in page(found)[:SECTIONS]:
        lines += [f"{section.title}:", *_said(section)]
    return lines


def _said(section: Section) -> list[str]:
    """The lines of a section, each with its first entries."""
    lines = []
    for line in section.lines:
        ids = ", ".join(id_[:8] for id_ in line.entries[:3])
        words = (line.label, line.when, line.text, f"[{ids}]" if ids else "")
        lines.append(f"  {' '.join(filter(None, words))}")
    return lines


def open_and_shut(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[str]:
    """Which channels between two states are shut, and which are open, on the day asked about."""
    found = relation(register, keys[0], keys[1], asked.on or asked.last)
    by_status: dict[str, list[str]] = {}
    for channel in found.channels:
        by_status.setdefault(channel.status, []).append(channel.name)
    told = [f"{status}: {', '.join(by_status[status])}" for status in SHUT_FIRST if status in by_status]
    return [_headline(found, "; ".join(told)), *_section(found, "channels")]


def in_force(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[str]:
    """Which measures two states have in force against each other on the day asked about."""
    if len(keys) == 1:
        return _in_force_with_any(register, asked, keys[0])
    found = relation(register, keys[0], keys[1], asked.on or asked.last)
    by = _doers(asked, keys)
    rows = [row for row in found.measures if row.by in by or not by]
    if asked.deed == SANCTIONS:
        rows = [row for row in rows if row.kind == SANCTIONS]
    found = msgspec.structs.replace(found, measures=tuple(rows))
    standing = [f"{row.kind} by {party_name(row.by)}" for row in rows if row.standing]
    return [_headline(found, "; ".join(standing) or "none in force is told"), *_section(found, "measures")]


def _in_force_with_any(register: Register | Past, asked: Asked, key: str) -> list[str]:
    """Which measures stand between a state and any other, those against it, where it is asked so."""
    sources, model = Sources(register), load_state_model()
    others = {p.key for e in register.entries(key) if e.type in MEASURES for p in (*e.actors, *e.recipients) if p.key}
    pairs = [(key, other) for other in sorted(others - {key})]
    told = {
        pair: [d for d in deeds_between(sources, *pair) if d.told and d.entry.confidence >= model.least_confidence]
        for pair in pairs
    }
    day = asked.on or asked.last or last_day(deed for deeds in told.values() for deed in deeds) or date.today()
    rows = [row for pair, deeds in told.items() for row in measures(deeds, pair, day) if row.standing]
    by, against = (any(side.before in words for side in asked.sides) for words in (("by",), ("against", "on")))
    rows = [row for row in rows if not (by and row.by != key) and not (against and row.by == key)]
    rows = [row for row in rows if asked.deed != SANCTIONS or row.kind == SANCTIONS]
    head = f"{party_name(key)} on {day}: {count(len(rows), 'measure')} in force, as far as told"
    lines = [f"{row.kind} by {party_name(row.by)}: {said_entry(row.last.entry)}" for row in rows]
    return [head, *dict.fromkeys(lines)]


def _doers(asked: Asked, keys: Sequence[str]) -> set[str]:
    """Whose measures are asked about, where one side stands after "against" or "by"; empty: those of both."""
    by = {key for side, key in zip(asked.sides, keys, strict=True) if side.before == "by"}
    against = {key for side, key in zip(asked.sides, keys, strict=True) if side.before in ("against", "on")}
    return by or (set(keys) - against if against else set())


def _headline(found: Relation, told: str) -> str:
    return f"{party_name(found.pair[0])} and {party_name(found.pair[1])} on {found.on}: {told}"


def _section(found: Relation, title: str) -> list[str]:
    return [line for section in page(found) if section.title == title for line in _said(section)]


def course(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[str]:
    """The turning points between two states, and the tone of the last stretches."""
    found = tone(register, keys[0], keys[1], "year", asked.on or asked.last)
    if not found.points:
        return [f"no dated deeds between {party_name(keys[0])} and {party_name(keys[1])} in this register"]
    turns = [turn for turn in found.turns if asked.first is None or turn.by >= asked.first]
    lines = [_turn(turn) for turn in turns] or ["no turning point in this register"]
    for point in sorted(found.points, key=lambda point: (point.first, point.doer))[-RECENT:]:
        way = f"{party_name(point.doer)} to {party_name(point.to)}"
        when = Interval(point.first, point.last).edtf
        lines.append(f"tone {when}, {way}: {point.mean:+.1f} (between {point.low:+.1f} and {point.high:+.1f})")
    return lines


def _turn(turn: Turn) -> str:
    words = "; ".join(describe(deed.entry) for deed in turn.deeds[:2])
    ids = ", ".join(deed.id[:8] for deed in turn.deeds[:3])
    return f"{turn.name} {Interval(turn.since, turn.by).edtf}: {words} [{ids}]"


def plans(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[str]:
    """What was planned, and has not been held or called off as far as reports tell."""
    a, b = [*keys, None, None][:2]
    items = [item for item in agenda(register, a, b) if item.state in AHEAD and _is_asked(item, asked)]
    now = max((step.told.last for item in items for step in item.steps if step.told), default=None)
    items = [item for item in items if not (_is_past(item, now) and asked.first is None)]
    if not items:
        return []
    return [
        f"{item.date.edtf if item.date else 'no date'}: {item.text}{f' ({item.place.name})' if item.place else ''} "
        f"[{item.state}, entry {item.entry.id[:8]}]"
        for item in items
    ]


def _is_past(item: AgendaItem, now: date | None) -> bool:
    """Whether a plan of which nobody said what became of it lies long before the last of them was told."""
    told = max((step.told.last for step in item.steps if step.told), default=now)
    last = item.date.last if item.date else told
    return now is not None and last is not None and last < now - PLANS_LIVE


def _is_asked(item: AgendaItem, asked: Asked) -> bool:
    """Whether a plan is of the kind, by the people and for the days asked about."""
    parties = (*item.entry.actors, *item.entry.recipients)
    people = [side.person for side in asked.sides if side.person]
    if not all(any(p.person and is_called(p.person, name) for p in parties) for name in people):
        return False
    if asked.kind in ("visit", "call") and item.kind != asked.kind:
        return False
    if asked.kind in ("meeting", "contact") and item.kind not in ("meeting", "visit"):
        return False
    first, last = asked.first, asked.last
    if item.date is None:
        told = max((step.told.last for step in item.steps if step.told), default=None)
        return first is None or (told is not None and told >= first - PLANS_LIVE)
    return (first is None or item.date.last >= first) and (last is None or item.date.first <= last)


def side_by_side(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[str]:
    """Several pairs: the phase of each, and the days of their last contact."""
    if len(keys) < 2:
        raise NotUnderstood("to compare takes two states or more")
    found = compare(register, list(keys), asked.on or asked.last)
    lines = []
    for row in found.relations:
        last = max((e.last for e in row.deeds if e.last and e.entry.type == "CONSULT"), default=None)
        names = f"{party_name(row.pair[0])} and {party_name(row.pair[1])}"
        lines.append(f"{names}: {row.phase} ({row.phase_gloss}); last contact {last or 'not known'}")
    lines += [f"{party_name(a)} and {party_name(b)}: nothing told" for a, b in found.silent]
    return lines or ["nothing between any two of these in this register"]
