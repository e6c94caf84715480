"""Paths and options of the request -> reports, days, settings; what cannot be read is said and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.terminal import complain
from detente.model import InputError, Interval, ReadFault, Report

if TYPE_CHECKING:
    from detente.register import Past, Register
    from detente.run.settings import Settings

ACTORS = "Your own states, organisations and persons: CSV, YAML, or PETRARCH's .actors.json."
STORE = "The register: a file or a database URL (DETENTE_STORE; default detente.db)."
KnownOn = Annotated[
    str | None,
    typer.Option("--as-known-on", metavar="DAY", help="As the register knew it when this day ended (UTC)."),
]
ReportedBy = Annotated[
    str | None, typer.Option("--as-reported-by", metavar="DAY", help="From reports published on this day or earlier.")
]
PATHS = "Files, folders, globs, or - for standard input."


class Intake:
    """The reports of some paths, one after the other; counts what could not be read, and says so on standard error."""

    def __init__(self, paths: Sequence[str], published: str | None = None) -> None:
        self.day = day_option(published, "--published")
        self.paths = paths
        self.reports = 0
        self.readable = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Report]:
        from detente.reading import read_paths

        for item in read_paths(self.paths, self.day):
            if isinstance(item, ReadFault):
                self.failed += 1
                complain(f"{_place(item)}: {item.fault.message}")
                continue
            self.reports += 1
            self.readable += all(fault.code != "no-language" for fault in item.faults)
            for fault in item.faults:
                complain(f"{item.source or item.id}: {fault.message}")
            yield item

    def require_any(self) -> None:
        """Raises: InputError where not one report could be read."""
        if not self.readable:
            raise InputError("no report could be read")


def _place(item: ReadFault) -> str:
    return item.source if item.line is None else f"{item.source}, line {item.line}"


def day_option(value: str | None, option: str) -> Interval | None:
    """A date of the command line.

    Raises: InputError where it is none.
    """
    if value is None:
        return None
    try:
        return Interval.given(value, "handed")
    except ValueError as error:
        raise InputError(f"{option} {value!r}: give a date as YYYY-MM-DD, YYYY-MM or YYYY, of 1000 to 2199") from error


def new_register(file: str) -> Register:
    """A register that is not there yet.

    Raises: InputError where the file is there.
    """
    from detente.register import open_register

    if Path(file).exists():
        raise InputError(f"{file} is there already; give another name")
    return open_register(file)


@contextmanager
def asked(store: str | None, known: str | None, reported: str | None) -> Iterator[Register | Past]:
    """The register to put a question to: as it is, or as of the days of `--as-known-on` and `--as-reported-by`.

    Raises: InputError where there is none, or a day is none.
    """
    known_on, reported_by = day_option(known, "--as-known-on"), day_option(reported, "--as-reported-by")
    with opened(store) as register:
        if reported_by:
            yield register.as_reported_by(reported_by.last, known_on.last if known_on else None)
        else:
            yield register.as_known_on(known_on.last) if known_on else register


def settings(**given: str | None) -> Settings:
    """Settings from the options given and the environment."""
    from detente.run.settings import Settings

    return Settings.from_environment(**given)


def opened(store: str | None, make: bool = False) -> Register:
    """The register of the option, of DETENTE_STORE, or `detente.db`.

    Args:
        store: the option.
        make: whether to make one where there is none; questions do not.
    Raises: InputError where there is none to ask.
    """
    from detente.register import open_register

    name = settings(store=store).store
    if not make and "://" not in name and not Path(name).exists():
        raise InputError(f"no register at {name}; `detente read PATH...` makes one, --store FILE names another")
    register = open_register(name)
    if register.migrated is not None:
        told = f"{register.name} was of version {register.migrated} and is up to date now"
        complain(f"{told}; `detente rebuild` joins its reports by the rules of today")
    return register


def damaged(store: str | None) -> Register:
    """The register as it lies, unopened: for saving what can be read of it.

    Raises: RegisterError where there is nothing of one.
    """
    from detente.register import open_damaged

    return open_damaged(settings(store=store).store)
