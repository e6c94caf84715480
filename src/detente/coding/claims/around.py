"""What stands around a ranking word: the noun it ranks, words of history after it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.claims.words import ClaimWords
from detente.model import Token

_NOUNS = ("NOUN", "PROPN")
_MODIFIES = ("amod", "compound", "nummod", "advmod", "nmod", "npadvmod")
_REACH = 30


@dataclass(slots=True, frozen=True)
class Rank:
    """A ranking: its word, its kind, the word ranked (None where it is left out)."""

    word: Token
    kind: str
    target: Token | None


def word_at(tokens: list[Token], k: int) -> str:
    return tokens[k].lower if 0 <= k < len(tokens) else ""


def ranked(token: Token, words: ClaimWords) -> Token | None:
    """The noun that a ranking word belongs to, past measures ("highest-level talks")."""
    head = token
    for _ in range(4):
        if head.head is head or (head.dep not in _MODIFIES and head is not token):
            break
        head = head.head
        if head.pos in _NOUNS and head.lemma not in words.measures:
            break
    if head is token:
        return None
    if head.lemma in words.measures:
        of = next((c for c in head.children if c.lower == "of"), None)
        inner = next((c for c in of.children if c.dep == "pobj"), None) if of else None
        return inner or head
    return head if head.pos in _NOUNS or head.pos == "VERB" else None


def is_historic(tokens: list[Token], k: int, words: ClaimWords) -> bool:
    """Whether words of history follow the ranking in its sentence: "since", "ever", "in decades", "to date"."""
    following = [t.lower for t in tokens[k + 1 : k + _REACH]]
    for n, word in enumerate(following):
        if word in words.history and (word not in ("years", "months", "history") or _within(following[:n])):
            return True
        if f"{word} {following[n + 1]}" in words.history_phrases if n + 1 < len(following) else False:
            return True
    return False


def _within(before: list[str]) -> bool:
    """Whether "years" or "history" stand after "in" or "over" ("in more than ten years", "in its history")."""
    return any(word in ("in", "over") for word in before[-6:])
