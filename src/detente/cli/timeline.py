"""`detente timeline`: what happened between two states, in order; as a table, as JSON, as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import find_party, party_name
from detente.cli.terminal import complain, say
from detente.model import InputError

if TYPE_CHECKING:
    from rich.table import Table

    from detente.register import Past, Register
    from detente.relations import TimelineRow

Pair = tuple[str, str]
Days = tuple["date | None", "date | None"]
STATE = "A state by its name, code or demonym; or an organisation."


def timeline(
    state: Annotated[str, typer.Argument(metavar="STATE", help=STATE)],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other one.")],
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Deeds of this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Deeds of this day or earlier.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a deed.")] = False,
    png: Annotated[str | None, typer.Option(metavar="FILE", help="Draw a picture.")] = None,
    svg: Annotated[str | None, typer.Option(metavar="FILE", help="The same as SVG.")] = None,
    html: Annotated[str | None, typer.Option(metavar="FILE", help="The same as a page that works offline.")] = None,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Show what happened between two states, in order of time.

    DATE is YYYY, YYYY-MM or YYYY-MM-DD. Deeds without a date come last.

    \b
    Examples:
      detente timeline Russia Turkey
      detente timeline japanese KOR --from 1998 --to 1999-06 --json
      detente timeline US Cuba --png ties.png --html ties.html
      detente timeline Russia Turkey --as-reported-by 2015-12-01
    """
    first, last = day_option(since, "--from"), day_option(until, "--to")
    days = (first.first if first else None, last.last if last else None)
    if days[0] and days[1] and days[0] > days[1]:
        raise InputError(f"--from {since} is after --to {until}")
    with asked(store, known, reported) as register:
        pair = (find_party(register, state), find_party(register, other))
        if pair[0] == pair[1]:
            raise InputError(f"{state} and {other} are one and the same")
        if as_json:
            _print_json(register, pair, days)
        else:
            print_timeline(register, pair, days)
        for path in draw(register, pair, days, [path for path in (png, svg, html) if path]):
            typer.echo(f"picture: {path}", err=as_json)


def print_timeline(register: Register | Past, pair: Pair, days: Days = (None, None)) -> None:
    """The table of a pair; says so where the register has nothing on it."""
    from detente.relations import timeline as rows_of

    rows = rows_of(register, *pair, *days)
    names = (party_name(pair[0]), party_name(pair[1]))
    if not rows:
        coverage = register.coverage(*pair)
        complain(f"nothing between {names[0]} and {names[1]} then; the register has {coverage.entries} deeds of theirs")
        return
    say(f"{names[0]} and {names[1]}: {len(rows)} {'deed' if len(rows) == 1 else 'deeds'}", style="bold")
    say(_table(rows))


def draw(register: Register | Past, pair: Pair, days: Days, paths: Sequence[str]) -> Iterator[str]:
    """Draw the pair to each path; each path once the picture is there."""
    if not paths:
        return
    from detente.formats.pictures import draw_timeline

    entries = list(register.entries(*pair, *days))
    for path in paths:
        try:
            draw_timeline(entries, pair, (party_name(pair[0]), party_name(pair[1])), path)
        except ValueError as error:
            raise InputError(str(error)) from error
        yield path


def _table(rows: Sequence[TimelineRow]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for title, most in (("date", 11), ("deed", None), ("type", 12), ("status", 10)):
        table.add_column(title, max_width=most)
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("entry", no_wrap=True)
    for row in rows:
        kind = " ".join(filter(None, (row.type, row.mode)))
        colour = "blue" if (row.score or 0) > 0 else "red"
        disputed = " (disputed)" if row.disputed else ""
        table.add_row(
            (row.date or "no date").replace("/", "/ "), Text(row.text + _where(row)), Text(kind, style=colour),
            row.status + disputed, str(row.reports), Text(row.entry[:8], style="dim"),
        )  # fmt: skip
    return table


def _where(row: TimelineRow) -> str:
    return f" ({row.place})" if row.place else ""


def _print_json(register: Register | Past, pair: Pair, days: Days) -> None:
    from detente.formats.entries import entry_to_json

    for entry in register.entries(*pair, *days):
        typer.echo(entry_to_json(entry))
