"""The days of one report, looked up by sentence, and those of the deeds told so far."""

from __future__ import annotations

from detente.coding.background import find_background
from detente.coding.draft import Dated, Draft, Present, When
from detente.coding.telling import verb_of
from detente.coding.written import written_on
from detente.model import Document, Sentence, Span, TimeMention, Token

OF_NO_DAY = frozenset({"past", "vague-ago"})
"""What is told of no day that a reader knows: "at the time", "several years ago"."""
OF_THAT_YEAR = frozenset({"day-of-that-year", "month-of-that-year"})


class Calendar:
    """The days of one report, looked up by sentence, and those of the deeds told so far."""

    def __init__(self, document: Document, when: When, present: Present) -> None:
        self.document, self._when, self.present = document, when, present
        self._dated: dict[int, Dated | None] = {}
        self.published = written_on(document)
        self.background = find_background(document)
        self.times: dict[int, list[TimeMention]] = {}
        self.by_span: dict[Span, TimeMention] = {}
        self.vague: set[int] = set()
        """Verbs of what was done "several years ago"."""
        for mention in document.times:
            self.by_span[mention.span] = mention
            if (mention.rule in OF_NO_DAY or _is_of_unknown(mention)) and (
                verb := verb_of(self.head(mention))
            ) is not None:
                self.vague.add(verb.i)
            if mention.interval is not None and mention.kind == "date" and mention.rule != "named-period":
                self.times.setdefault(document.tokens[mention.tokens[0]].sentence.index, []).append(mention)
        self.ranks: dict[int, int] = {}
        rank = 0
        for sentence in document.sentences:
            self.ranks[sentence.index] = rank
            rank += sentence.kind == "body"
        self.told: list[Draft] = []
        """Drafts that have been dated, or left open, in the order of their words."""

    def when(self, token: Token) -> Dated | None:
        """The days of the clause of a token, its words, and how they were found; looked for once."""
        if token.i not in self._dated:
            self._dated[token.i] = self._when(self.document, token.i)
        return self._dated[token.i]

    def of(self, sentence: Sentence) -> list[TimeMention]:
        """The time expressions of a sentence that name days."""
        return self.times.get(sentence.index, [])

    def head(self, mention: TimeMention) -> Token:
        """The topmost token of a time expression."""
        first, last = mention.tokens
        return next(
            (t for t in self.document.tokens[first:last] if not first <= t.head.i < last), self.document.tokens[first]
        )


def _is_of_unknown(mention: TimeMention) -> bool:
    """Whether a time counts from one that is not told: "in July of that year"."""
    return mention.interval is None and mention.rule in OF_THAT_YEAR
