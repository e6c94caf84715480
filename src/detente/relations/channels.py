"""Channels between two states, open, suspended or severed, and the measures that stand; with the deeds that did it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from detente.relations.deeds import Deed

ChannelStatus = Literal["open", "open again", "suspended", "severed", "cannot be decided", "nothing told"]
ORDER = ("diplomatic", "military", "trade", "culture", "judicial")


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """How a channel stands on a day. `shut` is the deed that closed it last, `opened` the one that undid that.

    Where it was never shut, `opened` is the last deed that shows it open. `perhaps` are deeds that may have changed it,
    their days not being known well enough to say.
    """

    name: str
    status: ChannelStatus
    shut: Deed | None = None
    opened: Deed | None = None
    perhaps: tuple[Deed, ...] = ()


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of measure of one state against the other: the deeds that put it up, and the one that took it away.

    `deeds` in order, the last of them `last`; `perhaps` may have lifted it.
    """

    kind: str
    by: str
    deeds: tuple[Deed, ...]
    lifted: Deed | None = None
    perhaps: tuple[Deed, ...] = ()

    @property
    def standing(self) -> bool:
        """Whether nothing told has surely taken it away."""
        return self.lifted is None

    @property
    def last(self) -> Deed:
        """The last deed that put it up."""
        return self.deeds[-1]


def channels(deeds: Sequence[Deed], on: date) -> list[Channel]:
    """How each channel stands on a day, as far as the deeds tell."""
    known = [deed for deed in deeds if deed.done and deed.act and deed.act.does and deed.maybe_by(on)]
    return [_channel(name, [deed for deed in known if deed.channel == name], on) for name in ORDER]


def _channel(name: str, deeds: list[Deed], on: date) -> Channel:
    shut = [deed for deed in deeds if deed.act and deed.act.does in ("suspend", "sever")]
    openers = [deed for deed in deeds if deed.act and deed.act.does in ("open", "resume")]
    standing = [deed for deed in shut if deed.surely_by(on) and not _undone(deed, openers, on)]
    if standing:
        worst = max(standing, key=_lateness)
        perhaps = tuple(deed for deed in openers if _undoes(deed, worst) and deed.maybe_after(worst))
        severed = worst.act is not None and worst.act.does == "sever"
        return Channel(name=name, status="severed" if severed else "suspended", shut=worst, perhaps=perhaps)
    unsure = [deed for deed in shut if not deed.surely_by(on)]
    if unsure:
        return Channel(name=name, status="cannot be decided", perhaps=tuple(unsure), opened=_last(openers, on))
    if shut:
        last = max(shut, key=_lateness)
        return Channel(name=name, status="open again", shut=last, opened=_undone(last, openers, on))
    shown = _last(openers, on)
    return Channel(name=name, status="open" if shown else "nothing told", opened=shown)


def _undoes(opener: Deed, shut: Deed) -> bool:
    """A resumption undoes whatever was shut; dealings that took place show that it was suspended no more."""
    if opener.act is None or shut.act is None:
        return False
    return opener.act.does == "resume" or shut.act.does == "suspend"


def _undone(shut: Deed, openers: Iterable[Deed], on: date) -> Deed | None:
    """The first deed that surely came after and undid it."""
    after = [d for d in openers if _undoes(d, shut) and d.surely_after(shut) and d.surely_by(on) and d.id != shut.id]
    return min(after, key=_lateness, default=None)


def _last(deeds: Iterable[Deed], on: date) -> Deed | None:
    return max((deed for deed in deeds if deed.surely_by(on)), key=_lateness, default=None)


def _lateness(deed: Deed) -> tuple[bool, date, date, str]:
    """Order by day; deeds of no known day before those with one."""
    return deed.first is not None, deed.last or date.min, deed.first or date.min, deed.id


def measures(deeds: Sequence[Deed], pair: tuple[str, str], on: date) -> list[Measure]:
    """The measures of each of a pair against the other, put up by a day; the standing ones first."""
    groups: dict[tuple[str, str], list[Deed]] = {}
    lifting = [deed for deed in deeds if deed.done and deed.act and deed.act.lifts and deed.maybe_by(on)]
    for deed in deeds:
        if deed.done and deed.act and deed.act.measure and deed.surely_by(on) and len(_doers(deed, pair)) == 1:
            groups.setdefault((deed.act.measure, _doers(deed, pair)[0]), []).append(deed)
    found = [_measure(kind, by, sorted(group, key=_lateness), lifting, pair) for (kind, by), group in groups.items()]
    return sorted(found, key=lambda measure: (not measure.standing, measure.kind, measure.by))


def _measure(kind: str, by: str, deeds: list[Deed], lifting: Sequence[Deed], pair: tuple[str, str]) -> Measure:
    mine = [deed for deed in lifting if deed.act and kind in deed.act.lifts and by in _doers(deed, pair)]
    lifted = min((deed for deed in mine if deed.surely_after(deeds[-1])), key=_lateness, default=None)
    perhaps = () if lifted else tuple(deed for deed in mine if deed.maybe_after(deeds[-1]))
    return Measure(kind=kind, by=by, deeds=tuple(deeds), lifted=lifted, perhaps=perhaps)


def _doers(deed: Deed, pair: tuple[str, str]) -> tuple[str, ...]:
    """Who of the pair did it; the organisation's name where one did it for its member."""
    doers = deed.doers(pair)
    if deed.through is None or doers:
        return doers
    return (deed.through,) if any(party.key == deed.through for party in deed.entry.actors) else ()
