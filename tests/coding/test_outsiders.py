"""Those who have no name: foreign powers, all the world, a region; nobody named near by is put in their place."""

import pytest
from coding_builders import code, sides, the

PAIR = "Norway and Chile held talks on Monday. "


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        (
            "Peru condemned foreign powers for backing the rebels, and Chile's premier dismissed the claim.",
            "ACCUSE",
            "PER",
        ),
        ("Peru blamed outsiders for the unrest, Chile's agency reported.", "ACCUSE", "PER"),
        ("Peru has seized foreign oil tankers, Chile said.", "COERCE", "PER"),
        ("Peru said that it opposed any outside interference in Chile.", "REJECT", "PER"),
        (
            PAIR + "Norway called for an international investigation into the shelling by Chilean troops.",
            "REQUEST",
            "NOR",
        ),
        ("Norway called for a response from the international community after Chile fired a rocket.", "REQUEST", "NOR"),
        (PAIR + "Norway withdrew from an international climate accord.", "SANCTION", "NOR"),
    ],
)
def test_nobody_near_by_is_put_in_the_place_of_the_unnamed(text: str, type_: str, actor: str) -> None:
    assert sides(the(type_, code(text))) == ({actor}, set())


@pytest.mark.parametrize("goal", ["a trip to Asia", "a tour of five Gulf capitals"])
def test_who_travels_through_a_region_is_not_at_who_is_named_near_by(goal: str) -> None:
    coded = code(f"Norway's foreign minister, who criticised Chile on Tuesday, will begin {goal} on Friday.")
    assert sides(the("CONSULT", coded)) == ({"NOR"}, set())


def test_an_accord_about_somebody_named_is_left_to_his_harm() -> None:
    coded = code("Norway has left an international accord directed against Chile's fishing.")
    assert sides(the("SANCTION", coded)) == ({"NOR"}, {"CHL"})


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian and European sanctions on Chile took effect.",
        "Norway, Peru and European leaders imposed sanctions on Chile.",
    ],
)
def test_europe_acts_beside_others(text: str) -> None:
    actors, recipients = sides(the("SANCTION", code(text)))
    assert actors >= {"NOR", "European Union"}
    assert recipients == {"CHL"}


def test_some_of_europe_is_not_the_union() -> None:
    coded = code("Norway and some European states expelled Chilean envoys.")
    assert sides(the("SANCTION", coded)) == ({"NOR"}, {"CHL"})


@pytest.mark.parametrize("words", ["Global condemnation of Chile", "Widespread criticism of Chile"])
def test_what_comes_from_all_the_world_is_nobodys(words: str) -> None:
    assert sides(the("ACCUSE", code(f"{words} grew on Monday, as Norwegians mourned their dead."))) == (set(), {"CHL"})


def test_all_the_others_are_not_the_other_of_the_pair() -> None:
    assert sides(the("ACCUSE", code(PAIR + "Norway accused the other nations of greed."))) == ({"NOR"}, set())
    assert sides(the("ACCUSE", code(PAIR + "Norway accused the other country of greed."))) == ({"NOR"}, {"CHL"})


def test_a_land_that_does_nothing_in_the_report_is_not_whom_one_speaks_to() -> None:
    text = (
        "Norway's premier Erna Solberg rejected the plan on Monday, while on holiday near Chile. It had cost much. "
        "Many had called it too bold. Farmers were pleased."
    )
    assert not [e for e in code(text).events if "CHL" in sides(e)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian minister Jens Berg offered his support to Norwegian Prime Minister Erna Solberg on Tuesday.",
        "Norwegian minister Jens Berg denied that Norwegian Prime Minister Erna Solberg had known of it.",
    ],
)
def test_what_is_between_countrymen_is_not_aimed_at_the_partner_of_the_report(text: str) -> None:
    assert {e.type for e in code(PAIR + text).events} == {"CONSULT"}


def test_whom_a_raid_killed_is_not_whom_it_is_blamed_on() -> None:
    text = "Norwegian minister Jens Berg condemned the raid, which killed envoy Ola Nilsen of Norway."
    assert any(e.type == "ACCUSE" for e in code("Norway criticised Chile on Monday. " + text).events)


@pytest.mark.parametrize(
    ("who", "expected"),
    [("Jim Hansen", []), ("Chilean lawyer Jim Hansen", [({"CHL"}, {"NOR"})])],
)
def test_whose_state_nobody_tells_speaks_for_none(who: str, expected: list[tuple[set[str], set[str]]]) -> None:
    text = f"Norway signed a treaty with Chile. {who} criticised Norwegian minister Kari Berg. It was late. It rained."
    assert [sides(e) for e in code(text).events if e.type == "ACCUSE"] == expected
