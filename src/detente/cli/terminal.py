"""What every command shares: where words go, how wide, what trouble looks like, a progress bar for people only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

T = TypeVar("T")
PIPE_WIDTH = 160
"""Columns where the output is no terminal and COLUMNS says nothing: wide, so that tables do not fold."""

_COMMANDS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters that give a terminal orders, or turn the writing round: a report may hold any, and none is shown."""


class _Shown:
    """A renderable without characters that give the terminal orders, but for rich's own."""

    def __init__(self, item: RenderableType) -> None:
        self.item = item

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self.item, options):
            yield segment if segment.control else segment._replace(text=segment.text.translate(_COMMANDS))


def on_terminal() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout.isatty()


def say(*items: RenderableType, style: str = "") -> None:
    """Print to standard output: coloured on a terminal; in a pipe plain, wide, without blanks at the ends of lines."""
    from rich.console import Console

    width = None if on_terminal() or "COLUMNS" in os.environ else PIPE_WIDTH
    out = Console(width=width, highlight=False, emoji=False, markup=False)
    shown = [_Shown(item) for item in items]
    if on_terminal():
        for item in shown:
            out.print(item, style=style)
        return
    with out.capture() as held:
        for item in shown:
            out.print(item)
    sys.stdout.write("".join(line.rstrip() + "\n" for line in held.get().splitlines()))


def complain(message: str, status: int = 2) -> int:
    """One line on standard error; gives the exit status back."""
    words = " ".join(message.split()).translate(_COMMANDS)
    print(f"detente: {words}", file=sys.stderr)
    return status


def with_progress(items: Iterable[T], what: str) -> Iterator[T]:
    """The same items; on a terminal with a count that moves, in a pipe in silence."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(what), BarColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        for item in items:
            yield item
            progress.advance(task)
