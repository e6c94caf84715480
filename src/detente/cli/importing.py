"""`detente import`: structured data of trusted sources into the register, each record with its own provenance."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.inputs import STORE, opened
from detente.cli.terminal import with_progress
from detente.model import InputError

SOURCES = ("historian-travels",)


def import_(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="historian-travels.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The folder of its files, or one of them.")],
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Import structured data of a source that is trusted.

    Each record is kept as received, with the passage of each field; it joins the reports of the same deed. What the
    source has all of is kept too, so that a question can be answered with "none". A record that the register has
    already changes nothing; one that the source has changed takes the place of the one before.

    historian-travels: the journeys abroad of United States presidents and secretaries of state, in the XML of
    github.com/HistoryAtState/travels (CC0).

    \b
    Example:
      detente import historian-travels travels/
    """
    if source not in SOURCES:
        raise InputError(f"unknown source {source!r}; known: {', '.join(SOURCES)}")
    from detente.formats.travel_import import import_trips
    from detente.formats.travels import read_trips

    trips = read_trips(Path(path))
    with opened(store, make=True) as register:
        done = import_trips(register, trips, lambda fresh: with_progress(fresh, "importing"))
        entries = register.coverage().entries
        typer.echo(
            f"{done.new} records new, {done.changed} changed, {done.known} known already, {done.events} events, "
            f"{done.faults} faults; {entries} entries in the register"
        )
