"""Actor codes of PLOVER: a state's letters with the sector of whoever acts, as `data/sectors.yaml` has it."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec
import yaml

from detente.codebook.load import load_codebook
from detente.model import CodebookError, Party

_PATH = Path(__file__).with_name("data") / "sectors.yaml"
_ABROAD = {"BUS": "MNC"}
"""Sectors of organisations at home in no single state."""


class Sectors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table: what each sector is, and the offices, kinds of organisation and words that belong to it."""

    sectors: dict[str, str]
    offices: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]
    metonyms: frozenset[str]

    def of_office(self, office: str) -> str | None:
        """The sector of an office code."""
        return next((sector for sector, offices in self.offices.items() if office in offices), None)

    def of_kind(self, kind: str) -> str | None:
        """The sector of a kind of organisation."""
        return next((sector for sector, kinds in self.kinds.items() if kind in kinds), None)

    def of_words(self, words: str) -> str | None:
        """The sector of the first list that has one of some words.

        >>> load_sectors().of_words("Turkish soldiers")
        'MIL'
        """
        printed = set(words.lower().replace("-", " ").split())
        return next((sector for sector, listed in self.words.items() if printed & listed), None)


@functools.cache
def load_sectors() -> Sectors:
    """The shipped table, read once a process.

    Raises: CodebookError where the file is missing or has another shape.
    """
    try:
        return msgspec.convert(yaml.safe_load(_PATH.read_bytes()), Sectors)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{_PATH.name} cannot be read: {error}") from error


def actor_code(party: Party, words: str = "") -> str | None:
    """The code of a party: state and sector; the state alone where nothing says who of it acts; None for neither.

    Args:
        party: whom; its office says more than its words.
        words: the words that stand for it in the text, where they are at hand.

    >>> actor_code(Party(state="RUS", office="foreign_minister")), actor_code(Party(state="RUS"), "Russian troops")
    ('RUSGOV', 'RUSMIL')
    >>> actor_code(Party(organisation="United Nations"))
    'IGOUNO'
    """
    if party.organisation:
        return _organisation_code(party.organisation, party.state)
    if party.state is None:
        return None
    return party.state + (_sector(party, words) or "")


def _sector(party: Party, words: str) -> str | None:
    table = load_sectors()
    found = table.of_office(party.office) if party.office else table.of_words(words)
    return found or ("GOV" if party.how in table.metonyms and not party.person else None)


def _organisation_code(name: str, state: str | None) -> str | None:
    organisation = load_codebook().organisation(name)
    home = state or (organisation.state if organisation else None)
    if organisation is None:
        return home
    if organisation.cameo:
        return organisation.cameo
    sector = load_sectors().of_kind(organisation.kind)
    if sector is None or home is None or sector == "IGO":
        return _ABROAD.get(sector or "", sector)
    return home + sector
