"""Who acts on whom where force is told from the side that suffers it: fire come under, expulsions, foiled attacks."""

import pytest
from coding_builders import code


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("A Norwegian patrol boat came under fire from Chilean gunmen.", "ASSAULT", "CHL", "NOR"),
        ("Norwegian soldiers came under heavy mortar fire in Chile.", "ASSAULT", None, "NOR"),
        ("Norwegian villages came under shelling from Chilean positions.", "ASSAULT", "CHL", "NOR"),
        ("A Norwegian reporter was expelled from Chile.", "COERCE", "CHL", "NOR"),
        ("Forty Norwegian migrants were deported from Chile to Norway.", "COERCE", "CHL", "NOR"),
        ("A Norwegian cartoonist was banned from entering Chile.", "COERCE", "CHL", "NOR"),
    ],
)
def test_sides_told_by_who_suffers(text: str, type_: str, actor: str | None, recipient: str) -> None:
    (event,) = [e for e in code(text).events if e.type == type_]
    assert {p.key for p in event.actors} == ({actor} if actor else set())
    assert {p.key for p in event.recipients} == {recipient}


def test_a_foiled_attack_did_not_happen() -> None:
    (attack,) = code("Peru's police foiled a Chilean bomb attack on the Norwegian embassy.").events
    assert (attack.type, attack.status) == ("ASSAULT", "cancelled")
    assert ({p.key for p in attack.actors}, {p.key for p in attack.recipients}) == ({"CHL"}, {"NOR"})
