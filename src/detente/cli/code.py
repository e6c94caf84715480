"""`detente code`: reports in, one JSON object a report out; no store."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, TextIO

import typer

from detente.cli.inputs import ACTORS, Intake, settings
from detente.cli.terminal import complain, with_progress
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
    from detente.run.pipeline import code_reports, failure

    wanted = _extras(extras)
    intake = Intake(paths, published)
    with _opened(output, paths) as write:
        for coded in with_progress(code_reports(intake, settings(model=model, actors=actors)), "coding"):
            if (fault := failure(coded)) is not None:
                complain(f"{coded.report.source or coded.report.id}: {fault.message}")
            write(coded_to_json(coded, wanted) + "\n")
    intake.require_any()


def _extras(given: str | None) -> tuple[str, ...]:
    words = tuple(filter(None, (given or "").replace(" ", "").split(",")))
    unknown = [word for word in words if word not in EXTRAS]
    if unknown:
        raise InputError(f"--with {unknown[0]}: give {' or '.join(EXTRAS)}")
    return words


@contextlib.contextmanager
def _opened(path: str | None, inputs: Sequence[str]) -> Iterator[Callable[[str], object]]:
    """Where to write; a file is begun with the first words, so that one of before stays where nothing was coded."""
    if path is None or path == "-":
        yield sys.stdout.write
        return
    target = Path(path)
    if target.exists() and any(Path(name).is_file() and target.samefile(name) for name in inputs):
        raise InputError(f"-o {path}: that file is to be read; write to another")
    with contextlib.ExitStack() as stack:
        held: list[TextIO] = []

        def write(words: str) -> None:
            if not held:
                target.parent.mkdir(parents=True, exist_ok=True)
                held.append(stack.enter_context(target.open("w", encoding="utf-8")))
            held[0].write(words)

        yield write
