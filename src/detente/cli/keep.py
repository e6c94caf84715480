"""Keeping a register: `verify`, `rebuild`, `backup`."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.inputs import STORE, new_register, opened
from detente.cli.terminal import complain
from detente.model import RegisterError

Store = Annotated[str | None, typer.Option(help=STORE)]


def verify(store: Store = None) -> None:
    """Check the whole register: digests, that passages give their words, that entries follow from the evidence.

    \b
    Example:
      detente verify --store talks.db
    """
    with opened(store) as register:
        findings = list(register.verify())
        for finding in findings:
            typer.echo(f"{finding.where}: {finding.message}")
        if findings:
            raise RegisterError(
                f"{register.name}: {len(findings)} things are wrong; entries are mended by `detente rebuild`; "
                "for the rest restore a backup, or save what can be read with `detente rescue FILE`"
            )
        typer.echo(f"{register.name}: all is well")


def rescue(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A new file.")],
    store: Store = None,
) -> None:
    """Copy what can still be read of a damaged register into a new file, and derive its entries anew.

    \b
    Example:
      detente rescue saved.db --store damaged.db
    """
    with opened(store) as register, new_register(file) as saved:
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
