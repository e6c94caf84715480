"""Deeds whose words name nobody: between the two states of the sentence, or those that the report is about."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.cast import sides_only
from detente.coding.draft import Draft
from detente.coding.fill import RECIPROCAL, Focus
from detente.coding.partners import is_mutual


def fill_mutual(found: list[Draft], focus: Focus) -> None:
    """ "The two economies have put tariffs on each other's goods": those of the sentence, else the report's pair."""
    for draft in found:
        if draft.keys or draft.closed or draft.type in RECIPROCAL or not is_mutual(draft.hit):
            continue
        pair = focus.pair
        if len(pair) == 2:
            draft.actors, draft.recipients, draft.how["parties"] = sides_only(pair, "dyad"), (), "dyad"


def measures_untold(unnamed: Iterable[Draft], told: list[Draft], focus: Focus) -> list[Draft]:
    """Of measures that stand without their parties ("relief from sanctions"), the first, where the report tells none.

    They weigh on one of the report's pair, which is aimed at most; whose they are is the other's.
    """
    found: list[Draft] = []
    for draft in unnamed:
        if len(focus.dyad) != 2 or any(d.type == draft.type and d.keys for d in (*told, *found)):
            continue
        whose, struck = sorted(focus.dyad, key=lambda key: focus.targets[key])
        draft.actors, draft.recipients = (sides_only([focus.known[key]], "dyad") for key in (whose, struck))
        draft.how["parties"] = "dyad"
        found.append(draft)
    return found


def may_stand(draft: Draft) -> bool:
    """Whether a noun names a lasting measure and nobody with it."""
    return draft.hit.entry.standing and not (draft.keys or draft.closed or draft.turn) and draft.kind == "body"
