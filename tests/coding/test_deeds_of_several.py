"""Deeds of several: who shares in them, each by himself or together, and where they only meet. Sentences of our own."""

import pytest
from coding_builders import code, deeds, sides, the


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("The leaders of Norway and Peru each phoned Kenya's president on Monday.", [{"NOR", "KEN"}, {"PER", "KEN"}]),
        ("The envoys of Norway and Peru met separately with Kenya's president.", [{"NOR", "KEN"}, {"PER", "KEN"}]),
        ("The premiers of Norway and Peru spoke by telephone with Kenya's president.", [{"NOR", "PER", "KEN"}]),
        ("A conference in Accra brought together the foreign ministers of Norway and Peru.", [{"NOR", "PER"}]),
        ("Talks between Norway and Peru, mediated by Kenya, opened in Accra on Monday.", [{"NOR", "PER", "KEN"}]),
        (
            "Erna Solberg of Norway, Peruvian President Ollanta Humala and Chilean President Michelle Bachelet spoke "
            "with Kenyan President Uhuru Kenyatta on Monday.",
            [{"NOR", "PER", "CHL", "KEN"}],
        ),
    ],
)
def test_who_shares_in_a_contact_and_who_had_one_alone(text: str, met: list[set[str]]) -> None:
    found = [set.union(*sides(e)) for e in code(text).events if e.type == "CONSULT"]
    assert found == met


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Norway and Peru have promised to help Ghana.", ({"NOR", "PER"}, {"GHA"})),
        ("Along with Norway, Peru has promised to supply Ghana with ships.", ({"NOR", "PER"}, {"GHA"})),
        ("Norway and Peru agreed to help Ghana.", ({"NOR", "PER"}, set())),
        ("Norway agreed to invest in Portugal.", ({"NOR"}, {"PRT"})),
        ("Norway agreed to meet in Lisbon. Ghana waited.", ({"NOR"}, set())),
    ],
)
def test_whom_a_promise_is_made_to_and_where_one_only_meets(text: str, promised: tuple[set[str], set[str]]) -> None:
    assert sides(the("AGREE", code(text))) == promised


def test_several_who_are_sold_something() -> None:
    assert deeds("Norway sold Chile and Ghana 12 ships.") == [("COOPERATE", None, {"NOR"}, {"CHL", "GHA"})]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's premier sent a letter to Kenyan President Uhuru Kenyatta urging him to reopen the port.",
        "The Norwegian premier wrote to the Kenyan president urging him to reopen the port.",
        "In a letter to the Kenyan president urging him to reopen the port, Norway's premier thanked him.",
    ],
)
def test_what_a_letter_says_is_said_by_who_wrote_it(text: str) -> None:
    assert sides(the("REQUEST", code(text))) == ({"NOR"}, {"KEN"})


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru are close to a trade deal, officials in Lima said on Monday.",
        "Norway and Peru are nearing a deal on anchovies, diplomats said.",
        "Norway moved closer to a trade pact with Peru on Monday.",
        "Norway and Peru are on the verge of a deal on anchovies.",
    ],
)
def test_a_deal_that_is_near_is_not_made_yet(text: str) -> None:
    found = the("SUPPORT", code(text))
    assert (found.status, sides(found)) == ("proposed", ({"NOR", "PER"}, set()))


def test_hosts_receive_several_guests_where_a_town_is_named() -> None:
    text = "President Uhuru Kenyatta received the Norwegian and Peruvian foreign ministers in Nairobi on Monday."
    assert deeds(text) == [("CONSULT", "visit", {"NOR", "PER"}, {"KEN"})]


def test_the_name_of_a_land_before_aid_says_whom_it_is_for() -> None:
    text = "Portugal, which gives Togo rice each year, said the Togo aid was not enough."
    assert [sides(e) for e in code(text).events if e.type == "AID"] == [({"PRT"}, {"TGO"})]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "As she arrived in Oslo on Monday, Chilean President Michelle Bachelet greeted her host Erna Solberg.",
            ("CONSULT", "visit", {"CHL"}, {"NOR"}),
        ),
        (
            "Chilean President Michelle Bachelet received Norway's highest honour on Monday from King Harald.",
            ("SUPPORT", None, {"NOR"}, {"CHL"}),
        ),
    ],
)
def test_guests_greet_their_hosts_and_get_orders(text: str, deed: tuple[str, str | None, set[str], set[str]]) -> None:
    assert deeds(text) == [deed]


def test_the_commander_in_chief_is_the_head_of_state_told_of() -> None:
    text = "Portuguese President Anibal Cavaco Silva is on tour. After Norway, the commander in chief will go to Spain."
    assert deeds(text)[-1] == ("CONSULT", "visit", {"PRT"}, {"ESP"})
