"""What the offices named in a report say about its day: the terms of those who hold them in the reporter's present."""

from __future__ import annotations

import re
from datetime import date, timedelta

from detente.model import Document, Interval, Mention, Sentence, Span, Tenure
from detente.resolving.lexicon import KNOWN_OFFICES
from detente.resolving.words import load_words

_PAST_YEAR = re.compile(
    r"\b(?:in|since|until|by|of|during|between|from)\s+(?:\w+\s+){0,2}(?:19|20)\d\d\b"
    r"|\b(?:years|months|decades?) ago\b|\blast (?:year|century|decade)\b",
    re.IGNORECASE,
)
_COMING = re.compile(r"\b(?:transition|nominee|designate|elect|incoming|candidate|nominated|campaign)\b", re.IGNORECASE)
"""Words in a title that say that the office is not held yet."""
_OPEN = date(2100, 1, 1)
_QUOTES = re.compile('["“”]')
_OPENS, _CLOSES = "opens", "closes"
_BEFORE, _AFTER = " \t\n\xa0([{—–", " \t\n\xa0,.;:?!)]—–-"
"""What may stand right before an opening mark, and right after a closing one."""


def tenure_clues(document: Document) -> tuple[tuple[Span, Interval], ...]:
    """The days in which persons held the offices that the report gives them in its own present.

    Left out are former and coming holders, those who lose the office by what is told ("the ouster of president X"),
    sentences with a past year of their own, quotations, and persons whose terms are not known with both their ends or
    who held the office more than once.
    """
    quoted = quoted_spans(document)
    found: list[tuple[Span, list[Interval]]] = []
    for mention in document.mentions:
        stints = _stints(mention, document.text)
        if not stints or any(q.overlaps(mention.span) for q in quoted):
            continue
        if _in_past(document.tokens[mention.head].sentence, document.text) or not _in_office(document, mention):
            continue
        found.append((mention.span, stints))
    return tuple((span, _chosen(stints, found)) for span, stints in found)


def _in_office(document: Document, mention: Mention) -> bool:
    """Whether nothing says that the office is not held yet, or lost: "future", "the fall of", "a former aide to"."""
    words, head = load_words(), document.tokens[mention.head]
    first = document.tokens[mention.tokens[0]]
    before = document.tokens[max(first.i - 1, first.sentence.tokens[0].i) : first.i]
    if any(t.lower.partition("-")[0] in words.not_in_office for t in (*before, first)):
        return False
    above = head.head
    if above.dep == "prep":
        past = {c.lower for c in above.head.children} & words.former
        return above.head.lemma not in words.loss_of_office and not (above.lower == "to" and past)
    return head.dep not in ("dobj", "poss") or above.lemma not in words.loss_of_office


def _chosen(stints: list[Interval], found: list[tuple[Span, list[Interval]]]) -> Interval:
    """Of several stints of one person in one office the one that fits the terms of the others; else all they cover."""
    for _, others in found:
        if len(others) == 1:
            fitting = [s for s in stints if s.overlaps(others[0])]
            stints = fitting or stints
    return Interval(min(s.first for s in stints), max(s.last for s in stints), "bounded")


def _stints(mention: Mention, text: str) -> list[Interval]:
    """The days in which a person held the office that a mention gives them."""
    if mention.kind != "person" or mention.former or not mention.parties:
        return []
    party = mention.parties[0]
    start, end = mention.tokens
    if _COMING.search(mention.span.of(text)):
        return []
    if party.office not in KNOWN_OFFICES or end - start < 2 or len(party.person or "") >= len(mention.span) - 2:
        return []
    before = [word.lower().rstrip(".") for word in mention.span.of(text).split()[:-1]]
    if all(word in load_words().person_honorifics for word in before):
        return []  # "Mr. X" names no office
    terms = [t for t in mention.candidates if t.office == party.office and party.state in (None, t.state)]
    if len({t.person for t in terms}) != 1:
        return []
    stints = [(_first(t), _last(t) or _OPEN) for t in terms]
    return [Interval(first, last, "bounded") for first, last in stints if first and first <= last]


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
    """Passages between quotation marks, within one line; where a mark is lost, as far as the others tell.

    A passage that is never closed runs to the end of its line, as every paragraph of a long quotation does.
    """
    text, found = document.text, []
    for line in document.report.lines:
        opened, free = None, line.span.start
        for mark in _QUOTES.finditer(text, line.span.start, line.span.end):
            n = mark.start()
            side = _side(text, n)
            if side == _OPENS or (opened is None and side is None):
                opened = n
                continue
            found.append(Span(free if opened is None else opened, n + 1))
            opened, free = None, n + 1
        if opened is not None:
            found.append(Span(opened, line.span.end))
    return found


def _side(text: str, n: int) -> str | None:
    """Whether a quotation mark opens or closes: by the spaces round it, else by its shape; None where neither tells."""
    before, after = text[n - 1 : n].strip(_BEFORE) if n else "", text[n + 1 : n + 2].strip()
    if not before and after:
        return _OPENS
    if before and not after.strip(_AFTER):
        return _CLOSES
    return {"“": _OPENS, "”": _CLOSES}.get(text[n])


def _in_past(sentence: Sentence, text: str) -> bool:
    return _PAST_YEAR.search(sentence.span.of(text)) is not None
