"""`detente ask`: a question in plain English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, settings
from detente.cli.terminal import say

if TYPE_CHECKING:
    from detente.relations.asking import Answer


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In plain English.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Ask in plain English: who met, visited or called whom and when, what was done to whom, what is planned.

    The question is read by rules, and put to the same queries as the other commands. What is not understood is said,
    with examples; the exit status is then 2.

    \b
    Examples:
      detente ask "When did Erdogan and Putin last meet?"
      detente ask "Has a US president ever visited Cuba?"
      detente ask "Was the visit of March 2016 the first by a US president to Cuba since 1928?"
    """
    from datetime import UTC, datetime

    from detente.run.answering import ask as answer_to

    with asked(store, known, reported) as register:
        found = answer_to(register, question, datetime.now(UTC).date(), settings())
    if as_json:
        typer.echo(_as_json(found))
        return
    first, *rest = found.lines
    say(first, style="bold")
    for line in rest:
        say(line)


def _as_json(found: Answer) -> str:
    import msgspec

    from detente.formats.entries import entry_to_dict
    from detente.formats.gold import to_json

    record = {
        "question": found.asked.text,
        "understood": {field: value for field, value in msgspec.to_builtins(found.asked).items() if value},
        "answer": list(found.lines),
        "value": found.value,
        "entries": [entry_to_dict(entry) for entry in found.entries],
    }
    return to_json(record)
