"""Elections, and office-holders who come and go, where a report tells of them: occasions with known days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from detente.dating.days import Days
from detente.dating.holders import OPEN, Evidence, term_days
from detente.dating.landmarks import Told, occasion_words, read_days, table, telling
from detente.dating.phrase import read_phrase
from detente.model import Document, Interval, Mention, Span, Token

_INTO = re.compile(
    r"((?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) (?:week|month|year)s?)"
    r" (?:into (?:his|her|the) (?:term|tenure|presidency|job|administration|new job|first term)"
    r"|on the job|after (?:taking|assuming) (?:office|power))\b"
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
        if token.lemma not in telling("votes"):
            continue
        below = list(token.subtree())
        states = {p.state for t in below if t.i in by_token for p in by_token[t.i].parties if p.state}
        words = {t.lower for t in token.children}
        if len(states) != 1 or any(t.text.isdigit() and len(t.text) == 4 for t in below):
            continue
        state = states.pop()
        kinds = (
            ["president"]
            if words & telling("of_president")
            else ["parliament"]
            if words & telling("of_parliament")
            else None
        )
        days = sorted(d for kind in kinds or ["president", "parliament"] for d in known.get((state, kind), ()))
        if days:
            yield Told(tuple(days), (token,), Span(below[0].start, below[-1].end), "election", foreseen=True)


def _changes(document: Document) -> Iterator[Told]:
    """ "X, who took office in May": somebody whose term is known comes to it or leaves it."""
    coming, going = occasion_words()["coming"], occasion_words()["going"]
    by_head = {m.head: m for m in document.mentions if m.kind == "person" and m.candidates}
    for token in document.tokens:
        if token.pos != "VERB" or not (token.lemma in coming or token.lemma in going):
            continue
        if token.lemma in telling("into") and not _has_office(token):
            continue
        mention = _whom(token, by_head)
        terms = term_days(mention) if mention is not None else ()
        if mention is None or not terms:
            continue
        comes = token.lemma in coming
        lead = timedelta(coming[token.lemma] if comes else going[token.lemma])
        ends = [term[0] if comes else term[1] for term in terms]
        days = tuple((end - lead, end + timedelta(3)) for end in ends if end < OPEN)
        if days:
            yield Told(days, (token,), Span.covering(mention.span, token.span), "change of office", foreseen=True)


def _has_office(verb: Token) -> bool:
    """Whether what a verb takes is an office: "took over", "took the reins", "was sworn in"."""
    return any(t.lower in telling("office") for c in verb.children for t in (c, *c.children))


def _whom(verb: Token, by_head: dict[int, Mention]) -> Mention | None:
    """The person who is the subject of a verb, or whom its relative clause or participle describes."""
    subject = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass")), None)
    done = verb.lemma in telling("done_to")
    if done and (verb.tag != "VBN" or (subject is not None and subject.dep == "nsubj")):
        return None
    if subject is not None and subject.i in by_head:
        return by_head[subject.i]
    if verb.dep in ("relcl", "acl") and (subject is None or subject.lower == "who"):
        return by_head.get(verb.head.i)
    return None


def fresh_holders(document: Document) -> Iterator[Evidence]:
    """ "New president X", "outgoing prime minister Y", "seven months on the job": near an end of a known term."""
    fresh, outgoing = occasion_words()["fresh"], occasion_words()["outgoing"]
    for mention in document.mentions:
        if mention.kind != "person" or mention.former or len({t.person for t in mention.candidates}) != 1:
            continue
        first, terms = mention.tokens[0], term_days(mention)
        words = [t.text for t in document.tokens[max(first - 1, 0) : mention.tokens[1] - 1]]
        word = next((w for w in words if w in fresh), None)
        if word is not None:
            days = [_around(term[0], fresh[word]) for term in terms]
        else:
            days = [_around(term[1], outgoing) for term in terms if term[1] < OPEN and "outgoing" in words]
        if days:
            why = "new in office" if word is not None else "leaving office"
            yield Evidence(tuple(days), why, (mention.span,), firm=False)
    yield from _so_long_in_office(document)


def _around(day: date, most: list[int]) -> Days:
    return day - timedelta(most[0]), day + timedelta(most[1])


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
        unit = reading.interval.days
        middle = anchor.first - reading.interval.first - timedelta(unit // 2)
        before, after = timedelta(unit // 3 + 3), timedelta(unit * 2 // 3 + 3)
        days = tuple((first + middle - before, first + middle + after) for first, _ in stretches)
        start = sentence.span.start
        yield Evidence(
            days, "so long in office", (mention.span, Span(start + match.start(), start + match.end())), firm=False
        )


__all__ = ["fresh_holders", "occasions_told"]
