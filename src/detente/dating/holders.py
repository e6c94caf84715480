"""What the office-holders named say about the day of a report: who has left, who has not begun, who holds office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dating.clauses import clause_verb
from detente.dating.days import Days, make_date, month_days
from detente.dating.landmarks import occasion_words, telling
from detente.model import Document, Mention, Span, Tenure, TimeMention

START, OPEN = date(1950, 1, 1), date(2100, 1, 1)
"""Stand for a beginning and an end that are not known."""
_TABLES_END = date(2024, 12, 31)
"""The last day of which the tables of events and elections know."""
_ELECT = re.compile(r"\b(?:president|prime minister|chancellor)[- ]elect\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Days that a piece of evidence leaves (sorted, apart), why, and where it stands."""

    days: tuple[Days, ...]
    why: str
    spans: tuple[Span, ...]
    firm: bool = True
    """Whether it makes a contradiction where it does not fit; what may be told of another year is let go."""
    exact: bool = False
    """Whether it may leave but a day or two of what is not firm."""
    likely: tuple[Days, ...] = ()
    """The days that it leaves as a rule: they choose among stretches that lie far apart."""


def meet(a: tuple[Days, ...], b: tuple[Days, ...]) -> tuple[Days, ...]:
    """The days in both, sorted and apart."""
    one, two = _in_order(a), _in_order(b)
    met: list[Days] = []
    i = j = 0
    while i < len(one) and j < len(two):
        first, last = max(one[i][0], two[j][0]), min(one[i][1], two[j][1])
        if first <= last:
            met.append((first, last))
        if one[i][1] < two[j][1]:
            i += 1
        else:
            j += 1
    return tuple(met)


def _in_order(days: tuple[Days, ...]) -> list[Days]:
    """Stretches of days sorted, those that overlap made one."""
    found: list[Days] = []
    for first, last in sorted(days):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def term_days(mention: Mention, office: str | None = None) -> tuple[Days, ...]:
    """The terms in which the person named held the office named, or another, as separate stretches."""
    office = office or (mention.parties[0].office if mention.parties else None)
    found = []
    for term in mention.candidates:
        first = _iso(term.first)
        if term.office == office and first:
            found.append((first, _iso(term.last, end=True) or OPEN))
    return tuple(sorted(set(found)))


def known_stints(stints: tuple[Days, ...]) -> tuple[Days, ...]:
    """The stints in an office without one that begins after the tables end, where the person held it before.

    Who comes to an office again then is known for the time before: nothing else in the tables tells the two apart.
    """
    within = tuple(stint for stint in stints if stint[0] <= _TABLES_END)
    return within or stints


def former_holders(document: Document) -> Iterator[Evidence]:
    """A former holder has left; a president-elect who is not also called president has not begun."""
    begun = {
        term.person
        for m in document.mentions
        if m.kind == "person" and not m.former and m.span.of(document.text).startswith("President ")
        for term in m.candidates
    }
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
            if days and mention.candidates[0].person not in begun:
                yield Evidence(days, "elected, not yet in office", (mention.span,))


