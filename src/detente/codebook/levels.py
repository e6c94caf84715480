"""Levels of contact, from head of state to official: `data/levels.yaml` and the `level` of each office."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec
import yaml

from detente.codebook.load import DATA, load_codebook
from detente.model import CodebookError, Party


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A level of contact; `group` is the coarse one (heads, foreign_ministers, ministers, officials)."""

    code: str
    group: str
    words: tuple[str, ...] = ()
    """Modifiers of a contact that state its level ("ministerial")."""


@cache
def load_levels() -> tuple[Level, ...]:
    """The levels, the highest first.

    Raises: CodebookError where the table cannot be read, or an office has a level that is not in it.

    >>> [level.code for level in load_levels()][:2]
    ['head_of_state', 'head_of_organisation']
    """
    path = DATA / "levels.yaml"
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        levels = msgspec.convert(yaml.load(path.read_bytes(), Loader=loader), tuple[Level, ...])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{path.name} cannot be read: {error}") from error
    codes = {level.code for level in levels}
    for office in load_codebook().offices:
        if office.level not in codes:
            raise CodebookError(f"offices.yaml: office {office.code} has the unknown level {office.level}")
    return levels


@cache
def _ranks() -> dict[str, int]:
    return {level.code: rank for rank, level in enumerate(load_levels())}


@cache
def _words() -> dict[str, str]:
    return {word: level.code for level in load_levels() for word in level.words}


def level_of_office(office: str | None) -> str | None:
    """The level of an office; None for none, or one that the codebook has not.

    >>> level_of_office("defence_minister")
    'minister'
    """
    known = load_codebook().office(office) if office else None
    return known.level if known else None


def level_of_word(word: str) -> str | None:
    """The level that a modifier of a contact states ("ministerial"); None where it states none."""
    return _words().get(word)


@cache
def _titles() -> dict[str, str | None]:
    """Titles that mean offices of one level whatever the state; None for those of several."""
    titles: dict[str, str | None] = {}
    for office in load_codebook().offices:
        for title in office.titles:
            if title not in office.only:
                titles[title] = office.level if titles.get(title, office.level) == office.level else None
    return titles


def level_of_title(title: str) -> str | None:
    """The level of those who bear a title, in the singular and in lower case; None where it may be several.

    >>> level_of_title("foreign minister"), level_of_title("head")
    ('foreign_minister', None)
    """
    return _titles().get(title)


def highest(levels: Iterable[str | None]) -> str | None:
    """The highest of some levels; None where none is known."""
    return min((level for level in levels if level), key=lambda level: _ranks()[level], default=None)


def reaches(level: str | None, wanted: str) -> bool:
    """Whether a side's level is the one wanted or higher; an unknown one never is.

    >>> reaches("head_of_state", "foreign_minister"), reaches("official", "minister"), reaches(None, "official")
    (True, False, False)
    """
    return level is not None and _ranks()[level] <= _ranks()[wanted]


def side_levels(parties: Iterable[Party]) -> dict[str, str | None]:
    """State code or organisation name -> the level of its highest person there; None where no office is known.

    >>> side_levels((Party(state="FRA", office="president"), Party(state="ITA", office="foreign_minister")))
    {'FRA': None, 'ITA': 'foreign_minister'}
    """
    levels: dict[str, str | None] = {}
    for party in parties:
        if party.key:
            levels[party.key] = highest((levels.get(party.key), level_of_office(party.office)))
    return levels
