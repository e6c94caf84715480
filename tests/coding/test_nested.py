"""Deeds within deeds: which of several events of one sentence stand by themselves."""

import pytest
from coding_builders import read_all


def told(text: str) -> set[str]:
    """ "TYPE ACTORS>RECIPIENTS" of every event of a sentence."""
    return {
        f"{e.type} {'+'.join(sorted(p.key for p in e.actors))}>{'+'.join(sorted(p.key for p in e.recipients))}"
        for e in read_all(text)
    }


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # what a clause of its own tells of, beside its end
        ("Norway lifted the sanctions on Chile that it had imposed in 2009.", {"CONCEDE NOR>CHL", "SANCTION NOR>CHL"}),
        # what is only ended or denied was there, if nothing else tells of it
        ("Norway lifted the sanctions on Chile.", {"CONCEDE NOR>CHL", "SANCTION NOR>CHL"}),
        ("Norway denied hacking Chile's parliament.", {"REJECT NOR>CHL", "COERCE NOR>CHL"}),
        (
            "Norway put sanctions on Chile in May. Norway may lift the sanctions on Chile.",
            {"CONCEDE NOR>CHL", "SANCTION NOR>CHL"},
        ),
        ("Norway rejected a deal with Chile that would open the strait.", {"REJECT NOR>CHL"}),
        # what somebody else had said
        ("Norway rejected Chile's demand for an apology.", {"REJECT NOR>CHL", "REQUEST CHL>NOR"}),
        ("Norway's premier accepted Chile's request for a meeting.", {"AGREE NOR>CHL", "REQUEST CHL>NOR"}),
        ("Norway rejected Chile's request for action on Peru.", {"REJECT NOR>CHL", "REQUEST CHL>NOR"}),
        # only what is asked, refused or promised
        ("Norway demanded that Chile lift its sanctions on Peru.", {"REQUEST NOR>CHL", "SANCTION CHL>PER"}),
        ("Norway refused to lift its sanctions on Chile.", {"REJECT NOR>CHL", "SANCTION NOR>CHL"}),
        ("Norway pledged to honour its own promise of aid to Chile.", {"AGREE NOR>CHL"}),
    ],
)
def test_what_stands_beside_the_deed_it_is_about(text: str, events: set[str]) -> None:
    assert told(text) == events


def test_what_is_only_ended_goes_on_and_what_is_denied_is_alleged() -> None:
    status = {e.type: e.status for e in read_all("Norway will lift its sanctions on Chile.")}
    assert status == {"CONCEDE": "planned", "SANCTION": "ongoing"}
    status = {e.type: e.status for e in read_all("Norway denied hacking Chile's parliament.")}
    assert status == {"REJECT": "occurred", "COERCE": "alleged"}


def test_an_ended_measure_has_the_day_of_its_own_clause() -> None:
    events = {
        e.type: e for e in read_all("On Monday, Norway lifted the sanctions on Chile that it had imposed in 2009.")
    }
    lifted, imposed = events["CONCEDE"].date, events["SANCTION"].date
    assert lifted is not None and lifted.edtf == "2014-05-12"
    assert imposed is not None and imposed.edtf == "2009"
    assert events["SANCTION"].status == "occurred"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # calls to several are one call to each; a conference call, a meeting of all are one
        (
            "Norway's premier spoke by phone with the presidents of Chile and Peru.",
            {"CONSULT CHL+NOR>", "CONSULT NOR+PER>"},
        ),
        (
            "Norway's premier held separate talks with the presidents of Chile and Peru.",
            {"CONSULT CHL+NOR>", "CONSULT NOR+PER>"},
        ),
        ("Norway's premier met the presidents of Chile and Peru.", {"CONSULT CHL+NOR+PER>"}),
        ("Norway's premier held a conference call with the presidents of Chile and Peru.", {"CONSULT CHL+NOR+PER>"}),
        # a meeting at which somebody speaks is one; a summit whose parties nobody names is not
        ("Norway's premier said at a meeting with Chile's president that talks had stalled.", {"CONSULT CHL+NOR>"}),
        # who speaks in another's land is there
        ("Chile's President Gabriel Boric said in Oslo on Monday that the harvest was good.", {"CONSULT CHL>NOR"}),
        ("Chile's President Gabriel Boric said in a letter to Oslo that the harvest was good.", set()),
    ],
)
def test_contacts_told_in_one_word_or_in_passing(text: str, events: set[str]) -> None:
    assert {e for e in told(text) if e.startswith("CONSULT")} == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Norway's premier told Chile's president in a phone call that the harvest was good.", {"CONSULT CHL+NOR>"}),
        (
            "Norway's premier spoke with other leaders, including the presidents of Chile and Peru.",
            {"CONSULT CHL+NOR+PER>"},
        ),
        ("An inter-Korean summit took place on Monday.", {"CONSULT KOR+PRK>"}),
    ],
)
def test_who_has_a_contact_that_names_nobody_of_its_own(text: str, events: set[str]) -> None:
    assert {e for e in told(text) if e.startswith("CONSULT")} == events


def test_objections_that_are_voiced_are_one_act() -> None:
    assert told("Norway voiced its objections to Chile's dam.") == {"ACCUSE NOR>CHL"}


def test_a_countryman_is_not_answered_by_a_denial() -> None:
    told_of = told("Norway has denied a role in the murder of the Norwegian exile Olav Berg in Chile.")
    assert "REJECT NOR>CHL" in told_of


def test_one_deed_more_is_no_deed_told_again() -> None:
    asked = "Norway urged Chile to free the crew on Monday. Both sides met on Tuesday. "
    more = read_all(asked + "The weather was fine. Norway also urged Chile to free the captain.")
    other = read_all(
        asked + "The weather was fine. The rain ceased. Fog rose. Night fell. Norway urged Chile to reopen its port."
    )
    again = read_all(asked + "The weather was fine. Norway had urged Chile to free the crew.")
    assert [sum(e.type == "REQUEST" for e in events) for events in (more, other, again)] == [2, 2, 1]


def test_a_line_that_only_names_margins_tells_of_no_gathering() -> None:
    assert not [e for e in read_all("On the sidelines of an African Union summit") if e.type == "CONSULT"]
    assert [e for e in read_all("Norway attended the African Union summit on Monday.") if e.type == "CONSULT"]


def test_what_two_agree_at_one_time_is_one_agreement_whatever_its_points() -> None:
    text = "Norway and Chile agreed on Monday to share maps. They agreed on Monday to train pilots together."
    (agreed,) = [e for e in read_all(text) if e.type == "AGREE"]
    assert {p.key for p in agreed.actors} == {"NOR", "CHL"} and len(agreed.evidence) == 2


def test_an_accusation_that_a_noun_takes_up_is_made() -> None:
    text = "Norway accused Chile of pushing migrants across the border, a charge Santiago denied."
    assert told(text) == {"ACCUSE NOR>CHL", "REJECT CHL>NOR"}


def test_an_entry_ban_in_a_package_is_part_of_it() -> None:
    assert told("Norway imposed travel bans and asset freezes on five Chilean officials.") == {"SANCTION NOR>CHL"}
    assert told("Norway imposed a travel ban on five Chilean officials.") == {"COERCE NOR>CHL"}


def test_a_veto_that_is_lifted_is_none() -> None:
    assert told("Norway lifted its veto on Chile's membership.") == {"CONCEDE NOR>CHL"}


def test_a_day_on_which_one_calls_does_nothing() -> None:
    text = "Norway's premier called the Chilean president on Saturday to express his support."
    assert "SUPPORT NOR>CHL" in told(text)
