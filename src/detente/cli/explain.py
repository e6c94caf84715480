"""`detente explain`: sentence by sentence what was coded, and why the rest was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.text import Text

from detente.cli.inputs import ACTORS, PATHS, Intake, settings
from detente.cli.passages import passage
from detente.cli.terminal import on_terminal, say
from detente.model import READABLE, Coded, Document, Event, Line, Sentence, Span

UNREMARKED = "no deed between parties"


def explain(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help=PATHS)],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the reports were published.")] = None,
    actors: Annotated[str | None, typer.Option(metavar="FILE", help=ACTORS)] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline (DETENTE_MODEL).")] = None,
) -> None:
    """Explain a report sentence by sentence: what was coded, and why the rest was not.

    Lines that are no part of the report (menus, captions, lists of other headlines) are named too.

    \b
    Example:
      detente explain examples/reports/agra-no-accord.txt
    """
    from detente.parsing import parse_reports
    from detente.run.pipeline import code_document, codebook_with, default_coder, read_document

    intake = Intake(paths, published)
    how = settings(model=model, actors=actors)
    coder, book = default_coder(), codebook_with(how.actors)
    for report, sentences in parse_reports(intake, how.model):
        document = read_document(report, sentences, book)
        print_explanation(document, code_document(document, coder))
    intake.require_any()


def print_explanation(document: Document, coded: Coded) -> None:
    """One report: how it was dated, then its lines and sentences in the order of the text."""
    text = document.text
    from rich.table import Table

    say(coded.report.id, style="bold")
    say(_dated(coded, text))
    for fault in (f for f in coded.faults if f.span is None):
        say(f"{fault.code}: {fault.message}")
    told: list[tuple[Span, Line | Sentence]] = [(s.span, s) for s in document.sentences]
    told += [(line.span, line) for line in coded.report.lines if line.kind not in READABLE]
    rows = Table.grid(padding=(0, 2))
    rows.add_column(justify="right", style="dim", no_wrap=True, min_width=4)
    rows.add_column()
    number = 0
    for _, item in sorted(told, key=lambda pair: pair[0]):
        if isinstance(item, Line):
            rows.add_row("-", Text(f"({item.kind}) {_short(item.span.of(text))}", style="dim"))
            continue
        number += 1
        for mark, words in _sentence_rows(number, item, coded, brackets=not on_terminal()):
            rows.add_row(mark, words)
    say(rows, "")


def _sentence_rows(number: int, sentence: Sentence, coded: Coded, brackets: bool) -> Iterator[tuple[str, Text]]:
    """The sentence with its event words highlighted, then a line for all that was found in it or stood in the way."""
    text, span = coded.report.text, sentence.span
    events = [event for event in coded.events if any(span.overlaps(part) for part in event.evidence)]
    marked = [word for event in events for word in event.spans.get("type", ())]
    words = Text("" if sentence.kind == "body" else f"({sentence.kind}) ", style="dim")
    yield str(number), words.append_text(passage(text, span, marked, brackets))
    for event in events:
        yield "", Text(f"=> {_deed(event)}", style="green")
    remarks = [f"claim: {claim.kind} {claim.about}" for claim in coded.claims if span.overlaps(claim.span)]
    for quote in coded.quotes:
        if any(span.overlaps(part) for part in quote.spans):
            remarks.append(f"quote of {quote.speaker or 'somebody unnamed'}")
    faults = [fault for fault in coded.faults if fault.span is not None and span.overlaps(fault.span)]
    remarks += [f"{fault.code}: {fault.message}" for fault in faults]
    for remark in remarks or ([] if events else [UNREMARKED]):
        yield "", Text(f"   {remark}", style="dim")


def _deed(event: Event) -> str:
    from detente.relations import describe

    kind = " ".join(filter(None, (event.type, event.mode)))
    facts: Sequence[str | None] = (
        kind, event.status, event.date.edtf if event.date else "no date", event.place.name if event.place else None,
        *(f"{field} {how}" for field, how in sorted(event.how.items())), f"confidence {event.confidence:.2f}",
    )  # fmt: skip
    return f"{describe(event)} ({', '.join(filter(None, facts))})"


def _dated(coded: Coded, text: str) -> str:
    if coded.published is None:
        return "published: not known"
    words = ", ".join(f'"{_short(span.of(text))}"' for span in coded.published_spans)
    return f"published: {coded.published.edtf}, {coded.published_how}" + (f" ({words})" if words else "")


def _short(words: str, most: int = 70) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"
