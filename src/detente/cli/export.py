"""`detente export`: the register for use elsewhere: rows for tables, or what people decided for training."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked, day_option
from detente.cli.naming import find_party
from detente.cli.terminal import complain
from detente.model import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from detente.formats.tables import Column, Row
    from detente.register import Past, Register

FORMATS = ("csv", "jsonl", "parquet", "gold")
WHAT = ("entries", "events", "cameo")


def export(
    states: Annotated[list[str] | None, typer.Argument(metavar="[STATE [STATE]]", help="Of one party, or two.")] = None,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="csv, jsonl, parquet or gold.")] = "csv",
    what: Annotated[
        str, typer.Option(metavar="WHAT", help="entries (deeds), events (as each report told them), cameo (dyads).")
    ] = "entries",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Deeds of this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Deeds of this day or earlier.")] = None,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Write the register's deeds as rows, or what people decided as annotated reports.

    csv, jsonl, parquet: one row a deed, with PLOVER type, mode, contexts and score, the CAMEO code with Goldstein value
    and quad class, parties with actor codes (RUSGOV) and numbers in the Correlates of War and Gleditsch-Ward, days,
    place, status; docs/api.md lists the columns. In CSV, several values in one cell are parted by "|". Parquet needs -o
    and detente[data]. --what cameo writes a deed as CAMEO does: a row for each source and target, a visit once as made
    and once as hosted, any other mutual deed from those who began it, where that is told.

    gold: the reports on which people decided anything, one JSON object each, with what they confirmed or corrected as
    events, what they rejected and what nobody looked at beside.

    \b
    Examples:
      detente export > deeds.csv
      detente export Russia Turkey --format parquet --what events -o russia-turkey.parquet
      detente export Russia Turkey --what cameo > dyads.csv
      detente export --format gold -o corrections.jsonl
    """
    for name, value, known_values in (("--format", format_, FORMATS), ("--what", what, WHAT)):
        if value not in known_values:
            raise InputError(f"{name} {value}: give {', '.join(known_values[:-1])} or {known_values[-1]}")
    if states and len(states) > 2:
        raise InputError(f"{len(states)} parties: give one, two, or none for all")
    if format_ == "parquet" and output in (None, "-"):
        raise InputError("a Parquet file cannot be printed; name one with -o")
    if format_ == "gold" and (states or since or until):
        raise InputError("--format gold takes no parties and no dates: it gives all that people decided")
    first, last = day_option(since, "--from"), day_option(until, "--to")
    with asked(store, known, reported) as register:
        if format_ == "gold":
            count = _write_gold(register, output)
        else:
            parties = [find_party(register, words) for words in states or []]
            days = (first.first if first else None, last.last if last else None)
            columns, rows = _rows(register, what, parties, days)
            count = _write_rows(columns, rows, format_, output)
    if output not in (None, "-"):
        kind = "reports" if format_ == "gold" else "rows" if what == "cameo" else what
        typer.echo(f"{count} {kind} written to {output}", err=True)
    elif not count:
        complain("nothing to write: nobody has decided anything" if format_ == "gold" else "nothing to write")


def _rows(
    register: Register | Past, what: str, parties: Sequence[str], days: tuple[date | None, date | None]
) -> tuple[Sequence[Column], Iterable[Row]]:
    from detente.formats.dyads import CAMEO_COLUMNS, dyad_rows
    from detente.formats.tables import ENTRY_COLUMNS, EVENT_COLUMNS, entry_rows, event_rows

    a, b = (*parties, None, None)[:2]
    if what == "entries":
        return ENTRY_COLUMNS, entry_rows(register.entries(a, b, *days))
    if what == "cameo":
        return CAMEO_COLUMNS, dyad_rows(register.entries(a, b, *days), register)
    return EVENT_COLUMNS, event_rows(register.events(a, b, *days))


def _write_rows(columns: Sequence[Column], rows: Iterable[Row], format_: str, output: str | None) -> int:
    from detente.formats.tables import write_csv, write_jsonl

    if format_ == "parquet":
        from detente.formats.frames import write_parquet

        with _whole(str(output)) as part:
            return write_parquet(columns, rows, part)
    with _text(output) as stream:
        return write_csv(columns, rows, stream) if format_ == "csv" else write_jsonl(rows, stream)


def _write_gold(register: Register | Past, output: str | None) -> int:
    from detente.formats.gold import to_json
    from detente.formats.training import gold_documents

    count = 0
    with _text(output) as stream:
        for document in gold_documents(register):
            stream.write(to_json(document) + "\n")
            count += 1
    return count


@contextlib.contextmanager
def _text(output: str | None) -> Iterator[TextIO]:
    """Where to write words."""
    if output is None or output == "-":
        yield sys.stdout
        return
    with _whole(output) as part, part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        yield stream


@contextlib.contextmanager
def _whole(output: str) -> Iterator[Path]:
    """A file beside the one wanted, moved there once it is whole: what was there stays until then."""
    target = Path(output)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
