"""Gatherings known by name: which of their meetings a sentence speaks of, and its days."""

from __future__ import annotations

import functools
import re
from datetime import date

from detente.dating.clauses import clause_tense
from detente.dating.days import Days
from detente.dating.grammar import load_rows
from detente.model import Document, Interval, Sentence, Span, TimeMention, Token

_NEAR = 180
"""Days before or after a report within which its "summit" without a date is meant."""


@functools.cache
def known_gatherings() -> tuple[re.Pattern[str], dict[str, tuple[Days, ...]]]:
    """The names of `gatherings.yaml`, as one pattern, and the days on which each met."""
    days: dict[str, tuple[Days, ...]] = {}
    for row in load_rows("gatherings"):
        met = tuple(tuple(date.fromisoformat(day) for day in text.split("/")) for text in row["days"])
        days |= {name: tuple((first, last) for first, last in met) for name in row["names"]}
    names = "|".join(re.escape(name) for name in sorted(days, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({names})(?!\w)", re.IGNORECASE), days


def gathering_times(document: Document, sentence: Sentence, times: list[TimeMention]) -> list[TimeMention]:
    """The gatherings that a sentence names, as time expressions.

    A time that belongs to the name ("the summit in April") must hold exactly one of its meetings; without one it is
    the last before the report, or the next after it where the clause looks ahead, if that is not far.
    """
    pattern, known = known_gatherings()
    found = []
    for match in pattern.finditer(sentence.span.of(document.text)):
        start, end = sentence.span.start + match.start(), sentence.span.start + match.end()
        tokens = [t for t in sentence.tokens if start <= t.start < end]
        if not tokens:
            continue
        head = tokens[-1]
        meeting = _meeting(document, head, times, known[match[1].lower()])
        if meeting is not None:
            found.append(
                TimeMention(
                    span=Span(start, end),
                    interval=Interval(*meeting, "relative"),
                    tokens=(tokens[0].i, head.i + 1),
                    rule="gathering",
                )
            )
    return found


def _meeting(document: Document, head: Token, times: list[TimeMention], meetings: tuple[Days, ...]) -> Days | None:
    whole = head.head.head if head.dep == "pobj" and head.head.lower == "of" else head
    below = {t.i for t in whole.subtree()}
    own = [m for m in times if m.interval is not None and m.kind == "date" and m.tokens[0] in below]
    if own:
        within = [days for days in meetings for m in own if m.interval and _holds(m.interval, days)]
        return within[0] if len(within) == 1 else None
    published = document.published
    if published is None or published.days > 31:
        return None
    tense = clause_tense(head)
    ahead = [d for d in meetings if d[1] >= published.first and (d[0] - published.last).days <= _NEAR]
    back = [d for d in meetings if d[0] <= published.last and (published.first - d[1]).days <= _NEAR]
    if tense == "past":
        return back[-1] if back else None
    return ahead[0] if tense == "future" and ahead else None


def _holds(interval: Interval, days: Days) -> bool:
    return interval.first <= days[0] and days[1] <= interval.last
