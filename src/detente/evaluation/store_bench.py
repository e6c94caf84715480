"""What the register costs as it grows: adding a report, asking for a timeline, bytes on disk; on made-up reports."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

import msgspec
from sqlalchemy import text

from detente.codebook import load_codebook
from detente.codebook.ontology import load_ontology
from detente.evaluation.store_filling import fill
from detente.model import Coded, Event, Interval, Line, Party, Report, Span
from detente.register import Register, open_register
from detente.relations import timeline

EVENTS = 9
"""Events in a made-up report; the gold reports have 10 on average."""
WORDS = 300
FIRST_DAY = date(1995, 1, 1)
DEEDS_A_DAY = 100
"""So that a million fill the years from 1995 to 2022: what neighbours a deed has does not depend on the size."""
GAP = 3
"""Days without deeds between two fillings: nothing is joined across them."""
FILLING = 1_500
"""Reports that are filled in at a time."""
PROBES = 60
"""Reports added singly, and timed, at each size."""
PAIRS = (("RUS", "USA", 0.1), ("DEU", "RUS", 0.01), ("FRA", "RUS", 0.001))
"""Pairs with a share of all deeds; at each size the timeline of the one with about ten thousand is asked for."""
ASKED = 10_000


class StoreCost(msgspec.Struct, frozen=True, kw_only=True):
    """The cost at one size, in milliseconds: adding a report alone (the median; the lower quartiles of CPU: `cpu_ms`
    of this process, `server_ms` of the server's process, where there is one on this machine) and in batches (the
    mean), asking for a timeline (the best of three, and its CPU); bytes an entry."""

    entries: int
    reports: int
    filled_s: float
    add_ms: float
    cpu_ms: float
    server_ms: float | None
    batch_ms: float
    timeline_ms: float
    timeline_cpu_ms: float
    timeline_rows: int
    bytes_an_entry: float | None


def bench_store(url: str, sizes: Sequence[int] = (1_000, 100_000), seed: int = 1) -> list[StoreCost]:
    """Fill a fresh register and measure it at each size.

    Args:
        url: path or URL of a store that is not there yet.
        sizes: numbers of entries, rising.
        seed: of the made-up reports.
    """
    chance, day, found = random.Random(seed), FIRST_DAY, []
    with open_register(url) as register:
        for size in sizes:
            started = time.perf_counter()
            while (missing := size - register.coverage().entries) > 0:
                count = max(1, min(FILLING, missing // EVENTS))
                days = max(1, count * EVENTS // DEEDS_A_DAY)
                fill(register, list(islice(synthetic_reports(chance, day, days), count)))
                day += timedelta(days + GAP)
            filled = time.perf_counter() - started
            _settle(register)
            gc.collect()
            made = synthetic_reports(chance, FIRST_DAY, (day - FIRST_DAY).days)
            found.append(_cost(register, made, url, filled))
    return found


def _settle(register: Register) -> None:
    """Bring the server's statistics up to date, as it does by itself where reports come in one by one."""
    with register.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


def _cost(register: Register, made: Iterator[Coded], url: str, filled: float) -> StoreCost:
    wall: list[float] = []
    cpu: list[float] = []
    server: list[float] = []
    process = _server_process(register)
    for coded in islice(made, PROBES):
        started = time.perf_counter(), time.process_time(), _cpu_of(process)
        register.add(coded)
        wall.append(1000 * (time.perf_counter() - started[0]))
        cpu.append(1000 * (time.process_time() - started[1]))
        server.append(1000 * (_cpu_of(process) - started[2]))
    some = list(islice(made, PROBES))
    began = time.perf_counter()
    for _ in register.add_all(some):
        pass
    batch = 1000 * (time.perf_counter() - began) / len(some)
    held = register.coverage()
    a, b, _ = min(PAIRS, key=lambda pair: abs(pair[2] * held.entries - ASKED))
    asked = [_asked(register, a, b) for _ in range(3)]
    return StoreCost(
        entries=held.entries,
        reports=held.reports,
        filled_s=round(filled, 1),
        add_ms=round(median(wall), 2),
        cpu_ms=round(quantiles(cpu, n=4)[0], 2),
        server_ms=None if process is None else round(quantiles(server, n=4)[0], 2),
        batch_ms=round(batch, 2),
        timeline_ms=round(min(wall for wall, _, _ in asked), 1),
        timeline_cpu_ms=round(min(cpu for _, cpu, _ in asked), 1),
        timeline_rows=asked[0][2],
        bytes_an_entry=_bytes(register, url, held.entries),
    )


