"""`detente who`: who held an office, which offices somebody held, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from detente.cli.inputs import day_option, settings
from detente.cli.naming import party_key
from detente.cli.terminal import say
from detente.codebook import Holder, load_codebook
from detente.model import InputError


def who(
    words: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="A name, or a title as a report has it.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="On this day, month or year.")] = None,
    office: Annotated[str | None, typer.Option(help="An office, as foreign_minister.")] = None,
    state: Annotated[str | None, typer.Option(help="A state or organisation.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a term of office.")] = False,
) -> None:
    """Say who held an office, or which offices somebody held, with dates and sources.

    \b
    Examples:
      detente who "the Japanese foreign minister" --on 2003-05-12
      detente who Shevardnadze
      detente who --office head_of_government --state Norway
    """
    days = day_option(on, "--on")
    party = party_key(state) if state else None
    if words is None and office is None and party is None:
        raise InputError("say whom: a name, a title, or --office and --state")
    from detente.run.asking import holders_of, who_is, within

    if words is None:
        holders = holders_of(_office(office), party, days)
    else:
        holders = within(who_is(words, days, settings()), days)
        holders = [h for h in holders if party in (None, h.state, h.organisation) and office in (None, h.office)]
    if not holders:
        raise InputError(f"the codebook knows nobody for {words or office or state!r}" + (f" on {on}" if on else ""))
    if as_json:
        _print_json(holders)
    else:
        _print_table(holders)


def _office(code: str | None) -> str | None:
    if code is not None and load_codebook().office(code) is None:
        known = ", ".join(sorted(office.code for office in load_codebook().offices))
        raise InputError(f"unknown office {code!r}; known: {known}")
    return code


def _print_json(holders: Sequence[Holder]) -> None:
    import msgspec

    for holder in holders:
        typer.echo(msgspec.json.encode(holder).decode())


def _print_table(holders: Sequence[Holder]) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for title in ("person", "office", "of", "from", "to", "title", "source (trust)"):
        table.add_column(title, no_wrap=title in ("from", "of"))
    for h in holders:
        last = h.last or (f"? (seen {h.open_as_of})" if h.open_as_of else "?")
        home = h.state or h.organisation or "?"
        table.add_row(
            h.person, h.office.replace("_", " "), home, h.first or "?", last, h.title, f"{h.source} ({h.trust})"
        )
    say(table)
