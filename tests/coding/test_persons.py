"""Persons of events: hosts, members of groups, speakers, and whom one leader answers."""

import pytest
from coding_builders import code, the

from detente.model import Event, Interval, Party


def persons(parties: tuple[Party, ...]) -> set[str | None]:
    return {p.person for p in parties}


def both(event: Event) -> set[str | None]:
    return persons((*event.actors, *event.recipients))


def test_meetings_of_a_stay_belong_to_the_visit() -> None:
    coded = code(
        "Chile's Foreign Minister Pablo Rojas arrived in Norway on Monday. "
        "On Tuesday Rojas met Norwegian Defence Minister Ole Lund in Oslo."
    )
    event = the("CONSULT", coded)
    assert persons(event.recipients) == {"Ole Lund"}
    assert persons(event.actors) == {"Pablo Rojas"}


def test_planned_meeting_of_a_visit_under_way_stays_apart() -> None:
    coded = code(
        "Chile's Foreign Minister Pablo Rojas arrived in Norway on Monday. "
        "Rojas will meet Norwegian Defence Minister Ole Lund in Oslo on Friday."
    )
    assert [e.status for e in coded.events if e.type == "CONSULT"][-1] == "planned"


def test_head_of_a_delegation_is_its_person() -> None:
    event = the(
        "CONSULT", code("Norway's Foreign Minister Ole Lund met a Chilean delegation led by Minister Pablo Rojas.")
    )
    assert both(event) == {"Ole Lund", "Pablo Rojas"}


def test_whom_a_leader_answers_in_one_sentence_is_named() -> None:
    coded = code(
        "Norwegian Prime Minister Ole Lund expressed disappointment after talks with Chilean President Pablo Rojas."
    )
    event = the("ACCUSE", coded)
    assert (persons(event.actors), persons(event.recipients)) == ({"Ole Lund"}, {"Pablo Rojas"})


def test_who_announces_what_his_state_does_is_named() -> None:
    event = the(
        "CONCEDE", code("Norwegian Prime Minister Ole Lund announced that Norway was lifting sanctions on Chile.")
    )
    assert persons(event.actors) == {"Ole Lund"}


def test_somebodys_regime_and_forces_are_others_than_he() -> None:
    event = the("ACCUSE", code("Chilean President Pablo Rojas left. Norway condemned Rojas's forces on Monday."))
    assert [(p.state, p.person) for p in event.recipients] == [("CHL", None)]
    event = the("ACCUSE", code("Chilean President Pablo Rojas left. Norway condemned Rojas's remarks on Monday."))
    assert persons(event.recipients) == {"Pablo Rojas"}


def test_the_leader_named_beside_a_visit_is_the_host() -> None:
    coded = code("On his trip to Norway, Chilean President Pablo Rojas thanked Norwegian Prime Minister Ole Lund.")
    event = next(e for e in coded.events if e.type == "CONSULT")
    assert (persons(event.actors), persons(event.recipients)) == ({"Pablo Rojas"}, {"Ole Lund"})


def test_who_only_tells_of_a_visit_is_not_the_host() -> None:
    coded = code("Chilean President Pablo Rojas will visit Norway in May, Norwegian Prime Minister Ole Lund said.")
    assert persons(the("CONSULT", coded).recipients) == {None}


def test_what_others_asked_before_is_not_the_speakers() -> None:
    coded = code("The flights stopped at the request of Norway, Norwegian Prime Minister Ole Lund said. Chile agreed.")
    assert {p.person for e in coded.events if e.type == "REQUEST" for p in e.actors} == {None}


def test_prisoners_in_a_row_are_all_named() -> None:
    event = the("COERCE", code("Norway jailed two Chilean sailors, Pablo Rojas and Luis Soto, on Friday."))
    assert persons(event.recipients) == {"Pablo Rojas", "Luis Soto"}


def test_leaders_of_a_joint_statement_speak_for_their_states() -> None:
    coded = code(
        "We, the leaders of Norway and Chile, President Pablo Rojas and Prime Minister Ole Lund, met today. "
        "The two leaders condemned Peru for its raid."
    )
    assert both(the("ACCUSE", coded)) == {None}


def test_two_subjects_of_whom_one_hangs_on_a_word_of_the_other() -> None:
    coded = code(
        "Norway's Foreign Minister Ole Lund, his Chilean counterpart Pablo Rojas and Peru's Luis Soto signed a treaty."
    )
    assert both(the("SUPPORT", coded)) == {"Ole Lund", "Pablo Rojas", "Luis Soto"}


