"""Whom a deed is aimed at, or strikes, that its words leave out: a third party, the actor's own people."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys, sides_only
from detente.model import Party

AIMED, EXCHANGING = word_list("types-aimed"), word_list("exchanging")
AT_OTHERS = frozenset({"AID", "ASSAULT", "REJECT"})
"""What several do to a third who is named beside it, though the report accuses others."""
POISONS, OWN_PEOPLE = word_list("poisons"), word_list("people-struck-at-home")
FOUGHT = word_list("fought-by-both") | {"clash", "fight"}
SHARED = load_lexicon().classes["relation"] | load_lexicon().classes["contact"]
"""What two have with each other: relations, talks."""


def acts_jointly(draft: Draft) -> bool:
    """Whether several do something to somebody whom the words leave out ("A and B objected to the draft")."""
    several = len(keys(draft.actors)) > 1 and not draft.recipients and not draft.both
    aimed = draft.type in AIMED or draft.type in AT_OTHERS
    return several and aimed and not _is_theirs(draft) and draft.hit.word.lemma not in FOUGHT


def _is_theirs(draft: Draft) -> bool:
    """Whether it is between them: "A and B broke off relations", "A and B suspended talks", "exchanged barbs"."""
    if not EXCHANGING.isdisjoint((draft.hit.word.lemma, draft.hit.word.head.lemma)):
        return True
    things = [t for t in (draft.hit.word, *draft.hit.slots.object) if t.lemma in SHARED]
    return bool(things) and not any(c.dep == "prep" and c.lower in ("with", "to") for t in things for c in t.children)


def aim(draft: Draft, here: Iterable[Party], target: Party | None) -> None:
    """Aim at the only other party of the sentence, or at whom the report's accusations are aimed.

    It stays as sure as it was that they act.
    """
    others = [p for p in here if p.key and p.key not in draft.keys]
    if len(keys(others)) > 1 and target is not None and draft.type in AIMED:
        others = [p for p in others if p.key == target.key]
    if len(keys(others)) == 1:
        draft.recipients = sides_only(others, "focus")
    elif not others and target is not None and draft.type in AIMED:
        draft.recipients = sides_only([target], "focus")


def strikes_people(cast: Cast) -> bool:
    """Whether the report tells that chemical weapons struck people without a name, who are then the actor's own."""
    lemmas = ({t.lemma for t in sentence.tokens} for sentence in cast.document.sentences)
    return any(row & POISONS and row & OWN_PEOPLE for row in lemmas)
