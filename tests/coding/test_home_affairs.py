"""A state's home affairs: who is named here and there in a report has no part in them."""

from __future__ import annotations

from coding_builders import deeds

HOME = (
    "Norway's parliament sat until midnight. Erna Solberg defended her budget. "
    "Norway's Labour party wants higher taxes. Norway's courts will hear the case. "
    "Norwegian teachers are on strike. Norway's mayors are angry. Norwegian pensions may fall. "
)
ABROAD = "Solberg met Portugal's prime minister in Lisbon on Monday. Portugal is warm in May. "


def test_what_is_said_at_home_is_said_to_nobody_whom_the_report_names_once():
    found = deeds(HOME + ABROAD + "Solberg has rejected the demands of the senators and called their inquiry shameful.")
    assert ("CONSULT", "visit", {"NOR"}, {"PRT"}) in found
    assert [deed for deed in found if "PRT" in deed[2] | deed[3]] == found[:1]


def test_it_is_said_to_him_whom_the_sentence_names():
    found = deeds(HOME + ABROAD + "Solberg has rejected Portugal's demands and called its inquiry shameful.")
    assert ("REJECT", None, {"NOR"}, {"PRT"}) in found


def test_a_text_about_one_state_alone_tells_of_nothing_between_states():
    strikes = "Norwegian nurses accused the ministry of neglect. They marched. Nobody spoke. It rained."
    assert not deeds(strikes)
    assert deeds(strikes + " Portugal's nurses accused the Norwegian ministry of neglect, too.")


def test_a_call_to_nobody_known_is_none_between_states():
    told = "Solberg was asked about her telephone call to {}, and about remarks on Portugal. It rained. Snow fell. Ice."
    assert not [d for d in deeds(told.format("the widow of a sailor")) if d[0] == "CONSULT"]
    assert [d for d in deeds(told.format("Portugal's premier")) if d[0] == "CONSULT"]


def test_one_arrives_at_home_for_a_hearing():
    told = "Norway's premier Erna Solberg arrived for {}. Portugal's minister was named."
    assert not [d for d in deeds(told.format("a hearing of the committee on Portugal")) if d[0] == "CONSULT"]
    assert [d for d in deeds(told.format("talks in Portugal")) if d[0] == "CONSULT"]
