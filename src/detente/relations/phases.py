"""The phases of a relation, step by step from its deeds; each step names the deeds that made it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from detente.codebook.relating import StateModel, Step, load_state_model
from detente.relations.deeds import Deed

UNTOLD = "untold"
SAME_TURN = 31
"""Deeds of the same sense within so many days of a step belong to it."""


class Phase(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch in which a relation stood in one way, and the deeds that brought it there.

    `since` and `by` bound the day on which it began. `sure` is False where deeds that pull the other way can have
    fallen between. `last` is the last day of it, None: it lasts.
    """

    name: str
    gloss: str
    since: date
    by: date
    deeds: tuple[Deed, ...]
    before: str
    sure: bool = True
    last: date | None = None


def phases(deeds: Iterable[Deed], on: date) -> list[Phase]:
    """The phases of a pair up to a day, oldest first.

    Deeds of no known day, known only to more than a year, or too unsure, make no step.
    """
    model = load_state_model()
    telling = sorted((deed for deed in deeds if _tells(deed, model, on)), key=lambda deed: (deed.last, deed.first))
    found: list[Phase] = []
    name, last_day, quiet_since = UNTOLD, None, None
    for deed in telling:
        first, day = deed.first or date.min, deed.last or date.min
        if last_day and (first - last_day).days > model.silence:
            _close(found, last_day + timedelta(model.silence))
            name = name if name in model.remembered and (first - last_day).days <= model.memory else UNTOLD
        step = _step(deed, name, quiet_since, telling, model)
        if step is not None:
            new = _phase(step.to, deed, telling, name, model)
            if found and _one_turn(found[-1], new, model):
                new = _as_one(found.pop(), new)
            elif found:
                new = _following(found[-1], new)
                _close(found, new.since)
            found.append(new)
            name = step.to
        if step is not None or (deed.act and deed.act.push in model.bad):
            quiet_since = max(day, quiet_since or day)
        last_day = max(day, last_day or day)
    if last_day and (on - last_day).days > model.silence:
        _close(found, last_day + timedelta(model.silence))
    return found


def phase_on(found: Sequence[Phase], on: date) -> str:
    """The name of the phase on a day.

    >>> phase_on([], date(2001, 1, 1))
    'untold'
    """
    return next((phase.name for phase in reversed(found) if phase.since <= on <= (phase.last or on)), UNTOLD)


def _tells(deed: Deed, model: StateModel, on: date) -> bool:
    """Whether a deed can make a step: of a known day up to this one, sure enough, and between the two."""
    if deed.act is None or deed.first is None or deed.last is None or not (deed.told and deed.surely_by(on)):
        return False
    return (deed.last - deed.first).days <= model.rough and deed.entry.confidence >= model.least_confidence


def _step(deed: Deed, name: str, quiet_since: date | None, telling: Sequence[Deed], model: StateModel) -> Step | None:
    """The first step of the model that a deed makes from a phase."""
    if deed.act is None or deed.first is None or (_stands(deed, model) and name != UNTOLD):
        return None
    for step in model.steps:
        if step.push != deed.act.push or name not in step.from_ or step.channel not in (None, deed.channel):
            continue
        if step.quiet and quiet_since and deed.first < quiet_since + timedelta(step.quiet):
            continue
        if step.calm and _blow_follows(deed, step.calm, telling, model):
            continue
        return step
    return None


def _stands(deed: Deed, model: StateModel) -> bool:
    """Whether a deed is a measure that stands since before."""
    return deed.entry.status == "ongoing" and deed.entry.type in model.lasting


def _blow_follows(deed: Deed, days: int, telling: Sequence[Deed], model: StateModel) -> bool:
    """Whether the two are at odds in the days of a deed or again within some days."""
    if deed.first is None or deed.last is None:
        return False
    since = deed.first if (deed.last - deed.first).days <= SAME_TURN else deed.last
    until = deed.last + timedelta(days)
    blows = (other for other in telling if _sense(other, model) < 0 and not _stands(other, model))
    return any(
        blow.last and blow.first and since <= blow.last <= until and (blow.last - blow.first).days <= SAME_TURN
        for blow in blows
    )


def _phase(name: str, deed: Deed, telling: Sequence[Deed], before: str, model: StateModel) -> Phase:
    first, last = deed.first or date.min, deed.last or date.max
    sense = _sense(deed, model)
    near = [d for d in telling if d.first and d.last and _sense(d, model) == sense and d.id != deed.id]
    near = [d for d in near if d.first and first <= d.first <= last + timedelta(SAME_TURN)]
    against = [d for d in telling if sense and _sense(d, model) == -sense and _mixed(d, deed)]
    return Phase(
        name=name, gloss=model.phases[name], since=first, by=last, deeds=(deed, *near[:4]), before=before,
        sure=not against,
    )  # fmt: skip


def _mixed(one: Deed, other: Deed) -> bool:
    """Whether it cannot be told which of two deeds came first."""
    return one.first != other.first and one.maybe_after(other) and other.maybe_after(one)


def _one_turn(old: Phase, new: Phase, model: StateModel) -> bool:
    """Whether a step only carries the last one on: the same sense, within days of it."""
    sense = _sense(new.deeds[0], model)
    return old.last is None and sense == _sense(old.deeds[0], model) and (new.by - old.since).days <= SAME_TURN


def _as_one(old: Phase, new: Phase) -> Phase:
    deeds = {deed.id: deed for deed in (*new.deeds, *old.deeds)}
    return msgspec.structs.replace(
        new, before=old.before, since=min(old.since, new.since), by=max(old.by, new.by), deeds=tuple(deeds.values())
    )


def _following(old: Phase, new: Phase) -> Phase:
    """A step after another: it can not have been before that, though its own day alone would allow it."""
    if new.since >= old.since:
        return new
    return msgspec.structs.replace(new, since=old.since, by=max(new.by, old.since), sure=False)


def _sense(deed: Deed, model: StateModel) -> int:
    """1 for what draws two states together, -1 for what drives them apart, 0 for the rest."""
    push = deed.act.push if deed.act else ""
    return 1 if push in model.good else -1 if push in model.bad else 0


def _close(found: list[Phase], day: date) -> None:
    if found and found[-1].last is None:
        found[-1] = msgspec.structs.replace(found[-1], last=max(day, found[-1].since))
