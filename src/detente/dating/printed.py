"""The day printed on a report: a date line, the dateline of an agency, an address, the signature that ends the text."""

from __future__ import annotations

import re

from detente.dating.days import make_date
from detente.dating.landmarks import telling
from detente.dating.phrase import read_phrase, scan
from detente.dating.reading import Reading
from detente.model import Document, Interval, Line, Report, Span

Printed = tuple[Interval, str, tuple[Span, ...]]
PRINTED = ("date line", "address", "signature")
"""How a printed day is read."""
DATE_RULES = frozenset({"day-month-year", "month-day-year", "iso-date", "year-slash-month-day", "numbers"})
"""Rules for full dates."""
_URL_DAY = re.compile(r"[/-]((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:\D|$)")
_OWN_ADDRESS = re.compile(
    r"(?:\b(?:LINK|URL|Link|Permalink|Source|Original(?: article)?|Short URL):|[Rr]ead or [Ss]hare this story:)\s*(https?://\S+)"
)
_WIRE = re.compile(r"([A-Z]{3}[^\n]{5,80}?)\s?(?:--?|–|—)\s")
_DATED_LINES = frozenset({"dateline", "byline", "navigation", "caption", "section", "standfirst", "headline"})
_APPEARED = re.compile(
    r"\W{0,3}(?:this (?:article|story|report|piece) |it )?(?:was )?(?:originally |first )(?:appeared|published)\b"
    r"|.{0,150}\bit originally appeared\b|\W{0,3}(?:published|posted|updated)(?: at| on|:| \d)",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\W{0,2}(?:From |As of )?")
_CLOCK = re.compile(r",? (?:at )?\d{1,2}[.:]\d\d\b")
_TAIL = 100
"""Characters at the end of a text in which its signature stands."""
_SIGNERS = 7
"""Words that a signature has at most before its date."""
_SIGNED = re.compile(r"(?:[.!?][\"'”’)]*|\n)\s*([^\n]*)\Z")
_AFTER_DATE = re.compile(
    r"[\s,.)\]/|-]*(?:\d{1,2}[.:]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?|hrs)?\s?(?:GMT|UTC)?)?[\s.)\]/|-]*"
)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")


def printed_day(document: Document) -> Printed | None:
    """The day that stands on the report, how it was read, and where; None where none does."""
    for how, found in (("date line", _date_line(document)), ("address", _address(document))):
        if found:
            return found[0], how, (found[1],)
    if (day := _url_day(document.report.url or "")) is not None:
        return day, "address", ()
    signed = _signature(document.text)
    return (signed[0], "signature", (signed[1],)) if signed else None


def _url_day(address: str) -> Interval | None:
    match = _URL_DAY.search(address)
    reading = read_phrase("-".join(f"{int(g):02}" for g in match.groups()), None) if match else None
    return reading.interval.read_as("stated") if reading and reading.interval else None


def _address(document: Document) -> tuple[Interval, Span] | None:
    """The report's own address, where the text gives it as such, with a day in it."""
    for match in _OWN_ADDRESS.finditer(document.text):
        if day := _url_day(match[1]):
            return day, Span(*match.span(1))
    return None


def _date_line(document: Document) -> tuple[Interval, Span] | None:
    """A full date on a short line that is not body, above the body or in its first lines; or where a line says when
    the report first appeared."""
    text, seen = document.text, 0
    for line in document.report.lines:
        seen += line.kind == "body"
        said = len(line.span) < 250 and _APPEARED.match(line.span.of(text)) is not None
        if not said and (seen > 2 or line.kind not in _DATED_LINES or len(line.span) > 90):
            continue
        if not said and line.kind in ("headline", "standfirst", "caption") and len(line.span) > 40:
            continue
        for reading in _full_dates(line.span.of(text)):
            return _placed(reading, line.span.start)
    return _head(document)


def _head(document: Document) -> tuple[Interval, Span] | None:
    """A full date in the dateline at the head of the first body line ("OSLO, 3 March 2003 (Agency) - "), or there
    with a time of the clock after it."""
    first = _first_body(document.report)
    words = first.span.of(document.text) if first else ""
    wire = _WIRE.match(words)
    for reading in _full_dates(wire[1] if wire else words[:60]):
        timed = _TIMED.match(words)
        if wire or (timed and reading.start <= timed.end() and _CLOCK.match(words, reading.end)):
            return _placed(reading, first.span.start if first else 0)
    return None


def _first_body(report: Report) -> Line | None:
    return next((line for line in report.lines if line.kind == "body"), None)


def _full_dates(words: str) -> list[Reading]:
    return [r for r in scan(words, None, lambda *_: None) if r.rule in DATE_RULES and r.interval]


def _placed(reading: Reading, start: int) -> tuple[Interval, Span] | None:
    if reading.interval is None:
        return None
    return reading.interval, Span(start + reading.start, start + reading.end)


def _signature(text: str) -> tuple[Interval, Span] | None:
    """A full date that ends the text after an agency, a place or nothing, without a verb: "... trade. AGN 3 May 2011".

    A post or a speaker is quoted with a day like this after a dash: that day is theirs.
    """
    start = max(len(text.rstrip()) - _TAIL, 0)
    tail = text[start:]
    for reading in scan(tail, None, lambda *_: None):
        interval = reading.interval or _dotted(tail[reading.start : reading.end])
        signed = _SIGNED.search(tail, 0, reading.start)
        if reading.rule not in DATE_RULES or interval is None or signed is None:
            continue
        if _AFTER_DATE.fullmatch(tail, reading.end) and _signs(signed[1], "\n" in signed[0]):
            return interval, Span(start + reading.start, start + reading.end)
    return None


def _signs(before: str, own_line: bool) -> bool:
    """Whether words before a date are those of a signature: names and words of publishing only."""
    words = re.findall(r"[^\W_]+", before)
    if not words:
        return own_line and "(" not in before
    if len(words) > _SIGNERS or "@" in before or before.lstrip().startswith(("-", "–", "—")):
        return False
    return all(w[0].isupper() or w.lower() in telling("signed") for w in words)


def _dotted(words: str) -> Interval | None:
    """Figures between dots are day, month, year: only strokes leave that open."""
    match = _DOTTED.fullmatch(words)
    day = make_date(int(match[3]), int(match[2]), int(match[1])) if match else None
    return Interval.day(day) if day else None


__all__ = ["PRINTED", "printed_day"]
