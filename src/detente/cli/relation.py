"""`detente relation`: how two states stand with each other, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import party_name
from detente.cli.pairs import HTML, ON, PNG, STATE, SVG, draw_all, pair_of
from detente.cli.terminal import complain, say

if TYPE_CHECKING:
    from rich.table import Table

    from detente.model import Coverage
    from detente.relations import Relation
    from detente.relations.page import Section

SHOWN = 8
"""Characters of an identifier that are shown."""


def relation(
    state: Annotated[str, typer.Argument(metavar="STATE", help=STATE)],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other one.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=ON)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    png: Annotated[str | None, typer.Option(metavar="FILE", help=PNG)] = None,
    svg: Annotated[str | None, typer.Option(metavar="FILE", help=SVG)] = None,
    html: Annotated[str | None, typer.Option(metavar="FILE", help=HTML)] = None,
    visits: Annotated[
        str | None, typer.Option("--map", metavar="FILE", help="Draw a map of the visits (.png, .svg, .html).")
    ] = None,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Show how two states stand: phase, tone, last contacts, channels, measures, disputes, plans.

    Every line names the entries behind it (`detente show ENTRY`). A deed whose day is not known well enough to say is
    named as such, never put in order by guess. docs/relations.md says by which rules phases and channels are told.

    \b
    Examples:
      detente relation Russia Turkey
      detente relation US Cuba --on 2016-06 --png ties.png
      detente relation GBR IRN --as-reported-by 2012 --json
    """
    from detente.relations import relation as relation_of

    day = day_option(on, "--on")
    with asked(store, known, reported) as register:
        pair = pair_of(register, state, other)
        found = relation_of(register, *pair, day.last if day else None)
    if as_json:
        from detente.formats.gold import to_json
        from detente.formats.relations import relation_to_dict

        typer.echo(to_json(relation_to_dict(found)))
    else:
        print_relation(found)
    draw_all(lambda path: draw_relation(found, path), (png, svg, html), as_json)
    draw_all(lambda path: draw_map(found, path), (visits,), as_json)


def print_relation(found: Relation) -> None:
    """The page of a pair; says so where the register has nothing on it."""
    from detente.relations.page import page

    names = [party_name(key) for key in found.pair]
    if not found.coverage.entries and not found.deeds:
        complain(f"nothing between {names[0]} and {names[1]} in this register")
        return
    say(f"{names[0]} and {names[1]} on {found.on}", style="bold")
    say(covers(found.coverage))
    for section in page(found):
        say("", section.title, style="bold cyan")
        say(_table(section))


def covers(coverage: Coverage) -> str:
    """How much a register holds, in words."""
    days = f", {coverage.first} to {coverage.last}" if coverage.first else ""
    undated = f"; {coverage.undated} without a date" if coverage.undated else ""
    return f"from {coverage.entries} deeds in {coverage.reports} reports{days}{undated}"


def draw_relation(found: Relation, path: str) -> None:
    """The picture of a pair: lanes of contacts, measures and blows, the tone, the turning points."""
    from detente.formats.lanes import draw_lanes

    draw_lanes(found, (party_name(found.pair[0]), party_name(found.pair[1])), path)


def draw_map(found: Relation, path: str) -> None:
    """The map of a pair's visits and meetings."""
    from detente.formats.maps import draw_visits

    draw_visits([deed.entry for deed in found.deeds if deed.done], found.pair, path)


def _table(section: Section) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=24)
    table.add_column(width=13)
    table.add_column(ratio=1)
    table.add_column(width=17)
    for line in section.lines:
        ids = " ".join(id_[:SHOWN] for id_ in line.entries[:4])
        table.add_row(line.label, line.when.replace("/", "/ "), Text(line.text), Text(ids, style="dim"))
    return table
