"""`detente explain`: sentence by sentence what was coded, and why the rest was not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import PATHS, Intake, settings
from detente.cli.passages import passage
from detente.cli.terminal import console
from detente.model import READABLE, Coded, Document, Event, Fault, Line, Sentence, Span

if TYPE_CHECKING:
    from rich.console import Console

UNREMARKED = "no deed between parties"


def explain(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help=PATHS)],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the reports were published.")] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline (DETENTE_MODEL).")] = None,
) -> None:
    """Explain a report sentence by sentence: what was coded, and why the rest was not.

    Lines that are no part of the report (menus, captions, lists of other headlines) are named too.

    \b
    Example:
      detente explain examples/reports/agra-no-accord.txt
    """
    from detente.codebook import load_codebook
    from detente.parsing import parse_reports
    from detente.run.pipeline import code_document, default_coder, read_document

    intake = Intake(paths, published)
    out = console()
    coder, book = default_coder(), load_codebook()
    for report, sentences in parse_reports(intake, settings(model=model).model):
        document = read_document(report, sentences, book)
        print_explanation(out, document, code_document(document, coder))
    intake.require_any()


def print_explanation(out: Console, document: Document, coded: Coded) -> None:
    """One report: how it was dated, then its lines and sentences in the order of the text."""
    text = document.text
    out.print(f"== {coded.report.id}", style="bold")
    out.print(_dated(coded, text))
    for fault in (f for f in coded.faults if f.span is None):
        out.print(f"  ! {fault.code}: {fault.message}")
    told: list[tuple[Span, Line | Sentence]] = [(s.span, s) for s in document.sentences]
    told += [(line.span, line) for line in coded.report.lines if line.kind not in READABLE]
    number = 0
    for _, item in sorted(told, key=lambda pair: pair[0]):
        if isinstance(item, Line):
            out.print(f"    -  [{item.kind}] {_short(item.span.of(text))}", style="dim", markup=False)
            continue
        number += 1
        _print_sentence(out, number, item, coded, text)
    out.print()


def _print_sentence(out: Console, number: int, sentence: Sentence, coded: Coded, text: str) -> None:
    from rich.text import Text

    events = [event for event in coded.events if _touches(sentence.span, event)]
    marked = [span for event in events for span in event.spans.get("type", ())]
    kind = "" if sentence.kind == "body" else f"[{sentence.kind}] "
    line = Text(f"{number:5}  {kind}")
    line.append_text(passage(text, [sentence.span], marked, brackets=not out.is_terminal, indent=""))
    out.print(line)
    remarks = [f"=> {_deed(event)}" for event in events]
    remarks += [f"   claim: {claim.kind} {claim.about}" for claim in coded.claims if sentence.span.overlaps(claim.span)]
    for quote in coded.quotes:
        if any(sentence.span.overlaps(span) for span in quote.spans):
            remarks.append(f"   quote of {quote.speaker or 'somebody unnamed'}")
    faults = [f for f in coded.faults if f.span is not None and sentence.span.overlaps(f.span)]
    remarks += [f"   {_why(fault, text)}" for fault in faults]
    for remark in remarks or [f"   {UNREMARKED}"]:
        out.print(f"         {remark}", style="" if remark.startswith("=>") else "dim", markup=False)


def _touches(span: Span, event: Event) -> bool:
    return any(span.overlaps(part) for part in event.evidence)


def _deed(event: Event) -> str:
    from detente.relations import describe

    kind = " ".join(filter(None, (event.type, event.mode)))
    facts: Sequence[str | None] = (
        kind, event.status, event.date.edtf if event.date else "no date", event.place.name if event.place else None,
        *(f"{field} {how}" for field, how in sorted(event.how.items())), f"confidence {event.confidence:.2f}",
    )  # fmt: skip
    return f"{describe(event)} ({', '.join(filter(None, facts))})"


def _why(fault: Fault, text: str) -> str:
    words = _short(fault.span.of(text)) if fault.span else ""
    return f"{fault.code}: {fault.message}" + (f' ("{words}")' if words and words not in fault.message else "")


def _dated(coded: Coded, text: str) -> str:
    if coded.published is None:
        return "  published: not known"
    words = ", ".join(f'"{_short(span.of(text))}"' for span in coded.published_spans)
    return f"  published: {coded.published.edtf}, {coded.published_how}" + (f" ({words})" if words else "")


def _short(words: str, most: int = 70) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"
