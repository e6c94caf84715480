"""`detente read`: reports into the register, each in a transaction of its own or with its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import ACTORS, PATHS, STORE, Intake, opened, settings
from detente.cli.terminal import complain, say, with_progress

if TYPE_CHECKING:
    from detente.register import Register
    from detente.run.keeping import Tally
    from detente.run.settings import Settings


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help=PATHS)],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the reports were published.")] = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
    actors: Annotated[str | None, typer.Option(metavar="FILE", help=ACTORS)] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline (DETENTE_MODEL).")] = None,
) -> None:
    """Read reports into the register.

    A report that the register has already changes nothing. What cannot be read is said on standard error and left out.

    \b
    Examples:
      detente read examples/reports
      detente read --store talks.db --published 1986-10-12 closing.txt
      zcat archive.jsonl.gz | detente read -
    """
    intake = Intake(paths, published)
    with opened(store, make=True) as register:
        tally = read_into(register, intake, settings(model=model, actors=actors))
        print_tally(tally, register)
    intake.require_any()


def read_into(register: Register, intake: Intake, how: Settings) -> Tally:
    """Code what is new and keep it; the count of all."""
    from detente.run.keeping import keep_reports

    tally = keep_reports(register, with_progress(intake, "reading"), how, complain)
    tally.failed = intake.failed
    return tally


def print_tally(tally: Tally, register: Register) -> None:
    """The closing table."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for title in ("reports new", "known already", "failed", "events", "faults", "entries in the register"):
        table.add_column(title, justify="right")
    entries = register.coverage().entries
    table.add_row(*map(str, (tally.new, tally.known, tally.failed, tally.events, tally.faults, entries)))
    say(table)
