"""Who judges where only a capital or a land is named: "the visit was condemned in Belgrade", "in Yland"."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.model import Party

JUDGED, SEATS = word_list("judged-in-a-capital"), word_list("seats-of-many")
"""Seats of bodies of many states, whose words are not those of the land around."""
GROUND = frozenset({"capital", "state"})


def from_capital(draft: Draft, hit: Hit, cast: Cast) -> None:
    """The state that is named, or its capital, as the place of a verdict that nobody else is said to have passed."""
    if hit.kind != "V" or not hit.slots.passive or hit.slots.subject or hit.word.lemma not in JUDGED:
        return
    if any(p.person for t in hit.slots.object for p in cast.parties(t, deep=False)):
        return  # "the envoy was welcomed in Cork"
    for town in hit.slots.preps.get("in", ()):
        mention, state = cast.mention(town), cast.states_at.get(town.i)
        if mention is not None and mention.kind in GROUND and state and town.lower not in SEATS:
            draft.actors = (Party(state=state, spans=(town.span,), how="place"),)
            draft.recipients = tuple(p for p in draft.recipients if p.key != state)
            draft.slots = ("in", draft.slots[1])
            return
