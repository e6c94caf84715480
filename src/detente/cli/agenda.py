"""`detente agenda`: what is planned and proposed between states, and what became of it; as iCalendar too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import party_name
from detente.cli.pairs import HTML, PNG, SVG, draw_all, pair_of, write_text
from detente.cli.terminal import complain, say
from detente.codebook.naming import find_party

if TYPE_CHECKING:
    from rich.table import Table

    from detente.register import Past, Register
    from detente.relations import AgendaItem

PARTIES = "One or two states, by name, code or demonym; none: all."
AGENDA_ON = "As it stood at the end of this day (default: the day of the last report)."
KEPT = 365
"""Without --all, plans overdue for more days are left out."""


def agenda(
    state: Annotated[str | None, typer.Argument(metavar="[STATE]", help=PARTIES)] = None,
    other: Annotated[str | None, typer.Argument(metavar="[STATE]", help="The other one.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=AGENDA_ON)] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="With what was held, cancelled, or is long overdue.")
    ] = False,
    ics: Annotated[str | None, typer.Option(metavar="FILE", help="Write iCalendar.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object an item.")] = False,
    png: Annotated[str | None, typer.Option(metavar="FILE", help=PNG)] = None,
    svg: Annotated[str | None, typer.Option(metavar="FILE", help=SVG)] = None,
    html: Annotated[str | None, typer.Option(metavar="FILE", help=HTML)] = None,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """List planned and proposed meetings, visits and deadlines, with what each report made of them.

    A plan whose days are over, and of which no report says that it took place, is overdue. The identifiers of the
    iCalendar file stay the same as reports come in, so that a calendar can be fed from it again and again.

    \b
    Examples:
      detente agenda
      detente agenda Russia Turkey --all
      detente agenda US --as-reported-by 2009-01-27 --ics us.ics
    """
    from detente.relations.agenda import agenda as items_of

    day = day_option(on, "--on")
    with asked(store, known, reported) as register:
        keys = _parties(register, state, other)
        items = items_of(register, *keys, day.last if day else None)
    now = day.last if day else _last_told(items)
    shown = items if everything or now is None else [item for item in items if _lies_ahead(item, now)]
    if as_json:
        _print_json(shown)
    else:
        print_agenda(shown, now, len(items) - len(shown))
    if ics:
        _write(shown, keys, ics, quiet=as_json)
    draw_all(lambda path: _draw(shown, keys, now, path), (png, svg, html), as_json)


def _parties(register: Register | Past, state: str | None, other: str | None) -> tuple[str | None, str | None]:
    if state and other:
        return pair_of(register, state, other)
    return (find_party(register, state) if state else None), None


def _last_told(items: Sequence[AgendaItem]) -> date | None:
    return max((step.told.last for item in items for step in item.steps if step.told), default=None)


def _lies_ahead(item: AgendaItem, now: date) -> bool:
    """Whether it is still to come, or overdue since not too long."""
    if item.state in ("held", "cancelled", "denied", "moved"):
        return False
    last = item.date.last if item.date else max((step.told.last for step in item.steps if step.told), default=now)
    return last >= now - timedelta(KEPT)


def print_agenda(items: Sequence[AgendaItem], now: date | None, hidden: int) -> None:
    """The agenda as a table."""
    more = f"; {hidden} held, cancelled or long overdue: --all" if hidden else ""
    if not items:
        complain(f"nothing planned{f' as of {now}' if now else ''}{more}")
        return
    say(f"agenda{f' as of {now}' if now else ''}: {len(items)} {'item' if len(items) == 1 else 'items'}", style="bold")
    say(_table(items))
    if hidden:
        say(f"{hidden} more, held, cancelled or long overdue: --all", style="dim")


def _table(items: Sequence[AgendaItem]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("date", max_width=11)
    table.add_column("what")
    table.add_column("state", max_width=10)
    table.add_column("history", max_width=34)
    table.add_column("entry", no_wrap=True)
    for item in items:
        place = f" ({item.place.name})" if item.place else ""
        table.add_row(
            (item.date.edtf if item.date else "no date").replace("/", "/ "), Text(item.text + place), item.state,
            history_words(item), Text(item.entry.id[:8], style="dim"),
        )  # fmt: skip
    return table


def history_words(item: AgendaItem) -> str:
    """What the reports made of it, one after the other."""
    steps = [f"{step.step} {step.told.edtf if step.told else '(no day)'}" for step in item.steps]
    links = [f"{word} as {id_[:8]}" for word, id_ in (("held", item.held_by), ("moved", item.moved_to)) if id_]
    return "; ".join([*steps, *links])


def _print_json(items: Sequence[AgendaItem]) -> None:
    from detente.formats.gold import to_json
    from detente.formats.relations import agenda_to_dict

    for item in items:
        typer.echo(to_json(agenda_to_dict(item)))


def _write(items: Sequence[AgendaItem], keys: tuple[str | None, str | None], path: str, quiet: bool) -> None:
    from detente.formats.icalendar import to_icalendar

    text, undated = to_icalendar(items, _title(keys))
    write_text(path, text)
    left = f"; {undated} without a date left out" if undated else ""
    typer.echo(f"calendar: {path}, {len(items) - undated} items{left}", err=quiet)


def _draw(items: Sequence[AgendaItem], keys: tuple[str | None, str | None], now: date | None, path: str) -> None:
    from detente.formats.calendars import draw_calendar

    draw_calendar(items, _title(keys), now, path)


def _title(keys: tuple[str | None, str | None]) -> str:
    names = [party_name(key) for key in keys if key]
    return f"Agenda of {' and '.join(names)}" if names else "Agenda"
