"""The sides of a deed that a word above it turns into another: "X refused talks with Y"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import word_list
from detente.coding.answerable import Teller
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.frame_sides import from_measure
from detente.coding.further import everyone, look_further
from detente.coding.match import Hit
from detente.coding.parties import keys
from detente.coding.phase import Turn
from detente.coding.slot_parties import slot_parties
from detente.model import Party

PUT = word_list("types-put")
STRIKING = word_list("types-striking")
HANDED = frozenset({"AID", "COOPERATE"})


def from_turn(draft: Draft, hit: Hit, turn: Turn, cast: Cast, tell: Teller) -> None:
    """Whose deed a word above makes of it ("X refused talks with Y"), and towards whom."""
    actor, draft.actors = slot_parties(("subject",), turn.slots, cast)
    recipient, draft.recipients = slot_parties(turn.phase.recipient or ("object",), turn.slots, cast)
    struck_only = recipient in ("", "topic", "against") or hit.word in turn.slots.tokens(recipient)
    if draft.type in PUT and hit.entry.type in STRIKING and struck_only:
        draft.recipients, draft.slots, draft.closed = (), (actor, ""), True
        return
    if draft.type == "CONCEDE" and hit.word in turn.slots.subject:
        # "reimposed sanctions on X lifted in May": X has not lifted them
        draft.actors, draft.recipients, actor = (), draft.recipients or draft.actors, ""
    draft.recipients = _others(draft, everyone(hit, cast))
    draft.slots = actor, recipient or "turned"
    of_both = recipient == "between" or (hit.entry.both and bool(hit.slots.preps.get("between")))
    if of_both and not draft.actors and len(draft.keys) > 1:
        # "Trade between X and Y was suspended" is both's.
        draft.actors, draft.recipients = draft.recipients, ()
    if draft.type == "CONCEDE" and not draft.actors and hit.kind == "N":
        from_measure(draft, (hit.word,), cast)
    if hit.kind == "N" and not draft.actors:
        _from_inner(draft, hit, turn, cast, tell)
    if not (draft.type == "REQUEST" and recipient == "object"):
        look_further(draft, hit, cast)


def _from_inner(draft: Draft, hit: Hit, turn: Turn, cast: Cast, tell: Teller) -> None:
    """Whose the deed is by the noun: "the threat of an Xian strike on Y", "Xian gas deliveries to Y were halted"."""
    threatened = draft.type == "THREATEN" and turn.kind == "N" and hit.word.head.head is turn.word
    stopped = draft.type == "SANCTION" and hit.entry.type in HANDED
    deed = tell(hit, cast) if threatened or stopped else None
    if deed is None or deed.both:
        return
    if threatened and deed.actors:
        draft.actors, draft.recipients = deed.actors, deed.recipients or draft.recipients
    elif stopped:
        draft.actors = tuple(p for p in deed.actors if p.key not in keys(draft.recipients))


def _others(draft: Draft, everyone: Iterable[Party]) -> tuple[Party, ...]:
    mine = {p.key for p in draft.actors}
    return draft.recipients or tuple(p for p in everyone if p.key not in mine)
