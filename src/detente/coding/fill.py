"""Filling what is not said: which states the report is about, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from detente.coding.cast import Cast, unique
from detente.coding.draft import Draft
from detente.model import Party, Sentence, Token

RECIPROCAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})


class Focus:
    """The parties in play: those of the sentence, the dyad of the report, the last event of each type."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sentence: tuple[Party, ...] = ()
        self.count: Counter[str] = Counter()
        self.last: dict[str, Draft] = {}

    def enter(self, sentence: Sentence) -> None:
        """Take in the parties of a sentence."""
        self.sentence = _parties(sentence.tokens, self.cast)
        self.count.update({p.key for p in self.sentence} - {""})

    def leave(self, drafts: Iterable[Draft]) -> None:
        """Remember what was coded in it."""
        for draft in drafts:
            self.last[draft.type] = draft

    @property
    def dyad(self) -> tuple[str, ...]:
        """The two states that the report names most, where they stand out."""
        top = self.count.most_common(3)
        if len(top) < 2 or (len(top) == 3 and top[1][1] == top[2][1]):
            return ()
        return top[0][0], top[1][0]


def _parties(tokens: Iterable[Token], cast: Cast) -> tuple[Party, ...]:
    return unique(p for t in tokens if (m := cast.mention(t)) is not None for p in m.parties)


def fill_parties(draft: Draft, cast: Cast, focus: Focus) -> None:
    """Settle who is on which side, and fill an empty side where exactly one candidate fits."""
    if draft.both or (draft.type == "CONSULT" and not draft.hit.entry.visitor):
        _join_sides(draft)
    mine = {p.key for p in draft.actors} - {""}
    draft.actors = tuple(p for p in draft.actors if p.key)
    draft.recipients = tuple(p for p in draft.recipients if p.key and (p.key not in mine or p.person))
    if len(draft.keys) >= 2:
        return
    others = [p for p in focus.sentence if p.key and p.key not in draft.keys]
    if len({p.key for p in others}) == 1 and draft.keys:
        side = tuple(msgspec.structs.replace(p, how="focus") for p in others)
        if draft.actors and not draft.recipients:
            draft.recipients = side
        elif draft.recipients and not draft.actors:
            draft.actors = side
        else:
            return
        draft.how["parties"] = "focus"
        draft.weight *= 0.6


def _join_sides(draft: Draft) -> None:
    slots, cast_sides = draft.hit.slots, unique([*draft.actors, *draft.recipients])
    if slots.preps.get("with") or slots.preps.get("between") or draft.both:
        draft.actors, draft.recipients = cast_sides, ()
