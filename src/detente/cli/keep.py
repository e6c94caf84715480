"""Keeping a register: `verify`, `rebuild`, `backup`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.inputs import STORE, damaged, new_register, opened
from detente.cli.terminal import complain
from detente.model import RegisterError

if TYPE_CHECKING:
    from detente.register import Finding

Store = Annotated[str | None, typer.Option(help=STORE)]


def verify(store: Store = None) -> None:
    """Check the whole register: digests, that passages give their words, that entries follow from the evidence.

    \b
    Example:
      detente verify --store talks.db
    """
    try:
        register = opened(store)
    except RegisterError as error:
        _verify_file(store, error)
        raise
    with register:
        if count := _print_all(register.verify()):
            raise RegisterError(
                f"{register.name}: {count} things are wrong; entries are mended by `detente rebuild`; "
                "for the rest restore a backup, or save what can be read with `detente rescue FILE`"
            )
        typer.echo(f"{register.name}: all is well")


def _verify_file(store: str | None, error: RegisterError) -> None:
    """Of a register that cannot be opened, what is wrong with its file."""
    with damaged(store) as register:
        if count := _print_all(register.check_file()):
            raise RegisterError(
                f"{register.name} cannot be opened, {count} things are wrong with the file; restore a backup, or save "
                "what can be read with `detente rescue FILE`"
            ) from error


def _print_all(findings: Iterable[Finding]) -> int:
    """Print them; return how many."""
    count = 0
    for finding in findings:
        typer.echo(f"{finding.where}: {finding.message}")
        count += 1
    return count


def rescue(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A new file.")],
    store: Store = None,
) -> None:
    """Copy what can still be read of a damaged register into a new file, and derive its entries anew.

    One of an older version is brought up to date thereby. The damaged file is left as it is.

    \b
    Example:
      detente rescue saved.db --store damaged.db
    """
    with damaged(store) as register, new_register(file) as saved:
        found = register.rescue(saved)
        typer.echo(f"{found.reports} reports, {found.evidence} events, {found.judgements} decisions saved in {file}")
        if found.lost_reports or found.lost_evidence:
            complain(f"could not be read: at least {found.lost_reports} reports, {found.lost_evidence} events")


def rebuild(store: Store = None) -> None:
    """Derive all entries anew from reports, evidence and decisions.

    \b
    Example:
      detente rebuild
    """
    with opened(store) as register:
        typer.echo(f"{register.rebuild()} entries")


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A new file.")],
    store: Store = None,
) -> None:
    """Copy the register into a new file, while it is in use.

    \b
    Example:
      detente backup detente-2024-05-01.db
    """
    with opened(store) as register:
        register.backup(file)
        typer.echo(f"{register.name} copied to {file}")
