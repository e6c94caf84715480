"""The second deed of a sentence whose first is told in another construction."""

import pytest
from coding_builders import read_all
from test_nested import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # what is said in a call or a meeting leaves the call a contact
        ("Norway's premier demanded in a phone call with Chile's premier that Chile apologise.", "CONSULT CHL+NOR>"),
        # talks that break down are broken off between those who held them
        ("Talks between Norway and Chile broke down in May.", "SANCTION CHL+NOR>"),
        (
            "Norway and Chile met in Oslo. It was the first meeting of Norway and Chile since talks broke down in May.",
            "SANCTION CHL+NOR>",
        ),
        # who says that he has no doubt of a deed accuses of it
        ("Norway's premier said there was no doubt that Chile had jammed its satellites.", "ACCUSE NOR>CHL"),
        ("Norway is convinced that Chile shelters the hackers.", "ACCUSE NOR>CHL"),
        # a deed counted by another noun is laid on him who is blamed for it
        (
            "Norway summoned Chile's ambassador over the use of a water cannon against Norwegian boats.",
            "ASSAULT CHL>NOR",
        ),
        ("Norway supported an armed uprising in Chile.", "AID NOR>CHL"),
        # what is said of a claim is said of it, not claimed; a finite verb goes on the one before the infinitive
        ("Norway accused Chile of plotting a coup, a claim that Santiago dismissed.", "REJECT CHL>NOR"),
        ("Norway ordered Chilean troops to leave and revoked pacts with Chile.", "SANCTION NOR>CHL"),
        ("Norway rejected Chile's offer of a truce and vowed to crush the rebels.", "THREATEN NOR>"),
        ("The trade war between Norway and Chile worries Peru.", "SANCTION CHL+NOR>"),
    ],
)
def test_the_second_deed_stands_beside_the_first(text: str, event: str) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        # who crosses a border alone, or flees across it, invades nobody
        ("Norway's premier walked to the line and crossed into Chile.", "ASSAULT"),
        ("Refugees from Norway poured into Chile.", "ASSAULT"),
        # "backed" is no "back": nobody strikes back
        ("Norway struck a Peruvian-backed militia in Chile.", "THREATEN"),
    ],
)
def test_no_deed_is_read_into_it(text: str, type_: str) -> None:
    assert not any(event.startswith(type_) for event in told(text))


def test_an_attack_that_somebody_claimed_took_place() -> None:
    (attack,) = [e for e in read_all("Chile's premier survived an attack claimed by al-Shabab.") if e.type == "ASSAULT"]
    assert attack.status == "occurred" and [p.key for p in attack.actors] == ["SOM"]


def test_whom_somebody_accuses_has_not_arrested_himself() -> None:
    events = told("Norway protested against the arrest of a Norwegian officer, whom Chile accuses of spying.")
    assert not any(event.startswith("COERCE NOR") for event in events)


FINLAND = "Finland's president, Sauli Niinisto, condemned Norway over the closed airspace."
FILLER = "The hall was full of flowers. " * 6


@pytest.mark.parametrize(
    ("text", "type_", "count"),
    [
        # each of two persons of a state blames for himself; one person who goes on does it once
        (f"Finland's minister, Pekka Haavisto, condemned Norway over its new pipeline. {FINLAND}", "ACCUSE", 2),
        (f"{FINLAND} Niinisto condemned Norway over its new pipeline.", "ACCUSE", 1),
        # what is agreed "finally" is agreed besides
        ("Peru and Chile agreed to share data. Finally, Peru and Chile agreed to build a railway.", "AGREE", 2),
        ("Peru and Chile agreed to share data. Peru and Chile agreed to build a railway.", "AGREE", 1),
        # bloodshed told as done far below is not that which somebody only alleges
        (
            f"Norway's troops allegedly attacked Chile's men in Peru. {FILLER}Chile's men were killed by Norway.",
            "ASSAULT",
            2,
        ),
    ],
)
def test_a_second_deed_is_told_apart(text: str, type_: str, count: int) -> None:
    assert sum(e.type == type_ for e in read_all(text)) == count
