"""The sides that the slots of a frame name."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.further import own_blamed
from detente.coding.match import Hit
from detente.coding.noun_slots import noun_slots
from detente.coding.parties import keys, unique
from detente.coding.slot_parties import slot_parties
from detente.coding.struck import ON, only_struck
from detente.model import Token

ONE_SIDED, EXCHANGING = word_list("types-told-as-one-sided"), word_list("exchanging")
PUT, GIVEN = word_list("types-put"), word_list("types-given")
MOVES = frozenset({"move", "relocation", "transfer"})
"""What is not given by whom it comes from."""


def from_slots(draft: Draft, hit: Hit, cast: Cast) -> None:
    """The sides that the slots of the frame name."""
    entry = hit.entry
    if entry.both and not _one_sided(draft, hit, cast):
        names = dict.fromkeys((*entry.actor, *entry.recipient, "with", "between", "including"))
        draft.actors = unique(p for name in names for p in slot_parties((name,), hit.slots, cast)[1])
        began = keys(slot_parties(("subject",), hit.slots, cast)[1])
        if began and began < draft.keys:
            draft.how["initiator"] = ", ".join(sorted(began))
    elif not entry.both:
        givers, getters = _frame(hit)
        actor, draft.actors = slot_parties(givers, hit.slots, cast)
        recipient, draft.recipients = slot_parties(getters, hit.slots, cast, keys(draft.actors))
        if draft.type == "ACCUSE" and recipient != "object" and (own := own_blamed(draft, hit, cast)):
            recipient, draft.recipients = "object", own
        draft.slots = actor, recipient
        _from_named_object(draft, hit, cast)
        if draft.type == "SANCTION" and recipient == "over":
            # "sanctions over the arrest of Smith" do not strike Smith
            draft.recipients = tuple(p for p in draft.recipients if not p.person)
        _from_post(draft, hit, cast)
        if recipient == "between" and not draft.actors and len(draft.keys) > 1:
            # "A trade war between X and Y" is both's.
            draft.actors, draft.recipients = draft.recipients, ()
        if draft.type == "CONCEDE" and not draft.actors:
            from_measure(draft, hit.slots.object, cast)
        if draft.type == "AGREE" and recipient == "topic" and len(keys(draft.actors)) > 1:
            # Two agree with each other: whom it is about has no part in it. A state that both promise help has.
            promised = hit.word.lemma != "agree"
            draft.recipients = tuple(p for p in draft.recipients if promised and p.state)
    if draft.type in PUT and only_struck(draft, hit, cast):
        draft.recipients, draft.closed = (), True


def _from_named_object(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X, Y's only friend and its lifeline, warned Y": who is named as the object does not act."""
    if hit.kind != "V" or len(draft.actors) < 2 or draft.slots[0] != "subject" or not draft.recipients:
        return
    if keys(draft.recipients) - keys(draft.actors):
        return
    struck = tuple(p for t in hit.slots.object if cast.is_party(t) for p in cast.parties(t, deep=False))
    first = keys(cast.parties(hit.slots.subject[0])) if hit.slots.subject else set()
    if keys(struck) and first and not first & keys(struck):
        draft.actors = tuple(p for p in draft.actors if p.key not in keys(struck))
        draft.recipients, draft.slots = struck, ("subject", "object")


def _from_post(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's ambassador to Y was called in by the foreign ministry": by Y's, though X was named last."""
    if "post" not in hit.entry.actor or not draft.actors or any(p.how != "focus" for p in draft.actors):
        return
    envoys, hosts = cast.all_parties(hit.slots.object), slot_parties(("post",), hit.slots, cast)[1]
    if hosts and keys(draft.actors) <= keys(envoys) and not keys(hosts) & keys(envoys):
        draft.actors, draft.recipients, draft.slots = hosts, envoys, ("post", "object")


def from_measure(draft: Draft, lifted: Iterable[Token], cast: Cast) -> None:
    """ "The lifting of Xian sanctions on Y": whose the measures are lifts them, and it is done to whom they strike."""
    for measure in (t for t in lifted if load_lexicon().is_in(t.lemma, ("@sanction", "@restriction"))):
        frame = noun_slots(measure)
        struck = cast.all_parties(t for name in ON for t in frame.preps.get(name, ()))
        whose = cast.all_parties((*frame.subject, *frame.preps.get("@modifier", ())))
        if keys(struck) and keys(whose) - keys(struck):
            draft.actors = tuple(p for p in whose if p.key and p.key not in keys(struck))
            draft.recipients, draft.slots = struck, ("subject", "on")
            return


def _frame(hit: Hit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The slots of actor and recipient: criticism, threats, aid "from" somebody are his who gives them."""
    entry = hit.entry
    if hit.kind != "N" or entry.type not in GIVEN or "speaker" in entry.actor or hit.word.lemma in MOVES:
        return entry.actor, entry.recipient
    givers = entry.actor if hit.slots.light else (*entry.actor, "from")
    return givers, tuple(name for name in entry.recipient if name != "from")


def _one_sided(draft: Draft, hit: Hit, cast: Cast) -> bool:
    """Whether what may be mutual is told as one side's: "X's war with Y", "X fought against Y", "X clashed with Y"."""
    fought = hit.slots.light == "fight" or hit.entry.id == "fight-war-with"
    if (
        hit.entry.type not in ONE_SIDED
        or hit.word.lemma in EXCHANGING
        or (fought and not hit.slots.preps.get("against"))
    ):
        return False  # "exchanged fire with X", "fought a war with X" are of both
    actor, actors = slot_parties(("subject",), hit.slots, cast)
    recipient, recipients = slot_parties(("with", "against", "on", "at"), hit.slots, cast)
    if len(keys(actors)) != 1 or not recipients or keys(actors) & keys(recipients):
        return False
    draft.actors, draft.recipients, draft.slots = actors, recipients, (actor, recipient)
    return True
