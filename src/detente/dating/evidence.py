"""What a report's words say about the day it was written: each piece of evidence leaves a set of days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from detente.dating.anchors import anchored
from detente.dating.attach import mention_head
from detente.dating.clauses import clause_tense, clause_verb, hangs_on, is_finite
from detente.dating.days import Days, add_months, make_date
from detente.dating.grammar import load_grammar
from detente.dating.holders import OPEN, Evidence, administrations, former_holders, holders_named, meet
from detente.dating.landmarks import telling
from detente.dating.meetings import gatherings_in_the_news
from detente.dating.phrase import read_phrase, scan
from detente.dating.times import find_times
from detente.dating.yearless import dates_ahead, yearless_dates
from detente.model import Document, Interval, Span, TimeMention

_LEAD = 3
_POST = re.compile(r"[—–-] [^\n]{2,60}\(@\w{1,15}\) ([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
_RIGHTS = re.compile(r"(?:©|\bCopyright\b)[^\n]{0,12}?((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?\b(.{0,25})")
_CITED = re.compile(r"\(([^()]{3,90}?),\s+([A-Z][a-z]+\.? \d{1,2}(?:-\d{1,2})?)\)")
_CREDIT = re.compile(
    r"\b([A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)\.?\)?\s{0,2}\(?(?:REUTERS|Reuters|AFP|EPA|AP Photo|AP\b)"
)
_NEARLY_OVER = (12, 1)
"""Month and day from which a year is told as over."""
_CAPTION = 300
"""Characters of a line before the day of its picture in which it is called one from the files."""
_FRESH_PICTURE = 75
"""Days after which hardly any report still shows a picture that is not called one from the files."""
_DATELINE = re.compile(r"^([A-Z][A-Z .'-]+(?:, [A-Z][\w. ]+)?), ([A-Z][a-z]+\.? \d{1,2}) \([A-Z][\w ./-]{1,30}\)", re.M)


def gather_evidence(document: Document) -> Iterator[Evidence]:
    """Everything but terms of office, the more trustworthy first."""
    times = document.times or find_times(document)
    yield from former_holders(document)
    yield from holders_named(document, times)
    yield from administrations(document)
    yield from _past_dates(document, times)
    yield from _posts(document)
    yield from _pictures(document)
    yield from _cited(document, times)
    cited = [Span(*match.span()) for match in _CITED.finditer(document.text)]
    yield from dates_ahead(document, times)
    yield from yearless_dates(document, times, cited)
    yield from _first_since(document, times)
    yield from gatherings_in_the_news(document, times)
    yield from _weekday(document, times)
    yield from anchored(document, times)
    yield from _rights(document)


def _past_dates(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """The latest full date told in a past tense: the report is no older; of its own year it would say no year."""
    best: TimeMention | None = None
    for mention in times:
        interval = mention.interval
        if interval is None or interval.how != "stated" or mention.kind != "date" or mention.rule == "named-period":
            continue
        head = mention_head(document, mention)
        verb = clause_verb(head)
        if mention.part in ("by", "until", "before") or verb is None or not hangs_on(head, verb):
            continue
        if mention.rule == "year" and document.tokens[max(mention.tokens[0] - 1, 0)].pos == "PROPN":
            continue  # "Vision 2030": part of a name
        before_noun = head.dep in ("nummod", "compound", "amod", "nmod") and head.i < head.head.i
        promised = head.dep == "pobj" and head.head.lower == "for"
        if before_noun or promised or clause_tense(head) != "past" or verb.dep in ("ccomp", "xcomp"):
            continue
        if best is None or best.interval is None or interval.first > best.interval.first:
            best = mention
    if best and best.interval:
        first = best.interval.first
        if best.rule == "year":
            first = make_date(first.year, *_NEARLY_OVER) or first
        yield Evidence(((first, OPEN),), "latest date told", (best.span,))


def _posts(document: Document) -> Iterator[Evidence]:
    """The latest post quoted with its day: reports quote posts of their own week."""
    found = []
    for match in _POST.finditer(document.text):
        reading = read_phrase(match[1], None)
        if reading and reading.interval:
            found.append((reading.interval.first, Span(match.start(1), match.end(1))))
    if found:
        day, span = max(found)
        yield Evidence(((day - timedelta(1), day + timedelta(7)),), "post quoted", (span,))


def _pictures(document: Document) -> Iterator[Evidence]:
    """The latest day of a picture: the report is no older."""
    found = []
    for line in document.report.lines:
        if line.kind == "caption":
            for reading in scan(line.span.of(document.text), None, lambda *_: None):
                if reading.interval and reading.interval.days == 1 and reading.interval.how == "stated":
                    start = line.span.start
                    found.append((reading.interval.first, Span(start + reading.start, start + reading.end)))
    if found:
        day, span = max(found)
        yield Evidence(((day - timedelta(1), OPEN),), "picture of that day", (span,))
    credited = []
    for match in _CREDIT.finditer(document.text):
        phrase = read_phrase(match[1], Interval.day("2001-06-15"))
        caption = document.text[max(match.start() - _CAPTION, 0) : match.start()].rpartition("\n")[2]
        if phrase and phrase.interval and phrase.interval.days == 1 and "file" not in caption.lower():
            credited.append((phrase.interval.first, Span(*match.span(1))))
    if credited:
        day, span = max(credited)
        fresh = ((day - timedelta(1), day + timedelta(_FRESH_PICTURE)),)
        yield Evidence(fresh, "picture with its agency", (span,), firm=False, exact=True)


def _rights(document: Document) -> Iterator[Evidence]:
    """The year of a copyright: pages are stamped when they are read, so the report is no younger; agencies stamp
    the text itself, which is of that year."""
    found = [(match[2] or match[1], match) for match in _RIGHTS.finditer(document.text)]
    if found:
        text, match = max(found, key=lambda f: f[0])
        year, span = int(text), (Span(*match.span()),)
        owned = any(owner in match[3] for owner in telling("rights_of_text")) and len({f[0] for f in found}) == 1
        first = date(year - 1, 12, 31) if owned else date(1950, 1, 1)
        yield Evidence(((first, date(year + 1, 1, 31)),), "copyright", span, firm=False, exact=True)


def _cited(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """Agencies cited with their day: "(Itar-Tass, July 22)"; with "yesterday" told, the report is of the day after."""
    months = load_grammar().words["month"]
    cited: list[tuple[int, int, Span]] = []
    for match in [*_CITED.finditer(document.text), *_DATELINE.finditer(document.text)]:
        name, _, number = match[2].partition(" ")
        month = months.get(name.rstrip(".").lower())
        if month:
            cited.append((month, int(number.rpartition("-")[2]), Span(match.start(), match.end())))
    if not cited:
        return
    month, number, span = max(cited, key=lambda c: (c[0], c[1]))
    words = {m.span.of(document.text).lower(): m.span for m in times if m.rule == "today"}
    told = words.get("yesterday")
    least, most = (1, 1) if told else (0, 0) if "today" in words else (0, 3)
    days = [
        (day + timedelta(least), day + timedelta(most))
        for y in range(1950, 2100)
        if (day := make_date(y, month, number))
    ]
    yield Evidence(tuple(days), "agencies cited", (span, told) if told else (span,))


def _first_since(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """ "first talks in over a year" and "the last were in March 2006": a year after, and not yet two."""
    gaps = [m for m in times if m.rule == "in-units" and m.value and _after_first(document, m)]
    lasts = [m for m in times if m.interval and m.interval.how == "stated" and _after_last(document, m)]
    for gap in gaps:
        match = re.fullmatch(r"P(\d+)([YE])", gap.value or "")
        if not match or not lasts:
            continue
        years = int(match[1]) * (10 if match[2] == "E" else 1)
        last = lasts[-1]
        assert last.interval is not None
        first = add_months(last.interval.first, years * 12)
        end = add_months(last.interval.last, years * 12 + 12 * (10 if match[2] == "E" else 1))
        if first and end:
            yield Evidence(((first, end),), "so long after the last", (gap.span, last.span))


def _after_first(document: Document, mention: TimeMention) -> bool:
    words = [t.lower for t in document.tokens[max(mention.tokens[0] - 12, 0) : mention.tokens[0]]]
    return any(w in ("first", "highest", "highest-level") for w in words)


def _after_last(document: Document, mention: TimeMention) -> bool:
    sentence = document.tokens[mention.tokens[0]].sentence
    words = [t.lower for t in sentence.tokens if t.i < mention.tokens[0]]
    return "last" in words[:4] or "previous" in words[:4]


def _weekday(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """The weekday of the first deed told: reports are of that day or the next."""
    grammar = load_grammar()
    body = [s for s in document.sentences if s.kind == "body"][:_LEAD]
    for mention in times:
        sentence = document.tokens[mention.tokens[0]].sentence
        if mention.rule != "weekday" or sentence not in body:
            continue
        head = mention_head(document, mention)
        verb = clause_verb(head)
        if clause_tense(head) != "past" or verb is None or verb.dep == "advcl" or mention.part == "until":
            continue
        if head.dep in ("poss", "compound", "nmod") or (head.dep == "npadvmod" and head.head.pos == "NOUN"):
            continue  # "X's Tuesday speech"
        if verb.tag == "VBG" and not is_finite(verb):
            continue
        words = mention.span.of(document.text).lower().split()
        number = next((grammar.words["weekday"][w] for w in words if w in grammar.words["weekday"]), None)
        if number is None:
            continue
        yield Evidence(_weekdays(number), "weekday", (mention.span,))
        return


@functools.cache
def _weekdays(number: int) -> tuple[Days, ...]:
    """Every such day of the week, and the next day, for a hundred and fifty years."""
    start = date(1950, 1, 2) + timedelta(number)
    return tuple((day, day + timedelta(1)) for k in range(7830) if (day := start + timedelta(7 * k)))


__all__ = ["OPEN", "Evidence", "gather_evidence", "meet"]
