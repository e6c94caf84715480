"""What the parser takes apart wrongly each time, put together again."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token

SAYING = word_list("saying") | word_list("saying-to")
CONTENTS = word_list("contents")
"""Nouns that a clause of their own tells: "the claim that"."""
DOING = frozenset({"VERB", "AUX"})


def mend_groups(tokens: Sequence[Token]) -> None:
    """Make "summit" the head of "the Group of 20 summit", which the parser reads as a group of twenty summits."""
    for at, group in enumerate(tokens[:-3]):
        of, number = tokens[at + 1], tokens[at + 2]
        if group.text != "Group" or of.lower != "of" or of.head is not group:
            continue
        noun = next((c for c in of.children if c is not number and c.dep == "pobj"), None)
        if noun is None or number.head not in (of, noun) or any(c.i < number.i for c in noun.children):
            continue
        outer = group.head
        hang(noun, noun if outer is group else outer, group.dep)
        for child in [c for c in group.children if c is not of]:
            hang(child, noun, child.dep)
        hang(group, noun, "compound")
        hang(number, of, "pobj")


def mend_told(tokens: Sequence[Token]) -> None:
    """Hang what is told on who tells it: of "told the court in X that Y had lied", not a clause about the court.

    A relative "that" has a part in its clause; where it only marks one that has a subject of its own, it is none.
    """
    for verb in tokens:
        lacks_nothing = {"mark", "nsubj"} <= {c.dep for c in verb.children if c.dep == "nsubj" or c.lower == "that"}
        if verb.dep == "relcl" and lacks_nothing and (teller := _teller(verb.head)) is not None:
            hang(verb, teller, "ccomp")


def _teller(noun: Token) -> Token | None:
    """The verb of saying above a noun that still lacks what it says."""
    verb = noun
    while verb.head is not verb and verb.pos not in DOING:
        verb = verb.head
    if noun.lemma in CONTENTS or noun.i < verb.i or verb.pos not in DOING or verb.lemma not in SAYING:
        return None
    return None if any(c.dep in ("ccomp", "xcomp") for c in verb.children) else verb


def hang(token: Token, head: Token, dep: str) -> None:
    """Give a token another head."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    if head is not token:
        head.children.append(token)
        head.children.sort(key=lambda child: child.i)
