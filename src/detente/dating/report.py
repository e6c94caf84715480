"""The report's own day, best evidence first, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.dating.phrase import read_phrase, scan
from detente.model import Document, Fault, Interval, Span

ReportDate = tuple[Interval | None, str | None, tuple[Span, ...], tuple[Fault, ...]]
_URL_DAY = re.compile(r"[/-]((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:\D|$)")
_DATE_RULES = frozenset({"day-month-year", "month-day-year", "iso-date", "year-slash-month-day", "numbers"})


def date_report(document: Document, clues: Sequence[tuple[Span, Interval]]) -> ReportDate:
    """Work out the day on which a report was written.

    Args:
        document: with its report, lines and sentences; `clues` are the days that the offices named leave.
    Returns:
        Days (None: nothing bounds them), how they were read, the passages that say so, and faults.
    """
    report = document.report
    if report.handed:
        return report.handed, report.handed_from or "handed", (), ()
    line = _date_line(document)
    if line:
        return line[0], "date line", (line[1],), ()
    if report.url and (match := _URL_DAY.search(report.url)) and (day := _url_day(match)):
        return day, "address", (), ()
    bounds, spans, faults = _bounds(clues)
    return bounds, "terms of office" if bounds else None, spans, faults


def _url_day(match: re.Match[str]) -> Interval | None:
    reading = read_phrase("-".join(f"{int(g):02}" for g in match.groups()), None)
    return reading.interval.read_as("stated") if reading and reading.interval else None


def _date_line(document: Document) -> tuple[Interval, Span] | None:
    """A full date on a line of its own, near the top."""
    text = document.text
    for line in document.report.lines[:40]:
        if line.kind == "body" or len(line.span) > 90:
            continue
        for reading in scan(line.span.of(text), None, lambda *_: None):
            if reading.rule in _DATE_RULES and reading.interval:
                start = line.span.start
                return reading.interval, Span(start + reading.start, start + reading.end)
    return None


def _bounds(clues: Sequence[tuple[Span, Interval]]) -> tuple[Interval | None, tuple[Span, ...], tuple[Fault, ...]]:
    """The days that all terms of office share; a fault where two exclude each other."""
    bounds: Interval | None = None
    spans: list[Span] = []
    for span, interval in clues:
        met = interval if bounds is None else bounds.meet(interval)
        if met is None:
            message = f"offices named exclude each other: {bounds!r} and {interval!r}"
            return None, (), (Fault("date-contradiction", message, span),)
        if met != bounds:
            spans.append(span)
        bounds = met
    return (bounds.read_as("bounded") if bounds else None), tuple(spans), ()