def _server_process(register: Register) -> Path | None:
    """Where Linux counts the CPU of the server process that works for this register; None: there is none here."""
    if register.engine.dialect.name != "postgresql":
        return None
    with register.reading() as connection:  # the pool hands out this connection again and again
        process, host = connection.execute(text("SELECT pg_backend_pid(), host(inet_server_addr())")).one()
    counted = Path("/proc", str(process), "schedstat")
    return counted if host in (None, "127.0.0.1", "::1") and counted.exists() else None


def _cpu_of(process: Path | None) -> float:
    """CPU seconds of a process so far."""
    return 0.0 if process is None else int(process.read_text().split()[0]) / 1e9


def _asked(register: Register, a: str, b: str) -> tuple[float, float, int]:
    """Milliseconds, of the clock and of CPU, and rows of a pair's timeline."""
    started = time.perf_counter(), time.process_time()
    rows = timeline(register, a, b)
    return 1000 * (time.perf_counter() - started[0]), 1000 * (time.process_time() - started[1]), len(rows)


def _bytes(register: Register, url: str, entries: int) -> float | None:
    if "://" not in url:
        return round(sum(file.stat().st_size for file in Path(url).parent.glob(f"{Path(url).name}*")) / entries, 1)
    if register.engine.dialect.name != "postgresql":
        return None
    with register.engine.connect() as connection:
        size = connection.scalar(text("SELECT pg_database_size(current_database())"))
    return None if size is None else round(size / entries, 1)


def synthetic_reports(chance: random.Random, first: date = FIRST_DAY, days: int = 10_000) -> Iterator[Coded]:
    """Made-up coded reports without end, of deeds of some days, a seventh of them told in several reports."""
    states = [state.iso3 for state in load_codebook().states if state.un_member]
    types = load_ontology().types
    kinds = [(name, mode) for name, type_ in types.items() for mode in (None, *type_.modes)]
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er")]
    vocabulary = ["".join(chance.choices(syllables, k=3)) for _ in range(8_000)]
    name = chance.getrandbits(32)
    told: list[tuple[Event, str]] = []
    number = 0
    while True:
        number += 1
        words = f"Report {name:08x}-{number}. " + " ".join(chance.choices(vocabulary, k=WORDS))
        events = []
        for place in range(EVENTS):
            again = chance.choice(told) if told and chance.random() < 1 / 7 else None
            event = _retold(again[0], place) if again else _event(chance, states, kinds, place, first, days)
            span = event.evidence[0]
            if again:
                words = words[: span.start] + again[1] + words[span.end :]
            events.append(event)
            told = [*told, (event, span.of(words))][-50:]
        published = max(event.date.last for event in events if event.date)
        yield Coded(
            report=Report(id=f"made-{number}", text=words, lines=(Line(Span(0, len(words)), "body"),)),
            published=Interval.day(published, "handed"),
            published_how="handed",
            published_spans=(),
            events=tuple(events),
            claims=(),
            quotes=(),
            faults=(),
            coder="made-up",
        )


def _span(place: int) -> Span:
    return Span(40 + place * 100, 110 + place * 100)


def _retold(event: Event, place: int) -> Event:
    """A deed once more, in another report: the same words at another place."""
    span = _span(place)
    return msgspec.structs.replace(
        event, evidence=(span,), id=f"e{place + 1}", spans={"type": (span,), "date": (span,)}
    )


def _event(
    chance: random.Random, states: list[str], kinds: list[tuple[str, str | None]], place: int, first: date, days: int
) -> Event:
    """A deed of chance."""
    span, which = _span(place), chance.random()
    a, b = chance.sample(states, 2)
    for one, other, share in PAIRS:
        if which < share:
            a, b = one, other
    type_, mode = chance.choice(kinds)
    return Event(
        id=f"e{place + 1}",
        type=type_,
        mode=mode,
        actors=(Party(a, None, None, None, (Span(span.start, span.start + 9),), "state"),),
        recipients=(Party(b, None, None, None, (Span(span.end - 9, span.end),), "state"),),
        date=Interval.day(first + timedelta(chance.randrange(days))),
        place=None,
        status="occurred",
        sources=(),
        evidence=(span,),
        spans={"type": (span,), "date": (span,)},
        confidence=0.7,
    )