def holders_named(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """Persons whose office stands with their name, or apart from it in the first sentences.

    "The Danish minister ... Anna Holm said": only those who held that one office once, so that nobody is taken for what
    they were; a "counterpart" holds the office of the person named before. Sentences that tell of a stated year are
    left out.
    """
    body = [s for s in document.sentences if s.kind == "body"]
    lead = {s.index for s in body[:_FIRST]}
    past = {document.tokens[m.tokens[0]].sentence.index for m in times if m.interval and m.interval.how == "stated"}
    told = {s.index for s in body} - past
    offices = {
        (p.state, p.office)
        for m in document.mentions
        if m.kind == "office" and not m.former and document.tokens[m.head].sentence.index in lead
        for p in m.parties
    }
    turning, still = _turning(document), (timedelta(0), timedelta(0))
    before: str | None = None
    for mention in document.mentions:
        sentence = document.tokens[mention.head].sentence.index
        if mention.kind != "person" or mention.former or not mention.parties:
            continue
        before = mention.parties[0].office or before if sentence in lead else None
        if " " not in mention.span.of(document.text) or sentence not in told:
            continue
        held = _titled(mention)
        if not held and sentence in lead:
            held = _apart(mention, offices, before if "counterpart" in mention.span.of(document.text).lower() else None)
        if sentence not in lead and len(mention.span.of(document.text).split()) < 4:
            continue
        before_term, after_term = turning.get(held[0].person, still) if held else still
        days = [
            (first - before_term, (_iso(t.last, end=True) or OPEN - after_term) + after_term)
            for t in held
            if (first := _iso(t.first))
        ]
        if days and told_gone(document, mention):
            days = [(first, OPEN) for first, _ in days]
        if days:
            yield Evidence(tuple(sorted(set(days))), "terms of office", (mention.span,), firm=sentence in lead)


def told_gone(document: Document, mention: Mention) -> bool:
    """Whether a minister or adviser is told of as having left, which may be long over ("the firing of adviser X")."""
    if not mention.parties or mention.parties[0].office in _HEADS:
        return False
    start, end = mention.tokens
    sentence = document.tokens[mention.head].sentence
    near = document.tokens[max(start - _GONE, 0) : end + _GONE]
    return any(t.sentence is sentence and t.lower in telling("gone") for t in near)


def _turning(document: Document) -> dict[str, tuple[timedelta, timedelta]]:
    """Persons told of as chosen for an office, or as losing it: days before and after a term when they are named."""
    words = occasion_words()
    found: dict[str, tuple[timedelta, timedelta]] = {}
    for mention in document.mentions:
        head = document.tokens[mention.head]
        while head.dep in ("appos", "conj") and head.head is not head:
            head = head.head
        above = head.head.head if head.dep == "pobj" and head.head.lower == "of" else head.head
        lemma = above.lemma if head.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "poss") else ""
        if mention.kind == "person" and (lemma in words["chosen"] or lemma in words["lost"]):
            days = timedelta(words["chosen"].get(lemma, 0)), timedelta(words["lost"].get(lemma, 0))
            found |= {term.person: days for term in mention.candidates}
    return found


def administrations(document: Document) -> Iterator[Evidence]:
    """ "The Obama administration" in the first sentences, told in the reporter's present: the term of the one named."""
    lead = [s for s in document.sentences if s.kind == "body"][:_NEWS]
    named: dict[str, Evidence] = {}
    for mention in document.mentions:
        token = document.tokens[mention.tokens[1] - 1]
        after = document.tokens[token.i + 1 : token.i + 2]
        if mention.kind != "person" or not after or after[0].lower != "administration" or mention.former:
            continue
        verb = clause_verb(after[0])
        if token.sentence not in lead or verb is None or after[0].dep not in ("nsubj", "nsubjpass"):
            continue
        terms = [t for t in mention.candidates if t.office == "head_of_state"]
        days = [(first, _iso(t.last, end=True) or OPEN) for t in terms if (first := _iso(t.first))]
        if days and len({t.person for t in terms}) == 1:
            named[terms[0].person] = Evidence(tuple(sorted(set(days))), "terms of office", (mention.span,), firm=False)
    if len(named) == 1:
        yield from named.values()


def _titled(mention: Mention) -> list[Tenure]:
    """The terms of a person in the office that stands with the name."""
    office, terms = mention.parties[0].office, set(mention.candidates)
    if office not in _TITLED or len({t.person for t in terms}) != 1:
        return []
    return [t for t in terms if t.office == office]


def _apart(mention: Mention, offices: set[tuple[str | None, str | None]], counterpart: str | None) -> list[Tenure]:
    """The terms of a person in an office that the first sentences name apart from the name."""
    terms = set(mention.candidates)
    held = [t for t in terms if (t.state, t.office) in offices or t.office == counterpart]
    if held and len({t.person for t in terms}) == 1 and {t.office for t in held} == {"ambassador"}:
        return [] if _FIRM & {t.office for t in terms} else held
    return held if len(terms) == 1 and held and held[0].office in _FIRM else []


_NEWS = 3
"""Sentences of the body that tell the news."""
_GONE = 6
"""Words about a holder among which the end of the term is told."""
_HEADS = frozenset({"head_of_state", "head_of_government", "deputy_head_of_state", None})
_FIRST = 6
"""Sentences of the body in which a report introduces who acts."""
_TITLED = frozenset({"spokesperson", "national_security_adviser", "deputy_head_of_state", "minister", "ambassador"})
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
