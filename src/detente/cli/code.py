"""`detente code`: reports in, one JSON object a report out; no store."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TextIO

import typer

from detente.cli.inputs import ACTORS, Intake, settings
from detente.cli.terminal import with_progress
from detente.model import InputError

EXTRAS = ("times", "places")


def code(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")
    ],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the reports were published.")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")] = None,
    extras: Annotated[str | None, typer.Option("--with", metavar="LIST", help="Add times, places or both.")] = None,
    actors: Annotated[str | None, typer.Option(metavar="FILE", help=ACTORS)] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline (DETENTE_MODEL).")] = None,
) -> None:
    """Code reports without a store: one JSON object a report.

    Reads .txt, .html, .jsonl, .jsonl.gz and .csv. What cannot be read is said on standard error and left out.

    \b
    Examples:
      detente code examples/reports/jet-shot-down.txt
      detente code reports.jsonl.gz -o coded.jsonl
      detente code --published 1998-10-08 --with times,places - < report.txt
    """
    from detente.formats import coded_to_json
    from detente.run.pipeline import code_reports

    wanted = _extras(extras)
    intake = Intake(paths, published)
    with _opened(output) as out:
        for coded in with_progress(code_reports(intake, settings(model=model, actors=actors)), "coding"):
            out.write(coded_to_json(coded, wanted) + "\n")
    intake.require_any()


def _extras(given: str | None) -> tuple[str, ...]:
    words = tuple(filter(None, (given or "").replace(" ", "").split(",")))
    unknown = [word for word in words if word not in EXTRAS]
    if unknown:
        raise InputError(f"--with {unknown[0]}: give {' or '.join(EXTRAS)}")
    return words


@contextlib.contextmanager
def _opened(path: str | None) -> Iterator[TextIO]:
    if path is None or path == "-":
        yield sys.stdout
        return
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with Path(path).open("w", encoding="utf-8") as out:
        yield out
