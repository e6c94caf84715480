"""What people decide about entries, and taking it back: `confirm`, `reject`, `correct`, `split`, `join`, `undo`."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from detente.cli.inputs import STORE, KnownOn, asked, opened
from detente.cli.naming import find_parties
from detente.cli.terminal import complain
from detente.model import InputError

if TYPE_CHECKING:
    from detente.model import Judgement
    from detente.register import Register

Entry = Annotated[str, typer.Argument(metavar="ENTRY", help="Its identifier, or the beginning of it.")]
Why = Annotated[str, typer.Option(help="The reason; kept for ever.")]
By = Annotated[str | None, typer.Option(help="Who decides (default: your user name).")]
FIELDS = "type, mode, actors, recipients, date, place, status, sources or score."
VALUES = "A date as YYYY-MM-DD, YYYY-MM, YYYY or two of them joined by /; parties by name, parted by commas; or none."
LISTS = ("actors", "recipients", "sources")
Store = Annotated[str | None, typer.Option(help=STORE)]
_NEGATIVE = re.compile(r"-\d*\.?\d+")


class TakesNumbers(TyperCommand):
    """A command that takes a negative number as a value, which would else be read as an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; an unknown option is a value only where one of them is a negative number."""
        ctx.ignore_unknown_options = any(_NEGATIVE.fullmatch(word) for word in args)
        return super().parse_args(ctx, args)


def confirm(entry: Entry, why: Why, by: By = None, store: Store = None) -> None:
    """Say that a deed is as the entry has it.

    \b
    Example:
      detente confirm 5d0c --why "read both reports"
    """
    _decide(store, lambda register: register.confirm(entry, _who(by), why))


def reject(entry: Entry, why: Why, by: By = None, store: Store = None) -> None:
    """Say that an entry is no deed; it is kept, and left out of answers.

    \b
    Example:
      detente reject 5d0c --why "a film, not a war"
    """
    _decide(store, lambda register: register.reject(entry, _who(by), why))


def correct(
    entry: Entry,
    field: Annotated[str, typer.Argument(metavar="FIELD", help=FIELDS)],
    value: Annotated[str, typer.Argument(metavar="VALUE", help=VALUES)],
    why: Why,
    by: By = None,
    store: Store = None,
) -> None:
    """Give a field of an entry another value.

    \b
    Examples:
      detente correct 5d0c date 1998-10-08 --why "the communique is of that day"
      detente correct 5d0c recipients "Japan, European Union" --why "both were told"
      detente correct 5d0c score -7.5 --why "a grave one"
      detente correct 5d0c place none --why "the dateline is of the agency's office"
    """
    _decide(store, lambda register: register.correct(entry, field, _value(register, field, value), _who(by), why))


def _value(register: Register, field: str, words: str) -> object:
    """What the words stand for in a field."""
    if words.casefold() == "none":
        return () if field in LISTS else None
    if field in ("actors", "recipients"):
        return tuple(find_parties(register, words))
    if field == "sources":
        return tuple(part.strip() for part in words.split(";") if part.strip())
    if field == "score":
        try:
            return float(words)
        except ValueError as error:
            raise InputError(f"{words!r} is no score: give a number from -10 to 10") from error
    return words


def split(
    entry: Entry,
    evidence: Annotated[list[str], typer.Argument(metavar="EVIDENCE...", help="As `detente show` lists them.")],
    why: Why,
    by: By = None,
    store: Store = None,
) -> None:
    """Say that some of an entry's evidence tells of another deed.

    \b
    Example:
      detente split 5d0c 77ab0123456789ef --why "the visit a year later"
    """
    _decide(store, lambda register: register.split(entry, evidence, _who(by), why))


def join(
    entry: Entry,
    other: Annotated[str, typer.Argument(metavar="ENTRY", help="The other one.")],
    why: Why,
    by: By = None,
    store: Store = None,
) -> None:
    """Say that two entries are one deed.

    \b
    Example:
      detente join 5d0c 9e11 --why "the same call, told by both sides"
    """
    _decide(store, lambda register: register.join(entry, other, _who(by), why))


def log(entry: Entry, known: KnownOn = None, store: Store = None) -> None:
    """List what people decided about an entry, what was taken back too.

    \b
    Example:
      detente log 5d0c
    """
    with asked(store, known, None) as register:
        judgements = register.log(entry)
        for judgement in judgements:
            typer.echo(_line(judgement))
        if not judgements:
            complain(f"nobody has decided anything about {entry}")


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its identifier, or the beginning of it.")],
    why: Why,
    by: By = None,
    store: Store = None,
) -> None:
    """Take a decision back: the entries are again what they were without it.

    \b
    Example:
      detente undo 03fe --why "confirmed the wrong one"
    """
    _decide(store, lambda register: register.undo(judgement, _who(by), why))


def _decide(store: str | None, decide: Callable[[Register], Judgement]) -> None:
    with opened(store) as register:
        typer.echo(_line(decide(register)))


def value_text(value: str) -> str:
    """A corrected value in words, from its JSON."""
    import json

    read = json.loads(value)
    if isinstance(read, dict) and "first" in read:
        return str(read["first"] if read["first"] == read["last"] else f"{read['first']}/{read['last']}")
    if isinstance(read, dict):
        return str(read.get("name"))
    if isinstance(read, list):
        named = (x if isinstance(x, str) else x.get("person") or x.get("state") or x.get("organisation") for x in read)
        return ", ".join(str(name) for name in named) or "none"
    return "none" if read is None else str(read)


def _who(by: str | None) -> str:
    return by or getpass.getuser()


def _line(judgement: Judgement) -> str:
    """One line: identifier, day, who, what, why, and whether it was taken back."""
    value = None if judgement.value is None else value_text(judgement.value)
    what = " ".join(filter(None, (judgement.kind, judgement.field, value)))
    line = f"{judgement.id}  {judgement.at:%Y-%m-%d %H:%M}  {judgement.by}: {what} ({judgement.why})"
    if judgement.undone is None:
        return line
    return f"{line}; taken back {judgement.undone:%Y-%m-%d %H:%M} by {judgement.undone_by} ({judgement.undone_why})"
