"""What words only speak of: deeds that nobody did, denials and whom they answer, places and bodies that are no side."""

import pytest
from coding_builders import code, sides, the
from coding_builders import read_all as read


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway failed to condemn the Chilean raid.", "ACCUSE"),
        ("Norway has failed to impose sanctions on Chile.", "SANCTION"),
        ("The court barred Norway from signing the treaty with Chile.", "SUPPORT"),
        ("The law prevents Norway from lifting sanctions on Chile.", "CONCEDE"),
        ("No Norwegian minister condemned the raid by Chile.", "ACCUSE"),
        ("Few Norwegian officials criticised Chile.", "ACCUSE"),
        ("None of the Norwegian officials criticised Chile.", "ACCUSE"),
        ("Norway must reject Chile's claims, the former envoy said.", "REJECT"),
        ("Norway has nothing to discuss with Chile.", "CONSULT"),
        ("Norway backed away from planned strikes on Chile.", "THREATEN"),
        ("Norway told its citizens to leave Chile.", "SANCTION"),
    ],
)
def test_what_nobody_did_is_no_deed(text: str, type_: str) -> None:
    assert type_ not in {e.type for e in read(text)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A few Norwegian officials criticised Chile.", "ACCUSE"),
        ("No fewer than ten Norwegian jets bombed Chile.", "ASSAULT"),
        ("Norway failed to persuade Chile to withdraw its troops.", "REQUEST"),
        ("We must condemn this raid by Chile, Norway's premier said.", "ACCUSE"),
    ],
)
def test_what_sounds_like_it_and_was_done(text: str, type_: str) -> None:
    assert sides(the(type_, code(text))) == ({"NOR"}, {"CHL"})


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Norway denied that it had sent weapons to Yemen.", set()),
        ("Norway denied supplying drones to Yemen.", set()),
        (
            "Chilean marines seized a Norwegian tanker. Norway denied that the tanker had been heading for Yemen.",
            {"CHL"},
        ),
        ("Norway denied spying on Chile.", {"CHL"}),
    ],
)
def test_a_denial_answers_who_accused_not_who_got_something(text: str, answered: set[str]) -> None:
    event = the("REJECT", code(text))
    assert (event.mode, *sides(event)) == (None, {"NOR"}, answered)


def test_what_two_break_off_is_between_them() -> None:
    event = the("SANCTION", code("Swedish diplomats left after Norway and Chile severed relations in 2008."))
    assert sides(event) == ({"NOR", "CHL"}, set())


def test_barbs_traded_somewhere_are_not_aimed_at_that_land() -> None:
    event = the("ACCUSE", code("Norway's premier and the Chilean president exchanged barbs on Saturday in Singapore."))
    assert sides(event) == ({"NOR", "CHL"}, set())


@pytest.mark.parametrize(
    "text",
    [
        "We hold Chile responsible, Norway's premier said as he stood before the ruins.",
        "The envoy met with Norway's premier and the Chilean president.",
    ],
)
def test_journeys_to_nobody_and_meetings_with_somebody_unknown_are_left_out(text: str) -> None:
    assert not [e for e in code(text).events if e.type == "CONSULT"]


def test_a_body_of_many_states_does_not_travel_because_it_is_named() -> None:
    text = "The visit to Chile is aimed at boosting trade, including a talk on reform of the UN Security Council."
    assert all(not sides(e)[0] for e in read(text) if e.type == "CONSULT" and e.mode == "visit")


def test_war_games_joined_are_cooperation_alone() -> None:
    events = code("Norwegian troops took part in Chilean war games held in May.").events
    assert [(e.type, sides(e)[0]) for e in events] == [("COOPERATE", {"NOR", "CHL"})]


def test_leave_to_do_something_is_not_the_deed() -> None:
    events = read("The deal allows Norway to invade Chile.")
    assert {e.status for e in events if e.type == "ASSAULT"} <= {"proposed"}


def test_a_name_before_hours_is_who_was_called() -> None:
    event = the("CONSULT", code("Vladimir Putin telephoned Jens Stoltenberg hours before a vote."))
    assert event.mode == "phone"


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile agreed that trade had grown.",
        "Norway agreed with Chile that it is likely that Peru was behind it.",
    ],
)
def test_who_only_thinks_alike_undertakes_nothing(text: str) -> None:
    assert not [e for e in read(text) if e.type == "AGREE"]


def test_what_two_agree_should_be_done_is_an_undertaking() -> None:
    assert sides(the("AGREE", code("Norway and Chile agreed that trade should grow.")))[0] == {"NOR", "CHL"}


def test_talks_of_officials_told_again_are_the_same_talks() -> None:
    text = (
        "Norwegian officials are to hold talks on Friday with a Chilean energy giant. "
        "Talks between Norwegian government representatives and Chile will begin in Santiago on Friday."
    )
    assert len([e for e in code(text).events if e.type == "CONSULT"]) == 1


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Norway and Chile have until Friday to sign an agreement on fish.", "SUPPORT", {"planned", "proposed"}),
        ("Norway's foreign minister is headed to Santiago on Sunday.", "CONSULT", {"planned"}),
        (
            "Chile will lift its sanctions on Norway when Oslo pulls its troops out of Chile.",
            "RETREAT",
            {"planned", "proposed"},
        ),
    ],
)
def test_what_there_is_a_term_for_or_a_condition_is_yet_to_come(text: str, type_: str, status: set[str]) -> None:
    assert the(type_, code(text)).status in status


def test_forces_shower_a_town_and_a_group_removes_a_member() -> None:
    fired = the("ASSAULT", code("Norwegian forces showered Chile with hundreds of rockets."))
    assert sides(fired) == ({"NOR"}, {"CHL"})
    assert sides(the("SANCTION", code("Chile was removed from the G-8 on Monday.")))[1] == {"CHL"}
    assert the("PROTEST", code("A protest meeting against Chile was held in Oslo on Monday.")).mode == "demo"


@pytest.mark.parametrize(
    "text",
    [
        "Norway has the power to seize Chilean trawlers.",
        "Norway is capable of seizing Chilean trawlers.",
        "Norway was unable to seize the Chilean trawlers.",
        "I do not believe Norway will seize the Chilean trawlers, the captain said.",
        "The captain doubts that Norway will seize the Chilean trawlers.",
        "Nobody thinks that Norway is going to seize the Chilean trawlers.",
        "There was no talk of seizing the Chilean trawlers in Norway.",
    ],
)
def test_what_one_only_could_do_or_is_not_expected_to_do_is_no_deed(text: str) -> None:
    assert not [e for e in read(text) if e.type == "COERCE"]


def test_what_one_is_expected_to_do_is_planned() -> None:
    expected = "The captain believes that Norway is going to seize the Chilean trawlers."
    assert the("COERCE", code(expected)).status == "planned"
    assert the("COERCE", code("Norway used its power to seize Chilean trawlers on Monday.")).mode == "seize"


def test_who_has_to_agree_has_not_agreed() -> None:
    assert not [e for e in read("Norway would have to agree with Chile on quotas.") if e.type == "AGREE"]
    assert not [e for e in read("How far Norway is ready to help Chile is unclear.") if e.type == "AGREE"]
    assert [e for e in read("Norway is ready to help Chile.") if e.type == "AGREE"]


def test_who_backs_a_bill_of_sanctions_does_not_back_whom_they_strike() -> None:
    assert not [e for e in read("Norway supports a Chile sanctions bill.") if e.type == "SUPPORT" and e.recipients]
    assert sides(the("SUPPORT", code("Norway supports Chile's bill.")))[1] == {"CHL"}
