"""On whom blame is put: "blamed the raid on X", "on a militia" of the land where it happened."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import keys, sides_only

PUTTING = word_list("putting-on")
WITHOUT_NAME = word_list("rebels") | load_lexicon().classes["troops"] | {"group", "outsider"}
"""Who may be blamed and stands for no party by himself."""


def name_blamed(draft: Draft, hit: Hit, cast: Cast) -> bool:
    """Settle on whom a verb of blame puts it; whether it does.

    Blame that is put on fighters without a name is on some of the land that was struck, never on who struck whom.
    """
    on = hit.slots.preps.get("on", ()) if hit.word.lemma in PUTTING else ()
    if blamed := cast.all_parties(on):
        draft.recipients, draft.slots = blamed, (draft.slots[0], "on")
        return True
    if keys(draft.recipients) or not any(t.tag in ("NN", "NNS") and t.lemma in WITHOUT_NAME for t in on):
        return False
    struck = cast.all_parties(t for word in hit.slots.object for t in word.subtree() if cast.is_party(t))
    lands = sides_only(p for p in struck if p.state and p.key not in keys(draft.actors))
    draft.recipients = lands if len(keys(lands)) == 1 else ()
    draft.slots, draft.closed = (draft.slots[0], "on"), True
    return True
