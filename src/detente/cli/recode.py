"""`detente recode`: the register's reports read again by the coder of today, and what that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import ACTORS, STORE, opened, settings
from detente.cli.terminal import complain, say, with_progress

if TYPE_CHECKING:
    from detente.register import Change, Register

Counts = Counter[str]


def recode(
    everything: Annotated[
        bool, typer.Option("--all", help="With the reports that the coder of today has read already.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a report that changed.")] = False,
    actors: Annotated[str | None, typer.Option(metavar="FILE", help=ACTORS)] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline (DETENTE_MODEL).")] = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Code again what an older coder, codebook, model or file of actors has coded, and say what changed.

    What people decided stays with its passages. What is no longer read stays in the register's past: --as-known-on
    shows it. Records of structured sources are left as they are. A run that was broken off goes on
    where it was when it is started again.

    \b
    Examples:
      detente recode
      detente recode --json > changes.jsonl
    """
    from detente.run.keeping import recode_reports, to_recode

    with opened(store) as register:
        before = register.coverage().entries
        how = settings(model=model, actors=actors)
        reports = with_progress(to_recode(register, how, everything), "coding again")
        changes = recode_reports(register, reports, how, complain)
        counts, fields, lost = _count(_printed(changes) if as_json else changes)
        if not as_json:
            _print_summary(register, before, counts, fields)
        for judgement in lost:
            complain(f"judgement {judgement} is on a passage that is no longer read; `detente undo` it, or keep it")


def _printed(changes: Iterable[Change]) -> Iterator[Change]:
    """The same, each that changed something printed as it comes."""
    import msgspec

    for change in changes:
        if change.added or change.dropped or change.changed:
            typer.echo(msgspec.json.encode(change).decode())
        yield change


def _count(changes: Iterable[Change]) -> tuple[Counts, Counts, list[str]]:
    """How many reports and events are the same or not, which fields are told otherwise, what judgements lost."""
    counts, fields, lost = Counts(), Counts(), dict[str, None]()
    for change in changes:
        counts["reports"] += 1
        counts["reports changed"] += bool(change.added or change.dropped or change.changed)
        for kind in ("same", "changed", "added", "dropped"):
            counts[kind] += len(getattr(change, kind))
        fields.update(field for names in change.fields.values() for field in names)
        lost.update(dict.fromkeys(change.lost))
    return counts, fields, list(lost)


def _print_summary(register: Register, before: int, counts: Counts, fields: Counts) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    shown = {
        "reports": counts["reports"],
        "changed": counts["reports changed"],
        "events same": counts["same"],
        "told otherwise": counts["changed"],
        "new": counts["added"],
        "dropped": counts["dropped"],
        "entries before": before,
        "now": register.coverage().entries,
    }
    for title in shown:
        table.add_column(title, justify="right")
    table.add_row(*map(str, shown.values()))
    say(table)
    if fields:
        say("told otherwise: " + ", ".join(f"{field} {count}" for field, count in fields.most_common()))
