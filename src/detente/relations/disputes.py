"""What two states dispute: accusations, demands, refusals and threats between them, by matter, with the last words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.codebook.relating import load_state_model, word_pattern
from detente.relations.deeds import Deed
from detente.relations.sources import Sources

OTHER = "matter not told"


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """An exchange on one matter. `last` holds the last word of each side, in the order of the pair, None: none told.

    `settled` is the deed that came after the last words and settled it, as far as its words tell.
    """

    matter: str
    deeds: tuple[Deed, ...]
    last: tuple[Deed | None, Deed | None]
    settled: Deed | None
    open: bool


def disputes(sources: Sources, deeds: Sequence[Deed], pair: tuple[str, str], on: date) -> list[Dispute]:
    """The disputes of a pair by a day: the open ones first, the latest first."""
    groups: dict[str, list[Deed]] = {}
    settling: dict[str, list[Deed]] = {}
    for deed in deeds:
        if _is_word(deed, pair) and deed.surely_by(on):
            groups.setdefault(matter_of(sources, deed), []).append(deed)
        elif deed.entry.type in load_state_model().settles and deed.done and deed.surely_by(on):
            settling.setdefault(matter_of(sources, deed), []).append(deed)
    found = [
        _dispute(matter, sorted(group, key=_when), settling.get(matter, []), pair, on)
        for matter, group in groups.items()
    ]
    return sorted(found, key=lambda dispute: (not dispute.open, -_when(dispute.deeds[-1])[0].toordinal()))


def matter_of(sources: Sources, deed: Deed) -> str:
    """What a deed is about: by its words, then by the sentences they stand in, then by its contexts."""
    matters = load_state_model().matters
    pieces = sources.evidence(deed.entry)
    for texts in ([piece.words for piece in pieces], [sources.sentence(piece) for piece in pieces]):
        for matter in matters:
            if any(word_pattern(matter.words).search(text) for text in texts):
                return matter.name
    contexts = set(deed.entry.contexts)
    return next((matter.name for matter in matters if contexts & set(matter.contexts)), OTHER)


def _is_word(deed: Deed, pair: tuple[str, str]) -> bool:
    """Whether one of the pair says something against the other, and not both together against a third."""
    if deed.entry.type not in load_state_model().exchange or not deed.done or deed.through:
        return False
    doers = deed.doers(pair)
    to = {party.key for party in deed.entry.recipients}
    return (len(doers) == 1 and (set(pair) - set(doers)) <= to) or (len(doers) == 2 and not to)


def _dispute(matter: str, group: list[Deed], settling: Sequence[Deed], pair: tuple[str, str], on: date) -> Dispute:
    sides = [[deed for deed in group if key in deed.doers(pair)] for key in pair]
    last = (sides[0][-1] if sides[0] else None, sides[1][-1] if sides[1] else None)
    settled = next((d for d in settling if matter != OTHER and _after(d, group[-1])), None)
    recent = _when(group[-1])[0] >= on - timedelta(load_state_model().open_for)
    return Dispute(matter=matter, deeds=tuple(group), last=last, settled=settled, open=settled is None and recent)


def _after(deed: Deed, last: Deed) -> bool:
    """Whether a deed came surely after the last word, on another day."""
    return deed.surely_after(last) and deed.first != last.first


def _when(deed: Deed) -> tuple[date, date, str]:
    """The day by which it was said: its own, or of the report that first tells it."""
    return deed.last or date.min, deed.first or date.min, deed.id
