"""Rows of persons that the parser tore apart: "with X, Minister Y and President Z", "X and his counterpart Y"."""

from __future__ import annotations

from collections.abc import Mapping

from detente.codebook.lexicon import word_list
from detente.coding.phrases import conjuncts
from detente.model import Document, Mention, Party, Token

FACING = word_list("peers-abroad")


class Rows:
    """Who stands in a row with a person named, though the parse does not say so."""

    def __init__(self, document: Document, at: Mapping[int, Mention]) -> None:
        self._tokens = document.tokens
        self._at = at

    def series(self, mention: Mention, ahead: bool = False) -> list[Party]:
        """The others of a series of persons that the parser tore apart ("with X, Minister Y and President Z").

        `ahead`: only those behind the one named, who does it first: "after talks with X, Minister Y and Z left".
        """
        chain = [mention]
        while (after := self._next(chain[-1])) is not None:
            chain.append(after)
        while not ahead and (before := self._before(chain[0])) is not None:
            chain.insert(0, before)
        tokens = self._tokens
        linked = any(tokens[m.tokens[1]].lower == "and" for m in chain[:-1])
        others = [m for m in chain if m is not mention]
        if not linked or any(tokens[m.head].dep in ("nsubj", "nsubjpass", "poss") for m in others):
            return []
        return [p for m in others for p in m.parties]

    def _next(self, mention: Mention) -> Mention | None:
        """The person named behind a comma or "and" after another, in the same sentence."""
        tokens, i = self._tokens, mention.tokens[1]
        if i + 1 >= len(tokens) or tokens[i].text not in (",", "and"):
            return None
        i += 2 if tokens[i].text == "," and tokens[i + 1].text == "and" else 1
        return self._person(i, mention)

    def _before(self, mention: Mention) -> Mention | None:
        tokens, i = self._tokens, mention.tokens[0] - 1
        if i < 1 or tokens[i].text not in (",", "and"):
            return None
        i -= 2 if tokens[i].text == "and" and tokens[i - 1].text == "," else 1
        found = self._person(i, mention)
        return found if found is not None and found.tokens[1] == i + 1 else None

    def _person(self, i: int, other: Mention) -> Mention | None:
        tokens = self._tokens
        found = self._at.get(i)
        if found is None or found.kind != "person" or tokens[i].sentence is not tokens[other.head].sentence:
            return None
        return found

    def tied(self, token: Token, mention: Mention) -> list[Party]:
        """Y of "Minister X and his counterpart Y left" where "and" hangs on a word of one name that is not its head."""
        inside = range(*mention.tokens)
        words = [self._tokens[i] for i in inside]
        ends = [c for t in words if t is not token for c in t.children if c.dep == "conj"]
        ends += [t.head for t in words if t is not token and t.dep == "conj"]
        torn = [c for t in words for c in t.children if c.dep == "appos" and c.i not in inside]
        ends += [t for c in torn if self._faces(c) for t in conjuncts(c)]
        found = [m for t in ends if t.i not in inside and (m := self._at.get(t.i)) is not None and m.kind == "person"]
        return [p for m in found for p in m.parties if p.person]

    def _faces(self, name: Token) -> bool:
        """Whether a name is that of somebody's counterpart, who is never the one named before the comma."""
        mention = self._at.get(name.i)
        inside = self._tokens[slice(*mention.tokens)] if mention is not None else []
        return any(t.lower in FACING for t in inside)
