"""The rooms joined up: reports go in, coded reports come out."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Iterable, Iterator

from detente.codebook import Codebook, load_codebook
from detente.coding import Coder, FrameCoder, find_claims, find_quotes
from detente.dating import date_event, date_report, find_times, report_frame
from detente.model import Coded, Document, Fault, Report, Sentence
from detente.parsing import parse_reports
from detente.placing import find_places, place_event
from detente.resolving import find_mentions, load_actors, resolve_mentions, tenure_clues, with_actors
from detente.run.settings import Settings
from detente.run.version import coder_version

FAILED = "coder-failed"
"""The fault of a report that the coder broke down on."""


def code_reports(
    reports: Iterable[Report], settings: Settings | None = None, coder: Coder | None = None
) -> Iterator[Coded]:
    """Code reports one after the other, in order.

    A report on which the coder breaks down comes without events and with the fault `FAILED`: it costs no other report.

    Args:
        reports: as `reading` yields them.
        settings: model and further options; from the environment where not given.
        coder: another coder in place of detente's own.
    """
    settings = settings or Settings.from_environment()
    codebook, version = codebook_with(settings.actors), coder.version if coder else coder_version(settings)
    coder = coder or default_coder()
    for report, sentences in parse_reports(reports, settings.model):
        yield _code(report, sentences, codebook, coder, version)


def code_report(report: Report, settings: Settings | None = None) -> Coded:
    """Code a single report."""
    return next(code_reports([report], settings))


def failure(coded: Coded) -> Fault | None:
    """The fault of a report on which the coder broke down, None of any other."""
    return next((fault for fault in coded.faults if fault.code == FAILED), None)


@functools.cache
def codebook_with(actors: str | None) -> Codebook:
    """The shipped codebook, with the user's own actors of a file laid over it, where one is given.

    Raises: InputError where the file cannot be read.
    """
    return with_actors(load_codebook(), load_actors(actors)) if actors else load_codebook()


@functools.cache
def default_coder() -> FrameCoder:
    """detente's own coder, with dating and placing joined to it."""
    return FrameCoder(when=date_event, where=place_event, present=report_frame)


def read_document(report: Report, sentences: list[Sentence], codebook: Codebook) -> Document:
    """Who, when and where in a parsed report: all that a coder is given."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    document = Document(report, sentences, tokens, faults=list(report.faults))
    document.mentions = find_mentions(document, codebook)
    clues = tenure_clues(document)
    document.published, document.published_how, document.published_spans, faults = date_report(document, clues)
    document.faults.extend(faults)
    document.mentions = resolve_mentions(document, codebook)
    document.times = find_times(document)
    document.places = find_places(document)
    document.quotes = find_quotes(document)
    return document


def code_document(document: Document, coder: Coder, version: str | None = None) -> Coded:
    """Events, quotes and claims of a document; `version`: of the coder with its settings, where that says more."""
    events, faults = coder.code_events(document)
    return Coded(
        report=document.report,
        published=document.published,
        published_how=document.published_how,
        published_spans=document.published_spans,
        events=events,
        claims=find_claims(document),
        quotes=document.quotes,
        faults=(*document.faults, *faults),
        coder=version or coder.version,
        times=document.times,
        places=document.places,
    )


def _code(report: Report, sentences: list[Sentence], codebook: Codebook, coder: Coder, version: str) -> Coded:
    try:
        return code_document(read_document(report, sentences, codebook), coder, version)
    except Exception as error:  # ours to mend, whatever it is: among a million reports there is one
        return _failed(report, error, version)


def _failed(report: Report, error: Exception, version: str) -> Coded:
    """A report without a coding, and where the coder broke down."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {at.filename.rpartition('detente/')[2]}, line {at.lineno}"
    message = f"the coder broke down on this report ({where}): please report it; `detente recode` reads it again later"
    return Coded(
        report=report,
        published=report.handed,
        published_how=(report.handed_from or "handed") if report.handed else None,
        published_spans=(),
        events=(),
        claims=(),
        quotes=(),
        faults=(*report.faults, Fault(FAILED, message)),
        coder=version,
    )
