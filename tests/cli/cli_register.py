"""A register of three reports coded by hand: what is shown of it does not hang on the coder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from detente.model import Coded, Event, Interval, Line, Party, Place, Report, Span, Status
from detente.register import open_register

FIRST = (
    "Lima expelled two diplomats of Fiji on Friday, the Peruvian foreign ministry said. "
    "The President of Fiji, Mere Tui, is to visit Peru in June."
)
SECOND = "Peru threw out two Fijian envoys on 6 February 2004. Fiji called the step unfounded."
THIRD = "President Mere Tui of Fiji flew to Lima on 10 June 2004 for talks with the Peruvian government."


def fill(path: Path) -> None:
    """Make the register."""
    with open_register(path, lambda: datetime(2004, 7, 1, 12, tzinfo=UTC)) as register:
        for coded in (_first(), _second(), _third()):
            register.add(coded)


def _first() -> Coded:
    peru = Party("PER", spans=(_words(FIRST, "Lima"),), how="capital")
    fiji = Party("FJI", spans=(_words(FIRST, "Fiji"),), how="state")
    tui = Party("FJI", None, "Mere Tui", "head_of_state", (_words(FIRST, "The President of Fiji, Mere Tui"),), "title")
    host = Party("PER", spans=(_words(FIRST, "Peru in", 4),), how="state")
    friday = Interval.day("2004-02-06", "relative")
    expelled = _event(
        FIRST, "SANCTION", "expel", (peru,), (fiji,), friday, "Lima expelled two diplomats of Fiji on Friday",
        type="expelled", date="on Friday", sources=("the Peruvian foreign ministry",),
    )  # fmt: skip
    visit = _event(
        FIRST, "CONSULT", "visit", (tui,), (host,), Interval.month(2004, 6, "relative"),
        "The President of Fiji, Mere Tui, is to visit Peru in June", status="planned", type="visit", date="in June",
    )  # fmt: skip
    return _coded("first", FIRST, "2004-02-07", "Harbour Post", expelled, visit)


def _second() -> Coded:
    peru = Party("PER", spans=(_words(SECOND, "Peru"),), how="state")
    fiji = Party("FJI", spans=(_words(SECOND, "Fijian"),), how="demonym")
    event = _event(
        SECOND, "SANCTION", "expel", (peru,), (fiji,), Interval.day("2004-02-06"),
        "Peru threw out two Fijian envoys on 6 February 2004", type="threw out", date="6 February 2004",
    )  # fmt: skip
    return _coded("second", SECOND, "2004-02-09", None, event)


def _third() -> Coded:
    tui = Party("FJI", None, "Mere Tui", "head_of_state", (_words(THIRD, "President Mere Tui of Fiji"),), "title")
    peru = Party("PER", spans=(_words(THIRD, "Peruvian"),), how="demonym")
    event = _event(
        THIRD, "CONSULT", "visit", (tui,), (peru,), Interval.day("2004-06-10"), THIRD[:-1], type="flew to",
        date="10 June 2004", place=Place("Lima, Peru", _words(THIRD, "Lima")),
    )  # fmt: skip
    return _coded("third", THIRD, "2004-06-11", "Harbour Post", event)


def _event(
    text: str, kind: str, mode: str, actors: tuple[Party, ...], recipients: tuple[Party, ...], day: Interval,
    evidence: str, *, type: str, date: str, status: Status = "occurred", place: Place | None = None,
    sources: tuple[str, ...] = (),
) -> Event:  # fmt: skip
    spans = {"type": (_words(text, type),), "date": (_words(text, date),)}
    return Event(
        id="e", type=kind, mode=mode, actors=actors, recipients=recipients, date=day, place=place, status=status,
        sources=sources, evidence=(_words(text, evidence),), spans=spans, score=-5.0 if kind == "SANCTION" else 2.1,
        confidence=0.8,
    )  # fmt: skip


def _coded(id_: str, text: str, day: str, publisher: str | None, *events: Event) -> Coded:
    lines = (Line(Span(0, len(text)), "body"),)
    report = Report(id=id_, text=text, lines=lines, publisher=publisher, source=f"reports/{id_}.txt")
    return Coded(
        report=report, published=Interval.day(day, "handed"), published_how="option", published_spans=(),
        events=events, claims=(), quotes=(), faults=(), coder="hand",
    )  # fmt: skip


def _words(text: str, part: str, length: int | None = None) -> Span:
    start = text.index(part)
    return Span(start, start + (length or len(part)))
