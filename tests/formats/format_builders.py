"""Small builders: entries and coded reports from a few words."""

from __future__ import annotations

from detente.model import Coded, Entry, Event, Interval, Line, Party, Place, Report, Span, Status


def entry(
    type_: str,
    actors: str,
    recipients: str = "",
    date: str | None = None,
    *,
    mode: str | None = None,
    status: Status = "occurred",
    place: str | None = None,
    reports: int = 1,
    id_: str = "0123456789abcdef",
) -> Entry:
    """`actors` and `recipients`: state codes, blanks between."""
    return Entry(
        id=id_, type=type_, mode=mode, actors=parties(actors), recipients=parties(recipients), status=status,
        date=Interval.parse(date) if date else None, place=Place(place) if place else None, sources=(),
        evidence=(id_,), reports=reports, copies=reports,
    )  # fmt: skip


def parties(codes: str) -> tuple[Party, ...]:
    return tuple(Party(state=code) for code in codes.split())


def coded(text: str, *events: Event, id_: str = "r") -> Coded:
    """A report of one body line, coded."""
    report = Report(id=id_, text=text, lines=(Line(Span(0, len(text)), "body"),))
    return Coded(
        report=report, published=None, published_how=None, published_spans=(), events=events, claims=(), quotes=(),
        faults=(), coder="test",
    )  # fmt: skip


def words(text: str, part: str) -> Span:
    """Where some words stand in a text."""
    start = text.index(part)
    return Span(start, start + len(part))
