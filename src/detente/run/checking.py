"""Claims of rank in a text, held against a register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.model import Line, Report, Span
from detente.parsing import parse_reports
from detente.register import Past, Register
from detente.relations.check import Verdict, check_claim, read_claims
from detente.run.pipeline import code_document, codebook_with, default_coder, read_document
from detente.run.settings import Settings


def check_reports(
    register: Register | Past, reports: Iterable[Report], settings: Settings | None = None
) -> Iterator[tuple[Report, list[Verdict]]]:
    """Each report with the verdicts on its claims, in text order.

    Args:
        register: what the claims are held against.
        reports: as `reading` yields them, or `report_of` makes one.
        settings: how to parse and code.
    """
    settings = settings or Settings.from_environment()
    codebook = codebook_with(settings.actors)
    for report, sentences in parse_reports(reports, settings.model):
        document = read_document(report, sentences, codebook)
        coded = code_document(document, default_coder())
        yield report, [check_claim(register, reading) for reading in read_claims(document, coded)]


def report_of(text: str, id: str = "text") -> Report:
    """A text that is all body, as a report of its own."""
    return Report(id=id, text=text, lines=(Line(Span(0, len(text)), "body"),))
