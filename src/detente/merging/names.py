"""Whether two names can be one person's."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
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
SON_OF = frozenset({"bin", "ibn"})


def same_person(one: str, other: str) -> bool:
    """Whether two names of people who stand for the same state are one person's.

    The last names agree, and so do the first: as written, by initial, by short form, or one is left out.

    >>> same_person("Richard P. Nordmann", "Dick Nordmann"), same_person("Ola Nordmann", "Kari Nordmann")
    (True, False)
    >>> same_person("Petro Olensky", "Petro Danylko"), same_person("Petro Olensky", "Petro Olenskiy")
    (False, True)

    A son is not his father.

    >>> same_person("Ola Nordmann", "Ola Nordmann Jr."), same_person("Rashid bin Hamad", "Hamad")
    (False, False)
    """
    if one == other:
        return True
    (ours, younger), (theirs, other_younger) = _parts(one), _parts(other)
    if younger != other_younger or not ours or not theirs:
        return False
    if _son_of(ours) or _son_of(theirs):
        return _same_last(ours[0], theirs[0]) and _fathers_agree(_son_of(ours), _son_of(theirs))
    if not _same_last(ours[-1], theirs[-1]):
        return False
    return len(ours) == 1 or len(theirs) == 1 or _same_first(ours[0], theirs[0])


def _son_of(name: tuple[str, ...]) -> str | None:
    """The father that a name gives: its bearer is called by his own, not by the last."""
    return next((father for son_of, father in pairwise(name[1:]) if son_of in SON_OF), None)


def _fathers_agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or _same_last(one, other)


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
def _parts(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a name, and what tells its bearer from an elder of the same name."""
    words = name.casefold().replace(".", " ").replace("al-", " ").replace("el-", " ").replace("-", " ").split()
    return tuple(word for word in words if word not in SUFFIXES), SUFFIXES.intersection(words)


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    try:
        return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), dict[str, tuple[str, ...]])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE.name}: {error}") from error
