"""A report's paragraphs with their quotations: which words stand inside the marks, which beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from detente.coding.quotes.marks import Marked, find_marked, paragraphs
from detente.coding.quotes.words import SpeechWords, speech_words
from detente.model import Document, Mention, Span, Token

_ENDS = frozenset({".", "?", "!", "...", "…"})
_WIDE = 120
_MARKS = frozenset("\"“”„«»‘’'`") | {"``", "''"}


@dataclass(slots=True)
class Page:
    """The tokens of a report and the quotation each stands in (`owner`, -1 outside)."""

    document: Document
    blocks: list[Span]
    marked: list[Marked]
    tokens: list[Token]
    starts: list[int]
    owner: list[int]
    words: SpeechWords
    mention_at: dict[int, Mention] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Page:
        """Read the marks of a report and lay them over its tokens."""
        blocks = paragraphs(document.report)
        marked = find_marked(document.text, blocks)
        tokens = document.tokens
        starts = [t.start for t in tokens] if marked else []
        owner = [-1] * len(starts)
        page = cls(document, blocks, marked, tokens, starts, owner, speech_words())
        for number, quote in enumerate(marked):
            for span in quote.spans:
                for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                    owner[i] = number
        if marked:
            page._index_mentions()
        return page

    def _index_mentions(self) -> None:
        for mention in self.document.mentions:
            for i in range(*mention.tokens):
                held = self.mention_at.get(i)
                if held is None or (mention.kind == "person" and held.kind != "person"):
                    self.mention_at[i] = mention

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a place in the text."""
        return bisect_left(self.starts, offset)

    def inner(self, quote: Marked) -> str:
        """The words within the marks, parts joined by a space."""
        return " ".join(span.of(self.document.text) for span in quote.spans)

    def left(self, span: Span, block: Span) -> list[Token]:
        """Unquoted tokens of the same sentence before a passage, nearest last."""
        before = range(self.at(span.start) - 1, -1, -1)
        return self._unquoted(takewhile(lambda i: self.tokens[i].start >= block.start, before))[::-1]

    def right(self, span: Span, block: Span) -> list[Token]:
        """Unquoted tokens of the same sentence after a passage, nearest first; up to the next quotation's end."""
        after = range(self.at(span.end), len(self.tokens))
        return self._unquoted(takewhile(lambda i: self.tokens[i].end <= block.end, after))

    def _unquoted(self, steps: Iterable[int]) -> list[Token]:
        """Tokens along a walk through the text, those of quotations and their marks left out, to the sentence's end."""
        found: list[Token] = []
        for i in steps:
            token, number = self.tokens[i], self.owner[i]
            if len(found) >= _WIDE or (self._stops(number) if number >= 0 else token.text in _ENDS):
                break
            if number < 0 and token.text not in _MARKS:
                found.append(token)
        return found

    def _stops(self, number: int) -> bool:
        return self.inner(self.marked[number]).endswith((".", "?", "!"))

    def closes_with_comma(self, span: Span) -> bool:
        """Whether a comma ends the passage, before its closing mark or after it."""
        text = self.document.text
        after = text[span.end : span.end + 3].lstrip("\"“”„«»‘’'`")
        return span.of(text).endswith((",", "—", "–", "--")) or after.startswith(",")
