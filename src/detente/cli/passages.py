"""Passages of a report with some of their words highlighted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Span

if TYPE_CHECKING:
    from rich.text import Text

STYLE = "bold reverse"


def passage(text: str, stretch: Span, marked: Sequence[Span], brackets: bool) -> Text:
    """A stretch of a report on one line, with the marked words in it highlighted.

    Args:
        text: the report as received.
        stretch: what to print.
        marked: words to highlight, those elsewhere are left out.
        brackets: put them between square brackets too, for where there is no colour.
    """
    from rich.text import Text

    shown = Text()
    for span, is_marked in pieces(stretch, marked):
        words = " ".join(span.of(text).split("\n"))
        shown.append(f"[{words}]" if is_marked and brackets else words, style=STYLE if is_marked else "not dim")
    return shown


def pieces(stretch: Span, marked: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Cut a stretch where marked words begin and end; of overlapping ones the outermost counts.

    >>> [(s.start, s.end, m) for s, m in pieces(Span(0, 10), [Span(2, 4), Span(3, 6), Span(20, 22)])]
    [(0, 2, False), (2, 6, True), (6, 10, False)]
    """
    at = stretch.start
    for span in _joined([s for s in marked if stretch.contains(s)]):
        if at < span.start:
            yield Span(at, span.start), False
        yield span, True
        at = span.end
    if at < stretch.end:
        yield Span(at, stretch.end), False


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return joined
