"""`detente last`: the last meeting, visit, call or contact of two parties, and how much the register covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import party_key
from detente.cli.terminal import say
from detente.model import InputError

if TYPE_CHECKING:
    from detente.relations.last import LastContact

LEVEL = "At this level: head_of_state, foreign_minister, heads, ministers, officials ..."


def last(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="meeting, visit, call or contact (any of them).")],
    state: Annotated[str, typer.Argument(metavar="STATE", help="One party; of a visit the visitor.")],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other; of a visit the host.")],
    level: Annotated[str | None, typer.Option(help=LEVEL)] = None,
    before: Annotated[str | None, typer.Option(metavar="DATE", help="Only such as began before this day.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Say when two parties last met, visited or called, and how much the register covers.

    The level of a visit is that of the visitor, of other contacts the lower one of both sides. Where the register has
    none, the answer says so, and what it covers: that there was none follows only where a source has them all.

    \b
    Examples:
      detente last meeting Russia Turkey
      detente last visit USA Vietnam --level head_of_state --before 1980
      detente last call US Cuba --json
    """
    from detente.relations.contacts import KINDS, Contact, read_level
    from detente.relations.last import last_contact

    wanted_kind = next((one for one in KINDS if one == kind.casefold().removesuffix("s")), None)
    if wanted_kind is None:
        raise InputError(f"unknown kind {kind!r}; known: {', '.join(KINDS)}")
    pair = party_key(state), party_key(other)
    if pair[0] == pair[1]:
        raise InputError(f"{state} and {other} are one and the same")
    day = day_option(before, "--before")
    wanted = Contact(kind=wanted_kind, a=pair[0], b=pair[1], level=read_level(level) if level else None)
    with asked(store, known, reported) as register:
        answer = last_contact(register, wanted, day.first if day else None)
    if as_json:
        typer.echo(_as_json(answer))
    else:
        print_last(answer)


def print_last(answer: LastContact) -> None:
    """The answer in words."""
    from detente.relations.last import said_last

    first, *rest = said_last(answer)
    say(first, style="bold")
    for line in rest:
        say(line)


def _as_json(answer: LastContact) -> str:
    import msgspec

    from detente.formats.entries import entry_to_dict
    from detente.formats.gold import to_json

    record = {
        "question": {**msgspec.to_builtins(answer.wanted), "before": answer.before},
        "entry": entry_to_dict(answer.entry) if answer.entry else None,
        "words": answer.words,
        "perhaps": [entry_to_dict(entry) for entry in answer.perhaps],
        "undated": [entry_to_dict(entry) for entry in answer.undated],
        "sure": answer.sure,
        "coverage": msgspec.to_builtins(answer.coverage),
        "declared": msgspec.to_builtins(answer.declared),
    }
    return to_json(record)
