"""Deeds of force that readers know by whom they struck, and whose they were: `data/known-deeds.yaml`."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from detente.codebook.rows import read_rows

_PATH = Path(__file__).with_name("data") / "known-deeds.yaml"


class KnownDeed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A deed of general fame.

    `deed` are lemmas of its word, or identifiers of the lexicon's entries for it; `of` are words that stand with it
    (several in one: together, in any order; "@" and a party's key: any word for that party), `never` those that stand
    with another. `author` is who did it; where he is only said to have, it is `alleged`; `struck` is whom it struck
    that its words need not name. Only reports `since` that year mean it.
    """

    id: str
    author: str
    deed: tuple[str, ...]
    of: tuple[str, ...]
    never: tuple[str, ...] = ()
    struck: str = ""
    alleged: bool = False
    since: int = 0


@functools.cache
def load_known_deeds() -> tuple[KnownDeed, ...]:
    """The shipped table, read once a process.

    Raises: CodebookError where the file is missing or has another shape.
    """
    return read_rows(_PATH, KnownDeed)
