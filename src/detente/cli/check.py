"""`detente check`: the claims of rank in a text, held against the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.inputs import STORE, Intake, KnownOn, ReportedBy, asked, settings
from detente.cli.terminal import say
from detente.model import InputError

if TYPE_CHECKING:
    from detente.model import Report
    from detente.relations.check import Verdict

_SPELT_AS_PATH = re.compile(r"\S*[/\\]\S*|\S+\.\w{2,5}")
"""A single word that can only be meant as a path."""
COLOURS = {"supported": "green", "contradicted": "red"}


def check(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="What is claimed; or a file, folder, or -.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was said.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a claim.")] = False,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Hold claims of rank ("first visit since", "last met in") against the register.

    Each claim found gets one of four verdicts, with the entries for and against it: supported (the deed is on record,
    nothing stands against it, and a source has all of its kind), contradicted, coverage insufficient, cannot be
    decided. Where the text says no day, the claim is taken as made of the last such deed on record.

    \b
    Examples:
      detente check "It was the first visit by a US president to Cuba since 1928." --published 2016-03-20
      detente check report.txt
    """
    from detente.run.checking import check_reports

    reports = _reports(text, published)
    claims = 0
    with asked(store, known, reported) as register:
        for report, verdicts in check_reports(register, reports, settings()):
            for verdict in verdicts:
                claims += 1
                if as_json:
                    typer.echo(verdict_to_json(verdict, report))
                else:
                    print_verdict(verdict)
    if not claims and not as_json:
        say("no claim of rank found (such as: the first visit since 1998, the highest-level talks in years)")


def _reports(text: str, published: str | None) -> Iterable[Report]:
    """The reports of a path; what is no path is a text of its own."""
    import msgspec

    if not text.strip():
        raise InputError("nothing to check; give a sentence, or a file")
    intake = Intake([text], published)
    if text == "-" or _is_path(text):
        return intake
    if _SPELT_AS_PATH.fullmatch(text):
        raise InputError(f"{text}: no such file or folder")
    from detente.run.checking import report_of

    return [msgspec.structs.replace(report_of(text), handed=intake.day, handed_from="option" if intake.day else None)]


def _is_path(text: str) -> bool:
    from pathlib import Path

    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False


def print_verdict(verdict: Verdict) -> None:
    """A verdict for people."""
    from detente.relations.last import said_declared, said_entry

    claim = verdict.reading.claim
    say(f'"{" ".join(claim.text.split())}"', style="bold")
    say(f"  {verdict.outcome}: {verdict.why}", style=COLOURS.get(verdict.outcome, "yellow"))
    for mark, entries in (("for", verdict.pro), ("against", verdict.con)):
        for entry in entries[:MOST]:
            say(f"  {mark}: {said_entry(entry)}")
        if len(entries) > MOST:
            say(f"  {mark}: and {len(entries) - MOST} more")
    if verdict.outcome != "supported":
        return
    for line in said_declared(verdict.declared):
        say(f"  {line}")


MOST = 5
"""Of the entries for or against a claim, so many are printed."""


def verdict_to_json(verdict: Verdict, report: Report) -> str:
    """A verdict as one line of JSON."""
    import msgspec

    from detente.formats.entries import entry_to_dict
    from detente.formats.gold import to_json

    reading = verdict.reading
    claim: dict[str, Any] = msgspec.to_builtins(reading.claim)
    record = {
        "report": report.id,
        "claim": claim,
        "verdict": verdict.outcome,
        "why": verdict.why,
        "asked": msgspec.to_builtins(reading.contact) if reading.contact else None,
        "for": [entry_to_dict(entry) for entry in verdict.pro],
        "against": [entry_to_dict(entry) for entry in verdict.con],
        "declared": msgspec.to_builtins(verdict.declared),
    }
    return to_json(record)
