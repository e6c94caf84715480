"""What the offices named in a report say about its day: the terms of those who hold them in the reporter's present."""

from __future__ import annotations

import re
from datetime import date, timedelta

from detente.model import Document, Interval, Mention, Sentence, Span, Tenure
from detente.resolving.lexicon import KNOWN_OFFICES

_PAST_YEAR = re.compile(
    r"\b(?:in|since|until|by|of|during|between|from)\s+(?:\w+\s+){0,2}(?:19|20)\d\d\b"
    r"|\b(?:years|months|decades?) ago\b|\blast (?:year|century|decade)\b",
    re.IGNORECASE,
)
_QUOTES = '"“”'


def tenure_clues(document: Document) -> tuple[tuple[Span, Interval], ...]:
    """The days in which persons held the offices that the report gives them in its own present.

    Left out are former and coming holders, sentences with a past year of their own, quotations, and persons whose
    terms are not known with both their ends or who held the office more than once.
    """
    clues = []
    quoted = quoted_spans(document)
    by_token = {t.i: t.sentence for t in document.tokens}
    for mention in document.mentions:
        interval = _term(mention)
        if interval is None or any(q.overlaps(mention.span) for q in quoted):
            continue
        if _in_past(by_token[mention.head], document.text):
            continue
        clues.append((mention.span, interval))
    return tuple(clues)


def _term(mention: Mention) -> Interval | None:
    if mention.kind != "person" or mention.former or not mention.parties:
        return None
    party = mention.parties[0]
    start, end = mention.tokens
    if party.office not in KNOWN_OFFICES or end - start < 2 or len(party.person or "") >= len(mention.span) - 2:
        return None
    terms = [t for t in mention.candidates if t.office == party.office and party.state in (None, t.state)]
    if not terms or len({t.person for t in terms}) != 1:
        return None
    firsts, lasts = [_first(t) for t in terms], [_last(t) for t in terms]
    if any(day is None for day in firsts):
        return None
    first = min(day for day in firsts if day)
    last = max((day for day in lasts if day), default=None)
    if any(day is None for day in lasts) or last is None:
        last = date(2100, 1, 1)
    return Interval(first, last, "bounded") if first <= last else None


def _first(term: Tenure) -> date | None:
    if not term.first:
        return None
    parts = [int(p) for p in term.first.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last(term: Tenure) -> date | None:
    if not term.last:
        return None
    parts = [int(p) for p in term.last.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if len(parts) == 2:
        return date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - timedelta(1)
    return date(parts[0], 12, 31)


def quoted_spans(document: Document) -> list[Span]:
    """Passages between quotation marks, within one line."""
    found = []
    for line in document.report.lines:
        marks = [line.span.start + i for i, c in enumerate(line.span.of(document.text)) if c in _QUOTES]
        found += [Span(a, b + 1) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    return found


def _in_past(sentence: Sentence, text: str) -> bool:
    return _PAST_YEAR.search(sentence.span.of(text)) is not None
