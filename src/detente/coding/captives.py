"""Those who are arrested, convicted and freed one after the other: who holds them."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys, sides_only

MODES = word_list("modes-of-captivity")
TOLD = (None, "focus")


def name_captors(drafts: list[Draft], cast: Cast) -> None:
    """Give captivity that nobody is told to have brought about those who hold or free the same ones elsewhere.

    Only where these are one party: "X freed two Ys. They had been arrested in May, convicted in June." Not so of him
    for whom they worked: "convicted of spying for X".
    """
    held = [d for d in drafts if d.mode in MODES and d.recipients]
    for draft in held:
        if draft.actors:
            continue
        told = [d for d in held if d.actors and not d.both and keys(d.recipients) & keys(draft.recipients)]
        told = [d for d in told if d.how.get("parties") in TOLD]
        captors = {key for d in told for key in keys(d.actors)}
        served = (t for t in draft.hit.word.subtree() if t.dep == "pobj" and t.head.lower == "for")
        if len(captors) == 1 and not captors & (keys(draft.recipients) | keys(cast.all_parties(served))):
            draft.actors, draft.how["parties"] = sides_only(told[0].actors, "fellow"), "fellow"
