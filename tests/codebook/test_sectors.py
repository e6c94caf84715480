"""Actor codes: a state's letters and the sector of whoever acts."""

from __future__ import annotations

import pytest

from detente.codebook import load_codebook
from detente.codebook.sectors import actor_code, load_sectors
from detente.model import Party


@pytest.mark.parametrize(
    ("party", "words", "code"),
    [
        (Party(state="CHL", office="ambassador", person="Ana Rojas"), "Chilean ambassador Ana Rojas", "CHLGOV"),
        (Party(state="CHL", office="legislator"), "the Chilean senator", "CHLLEG"),
        (Party(state="CHL", office="head_of_intelligence"), "the spymaster", "CHLSPY"),
        (Party(state="CHL", how="body"), "Chilean border police", "CHLCOP"),
        (Party(state="CHL", how="demonym"), "Chilean fishermen", "CHLCVL"),
        (Party(state="CHL", person="Jorge Lara"), "the Chilean tycoon Jorge Lara", "CHLBUS"),
        (Party(state="CHL", how="capital"), "Santiago", "CHLGOV"),
        (Party(state="CHL", how="state"), "Chile", "CHL"),
        (Party(person="Ana Rojas"), "Ana Rojas", None),
        (Party(organisation="Taliban", state="AFG"), "the Taliban", "AFGREB"),
        (Party(organisation="Airbus"), "Airbus", "MNC"),
        (Party(organisation="Arctic Council"), "the Arctic Council", "IGO"),
        (Party(organisation="European Union"), "the union", "IGOEUREEC"),
    ],
)
def test_code_says_state_and_sector(party: Party, words: str, code: str | None) -> None:
    assert actor_code(party, words) == code


def test_every_office_and_kind_of_organisation_has_a_sector() -> None:
    codebook, table = load_codebook(), load_sectors()
    without = {office.code for office in codebook.offices if table.of_office(office.code) is None}
    assert without == {"secretary_general", "deputy_secretary_general", "head_of_organisation"}
    assert {o.kind for o in codebook.organisations if table.of_kind(o.kind) is None} == set()


def test_every_sector_used_is_explained() -> None:
    table = load_sectors()
    assert {*table.offices, *table.kinds, *table.words} <= set(table.sectors)
