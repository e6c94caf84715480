"""`detente demo`: the bundled sample reports into a register of their own, and what can be asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import Intake, opened, settings
from detente.cli.read import print_tally, read_into
from detente.cli.relation import draw_relation, print_relation
from detente.cli.show import print_entry
from detente.cli.terminal import say
from detente.cli.timeline import draw, print_timeline

if TYPE_CHECKING:
    from detente.register import Register

PAIRS = (("RUS", "TUR"), ("CUB", "USA"))


def demo(
    out: Annotated[
        str, typer.Option(metavar="FOLDER", help="Where the register and the pictures go.")
    ] = "detente-demo",
) -> None:
    """Read the bundled sample reports, show a timeline, an entry and a relation, draw pictures.

    \b
    Example:
      detente demo --out build
    """
    from detente.run.samples import sample_reports

    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "demo.db"
    for old in (store, *(store.with_name(store.name + ending) for ending in ("-wal", "-shm"))):
        old.unlink(missing_ok=True)
    reports = _short(sample_reports())
    _step(f"detente read {reports} --store {store}")
    with opened(str(store), make=True) as register:
        print_tally(read_into(register, Intake([reports]), settings()), register)
        _step(f"detente timeline Russia Turkey --store {store}")
        print_timeline(register, PAIRS[0])
        _show_most_told(register, store)
        _step("pictures")
        for pair in PAIRS:
            name = "-".join(pair).lower()
            for path in draw(register, pair, (None, None), [str(folder / f"{name}.{end}") for end in ("png", "html")]):
                typer.echo(path)
        _show_relation(register, folder, store)


def _show_most_told(register: Register, store: Path) -> None:
    """The entry that most reports tell of."""
    entries = list(register.entries(*PAIRS[0]))
    if entries:
        entry = max(entries, key=lambda e: (e.reports, e.id))
        _step(f"detente show {entry.id[:8]} --store {store}")
        print_entry(register, entry)


def _show_relation(register: Register, folder: Path, store: Path) -> None:
    """The page of the first pair, and its picture."""
    from detente.relations import relation

    picture = folder / "rus-tur-relation.png"
    _step(f"detente relation Russia Turkey --store {store} --png {picture}")
    found = relation(register, *PAIRS[0])
    print_relation(found)
    draw_relation(found, str(picture))
    typer.echo(f"\npicture: {picture}")


def _step(command: str) -> None:
    say("", f"$ {command}", style="bold cyan")


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
