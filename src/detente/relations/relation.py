"""How two states stand with each other on a day: one page, every line with the deeds behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from detente.codebook.relating import load_state_model
from detente.model import Coverage
from detente.relations.agenda import OPEN_STATES, AgendaItem, agenda
from detente.relations.channels import Channel, Measure, channels, measures
from detente.relations.deeds import Deed, deeds_between, last_day
from detente.relations.disputes import Dispute, disputes
from detente.relations.latest import Latest, contacts, last_by_kind, last_by_level
from detente.relations.phases import Phase, phase_on, phases
from detente.relations.sources import Asked, Sources
from detente.relations.surroundings import Ranking, surroundings
from detente.relations.tone import TonePoint, Turn, tone_between, turns_of

YEAR = 365
PLANS_KEPT = 365
"""Plans overdue for more days than this are no longer shown."""


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of states on a day.

    `tone` is that of the year up to the day, `tone_before` of the year before it; None where nothing is told of it.
    `undated` counts deeds that no step could be made of, their day not being known; `incidents` are deeds on the soil
    of one against people of the other.
    """

    pair: tuple[str, str]
    on: date
    coverage: Coverage
    phase: str
    phase_gloss: str
    phases: tuple[Phase, ...]
    turns: tuple[Turn, ...]
    tone: TonePoint | None
    tone_before: TonePoint | None
    by_level: tuple[Latest, ...]
    by_kind: tuple[Latest, ...]
    channels: tuple[Channel, ...]
    measures: tuple[Measure, ...]
    disputes: tuple[Dispute, ...]
    planned: tuple[AgendaItem, ...]
    incidents: tuple[Deed, ...]
    rankings: tuple[Ranking, ...]
    undated: tuple[Deed, ...]
    deeds: tuple[Deed, ...]


def relation(register: Asked, a: str, b: str, on: date | None = None) -> Relation:
    """How two states stood with each other at the end of a day, by all that the register knows.

    Args:
        a, b: ISO codes of states (or names of organisations); visits are named from the first to the second.
        on: the day; None: the last day of which a report tells (`last_day`).
    """
    pair = (a, b)
    sources = Sources(register)
    told = deeds_between(sources, a, b)
    around = surroundings(sources, told, pair)
    day = on or last_day(told) or date.today()
    deeds = [*told, *around.incidents]
    steps = phases(deeds, day)
    met = contacts(told, pair, day)
    sure = [deed for deed in told if deed.told and deed.entry.confidence >= load_state_model().least_confidence]
    by_then = [deed for deed in told if deed.surely_by(day)]
    name = phase_on(steps, day)
    return Relation(
        pair=pair,
        on=day,
        coverage=register.coverage(a, b),
        phase=name,
        phase_gloss=load_state_model().phases[name],
        phases=tuple(steps),
        turns=tuple(turns_of(by_then, steps)),
        tone=tone_between(told, day - timedelta(YEAR - 1), day),
        tone_before=tone_between(told, day - timedelta(2 * YEAR - 1), day - timedelta(YEAR)),
        by_level=tuple(last_by_level(met, day)),
        by_kind=tuple(last_by_kind(met, pair, day)),
        channels=tuple(channels(sure, day)),
        measures=tuple(measures(sure, pair, day)),
        disputes=tuple(disputes(sources, told, pair, day)),
        planned=tuple(_planned(agenda(register, a, b, day), day)),
        incidents=tuple(deed for deed in around.incidents if deed.maybe_by(day)),
        rankings=tuple(row for row in around.rankings if row.told is None or row.told.first <= day),
        undated=tuple(_unplaced(deeds, day)),
        deeds=tuple(deed for deed in deeds if deed.maybe_by(day)),
    )


def _planned(items: Sequence[AgendaItem], on: date) -> Iterable[AgendaItem]:
    """What lies ahead, and what is overdue since not too long."""
    for item in items:
        if item.state in OPEN_STATES or item.state == "overdue":
            last = item.date.last if item.date else max((s.told.last for s in item.steps if s.told), default=on)
            if last >= on - timedelta(PLANS_KEPT):
                yield item


def _unplaced(deeds: Iterable[Deed], on: date) -> Iterable[Deed]:
    """Deeds that would make a step if their day were known."""
    model = load_state_model()
    for deed in deeds:
        if deed.first is None and deed.act and deed.act.push in (*model.good, *model.bad) and deed.surely_by(on):
            yield deed
