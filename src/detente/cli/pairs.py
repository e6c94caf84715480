"""Pairs of states and pictures of the request, for the commands about relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.codebook.naming import find_party
from detente.model import InputError

if TYPE_CHECKING:
    from detente.register import Past, Register

STATE = "A state by its name, code or demonym; or an organisation."
ON = "How it stood at the end of this day (default: the day of the last report)."
PNG, SVG, HTML = "Draw a picture.", "The same as SVG.", "The same as a page that works offline."


def pair_of(register: Register | Past, one: str, other: str) -> tuple[str, str]:
    """The keys of two states as people wrote them.

    Raises: InputError where one is unknown, or both are the same.
    """
    pair = find_party(register, one), find_party(register, other)
    if pair[0] == pair[1]:
        raise InputError(f"{one} and {other} are one and the same")
    return pair


def draw_all(draw: Callable[[str], object], paths: Iterable[str | None], quiet: bool) -> None:
    """Draw to each path given, and say so.

    Args:
        draw: makes the picture of a path, by its ending.
        quiet: say it on standard error, as standard output holds JSON.
    Raises: InputError where a path has another ending.
    """
    for path in filter(None, paths):
        try:
            draw(path)
        except ValueError as error:
            raise InputError(str(error)) from error
        typer.echo(f"picture: {path}", err=quiet)


def write_text(path: str, text: str) -> None:
    """Write a file, with the folders above it."""
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
