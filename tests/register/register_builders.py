"""Small builders: a coded report from a few words."""

from __future__ import annotations

from detente.model import Coded, Event, Interval, Line, Party, Place, Report, Span, Status

SPAN = Span(0, 30)


def party(code: str, person: str | None = None, office: str | None = None) -> Party:
    return Party(state=code, person=person, office=office)


def event(
    type_: str = "CONSULT",
    actors: str = "NOR",
    recipients: str = "PRT",
    date: str | None = "2015-03-03",
    *,
    mode: str | None = None,
    status: Status = "occurred",
    person: str | None = None,
    place: Place | None = None,
    span: Span = SPAN,
) -> Event:
    return Event(
        id="e1",
        type=type_,
        mode=mode,
        actors=tuple(party(code, person if i == 0 else None) for i, code in enumerate(actors.split())),
        recipients=tuple(party(code) for code in recipients.split()),
        date=Interval.parse(date) if date else None,
        place=place,
        status=status,
        sources=(),
        evidence=(span,),
    )


def coded(text: str, *events: Event, published: str | None = "2015-03-04", id_: str = "r") -> Coded:
    lines = (Line(Span(0, len(text)), "body"),)
    return Coded(
        report=Report(id=id_, text=text, lines=lines),
        published=Interval.day(published) if published else None,
        published_how="handed" if published else None,
        published_spans=(),
        events=events,
        claims=(),
        quotes=(),
        faults=(),
        coder="test",
    )
