"""Denials: what is denied, and who only would have got something by it."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys
from detente.coding.phrases import is_verb
from detente.coding.slots import verb_slots
from detente.model import Token

DENYING = word_list("denying")
HANDING = {
    lemma
    for (kind, lemma), forms in load_lexicon().words.items()
    if kind == "V" and any(f.entry.weight and f.entry.type in ("AID", "COOPERATE") for f in forms)
}
"""Verbs of giving: who denies that he gave something does not answer whoever is said to have got it."""


def denies(draft: Draft) -> bool:
    """Whether something is denied, by a word of denying or under one ("denied arming rebels")."""
    return draft.type == "REJECT" and (draft.turn == "deny" or draft.hit.word.lemma in DENYING)


def denied_words(draft: Draft) -> list[Token]:
    """The words of what a denial denies: of its clauses, or the deed under it."""
    return [draft.hit.word] if draft.turn else [verb for _, verb in draft.hit.slots.clauses]


def getters(draft: Draft, cast: Cast) -> set[str]:
    """Y of "denied that it had sent arms to Y", "denied selling Y missiles"."""
    given = [verb_slots(verb) for verb in denied_words(draft) if verb.lemma in HANDING and is_verb(verb)]
    tokens = (t for slots in given for t in (*slots.iobj, *slots.preps.get("to", ()), *slots.preps.get("for", ())))
    return keys(cast.all_parties(tokens))