def test_aide_named_behind_whom_he_serves() -> None:
    coded = code("A senior aide to Chilean President Pablo Rojas, Luis Soto, accused Norway of lying.")
    assert persons(the("ACCUSE", coded).actors) == {"Luis Soto"}


def test_spokesman_named_behind_whom_he_speaks_for() -> None:
    coded = code("A spokesman for Chilean President Pablo Rojas, Luis Soto, accused Norway of lying.")
    assert persons(the("ACCUSE", coded).actors) == {"Luis Soto"}


def test_counterparts_of_several_states_hold_the_same_office() -> None:
    coded = code("German Chancellor Angela Merkel met her Czech and Danish counterparts.", Interval.day("2012-03-05"))
    assert {p for e in coded.events for p in both(e)} == {"Angela Merkel", "Petr Necas", "Helle Thorning-Schmidt"}


def test_who_did_likewise_did_it_too() -> None:
    coded = code("Norwegian Foreign Minister Ole Lund condemned Chile, as did Peru's President Luis Soto.")
    assert persons(the("ACCUSE", coded).actors) == {"Ole Lund", "Luis Soto"}


def test_a_visit_takes_place_in_the_land_of_its_host() -> None:
    event = the("CONSULT", code("Norwegian Foreign Minister Ole Lund is paying the Chileans a state visit in May."))
    assert event.place is not None and event.place.name == "Chile" and event.how["place"] == "the hosts'"


def test_who_comes_from_talks_with_two_held_them() -> None:
    coded = code("Norwegian Foreign Minister Ole Lund returned from talks with Chile and Peru.")
    assert both(the("CONSULT", coded)) == {"Ole Lund", None}


def test_two_titles_with_a_comma_are_one_person() -> None:
    coded = code("Norway's chief negotiator, deputy foreign minister Ole Lund, accused Chile of lying.")
    assert persons(the("ACCUSE", coded).actors) == {"Ole Lund"}


def test_who_leads_a_delegation_is_of_its_state() -> None:
    coded = code("A Chilean delegation led by Senator Pablo Rojas arrived in Oslo on Monday.")
    assert persons(the("CONSULT", coded).actors) == {"Pablo Rojas"}


def test_who_heads_a_delegation_does_not_head_for_the_hosts() -> None:
    coded = code("A Chilean delegation headed by General Pablo Rojas held talks in Oslo with Norwegian commanders.")
    event = the("CONSULT", coded)
    assert {p.key for p in event.actors} == {"CHL"} and {p.key for p in event.recipients} == {"NOR"}


@pytest.mark.parametrize("host", ["his Chilean colleague Pablo Rojas", "his Chilean colleague, Pablo Rojas,"])
def test_a_colleague_of_another_nation_is_met(host: str) -> None:
    coded = code(f"Norwegian Foreign Minister Ole Lund met with {host} in Quito.")
    assert both(the("CONSULT", coded)) == {"Ole Lund", "Pablo Rojas"}


def test_a_colleague_without_a_nation_is_no_counterpart() -> None:
    coded = code("Norwegian Foreign Minister Ole Lund and a colleague visited Chile.")
    assert both(the("CONSULT", coded)) == {"Ole Lund", None}


def test_the_first_holder_to_do_something_is_not_the_one_of_the_day() -> None:
    event = the("CONSULT", code("In 2007 he became the first French president to visit Chile."))
    assert persons(event.actors) == {None}


@pytest.mark.parametrize("who", ["Bachelet aides", "Bachelet campaign officials", "Michelle Bachelet's advisers"])
def test_a_leaders_people_are_not_the_leader(who: str) -> None:
    coded = code(f"Chile's president Michelle Bachelet is at home. {who} met Norwegian diplomats on Monday.")
    assert both(the("CONSULT", coded)) == {None}


@pytest.mark.parametrize("who", ["the next Chilean president", "Chile's future president"])
def test_who_comes_next_is_not_who_is_in_office(who: str) -> None:
    event = the("SUPPORT", code(f"Norway's premier praised {who} on Monday."))
    assert [(p.person, p.office) for p in event.recipients] == [(None, "head_of_state_elect")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Jon Lund, the prosecutor investigating Chilean banks, accused Santiago of lying.", set()),
        ("Norwegian District Judge Jon Lund condemned laws made in Chile.", {"NOR"}),
    ],
)
def test_judges_and_prosecutors_are_not_of_the_land_they_look_into(text: str, actors: set[str]) -> None:
    assert {p.state for p in the("ACCUSE", code(text)).actors} == actors


