"""`detente when`: which days a phrase means."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.inputs import day_option
from detente.cli.terminal import say
from detente.model import InputError

TENSES = ("past", "future")


def when(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="A time expression, as a report has it.")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day the report was written.")] = None,
    tense: Annotated[str | None, typer.Option(help="Of its clause: past or future.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say which days a phrase means: the days, in EDTF, and how it was read.

    \b
    Examples:
      detente when "last Sunday" --on 1997-03-19
      detente when "on Friday" --on 1997-03-19 --tense future
      detente when "the spring of 1955"
    """
    from detente.dating import explain_phrase, read_phrase

    day = day_option(on, "--on")
    if tense not in (None, *TENSES):
        raise InputError(f"--tense {tense}: give past or future")
    reading = read_phrase(phrase, day, tense)
    if reading is None:
        raise InputError(f"no time expression in {phrase!r}")
    if not as_json:
        say(explain_phrase(phrase, day, tense))
        return
    import msgspec

    from detente.formats import interval_to_dict

    found = reading.interval
    record = {
        "phrase": phrase,
        "date": interval_to_dict(found),
        "edtf": found.edtf if found else None,
        "how": found.how if found else None,
        "value": reading.value,
        "kind": reading.kind,
        "rule": reading.rule,
    }
    typer.echo(msgspec.json.encode(record).decode())
