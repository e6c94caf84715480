"""Lists of parties, told by the words that stand in a row with a name or behind a title in the plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.parties import keys, unique
from detente.coding.phrases import conjuncts
from detente.coding.whose import OFFICIALS
from detente.model import Mention, Party, Token

if TYPE_CHECKING:
    from detente.coding.cast import Cast

_DESCRIBED = 12
"""Within how many words a plural title's description ends and the names begin."""


def named_after(cast: Cast, title: Token) -> tuple[Party, ...]:
    """The persons that a plural title stands before ("Presidents X and Y")."""
    if title.tag not in ("NNS", "NNPS") or title.lemma.lower() not in OFFICIALS:
        return ()
    found: list[Party] = []
    tokens = cast.document.tokens
    i = _past_description(cast, title)
    while i < len(tokens) and tokens[i].sentence is title.sentence:
        mention = cast.at.get(i)
        if mention is not None and mention.kind == "person":
            found += mention.parties
            i = mention.tokens[1]
        elif found and tokens[i].lower in ("and", ",") and (after := cast.at.get(i + 1)) and after.kind == "person":
            i += 1
        else:
            break
    return unique(found) if len(found) > 1 else ()


def _past_description(cast: Cast, title: Token) -> int:
    """Where names begin after "leaders" or "leaders of other nations," of whom no other party is named."""
    after = cast.document.tokens[title.i + 1 : title.i + _DESCRIBED]
    comma = next((t for t in after if t.text == ","), None)
    if comma is None or not after or after[0].lower not in ("of", "from"):
        return title.i + 1
    between = cast.document.tokens[title.i + 1 : comma.i]
    return title.i + 1 if any(t.i in cast.at for t in between) else comma.i + 1


def listed_behind(cast: Cast, mention: Mention) -> list[Party]:
    """Further parties of a list that a plural title opens ("ambassadors of A, B and C")."""
    inside = range(*mention.tokens)
    tokens = cast.document.tokens
    joined = [c for i in inside for c in tokens[i].children if c.dep == "conj" and c.i not in inside]
    return [p for c in joined for t in conjuncts(c) for p in cast.parties(t, deep=False)]


def torn_list(cast: Cast, first: Token) -> list[Party]:
    """Y and Z of "X, Y and Z", where Y was read as another name of X, and of "members of X, Y and Z"."""
    named = [c for c in first.children if c.dep == "appos" and c.i > first.i]
    if not any(g.dep == "conj" for c in named for g in c.children):
        return []
    found = [m for c in named if (m := cast.at.get(c.i)) is not None and m.kind in ("state", "organisation", "body")]
    mine = keys(cast.at[first.i].parties) if first.i in cast.at else set()
    if not keys(p for m in found for p in m.parties) - mine:
        return []
    return [p for c in named for t in conjuncts(c) for p in cast.parties(t, deep=False)]


def row_before(cast: Cast, noun: Token) -> list[Party]:
    """A and B of "the A, B and C governments"; "C forces" may have been found as one."""
    before = [c for c in noun.children if c.dep in ("amod", "nmod", "compound", "poss") and c.i < noun.i]
    return [p for c in before if _goes_on(cast, c) for p in cast.modifier(c)]


def _goes_on(cast: Cast, name: Token) -> bool:
    """Whether another of the same list follows a name."""
    after = cast.document.tokens[name.i + 1 : name.i + 3]
    return next((t.lower for t in after if t.dep != "case"), "") in (",", "and")
