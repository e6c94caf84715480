"""The words around place names, from the codebook."""

from __future__ import annotations

import functools
from importlib.resources import files

import msgspec
import yaml

from detente.codebook import load_codebook
from detente.model import CodebookError
from detente.placing.gazetteer import fold


class PlaceWords(msgspec.Struct, frozen=True):
    """The lists of `codebook/data/gazetteer_words.yaml`."""

    locative: frozenset[str]
    modifiers: frozenset[str]
    area_words: frozenset[str]
    roles: frozenset[str]
    name_heads: frozenset[str]
    titles: frozenset[str]
    plain_words: frozenset[str]
    never: frozenset[str]
    first_names: frozenset[str]
    at_event: frozenset[str]
    going: frozenset[str]
    reaching: frozenset[str]
    overcoming: frozenset[str]
    taking: frozenset[str]
    quitting: frozenset[str]
    occasions: frozenset[str]
    through: frozenset[str]


@functools.cache
def place_words() -> PlaceWords:
    """The word lists, read once a process.

    Raises: CodebookError where the file is not of its form.
    """
    try:
        table = yaml.safe_load((files("detente.codebook") / "data" / "gazetteer_words.yaml").read_text("utf-8"))
        return msgspec.convert(table, PlaceWords)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"codebook/data/gazetteer_words.yaml: {error}") from error


@functools.cache
def first_names() -> frozenset[str]:
    """First names: the common ones, and those of the office holders who have at least two words to their name."""
    holders = (holder.person.split() for holder in load_codebook().holders)
    return place_words().first_names | {fold(words[0]) for words in holders if len(words) > 1 and len(words[0]) > 2}


@functools.cache
def surnames() -> frozenset[str]:
    """Last names of the office holders."""
    holders = (holder.person.split() for holder in load_codebook().holders)
    return frozenset(fold(words[-1]) for words in holders if len(words) > 1)


@functools.cache
def country_names() -> dict[str, str]:
    """ISO3 -> the name of a country."""
    return {state.iso3: state.name for state in load_codebook().states}
