"""The tables in `data/`, read and checked for shape: `load_codebook`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import yaml

from detente.codebook.facts import Codebook, Holder, Metonym, Office, Organisation, State
from detente.model import CodebookError

DATA = Path(__file__).with_name("data")
SEPARATOR = ";"


@cache
def load_codebook() -> Codebook:
    """The shipped facts, read once a process.

    Raises: CodebookError naming file and row, where a table is wrong.

    >>> load_codebook().state("FRA").name
    'France'
    """
    return Codebook(
        states=tuple(_state(row) for row in _rows("states.csv")),
        organisations=tuple(_organisation(row) for row in _rows("organisations.csv")),
        offices=_offices(DATA / "offices.yaml"),
        holders=tuple(_holder(row) for row in _rows("holders.csv")),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = DATA / name
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), start=2):
                if None in row or None in row.values():
                    raise CodebookError(f"{path.name}, row {number}: wrong number of columns")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CodebookError(f"{path.name} cannot be read: {error}") from error


def _offices(path: Path) -> tuple[Office, ...]:
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return msgspec.convert(yaml.load(path.read_bytes(), Loader=loader), tuple[Office, ...])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{path.name} cannot be read: {error}") from error


def _many(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _metonym(text: str) -> Metonym:
    name, _, referent = text.partition("=")
    office, _, body = referent.partition("/")
    return Metonym(name, office or None, body or None)


def _state(row: dict[str, str]) -> State:
    return State(
        iso3=row["iso3"],
        name=row["name"],
        official_name=row["official_name"],
        names=_many(row["names"]),
        demonyms=_many(row["demonyms"]),
        capitals=_many(row["capitals"]),
        metonyms=tuple(_metonym(text) for text in _many(row["metonyms"])),
        regions=_many(row["regions"]),
        iso2=row["iso2"] or None,
        cow_alpha=row["cow_alpha"] or None,
        cow=_number(row["cow"]),
        gw=_number(row["gw"]),
        first=row["first"] or None,
        last=row["last"] or None,
        crown=row["crown"] or None,
        un_member=row["un_member"] == "1",
        trust=row["trust"],
        source=row["source"],
    )


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        name=row["name"],
        abbrev=row["abbrev"] or None,
        kind=row["kind"],
        aliases=_many(row["aliases"]),
        seat=row["seat"] or None,
        cameo=row["cameo"] or None,
        state=row["state"] or None,
        members=_many(row["members"]),
        first=row["first"] or None,
        last=row["last"] or None,
        source=row["source"],
    )


def _holder(row: dict[str, str]) -> Holder:
    return Holder(
        person=row["person"],
        aliases=_many(row["aliases"]),
        state=row["state"] or None,
        organisation=row["organisation"] or None,
        office=row["office"],
        title=row["title"],
        first=row["first"] or None,
        last=row["last"] or None,
        open_as_of=row["open_as_of"] or None,
        source=row["source"],
        trust=row["trust"],
    )
