"""Whose own forces, weapons, embassies and envoys are spoken of, who acts with them."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import ENVOY_OFFICES, Hit
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import counted
from detente.coding.slot_parties import slot_parties

OWN_FORCES = word_list("types-of-own-forces")
LAUNCHES = word_list("launching")
FORCES = ("@troops", "@weapon", "@missile", "@ship", "@aircraft", "@force")
POSTS = (*word_list("posts"), "@diplomat")


def from_own_forces(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "The withdrawal of X's troops", "X's missiles were fired at Y", "X's envoy was recalled": whose they are acts.

    Not so where they are the victims: "X's soldiers were killed", "X's plane was shot down", "a raid on X's ships".
    """
    if draft.type == "ASSAULT" and not _launches(hit):
        return
    lexicon = load_lexicon()
    told = [*hit.slots.object, *(counted(hit.slots.object) if hit.kind == "N" else ())]
    own = [t for t in told if lexicon.is_in(t.lemma, FORCES if draft.type in OWN_FORCES else POSTS)]
    if draft.mode == "withdraw" and draft.type == "SANCTION":
        own = own or [t for t in told if any(p.office in ENVOY_OFFICES for p in cast.parties(t))]
    actors = tuple(p for p in cast.all_parties(own) if p.key)
    if not actors:
        return
    rest = [name for name in hit.entry.recipient if name not in ("object", "of")]
    recipient, draft.recipients = slot_parties(rest, hit.slots, cast)
    if not draft.recipients and draft.type not in OWN_FORCES:
        # "X's ambassador to Y, recalled in May"
        draft.recipients = tuple(p for t in own for p in cast.posted(t) if p.key and p.key not in keys(actors))
    draft.actors, draft.slots = sides_only(actors), ("object", recipient)


def _launches(hit: Hit) -> bool:
    """Whether a verb sends weapons out, and does not bring them down."""
    return hit.kind == "V" and hit.word.lemma in LAUNCHES and "down" not in hit.slots.particles
