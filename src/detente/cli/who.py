"""`detente who`: who held an office, which offices somebody held, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from detente.cli.inputs import day_option
from detente.cli.naming import party_key
from detente.cli.terminal import say
from detente.codebook import Holder, load_codebook
from detente.codebook.sectors import actor_code
from detente.model import InputError, Party


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
      detente who --office "head of government" --state Norway --json
    """
    days = day_option(on, "--on")
    party = party_key(state) if state else None
    if words is None and office is None and party is None:
        raise InputError("say whom: a name, a title, or --office and --state")
    from detente.resolving.who import find_holders

    code = _office(office)
    holders = find_holders(words, days, code, party)
    if not holders:
        ever = len(find_holders(words, None, code, party)) if days else 0
        hint = f"; without --on it has {ever} term{'s' * (ever > 1)}" if ever else ""
        what = repr(words) if words else " ".join(filter(None, (office, state)))
        raise InputError(f"the codebook knows nobody for {what}" + (f" on {on}" if on else "") + hint)
    if as_json:
        _print_json(holders)
    else:
        _print_table(holders)


def _office(code: str | None) -> str | None:
    """An office code, written with blanks or not."""
    if code is None:
        return None
    wanted = "_".join(code.lower().replace("-", " ").split())
    if load_codebook().office(wanted) is None:
        known = ", ".join(sorted(office.code for office in load_codebook().offices))
        raise InputError(f"unknown office {code!r}; known: {known}")
    return wanted


def _print_json(holders: Sequence[Holder]) -> None:
    import msgspec

    for holder in holders:
        code = actor_code(Party(holder.state, holder.organisation, holder.person, holder.office or None))
        typer.echo(msgspec.json.encode({**msgspec.structs.asdict(holder), "code": code}).decode())


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
