"""Sentences and tokens as the rooms below parsing see them: no spaCy beyond `parsing/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.model.span import Span

RANKS = frozenset({"first", "last", "only", "second", "third"})


@dataclass(slots=True, eq=False)
class Token:
    """One word. `i` is its index in the whole document; `head` is itself at the root of a sentence."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    """Universal part of speech."""
    tag: str
    """Penn Treebank tag."""
    dep: str
    """ClearNLP dependency label (spaCy English)."""
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(default_factory=list, repr=False)
    sentence: Sentence = field(init=False, repr=False)
    lower: str = field(init=False, repr=False)
    """The word in lower case, apostrophes straightened."""

    def __post_init__(self) -> None:
        self.lower = self.text.lower()

    @property
    def span(self) -> Span:
        """Where it stands in the text as received."""
        return Span(self.start, self.end)

    @property
    def is_ranked(self) -> bool:
        """Whether a noun is told as the first or last of its kind: "the first French president"."""
        ranks = [c for c in self.children if c.dep == "amod" and c.lower in RANKS and c.i < self.i]
        told = any(c.dep in ("acl", "relcl") and any(a.lower == "to" for a in c.children) for c in self.children)
        return bool(ranks) and (told or ranks[0].i + 1 < self.i)

    def subtree(self) -> Iterator[Token]:
        """This token and all below it, in text order."""
        todo, found = [self], []
        while todo:
            token = todo.pop()
            found.append(token)
            todo.extend(token.children)
        return iter(sorted(found, key=lambda t: t.i))

    def ancestors(self) -> Iterator[Token]:
        """Heads, from the nearest to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of one line: `index` in the document, the index and kind of its line."""

    index: int
    line: int
    kind: str
    span: Span
    tokens: list[Token] = field(repr=False)
    paragraph: int = 0

    @property
    def root(self) -> Token:
        """The token that is its own head (the first, where the parse has several)."""
        return next((t for t in self.tokens if t.head is t), self.tokens[0])
