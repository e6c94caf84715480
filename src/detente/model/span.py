"""A passage of a report's text as received."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Half-open range `[start, end)` in code points of the text as received.

    >>> Span(0, 5).of("Paris fell silent")
    'Paris'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves: slicing gives the evidence back."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether the other passage lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two passages share at least one code point."""
        return self.start < other.end and other.start < self.end

    @classmethod
    def covering(cls, *spans: Span) -> Span:
        """The shortest passage that holds all of these (at least one)."""
        return cls(min(s.start for s in spans), max(s.end for s in spans))
