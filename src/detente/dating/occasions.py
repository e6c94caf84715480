"""Elections, and office-holders who come and go, where a report tells of them: occasions with known days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import timedelta

from detente.dating.days import Days
from detente.dating.holders import OPEN, Evidence, term_days
from detente.dating.landmarks import Told, read_days, table
from detente.dating.phrase import read_phrase
from detente.model import Document, Interval, Mention, Span, Token

_VOTES = frozenset({"election", "poll", "ballot", "runoff", "run-off"})
_PRESIDENT = frozenset({"presidential", "runoff", "run-off"})
_PARLIAMENT = frozenset({"parliamentary", "legislative", "federal", "midterm", "mid-term", "snap", "congressional"})
_COMING = {"inaugurate": 3, "swear": 3, "elect": 120, "appoint": 10, "name": 20, "assume": 5, "become": 10, "take": 5}
"""Verbs that say of somebody that they came to office, and how many days before their term that can be."""
_GOING = {"resign": 60, "oust": 10, "overthrow": 10, "topple": 10, "quit": 60, "die": 3, "depose": 10}
_OFFICE = frozenset({"office", "over", "power", "helm", "reins", "post", "presidency"})
_FRESH = {"new": (30, 270), "newly": (120, 180), "newly-elected": (120, 180), "incoming": (120, 5)}
"""Words before a holder of an office, and the days before and after the start of the term that they allow."""
_OUTGOING = (200, 5)
_INTO = re.compile(
    r"((?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) (?:week|month|year)s?)"
    r" (?:into (?:his|her|the) (?:term|tenure|presidency|job|administration|new job|first term)"
    r"|in(?:to)? (?:office|power)|on the job|after (?:taking|assuming) (?:office|power))\b"
)


def occasions_told(document: Document) -> Iterator[Told]:
    """The elections and changes of office that a report tells of."""
    yield from _elections(document)
    yield from _changes(document)


@functools.cache
def _election_days() -> dict[tuple[str, str], tuple[Days, ...]]:
    """The days of elections.csv by state and kind."""
    return {(row["state"], row["kind"]): read_days(row["days"]) for row in table("elections")}


def _elections(document: Document) -> Iterator[Told]:
    by_token = {i: m for m in document.mentions if m.kind in ("state", "demonym") for i in range(*m.tokens)}
    known = _election_days()
    for token in document.tokens:
        if token.lemma not in _VOTES:
            continue
        below = list(token.subtree())
        states = {p.state for t in below if t.i in by_token for p in by_token[t.i].parties if p.state}
        words = {t.lower for t in token.children}
        if len(states) != 1 or any(t.text.isdigit() and len(t.text) == 4 for t in below):
            continue
        state = states.pop()
        kinds = ["president"] if words & _PRESIDENT else ["parliament"] if words & _PARLIAMENT else None
        days = sorted(d for kind in kinds or ["president", "parliament"] for d in known.get((state, kind), ()))
        if days:
            yield Told(tuple(days), (token,), Span(below[0].start, below[-1].end), "election", foreseen=True)


def _changes(document: Document) -> Iterator[Told]:
    """ "X, who took office in May": somebody whose term is known comes to it or leaves it."""
    by_head = {m.head: m for m in document.mentions if m.kind == "person" and m.candidates}
    for token in document.tokens:
        table_ = _COMING if token.lemma in _COMING else _GOING if token.lemma in _GOING else None
        if table_ is None or token.pos != "VERB":
            continue
        if token.lemma in ("take", "assume", "swear") and not any(t.lower in _OFFICE | {"in"} for t in token.subtree()):
            continue
        mention = _whom(token, by_head)
        terms = term_days(mention) if mention is not None else ()
        if mention is None or not terms:
            continue
        lead = timedelta(table_[token.lemma])
        ends = [t[0] if table_ is _COMING else t[1] for t in terms]
        days = tuple((end - lead, end + timedelta(3)) for end in ends if end < OPEN)
        if days:
            yield Told(days, (token,), Span.covering(mention.span, token.span), "change of office", foreseen=True)


def _whom(verb: Token, by_head: dict[int, Mention]) -> Mention | None:
    """The person who is the subject of a verb, or whom its relative clause or participle describes."""
    subject = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.i in by_head:
        return by_head[subject.i]
    if verb.dep in ("relcl", "acl") and (subject is None or subject.lower == "who"):
        return by_head.get(verb.head.i)
    return None


def fresh_holders(document: Document) -> Iterator[Evidence]:
    """ "New president X", "outgoing prime minister Y", "seven months on the job": near an end of a known term."""
    for mention in document.mentions:
        if mention.kind != "person" or mention.former or len({t.person for t in mention.candidates}) != 1:
            continue
        terms = [d for d in term_days(mention)]
        first = mention.tokens[0]
        words = [t.text for t in document.tokens[max(first - 1, 0) : mention.tokens[1] - 1]]
        fresh = next((_FRESH[w] for w in words if w in _FRESH), None)
        if terms and fresh:
            days = tuple((t[0] - timedelta(fresh[0]), t[0] + timedelta(fresh[1])) for t in terms)
            yield Evidence(days, "new in office", (mention.span,), firm=False)
        elif "outgoing" in words and terms:
            days = tuple((t[1] - timedelta(_OUTGOING[0]), t[1] + timedelta(_OUTGOING[1])) for t in terms if t[1] < OPEN)
            if days:
                yield Evidence(days, "leaving office", (mention.span,), firm=False)
    yield from _so_long_in_office(document)


def _so_long_in_office(document: Document) -> Iterator[Evidence]:
    for sentence in document.sentences:
        match = _INTO.search(sentence.span.of(document.text))
        if match is None:
            continue
        here = [m for m in document.mentions if sentence.span.contains(m.span) and m.kind == "person" and not m.former]
        terms = {term_days(m): m for m in here if len({t.person for t in m.candidates}) == 1 and term_days(m)}
        anchor = Interval.day("2001-06-15")
        reading = read_phrase(f"{match[1]} ago", anchor)
        if len(terms) != 1 or reading is None or reading.interval is None:
            continue
        ((stretches, mention),) = terms.items()
        near, far = anchor.first - reading.interval.last, anchor.first - reading.interval.first
        slack = timedelta(reading.interval.days // 3 + 3)
        days = tuple((first + near - slack, first + far + slack) for first, _ in stretches)
        start = sentence.span.start
        yield Evidence(days, "so long in office", (mention.span, Span(start + match.start(), start + match.end())), firm=False)


__all__ = ["fresh_holders", "occasions_told"]
