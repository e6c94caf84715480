"""Whether two names can be one person's."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import msgspec
import yaml
from rapidfuzz.fuzz import ratio

import detente.codebook
from detente.model import CodebookError

FILE = Path(detente.codebook.__file__).with_name("nicknames.yaml")
SPELLING = 85
"""Likeness, of 100, at which two last names are spellings of one."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


def same_person(one: str, other: str) -> bool:
    """Whether two names of people who stand for the same state are one person's.

    The last names agree, and so do the first: as written, by initial, by short form, or one is left out.

    >>> same_person("Richard P. Nordmann", "Dick Nordmann"), same_person("Ola Nordmann", "Kari Nordmann")
    (True, False)
    >>> same_person("Petro Olensky", "Petro Danylko"), same_person("Petro Olensky", "Petro Olenskiy")
    (False, True)
    """
    if one == other:
        return True
    ours, theirs = _parts(one), _parts(other)
    if not ours or not theirs or not _same_last(ours[-1], theirs[-1]):
        return False
    return len(ours) == 1 or len(theirs) == 1 or _same_first(ours[0], theirs[0])


def _same_last(one: str, other: str) -> bool:
    """The same, or spelled two ways when written in Latin letters ("-sky", "-skiy")."""
    return one == other or (len(one) > 5 and one[0] == other[0] and ratio(one, other) >= SPELLING)


def _same_first(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) != 2 and long.startswith(short):
        return True
    names = _nicknames()
    return one in names.get(other, ()) or other in names.get(one, ())


@lru_cache(8192)
def _parts(name: str) -> tuple[str, ...]:
    words = name.casefold().replace(".", " ").replace("al-", " ").replace("el-", " ").replace("-", " ").split()
    return tuple(word for word in words if word not in SUFFIXES)


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    try:
        return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), dict[str, tuple[str, ...]])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE.name}: {error}") from error
