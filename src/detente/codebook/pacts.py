"""Agreements that readers know by a name, and their parties: `data/pacts.yaml`."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from detente.codebook.rows import read_rows

_PATH = Path(__file__).with_name("data") / "pacts.yaml"


class Pact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agreement of general fame.

    `parties` are keys of parties, the `chief` ones first (0: all). `names` are words (or "@" and a party's key) that
    mean it in the phrase of an agreement; `loose` mean it only in a report that names its chief parties,
    and not beside a word of `never`. `body` is the organisation by whose name it may also go. A `war` is told like one.
    """

    id: str
    parties: tuple[str, ...]
    chief: int = 0
    names: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    body: str = ""
    war: bool = False

    @property
    def leading(self) -> tuple[str, ...]:
        """The chief parties."""
        return self.parties[: self.chief or len(self.parties)]

    def bound(self, named: set[str]) -> tuple[str, ...]:
        """The parties that a report means which names these: all, where it names every state of them, else the chief.

        >>> Pact(id="x", parties=("FRA", "DEU", "ITA"), chief=2).bound({"FRA", "DEU", "USA"})
        ('FRA', 'DEU')
        """
        states = {key for key in self.parties if key.isupper()}
        full = not self.chief or states <= named
        return tuple(key for key in (self.parties if full else self.leading) if key in named)


@functools.cache
def load_pacts() -> tuple[Pact, ...]:
    """The shipped table, read once a process.

    Raises: CodebookError where the file is missing or has another shape.
    """
    return read_rows(_PATH, Pact)
