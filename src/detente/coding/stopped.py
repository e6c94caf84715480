"""Whose help it is that is stopped, and who goes without it; for whom drills with an ally are."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.duties import HOME, told_behind
from detente.coding.focus import Focus
from detente.coding.match import Hit
from detente.coding.parties import keys, sides_only
from detente.model import Token

STOPS = frozenset(
    {"cut", "cutoff", "freeze", "halt", "hold", "pause", "reduction", "stoppage", "suspension", "termination"}
    | {"withholding"}
)
DRILLS = frozenset({"drill", "exercise", "game", "maneuver", "manoeuvre"})
HELPED = ("for", "from", "to")
HELP = frozenset({"aid", "assistance", "delivery", "funding", "grant", "help", "loan", "sale", "shipment", "supply"})


def from_helpers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "The hold on Xian aid to Y", "the withholding of Xian aid from Y": X stops it (or no longer does) towards Y."""
    if draft.type not in ("SANCTION", "CONCEDE"):
        return
    for help_ in _help(hit):
        helpers = sides_only(cast.all_parties(c for c in help_.children if c.dep in HOME))
        helped = sides_only(cast.all_parties(told_behind(help_, *HELPED)))
        others = keys(draft.actors) - keys(helpers) - keys(helped)
        if helpers and helped and not others and not keys(helpers) & keys(helped):
            draft.actors, draft.recipients, draft.slots = helpers, helped, ("of", "to")


def ease_drills(draft: Draft, focus: Focus) -> None:
    """Drills with an ally that somebody stops are given up for the other state that the report is about."""
    if draft.type != "SANCTION" or not draft.turn or draft.hit.word.lemma not in DRILLS or not draft.actors:
        return
    other = focus.partner(draft.keys)
    if other is not None and keys(draft.recipients):
        draft.type, draft.mode, draft.closed = "CONCEDE", None, True
        draft.recipients = sides_only([other], "dyad")


def _help(hit: Hit) -> Iterator[Token]:
    """The help itself, or what a word for its stopping is of: "the freeze on aid", "the hold on aid was lifted"."""
    for word in (hit.word, *hit.slots.subject, *hit.slots.object):
        if word.lemma in HELP:
            yield word
        elif word.lemma in STOPS:
            yield from (t for t in told_behind(word, "of", "on") if t.lemma in HELP)
