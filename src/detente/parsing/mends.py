"""What the parser takes apart wrongly each time, put together again."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model import Token


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


def hang(token: Token, head: Token, dep: str) -> None:
    """Give a token another head."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    if head is not token:
        head.children.append(token)
        head.children.sort(key=lambda child: child.i)
