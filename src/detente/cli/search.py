"""`detente search`: the reports that hold some words, and the deeds they tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.inputs import STORE, KnownOn, ReportedBy, asked
from detente.cli.terminal import complain, say

if TYPE_CHECKING:
    from detente.model import StoredReport


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All of them; a "phrase" in quotes.')],
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="At most so many, the best first.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a report.")] = False,
    known: KnownOn = None,
    reported: ReportedBy = None,
    store: Annotated[str | None, typer.Option(help=STORE)] = None,
) -> None:
    """Find the reports that hold these words, in any of their forms, and the entries that stand on them.

    \b
    Examples:
      detente search bomber border
      detente search '"peace treaty"' --json
    """
    from detente.formats.gold import to_json

    query = " ".join(f'"{part}"' if " " in part and '"' not in part else part for part in words)
    with asked(store, known, reported) as register:
        found = register.search(query, most)
        if as_json:
            for stored in found:
                typer.echo(to_json(_as_dict(stored)))
        elif found:
            _print(found)
        else:
            complain(f"no report in {register.name} holds {query}")


def _as_dict(stored: StoredReport) -> dict[str, Any]:
    report = stored.report
    return {
        "digest": stored.digest,
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "source": report.source,
        "published": stored.published.edtf if stored.published else None,
        "evidence": [piece.id for piece in stored.evidence],
    }


def _print(found: list[StoredReport]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("published", no_wrap=True)
    table.add_column("report")
    table.add_column("deeds", justify="right")
    table.add_column("the first", no_wrap=True)
    for stored in found:
        report = stored.report
        name = " · ".join(filter(None, (report.publisher, report.title or report.id, report.source)))
        first = stored.evidence[0].id[:8] if stored.evidence else ""
        published = stored.published.edtf if stored.published else "no date"
        table.add_row(published, Text(name), str(len(stored.evidence)), Text(first, style="dim"))
    say(table)
