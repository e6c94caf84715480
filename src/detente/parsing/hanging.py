"""One word of a parse given another head, and the kinds of words that every mend asks for."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.model import Token

DOING = frozenset({"VERB", "AUX"})
TIMES = word_list("days-and-months")
NAMES = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BESIDE = frozenset({"aux", "auxpass", "advmod", "neg"})


def hang(token: Token, head: Token, dep: str) -> None:
    """Give a token another head."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    if head is not token:
        head.children.append(token)
        head.children.sort(key=lambda child: child.i)
