"""States and organisations as people write them -> the key that the register files them under, and back."""

from __future__ import annotations

import functools
import re
from typing import Protocol

from detente.codebook.load import load_codebook
from detente.model import InputError, Party

_CLOSE = 80
_NOTE = re.compile(r"\s*\([^()]*\)")


def party_key(words: str) -> str:
    """ISO code of a state, or full name of an organisation, from its name, code, demonym or capital.

    Raises: InputError where nobody is called so, with the nearest names.

    >>> party_key("Turkish"), party_key("jpn"), party_key("NATO")
    ('TUR', 'JPN', 'North Atlantic Treaty Organization')
    """
    found = named_party(words)
    if found is not None:
        return found
    near = _nearest(words)
    raise InputError(f"unknown state {words!r}" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def named_party(words: str) -> str | None:
    """The same, None where nobody is called so; also turned round at a comma, or without what is in parentheses.

    >>> named_party("Korea, Republic of"), named_party("Burma (Myanmar)"), named_party("Nowhere")
    ('KOR', 'MMR', None)
    """
    bare = _NOTE.sub("", words)
    head, comma, tail = bare.partition(",")
    forms = (words, f"{tail} {head}" if comma else bare, bare)
    return next((_known()[_plain(form)] for form in forms if _plain(form) in _known()), None)


class Known(Protocol):
    """A register, now or as of a day."""

    def has_party(self, key: str) -> bool:
        """Whether any deed names this party."""


def find_party(register: Known, words: str) -> str:
    """As `party_key`; also a party that only this register knows, by its exact name.

    Raises: InputError where neither the codebook nor the register has anybody called so.
    """
    try:
        return party_key(words)
    except InputError:
        if register.has_party(words):
            return words
        raise


def find_parties(register: Known, words: str) -> list[Party]:
    """Parties as people list them: parted by commas or semicolons, or a row of codes.

    Raises: InputError where one of them is unknown.
    """
    try:
        return [_party(find_party(register, words))]
    except InputError:
        parts = [part.strip() for part in re.split("[,;]", words) if part.strip()]
        if len(parts) == 1 and all(len(code) == 3 and code.isupper() for code in words.split()):
            parts = words.split()
        return [_party(find_party(register, part)) for part in parts]


def _party(key: str) -> Party:
    if load_codebook().state(key) is not None:
        return Party(state=key, how="user")
    return Party(organisation=key, how="user")


def party_name(key: str) -> str:
    """What people call it."""
    state = load_codebook().state(key)
    return state.name if state else key


@functools.cache
def _known() -> dict[str, str]:
    """Every name in plain spelling -> key; of two bearers the states before organisations, names before demonyms."""
    book = load_codebook()
    known: dict[str, str] = {}
    for state in book.states:
        for word in (state.iso3, state.name, state.official_name):
            known.setdefault(_plain(word), state.iso3)
    for state in book.states:
        metonyms = [metonym.text for metonym in state.metonyms]
        for word in (*state.names, state.iso2 or "", *state.demonyms, *state.capitals, *metonyms):
            known.setdefault(_plain(word), state.iso3)
    for organisation in book.organisations:
        for word in organisation.names:
            known.setdefault(_plain(word), organisation.name)
    known.pop("", None)
    return known


def party_words() -> frozenset[str]:
    """Every name in plain spelling (small letters, no dots, no article), as `named_party` looks it up."""
    return frozenset(_known())


def _plain(words: str) -> str:
    return " ".join(words.replace(".", "").replace("’", "'").casefold().removeprefix("the ").split())


def _nearest(words: str) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(_plain(words), _known().keys(), scorer=fuzz.ratio, limit=4, score_cutoff=_CLOSE)
    keys = dict.fromkeys(_known()[name] for name, _, _ in found)
    return [party_name(key) for key in keys][:2]
