"""Those who are arrested, convicted and freed one after the other: whose they are, who holds them."""

import pytest
from coding_builders import deeds

REST = " The weather was fine on Friday. A spokesman said that work would go on. Norway thanked Peru for its help."


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        # who frees them held them
        ("Chile freed three Norwegians. They had been arrested in 2016.", ("COERCE", "arrest", {"CHL"}, {"NOR"})),
        (
            "Chile freed two Norwegian sailors. The pair were sentenced to ten years for spying.",
            ("SANCTION", "convict", {"CHL"}, {"NOR"}),
        ),
        ("Chile has freed a Norwegian pastor. He had been detained in May.", ("COERCE", "arrest", {"CHL"}, {"NOR"})),
        # but not for whom they worked
        ("Peru freed a Norwegian. He had been convicted of spying for Peru.", ("SANCTION", "convict", set(), {"NOR"})),
    ],
)
def test_captives_are_those_told_of_and_held_by_the_same(text: str, deed: tuple[str, str, set[str], set[str]]) -> None:
    assert deed in deeds(text + REST)
