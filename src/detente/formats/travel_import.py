"""The travels into a register; and what they are complete for: the terms of the travellers whose files are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

import msgspec

from detente.formats.travels import Role, Trip, code_trip, record_id, travel_words
from detente.model import DECLARES, Coded, Declared, Fault, Interval, Line, Report, Span, StoredReport
from detente.register import Register


class Imported(msgspec.Struct, frozen=True):
    """What an import came to: records new, changed since the last one, and known; events and faults of the new."""

    new: int
    changed: int
    known: int
    events: int
    faults: int


def import_trips(
    register: Register, trips: Sequence[Trip], watched: Callable[[Iterable[Trip]], Iterable[Trip]] = iter
) -> Imported:
    """Keep the trips that are new, and what they are complete for.

    A record that the source has changed takes the place of the one before, which stays in the register's past.

    Args:
        trips: as `travels.read_trips` gives them.
        watched: hands the trips on one by one; where somebody wants to see how far it is.
    """
    fresh = [trip for trip in trips if trip.digest not in register]
    before = register.records(travel_words().coder) if fresh else {}
    overtaken = [before[id_] for trip in fresh if (id_ := record_id(trip)) in before]
    results = [result for result in register.add_all(map(code_trip, watched(fresh)), batch=200) if result.new]
    for stored in overtaken:
        register.recode(_emptied(stored))
    cover = code_cover(trips)
    if cover is not None:
        register.add(cover)
    events, faults = sum(r.events for r in results), sum(r.faults for r in results)
    return Imported(len(results) - len(overtaken), len(overtaken), len(trips) - len(results), events, faults)


def _emptied(stored: StoredReport) -> Coded:
    """A record that tells nothing any more, as its source has another in its place."""
    return Coded(
        report=stored.report,
        published=stored.published,
        published_how=stored.published_how,
        published_spans=stored.published_spans,
        events=(),
        claims=(),
        quotes=(),
        faults=(Fault("overtaken", "the source has changed this record"),),
        coder=stored.coder,
    )


def declared_cover(trips: Sequence[Trip]) -> list[Declared]:
    """The stretches on which every journey of an office is recorded, in order.

    A term counts where its traveller's file is there; the one still running until the last journey recorded.
    """
    words, found = travel_words(), list[Declared]()
    for name, role in words.roles.items():
        mine = [trip for trip in trips if trip.value("role") == name]
        for first, last in _joined(list(_terms(role, mine)), words.vacancy):
            declared = Declared(
                source=words.source,
                type="CONSULT",
                mode="visit",
                state=words.state,
                office=role.office,
                first=first,
                last=last,
            )
            found.append(declared)
    return found


def code_cover(trips: Sequence[Trip]) -> Coded | None:
    """The declaration as a report of its own, to be kept with the rest; None where nothing is covered."""
    declared = declared_cover(trips)
    if not declared:
        return None
    words = travel_words()
    text = msgspec.json.format(msgspec.json.encode(declared), indent=2).decode()
    stamps = [trip.value(f)[:10] for trip in trips for f in ("last-modified-datetime", "created-datetime")]
    newest = max(stamps, default="")
    published = Interval.day(newest, "inferred") if newest else None
    report = Report(
        id=f"{words.source} coverage",
        text=text,
        lines=(Line(Span(0, len(text)), "section"),),
        title=f"What {words.source} has all of",
        publisher=words.publisher,
    )
    return Coded(
        report=report,
        published=published,
        published_how="inferred" if published else None,
        published_spans=(),
        events=(),
        claims=(),
        quotes=(),
        faults=(),
        coder=f"{DECLARES}{words.source} 1",
    )


def _terms(role: Role, trips: Sequence[Trip]) -> Iterator[tuple[date, date]]:
    by_who = {who: list(theirs) for who, theirs in groupby(sorted(trips, key=lambda t: t.who), key=lambda t: t.who)}
    for who, term in role.terms.items():
        first, _, last = term.partition("/")
        theirs = by_who.get(who)
        if theirs:
            end = date.fromisoformat(last) if last else max(trip.days.last for trip in theirs)
            yield date.fromisoformat(first), end


def _joined(terms: Sequence[tuple[date, date]], vacancy: int) -> list[tuple[date, date]]:
    """Terms that follow one another within the days of a vacancy, as one."""
    joined: list[tuple[date, date]] = []
    for first, last in terms:
        if joined and first <= joined[-1][1] + timedelta(vacancy):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined
