"""Registers of deeds told in a line each: what relations make of them does not hang on the coder."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from detente.codebook.levels import side_levels
from detente.model import Claim, Coded, Event, Interval, Line, Party, Place, Report, Span, Status
from detente.register import Register, open_register

_NUMBERS = count(1)


def register_of(path: Path, *reports: Coded) -> Register:
    """A new register with these reports."""
    store = open_register(path / f"relations{next(_NUMBERS)}.db")
    for report in reports:
        store.add(report)
    return store


def told(day: str | None, *events: tuple[str, Event], claims: tuple[Claim, ...] = ()) -> Coded:
    """A report of one day (or a range of days) that tells each deed in a sentence of its own."""
    text, moved = f"Report {next(_NUMBERS)}. ", []
    for words, event in events:
        start = len(text)
        text += words + " "
        span = Span(start, start + len(words))
        moved.append(_at(event, span))
    return Coded(
        report=Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),)),
        published=Interval.parse(day, "handed") if day else None, published_how=None, published_spans=(),
        events=tuple(moved), claims=claims, quotes=(), faults=(), coder="hand",
    )  # fmt: skip


def deed(
    words: str, kind: str, actors: str, recipients: str = "", date: str | None = None, *, status: Status = "occurred",
    entry: str = "", place: Place | None = None, confidence: float = 0.9,
) -> tuple[str, Event]:  # fmt: skip
    """A sentence and its event. `kind`: "TYPE mode"; parties: "NOR:head_of_state:Ola Dal, PRT"; `entry`: lexicon."""
    type_, _, mode = kind.partition(" ")
    sides = _parties(actors), _parties(recipients)
    return words, Event(
        id="e", type=type_, mode=mode or None, actors=sides[0], recipients=sides[1],
        date=Interval.parse(date) if date else None, place=place, status=status, sources=(), evidence=(Span(0, 1),),
        how={"type": f"lexicon: {entry}"} if entry else {}, confidence=confidence,
        levels=side_levels((*sides[0], *sides[1])) if type_ == "CONSULT" else {},
    )  # fmt: skip


def visit(actors: str, recipients: str, date: str | None, *, status: Status = "occurred") -> tuple[str, Event]:
    return deed("They came on a visit.", "CONSULT visit", actors, recipients, date, status=status)


def meeting(actors: str, date: str | None, *, status: Status = "occurred") -> tuple[str, Event]:
    return deed("They sat down together.", "CONSULT third-party", actors, "", date, status=status)


def suspension(date: str | None, actor: str = "NOR", recipient: str = "PRT", of: str = "contacts") -> tuple[str, Event]:
    words = f"The government suspended {of} with the other."
    return deed(words, "SANCTION discontinue", actor, recipient, date, entry="sever-ties")


def _at(event: Event, span: Span) -> Event:
    import msgspec

    return msgspec.structs.replace(event, evidence=(span,), spans={"type": (span,)})


def _parties(words: str) -> tuple[Party, ...]:
    parties = []
    for part in filter(None, (part.strip() for part in words.split(","))):
        key, _, rest = part.partition(":")
        office, _, person = rest.partition(":")
        named = {"state": key} if len(key) == 3 else {"organisation": key}
        parties.append(Party(**named, person=person or None, office=office or None))
    return tuple(parties)
