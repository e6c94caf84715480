"""Small builders: a few words as a report of a day, coded; who stands on each side of a deed."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.model import Coded, Event, Interval, Line, Report, Span
from detente.parsing import parse_report
from detente.reading import split_lines
from detente.run import code_report
from detente.run.pipeline import default_coder, read_document

DAY = Interval.day("2014-05-14", "handed")  # a Wednesday


def report(text: str, day: Interval | None = DAY) -> Report:
    """Each line of the text is body."""
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(Span(start, start + len(part)), "body"))
        start += len(part) + 1
    return Report(id="t", text=text, lines=tuple(lines), handed=day)


def code(text: str, day: Interval | None = DAY) -> Coded:
    return code_report(report(text, day))


def code_page(text: str, day: Interval | None = DAY) -> Coded:
    """Its lines told apart as of a report off the web: headline, dateline, body."""
    return code_report(Report(id="t", text=text, lines=split_lines(text), handed=day))


def sides(event: Event) -> tuple[set[str], set[str]]:
    return {p.key for p in event.actors}, {p.key for p in event.recipients}


def read_all(text: str, day: Interval | None = DAY) -> list[Event]:
    """All that is read, however unsure."""
    coder, told = default_coder(), report(text, day)
    coder.model = None
    return list(coder.code_events(read_document(told, parse_report(told), load_codebook()))[0])


def deeds(text: str) -> list[tuple[str, str | None, set[str], set[str]]]:
    """Type, mode, actors and recipients of each event."""
    return [(e.type, e.mode, *sides(e)) for e in code(text).events]


def the(type_: str, coded: Coded) -> Event:
    found = [e for e in coded.events if e.type == type_]
    assert len(found) == 1, [(e.type, sides(e)) for e in coded.events]
    return found[0]
