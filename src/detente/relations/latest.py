"""The last contacts of two states: at each level, and of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from detente.codebook.relating import load_state_model
from detente.relations.deeds import Deed

KINDS = ("meeting", "visit", "return visit", "call")


class Latest(msgspec.Struct, frozen=True, kw_only=True):
    """The last contact of a kind or level by a day. `deed` is None where none is told.

    `rivals` may have been later: their days cannot be told from its own, or they are not surely told of both.
    """

    what: str
    deed: Deed | None
    rivals: tuple[Deed, ...] = ()


def contacts(deeds: Sequence[Deed], pair: tuple[str, str], on: date) -> list[Deed]:
    """The contacts of a pair that can have taken place by a day; great gatherings are none."""
    most = load_state_model().gathering
    return [
        deed for deed in deeds
        if deed.entry.type == "CONSULT" and deed.done and deed.through is None and deed.maybe_by(on)
        and len(_states(deed)) <= most and set(pair) <= _states(deed)
    ]  # fmt: skip


def kind_of(deed: Deed, pair: tuple[str, str]) -> str:
    """ "call", "meeting", "visit" of the first of the pair to the second, or "return visit"."""
    entry = deed.entry
    if entry.mode == "phone":
        return "call"
    guests = {party.key for party in entry.actors}
    if entry.mode == "visit" and len(guests & set(pair)) == 1:
        return "visit" if pair[0] in guests else "return visit"
    return "meeting"


def last_by_level(found: Sequence[Deed], on: date) -> list[Latest]:
    """The last contact at each level, the highest first; then those at no level told."""
    levels = [level.name for level in load_state_model().levels]
    rows = [last_of(name, [deed for deed in found if deed.level == name], on) for name in levels]
    return [*rows, last_of("no office told", [deed for deed in found if deed.level is None], on)]


def last_by_kind(found: Sequence[Deed], pair: tuple[str, str], on: date) -> list[Latest]:
    """The last meeting, visit each way, and call."""
    return [last_of(kind, [deed for deed in found if kind_of(deed, pair) == kind], on) for kind in KINDS]


def last_of(what: str, found: Sequence[Deed], on: date) -> Latest:
    """The last of these by a day: of those that surely were by then, the one that surely began last."""
    sure = [deed for deed in found if deed.surely_by(on) and deed.first is not None and deed.told]
    if not sure:
        return Latest(what=what, deed=None, rivals=tuple(found))
    best = max(sure, key=lambda deed: (deed.first or date.min, deed.last or date.min, deed.entry.reports, deed.id))
    rivals = [deed for deed in found if deed is not best and not best.surely_after(deed) and deed.maybe_after(best)]
    return Latest(what=what, deed=best, rivals=tuple(rivals))


def _states(deed: Deed) -> set[str]:
    return {party.key for party in (*deed.entry.actors, *deed.entry.recipients) if party.key}
