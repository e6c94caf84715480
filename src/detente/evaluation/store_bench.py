"""What the register costs as it grows: adding a report, asking for a timeline, bytes on disk; on made-up reports."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec

from detente.codebook import load_codebook
from detente.codebook.ontology import load_ontology
from detente.model import Coded, Event, Interval, Line, Party, Report, Span
from detente.register import Register, open_register
from detente.relations import timeline

EVENTS = 9
"""Events in a made-up report; the gold reports have 10 on average."""
WORDS = 300
FIRST_DAY = date(1995, 1, 1)
DAYS = 10_000
PROBES = 60
"""Reports added singly, and timed, at each size."""


class StoreCost(msgspec.Struct, frozen=True, kw_only=True):
    """The cost at one size: milliseconds to add a report (alone: the median; in batches: the mean; `cpu_ms` of
    batches without waiting for disk and other processes), to ask for a timeline; bytes an entry."""

    entries: int
    reports: int
    add_ms: float
    batch_ms: float
    cpu_ms: float
    timeline_ms: float
    timeline_rows: int
    bytes_an_entry: float | None


def bench_store(url: str, sizes: Sequence[int] = (1_000, 100_000), seed: int = 1) -> list[StoreCost]:
    """Fill a fresh register and measure it at each size.

    Args:
        url: path or URL of a store that is not there yet.
        sizes: numbers of entries, rising.
        seed: of the made-up reports.
    """
    made = synthetic_reports(random.Random(seed))
    found = []
    with open_register(url) as register:
        batch = 0.0, 0.0
        for size in sizes:
            while (missing := size - register.coverage().entries) > 0:
                some = list(islice(made, max(1, min(2_000, missing // EVENTS))))
                started = time.perf_counter(), time.process_time()
                added = sum(1 for _ in register.add_all(some, batch=200))
                batch = (time.perf_counter() - started[0]) / added, (time.process_time() - started[1]) / added
            found.append(_cost(register, made, batch, url))
    return found


def _cost(register: Register, made: Iterator[Coded], batch: tuple[float, float], url: str) -> StoreCost:
    took = []
    for coded in islice(made, PROBES):
        started = time.perf_counter()
        register.add(coded)
        took.append(1000 * (time.perf_counter() - started))
    started = time.perf_counter()
    rows = timeline(register, "USA", "RUS")
    timeline_ms = 1000 * (time.perf_counter() - started)
    held = register.coverage()
    size = (
        sum(file.stat().st_size for file in Path(url).parent.glob(f"{Path(url).name}*")) if "://" not in url else None
    )
    return StoreCost(
        entries=held.entries,
        reports=held.reports,
        add_ms=round(median(took), 2),
        batch_ms=round(1000 * batch[0], 2),
        cpu_ms=round(1000 * batch[1], 2),
        timeline_ms=round(timeline_ms, 1),
        timeline_rows=len(rows),
        bytes_an_entry=None if size is None else round(size / held.entries, 1),
    )


def synthetic_reports(chance: random.Random) -> Iterator[Coded]:
    """Made-up coded reports without end: a tenth of all deeds is between two states, told in some reports twice."""
    states = [state.iso3 for state in load_codebook().states if state.un_member]
    types = load_ontology().types
    kinds = [(name, mode) for name, type_ in types.items() for mode in (None, *type_.modes)]
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er")]
    vocabulary = ["".join(chance.choices(syllables, k=3)) for _ in range(8_000)]
    told: list[Event] = []
    number = 0
    while True:
        number += 1
        text = f"Report {number}. " + " ".join(chance.choices(vocabulary, k=WORDS))
        events = [_event(chance, states, kinds, told, place) for place in range(EVENTS)]
        told = [*told, *events][-50:]
        published = max(event.date.last for event in events if event.date)
        yield Coded(
            report=Report(id=f"made-{number}", text=text, lines=(Line(Span(0, len(text)), "body"),)),
            published=Interval.day(published, "handed"),
            published_how="handed",
            published_spans=(),
            events=tuple(events),
            claims=(),
            quotes=(),
            faults=(),
            coder="made-up",
        )


def _event(
    chance: random.Random, states: list[str], kinds: list[tuple[str, str | None]], told: list[Event], place: int
) -> Event:
    """A deed of chance; one in seven has been told in a report before."""
    span = Span(20 + place * 100, 90 + place * 100)
    if told and chance.random() < 1 / 7:
        return msgspec.structs.replace(chance.choice(told), evidence=(span,), id=f"e{place + 1}")
    a, b = ("USA", "RUS") if chance.random() < 0.1 else chance.sample(states, 2)
    type_, mode = chance.choice(kinds)
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    return Event(
        id=f"e{place + 1}",
        type=type_,
        mode=mode,
        actors=(Party(a, None, None, None, (Span(span.start, span.start + 9),), "state"),),
        recipients=(Party(b, None, None, None, (Span(span.end - 9, span.end),), "state"),),
        date=Interval.day(day),
        place=None,
        status="occurred",
        sources=(),
        evidence=(span,),
        spans={"type": (span,), "date": (span,)},
        confidence=0.7,
    )
