"""`detente show`: one entry whole, each field with the words of each report that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked
from detente.cli.passages import passage
from detente.cli.terminal import on_terminal, say
from detente.model import Entry, Event, Evidence, Party, Span, StoredReport

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from detente.register import Past, Register

Row = tuple[str, str, tuple[Span, ...]]


def show(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="Its identifier, or the beginning of it.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Show one entry whole: each field, with the words of each report that say so.

    The passage of each report is given with what was read from it highlighted (in a pipe: between square brackets).

    \b
    Example:
      detente timeline Russia Turkey
      detente show 5d0c
    """
    with asked(store, known, reported) as register:
        found = register.entry(entry)
        if as_json:
            typer.echo(_as_json(register, found))
        else:
            print_entry(register, found)


def print_entry(register: Register | Past, entry: Entry) -> None:
    """The entry, then report after report what it stands on."""
    from detente.relations import describe

    say(describe(entry), style="bold")
    say(_fields([("entry", entry.id), *_summary(entry), *_plans(register, entry), *_decisions(register, entry)]))
    for piece in _in_order(register, entry):
        stored = register.report(piece.report)
        say("", _heading(piece, stored), style="bold")
        rows = list(event_rows(piece.event))
        spans = [span for _, _, found in rows for span in found]
        text = stored.report.text
        say(_grid("  |", [passage(text, part, spans, brackets=not on_terminal()) for part in piece.event.evidence]))
        told = [(name, _said(value, spans, stored.report.text)) for name, value, spans in rows]
        say(_fields([*told, ("evidence", piece.id)]))


def _summary(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "type", " ".join(filter(None, (entry.type, entry.mode)))
    yield "date", f"{entry.date.edtf} ({entry.date.how})" if entry.date else "not known"
    yield "place", entry.place.name if entry.place else "not known"
    yield "status", entry.status
    if entry.sources:
        yield "sources", ", ".join(entry.sources)
    copies = f", in {entry.copies} copies" if entry.copies > entry.reports else ""
    yield "reports", f"{entry.reports}{copies}"
    if len(entry.thread) > 1:
        yield "as told", ", ".join(f"{status} ({day or 'no date'})" for day, status in entry.thread)
    if entry.disputed:
        yield "disputed", ", ".join(entry.disputed)
    yield "confidence", f"{entry.confidence:.2f}"
    if entry.verdict:
        yield "verdict", entry.verdict


def _plans(register: Register | Past, entry: Entry) -> Iterator[tuple[str, str]]:
    """The other entries of a plan that was moved, and what became of it."""
    from detente.relations.agenda import thread_with

    item = thread_with(register, entry)
    if item:
        steps = [register.entry(id_) for id_ in item.thread]
        told = [f"{s.id[:8]} {s.status} {s.date.edtf if s.date else '(no date)'}" for s in steps]
        yield "plan", f"{' -> '.join(told)}: {item.outcome}"


def _decisions(register: Register | Past, entry: Entry) -> Iterator[tuple[str, str]]:
    """What people decided and did not take back."""
    from detente.cli.judge import value_text

    for judgement in register.log(entry.id):
        if judgement.undone is None:
            value = value_text(judgement.value) if judgement.value is not None else None
            what = " ".join(filter(None, (judgement.kind, judgement.field, value)))
            yield "decided", f"{what}, by {judgement.by}: {judgement.why}"


def event_rows(event: Event) -> Iterator[Row]:
    """Each field that an event says something in, what it says, and the words it was read from."""
    spans = event.spans
    yield "type", " ".join(filter(None, (event.type, event.mode))), spans.get("type", ())
    for name, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties:
            yield name, _party(party), party.spans
    if event.date:
        yield "date", f"{event.date.edtf} ({event.date.how})", spans.get("date", ())
    if event.place:
        yield "place", event.place.name, spans.get("place", ())
    yield "status", event.status, spans.get("status", ())
    if event.sources:
        yield "sources", ", ".join(event.sources), spans.get("sources", ())


def _party(party: Party) -> str:
    from detente.relations import inferred_from, name_party

    source = inferred_from(party)
    return name_party(party) + (f" [inferred: {source}]" if source else "")


def _said(value: str, spans: Sequence[Span], text: str) -> str:
    words = dict.fromkeys(" ".join(span.of(text).split()) for span in spans)
    return value + (": " + ", ".join(f'"{w}"' for w in words) if words else "")


def _heading(piece: Evidence, stored: StoredReport) -> str:
    report = stored.report
    published = f"published {stored.published.edtf} ({stored.published_how})" if stored.published else "no date"
    return " · ".join(filter(None, (report.publisher, report.title or report.id, published, report.source)))


def _fields(rows: Sequence[tuple[str, str]]) -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for name, value in rows:
        table.add_row(f"  {name}", value)
    return table


def _grid(mark: str, lines: Sequence[Text]) -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for line in lines:
        table.add_row(mark, line)
    return table


def _in_order(register: Register | Past, entry: Entry) -> list[Evidence]:
    """The evidence by the day of its report, that of unknown day last."""
    last = date.max
    return sorted(register.evidence(entry), key=lambda piece: piece.published.first if piece.published else last)


def _as_json(register: Register | Past, entry: Entry) -> str:
    from detente.formats import event_to_dict
    from detente.formats.entries import entry_to_dict
    from detente.formats.gold import to_json

    told = []
    for piece in _in_order(register, entry):
        stored = register.report(piece.report)
        report = stored.report
        about = {"digest": stored.digest, "report": report.id, "source": report.source, "publisher": report.publisher}
        told.append({"id": piece.id, **about, "event": event_to_dict(piece.event, report.text)})
    return to_json({**entry_to_dict(entry), "told_by": told})
