"""What a party was inferred from is told for every way but a name."""

import re
from pathlib import Path

import detente.coding
from detente.model import Party
from detente.relations import inferred_from

NAMED = {"name", "title", "state", "demonym", "capital", "metonym", "organisation", "user", None}
SOURCES = Path(detente.coding.__file__).parents[1]


def test_a_named_party_is_inferred_from_nothing() -> None:
    assert {inferred_from(Party("FRA", how=how)) for how in NAMED} == {None}


def test_every_way_in_which_the_coder_fills_a_side_is_told() -> None:
    code = "".join(path.read_text() for room in ("coding", "resolving") for path in (SOURCES / room).rglob("*.py"))
    ways = set(re.findall(r'(?:fill_side|sides_only)\([^\n)]*, "(\w+)"\)', code))
    ways |= set(re.findall(r'Party\([^\n]*how="(\w+)"\)', code)) - NAMED
    assert len(ways) > 8
    assert {way for way in ways if inferred_from(Party("FRA", how=way)) is None} == set()
