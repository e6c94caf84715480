"""What one search through one report keeps: the marks, the words taken, the persons named so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.model import Document, Mention, Party, Span, Tenure, Token
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Lexicon, Person
from detente.resolving.scan import Mark


@dataclass(slots=True)
class Named:
    """A person as a report names them: the fullest name, who it can be, and what was said of them."""

    name: str
    people: list[Person]
    state: str | None = None
    organisation: str | None = None
    office: str | None = None
    former: bool = False
    at: int = 0
    """The token at which the report first names the person so."""


@dataclass(slots=True)
class Row:
    """A row of names that a plural noun describes ("two Maltese sailors, X and Y"): its end so far, whose they are."""

    last: int
    states: tuple[str, ...]


@dataclass(slots=True)
class Finder:
    """The state of one search through one report."""

    document: Document
    lexicon: Lexicon
    marks: dict[int, Mark]
    ends: dict[int, Mark]
    taken: bytearray
    mentions: list[Mention] = field(default_factory=list)
    named: dict[str, list[Named]] = field(default_factory=dict)
    given: dict[str, list[Named]] = field(default_factory=dict)
    introduced: dict[str, list[Named]] = field(default_factory=dict)
    """Those named by title and surname only ("President Trump"), whom a surname shared with a full name may mean."""
    row: Row | None = None

    @property
    def tokens(self) -> list[Token]:
        """The report's tokens."""
        return self.document.tokens

    def span(self, first: int, last: int) -> Span:
        """Where tokens `[first, last)` stand."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The words of tokens `[first, last)` as printed."""
        return self.span(first, last).of(self.document.text)

    def known(self, first: int, last: int) -> list[Named]:
        """The persons whom the report has named so far and whom a short form can mean."""
        return self.named.get(fold_key(self.words(first, last)), [])

    def add(
        self,
        kind: str,
        first: int,
        last: int,
        head: int,
        parties: tuple[Party, ...],
        candidates: tuple[Tenure, ...] = (),
        *,
        former: bool = False,
        plural: bool = False,
        attributive: bool = False,
    ) -> None:
        """Keep a mention and take its tokens."""
        how = parties[0].how if parties else None
        self.mentions.append(
            Mention(
                span=self.span(first, last),
                kind=kind,
                tokens=(first, last),
                head=head,
                parties=parties,
                candidates=candidates,
                former=former,
                plural=plural,
                attributive=attributive,
                how=how,
            )
        )
        self.taken[first:last] = b"\1" * (last - first)

    def forget(self, mention: Mention, persons: list[Named]) -> None:
        """Take back a mention and the persons whom it named, to be read anew."""
        self.mentions.remove(mention)
        first, last = mention.tokens
        self.taken[first:last] = bytes(last - first)
        for people in (*self.named.values(), *self.given.values(), *self.introduced.values()):
            people[:] = [known for known in people if known not in persons]


def top(tokens: list[Token], first: int, last: int) -> int:
    """The token of a range whose head stands outside it; the last one where several do."""
    for i in range(last - 1, first - 1, -1):
        head = tokens[i].head
        if head is tokens[i] or not first <= head.i < last:
            return i
    return last - 1


def terms_of(people: list[Person]) -> tuple[Tenure, ...]:
    """All terms of office of some persons."""
    return tuple(term for person in people for term in person.tenures)