def test_what_a_spokesman_says_his_side_did_is_no_deed_of_his_own() -> None:
    text = '"We have closed our embassy in Santiago," Norwegian spokeswoman Kari Dahl said of the row with Chile.'
    closed = the("SANCTION", code(text))
    assert [(p.state, p.person, p.office) for p in closed.actors] == [("NOR", None, None)]


def test_an_inquiry_is_held_by_the_state_not_by_its_leader() -> None:
    told = code("Prime Minister Pedro Passos Coelho of Portugal said he knew the Norway probe was a hoax.").events
    assert [(p.key, p.person) for e in told if e.mode == "investigate" for p in e.actors] == [("PRT", None)]
    ordered = code(
        "Portuguese Prime Minister Pedro Passos Coelho ordered an investigation into Norway's spying."
    ).events
    assert [p.person for e in ordered if e.mode == "investigate" for p in e.actors] == ["Pedro Passos Coelho"]


def test_we_of_somebody_quoted_are_his_side_not_he() -> None:
    text = '"We have bombed the rebel camps in Portugal," Norwegian Defence Minister Ole Lund said.'
    assert [(p.state, p.person) for p in the("ASSAULT", code(text)).actors] == [("NOR", None)]
    spoken = '"I will visit Portugal in June," Norwegian Defence Minister Ole Lund said.'
    assert [(p.state, p.person) for p in the("CONSULT", code(spoken)).actors] == [("NOR", "Ole Lund")]


def test_whose_husband_a_stranger_is_tells_his_side_not_his_name() -> None:
    event = the("CONSULT", code("Jon Quibb, the husband of Norway's prime minister, visited Portugal on Monday."))
    assert [(p.state, p.person, p.office) for p in event.actors] == [("NOR", "Jon Quibb", None)]


def test_who_met_signed_what_is_agreed_as_they_met_and_need_not_what_is_told_beside() -> None:
    met = "Norwegian Foreign Minister Ine Lund met Portuguese Foreign Minister Rui Costa in Oslo."
    there = the("SUPPORT", code(f"{met} A fishing pact was signed when the two ministers met."))
    assert both(there) == {"Ine Lund", "Rui Costa"}
    beside = the("SUPPORT", code(f"{met} They met again on Friday, and a fishing pact was signed."))
    assert {p.state for p in (*beside.actors, *beside.recipients)} == {"NOR", "PRT"}
    assert both(beside) == {None}


def test_nobody_holds_an_office_of_another_time() -> None:
    (visit,) = code("Antonio Guterres visited Norway in 1993.", Interval.day("2001-05-14", "handed")).events
    assert [(p.person, p.office) for p in visit.actors] == [("Antonio Guterres", None)]
    (visit,) = code(
        "Prime Minister Antonio Guterres visited Norway in 1999.", Interval.day("2001-05-14", "handed")
    ).events
    assert [(p.person, p.office) for p in visit.actors] == [("Antonio Guterres", "head_of_government")]


def test_what_a_head_long_out_of_office_did_is_no_news_of_the_report() -> None:
    text = "Oslo, May 14 (Reuters) - It was spring, and {} was in Lisbon for talks with his friend, Prime Minister {}."
    bygone = code(text.format("Thorvald Stoltenberg", "Jose Socrates"), Interval.day("2019-05-14", "handed")).events
    today = code(text.format("Borge Brende", "Antonio Costa"), Interval.day("2017-05-14", "handed")).events
    assert [(e.type, e.date) for e in bygone] == [("CONSULT", None)]
    assert [(e.type, e.date is not None) for e in today] == [("CONSULT", True)]


def test_who_only_speaks_of_an_inquiry_does_not_hold_it() -> None:
    told = "Norway has a problem with Portugal. {}, Norway's {}, said the Portugal inquiry goes on. It rained in Oslo."
    for office, person in (("ambassador", None), ("prosecutor", "Ola Lund")):
        event = the("ACCUSE", code(told.format("Ola Lund", office)))
        assert [(p.state, p.person) for p in event.actors] == [("NOR", person)]
