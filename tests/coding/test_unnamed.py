"""Deeds whose words name nobody, and deeds told again in other words."""

import pytest
from coding_builders import code, sides, the
from coding_builders import read_all as read

PAIR = "Norway and Chile held talks on Monday. Chile's premier praised Norway. "


def test_what_two_do_to_each_other_is_done_by_the_pair() -> None:
    event = the("SANCTION", code(PAIR + "Shares fell. The two economies have put tariffs on each other's goods."))
    assert sides(event) == ({"NOR", "CHL"}, set())


def test_measures_without_parties_are_between_the_pair_where_none_are_told() -> None:
    told = [e for e in read(PAIR + "Traders spoke of the pain of sanctions.") if e.type == "SANCTION"]
    assert [sides(e)[0] | sides(e)[1] for e in told] == [{"NOR", "CHL"}]


def test_measures_told_elsewhere_are_not_told_again() -> None:
    coded = code("Norway imposed sanctions on Peru in May. " + PAIR + "The premier spoke of the pain of sanctions.")
    assert sides(the("SANCTION", coded)) == ({"NOR"}, {"PER"})


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway blocked imports from Chile in May. Farmers spoke of Norway's tariffs on Chile.", "SANCTION"),
        (
            "Norway quit its fishing treaty with Chile in May. Norway withdrew from the treaty with Chile alone.",
            "SANCTION",
        ),
        ("Norway meddled in Chile's election. Norwegian interference in Chile's politics was denied.", "COERCE"),
    ],
)
def test_one_deed_in_other_words_is_one_event(text: str, type_: str) -> None:
    assert len([e for e in code(text).events if e.type == type_]) == 1


def test_a_measure_with_a_day_of_its_own_is_another() -> None:
    coded = code("Norway expelled two Chilean envoys in May. Norway imposed tariffs on Chile in June.")
    assert len([e for e in coded.events if e.type == "SANCTION"]) == 2


def test_there_are_troops_says_whose_and_where() -> None:
    event = the("MOBILIZE", code("There are some 300 Norwegian soldiers in Chile."))
    assert sides(event) == ({"NOR"}, {"CHL"})


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway was prevented by Chile from seizing the Chilean tanker.", "COERCE"),
        ("The Norwegian drill simulated an attack on Chile.", "ASSAULT"),
    ],
)
def test_what_somebody_is_kept_from_or_plays_is_no_deed(text: str, type_: str) -> None:
    assert type_ not in {e.type for e in read(text)}


def test_a_deed_told_of_a_time_is_not_ended_with_it() -> None:
    text = "The exchange halted in 2001 when Norway bombed a Chilean ship."
    assert [e.type for e in read(text) if "CHL" in sides(e)[1]] == ["ASSAULT"]


def test_violence_that_names_nobody_strikes_the_state_where_it_happened() -> None:
    event = the(
        "ASSAULT",
        code("Norway is worried. Five people were killed when a rocket hit a ferry quay in the town of Bergen."),
    )
    assert sides(event) == (set(), {"NOR"})


def test_a_place_of_another_clause_is_not_where_it_happened() -> None:
    told = code("Norway is worried. Five people were killed after the premier had come home to Bergen.")
    assert "ASSAULT" not in {e.type for e in told.events}


def test_tests_that_name_nobody_are_theirs_who_alone_test() -> None:
    text = (
        "Norway tested a missile in May 2018, alarming Chile. Chile praised Peru. Nuclear tests followed in June 2018."
    )
    tests = [e for e in code(text).events if e.type == "MOBILIZE"]
    assert {"NOR"} in [sides(e)[0] for e in tests] and all(sides(e)[0] == {"NOR"} for e in tests)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway announced 12 million dollars in seed aid for Chile.", "AID"),
        ("Norway ordered the doubling of tariffs against Chile.", "SANCTION"),
        ("Norway quit the pact with Peru and reinstated sanctions on Chile.", "SANCTION"),
        ("Norway pulled some of its soldiers out of Chile.", "RETREAT"),
        ("Norwegians protested outside the Chilean embassy.", "PROTEST"),
    ],
)
def test_deeds_in_a_sum_a_container_or_a_light_verb_have_their_sides(text: str, type_: str) -> None:
    assert ({"NOR"}, {"CHL"}) in [sides(e) for e in code(text).events if e.type == type_]
