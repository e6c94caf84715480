"""`detente compare`: several pairs of states side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import party_name
from detente.cli.pairs import HTML, ON, PNG, SVG, draw_all
from detente.cli.terminal import complain, say
from detente.codebook.naming import find_party
from detente.model import InputError

if TYPE_CHECKING:
    from rich.table import Table

    from detente.relations import Comparison, Deed, Relation

STATES = "Two or more states, by name, code or demonym."
MOST = 12
"""States that are compared at once."""


def compare(
    states: Annotated[list[str], typer.Argument(metavar="STATE...", help=STATES)],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=ON)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    png: Annotated[str | None, typer.Option(metavar="FILE", help=PNG)] = None,
    svg: Annotated[str | None, typer.Option(metavar="FILE", help=SVG)] = None,
    html: Annotated[str | None, typer.Option(metavar="FILE", help=HTML)] = None,
    matrix: Annotated[
        str | None, typer.Option(metavar="FILE", help="Draw who talks with whom (.png, .svg, .html).")
    ] = None,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Show several pairs of states side by side: phase, tone, last contact of heads and of anybody, what is shut.

    \b
    Examples:
      detente compare Russia Turkey US
      detente compare FRA DEU GBR RUS --png pairs.png --matrix who.png
    """
    from detente.relations.compare import compare as compare_of

    day = day_option(on, "--on")
    with asked(store, known, reported) as register:
        keys = list(dict.fromkeys(find_party(register, name) for name in states))
        if not 2 <= len(keys) <= MOST:
            raise InputError(f"give two to {MOST} different states")
        found = compare_of(register, keys, day.last if day else None)
    if as_json:
        from detente.formats.gold import to_json
        from detente.formats.relations import comparison_to_dict

        typer.echo(to_json(comparison_to_dict(found)))
    else:
        print_comparison(found)
    draw_all(lambda path: _draw(found, path), (png, svg, html), as_json)
    draw_all(lambda path: _draw_matrix(found, path), (matrix,), as_json)


def print_comparison(found: Comparison) -> None:
    """The pairs as a table; those of which nothing is told are named below it."""
    if not found.relations:
        complain("nothing between any two of these in this register")
        return
    say(_table(found))
    if found.silent:
        pairs = ", ".join(f"{party_name(a)} and {party_name(b)}" for a, b in found.silent)
        say(f"nothing told: {pairs}", style="dim")


def _table(found: Comparison) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("pair", min_width=16)
    table.add_column("phase", max_width=14)
    table.add_column("tone", no_wrap=True)
    for title in ("heads met", "last met"):
        table.add_column(title, min_width=10, max_width=10)
    table.add_column("shut; measures")
    table.add_column("deeds", justify="right", no_wrap=True, min_width=5)
    for row in found.relations:
        table.add_row(*_cells(row))
    return table


def _cells(row: Relation) -> list[str]:
    heads = next((found.deed for found in row.by_level if found.what == "heads"), None)
    met = [found.deed for found in row.by_kind if found.deed]
    last = max(met, key=lambda deed: (deed.last is not None, deed.last), default=None)
    shut = [channel.name for channel in row.channels if channel.status in ("suspended", "severed")]
    standing = dict.fromkeys(measure.kind for measure in row.measures if measure.standing)
    tone = f"{row.tone.mean:+.1f} ±{(row.tone.high - row.tone.low) / 2:.1f}" if row.tone else "-"
    return [
        f"{party_name(row.pair[0])} and {party_name(row.pair[1])}", f"{row.phase} on {row.on}", tone, _met(heads),
        _met(last), "; ".join(filter(None, (", ".join(shut), ", ".join(standing)))) or "-", str(row.coverage.entries),
    ]  # fmt: skip


def _met(deed: Deed | None) -> str:
    from detente.relations.page import when_of

    return f"{when_of(deed).replace('/', '/ ')} {deed.id[:8]}" if deed else "none told"


def _draw(found: Comparison, path: str) -> None:
    from detente.formats.multiples import draw_multiples

    draw_multiples(found, path)


def _draw_matrix(found: Comparison, path: str) -> None:
    from detente.formats.multiples import draw_matrix

    draw_matrix(found, path)
