"""What the office-holders named say about the day of a report: who has left, who has not begun, who holds office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dating.days import Days, make_date, month_days
from detente.model import Document, Mention, Span, TimeMention

OPEN = date(2100, 1, 1)
"""Stands for an end that is not known."""
_ELECT = re.compile(r"\b(?:president|prime minister|chancellor)[- ]elect\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Days that a piece of evidence leaves (sorted, apart), why, and where it stands."""

    days: tuple[Days, ...]
    why: str
    spans: tuple[Span, ...]


def meet(a: tuple[Days, ...], b: tuple[Days, ...]) -> tuple[Days, ...]:
    """The days in both."""
    met = [(max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b]
    return tuple(sorted({m for m in met if m[0] <= m[1]}))


def term_days(mention: Mention) -> tuple[Days, ...]:
    """The terms in which the person named held the office named, as separate stretches."""
    office = mention.parties[0].office if mention.parties else None
    found = []
    for term in mention.candidates:
        first = _iso(term.first)
        if term.office == office and first:
            found.append((first, _iso(term.last, end=True) or OPEN))
    return tuple(sorted(set(found)))


def former_holders(document: Document) -> Iterator[Evidence]:
    """A former holder has left; a president-elect has not begun."""
    for mention in document.mentions:
        if mention.kind != "person" or len({t.person for t in mention.candidates}) != 1:
            continue
        words = mention.span.of(document.text)
        offices = [t for t in mention.candidates if mention.parties and t.office == mention.parties[0].office]
        if mention.former and " " in words and offices and offices[0].office in _FIRM:
            ends = [end for t in offices if (end := _iso(t.last, end=True))]
            if len(ends) == len(offices):
                yield Evidence(((min(ends), OPEN),), "former holder", (mention.span,))
        elif _ELECT.search(words):
            firsts = [d for t in mention.candidates if t.office.startswith("head_of_state") and (d := _iso(t.first))]
            days = tuple(sorted({(first - timedelta(80), first) for first in firsts}))
            if days:
                yield Evidence(days, "elected, not yet in office", (mention.span,))


def holders_named(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """Persons whose office the first sentences name apart from them ("the Danish minister ... Anna Holm said").

    Only those who held that one office once, so that nobody is taken for what they were; a "counterpart" holds the
    office of the person named before. Sentences that tell of a stated year are left out.
    """
    body = {s.index for s in [s for s in document.sentences if s.kind == "body"][:_FIRST]}
    early = [m for m in document.mentions if document.tokens[m.head].sentence.index in body]
    offices = {(p.state, p.office) for m in early if m.kind == "office" and not m.former for p in m.parties}
    past = {document.tokens[m.tokens[0]].sentence.index for m in times if m.interval and m.interval.how == "stated"}
    before: str | None = None
    for mention in early:
        if mention.kind != "person" or mention.former or not mention.parties:
            continue
        before = mention.parties[0].office or before
        words, terms = mention.span.of(document.text), set(mention.candidates)
        if " " not in words or document.tokens[mention.head].sentence.index in past:
            continue
        office = mention.parties[0].office
        if office in _TITLED and len({t.person for t in terms}) == 1:
            held = [t for t in terms if t.office == office]
        else:
            counterpart = before if "counterpart" in words.lower() else None
            held = [t for t in terms if (t.state, t.office) in offices or t.office == counterpart]
            held = held if len(terms) == 1 and held and held[0].office in _FIRM else []
        days = [(first, _iso(t.last, end=True) or OPEN) for t in held if (first := _iso(t.first))]
        if days:
            yield Evidence(tuple(sorted(set(days))), "terms of office", (mention.span,))


_FIRST = 6
"""Sentences of the body in which a report introduces who acts."""
_TITLED = frozenset({"spokesperson", "national_security_adviser", "deputy_head_of_state", "minister"})
"""Offices whose terms count where the title stands with the name."""
_FIRM = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "deputy_head_of_state"}
)
"""Offices whose terms the tables know well."""


def _iso(day: str | None, end: bool = False) -> date | None:
    """A day of the tables, which may be only a month or a year: its first day, or its last."""
    parts = [int(p) for p in (day or "").split("-") if p.isdigit()]
    if len(parts) == 3:
        return make_date(*parts)
    if len(parts) == 2:
        days = month_days(*parts)
        return days[end] if days else None
    return make_date(parts[0], 12 if end else 1, 31 if end else 1) if parts else None
