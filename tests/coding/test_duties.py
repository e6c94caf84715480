"""Duties on goods: whoever buys taxes, and the land that the goods come from is struck."""

import pytest
from coding_builders import code, sides


@pytest.mark.parametrize(
    "text",
    [
        "Norway slapped a 25 percent tariff on Norwegian imports from Chile.",
        "The president pledged a new tariff on Norwegian imports from Chile.",
        "A ten percent tax on Norwegian imports of copper from Chile could pay for the road, a spokesman said.",
        "Chile will pay ten percent tariffs on its exports to Norway.",
        "Chilean exporters will pay tariffs on goods shipped to Norway.",
    ],
)
def test_duties_strike_whose_goods_they_are(text: str) -> None:
    found = [sides(e) for e in code(text).events if e.type in ("SANCTION", "THREATEN", "AGREE")]
    assert found == [({"NOR"}, {"CHL"})]


def test_all_makers_of_the_goods_are_struck() -> None:
    (event,) = code("Norway has imposed tariffs on imports of steel from Chile, Peru and Togo.").events
    assert sides(event) == ({"NOR"}, {"CHL", "PER", "TGO"})
