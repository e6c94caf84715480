"""`detente tone`: the tone between two states over time, each way, and where it turned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import party_name
from detente.cli.pairs import HTML, PNG, STATE, SVG, draw_all, pair_of
from detente.cli.terminal import complain, say
from detente.model import InputError, Interval

if TYPE_CHECKING:
    from rich.table import Table

    from detente.relations import Tone, TonePoint, Turn

BAR = 10
"""Characters of the bar on each side of nought."""


def tone(
    state: Annotated[str, typer.Argument(metavar="STATE", help=STATE)],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other one.")],
    by: Annotated[str, typer.Option("--by", help="week, month or year.")] = "month",
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Leave out what lay after this day.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    png: Annotated[str | None, typer.Option(metavar="FILE", help=PNG)] = None,
    svg: Annotated[str | None, typer.Option(metavar="FILE", help=SVG)] = None,
    html: Annotated[str | None, typer.Option(metavar="FILE", help=HTML)] = None,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Show the tone between two states over time: PLOVER scores each way, and the turning points.

    The score of a deed lies between -10 (attack) and +10; the mean is weighted by confidence, and lies between the two
    bounds in nine cases of ten. A deed whose days lie in several stretches is shared among them; one known only
    roughly is left out, and counted. Turning points are steps of the state model (docs/relations.md), breaks in the
    scores, or both.

    \b
    Examples:
      detente tone Russia Turkey --by year
      detente tone US Cuba --png tone.png
    """
    from detente.relations.tone import By
    from detente.relations.tone import tone as tone_of

    wanted = next((name for name in get_args(By) if name == by), None)
    if wanted is None:
        raise InputError(f"--by {by!r}: give one of {', '.join(get_args(By))}")
    day = day_option(on, "--on")
    with asked(store, known, reported) as register:
        pair = pair_of(register, state, other)
        found = tone_of(register, *pair, wanted, day.last if day else None)
    names = (party_name(pair[0]), party_name(pair[1]))
    if as_json:
        from detente.formats.gold import to_json
        from detente.formats.relations import tone_to_dict

        typer.echo(to_json({"states": list(pair), "by": wanted, **tone_to_dict(found)}))
    else:
        print_tone(found, names)
    draw_all(lambda path: _draw(found, pair, names, path), (png, svg, html), as_json)


def print_tone(found: Tone, names: tuple[str, str]) -> None:
    """Both series and the turning points as tables."""
    if not found.points:
        complain(f"no dated deeds between {names[0]} and {names[1]}; {found.undated} without a date")
        return
    left = f"; left out: {found.undated} without a date, {found.rough} dated too roughly"
    say(f"tone between {names[0]} and {names[1]}{left if found.undated or found.rough else ''}", style="bold")
    say(_series(found.points))
    if found.turns:
        say("", "turning points", style="bold cyan")
        say(_turns(found.turns))


def _series(points: Sequence[TonePoint]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for title in ("from", "to", "stretch"):
        table.add_column(title)
    for title in ("tone", "between", "deeds"):
        table.add_column(title, justify="right")
    table.add_column("")
    for point in sorted(points, key=lambda point: (point.first, point.doer)):
        table.add_row(
            point.doer, point.to, Interval(point.first, point.last).edtf, f"{point.mean:+.1f}",
            f"{point.low:+.1f} to {point.high:+.1f}", f"{point.volume:.1f}".removesuffix(".0"),
            Text(bar(point.mean), style="blue" if point.mean > 0 else "red"),
        )  # fmt: skip
    return table


def bar(score: float) -> str:
    """A score as a bar to the right or left of a middle line.

    >>> bar(5.0)
    '          |#####'
    """
    length = round(abs(score) / 10 * BAR)
    return " " * BAR + "|" + "#" * length if score > 0 else " " * (BAR - length) + "#" * length + "|"


def _turns(turns: Sequence[Turn]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from detente.relations import describe

    table = Table.grid(padding=(0, 2), expand=True)
    for width in (10, 13, 14):
        table.add_column(width=width)
    table.add_column(ratio=1)
    table.add_column(width=17)
    for turn in turns:
        change = "" if turn.before is None else f"{turn.before:+.1f} to {turn.after:+.1f}"
        words = "; ".join(describe(deed.entry) for deed in turn.deeds[:2])
        ids = " ".join(deed.id[:8] for deed in turn.deeds[:4])
        when = Interval(turn.since, turn.by).edtf.replace("/", "/ ")
        table.add_row(turn.name, when, change, Text(words), Text(ids, style="dim"))
    return table


def _draw(found: Tone, pair: tuple[str, str], names: tuple[str, str], path: str) -> None:
    from detente.formats.tones import draw_tone

    draw_tone(found, pair, names, path)
