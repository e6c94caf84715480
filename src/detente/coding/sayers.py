"""Who says it where the parse gives a verb of speech to something lifeless."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.phrases import child, is_verb
from detente.coding.subjects import PEOPLE, surface_subject
from detente.model import Token

SPOKEN = word_list("spoken-by-people") | word_list("spoken-in-passing")
HAPPENINGS = word_list("happenings").union(
    *(load_lexicon().classes[name] for name in ("agreement", "visit", "sanction", "fighting", "exercise"))
)
"""What has no voice: nobody reads "a deal warning X" of the deal."""


def speaking_subject(verb: Token) -> list[Token]:
    """Who stands as subject of a verb; of a participle of speech somebody who can speak, if the sentence names one.

    "The news came as X raised his tone, warning Y", "X drew red lines for a deal, accusing Y".
    """
    found = surface_subject(verb)
    if verb.tag != "VBG" or verb.lemma not in SPOKEN or verb.dep not in ("advcl", "acl") or not _is_lifeless(found):
        return found
    if child(verb, "nsubj") is not None:
        return found
    for above in verb.ancestors():
        if not is_verb(above):
            continue
        beside = [c for c in above.children if c.dep == "advcl" and c.i < verb.i and c not in (verb, *verb.ancestors())]
        for clause in (*reversed(beside), above):
            own = surface_subject(clause) if clause is above or child(clause, "nsubj") is not None else []
            if own and not _is_lifeless(own):
                return own
    return found


def _is_lifeless(subject: list[Token]) -> bool:
    return bool(subject) and all(t.pos == "NOUN" and t.lemma in HAPPENINGS and t.lemma not in PEOPLE for t in subject)
