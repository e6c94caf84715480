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


PAIR = (
    "Norway and Portugal share a sea. Portugal has criticised Norway. Norwegian ministers flew to Lisbon. "
    "Norway's prime minister, Erna Solberg, was at home in Norway. Norway's trawlers wait for Portugal's answer. "
)


def test_a_hearing_or_a_verdict_at_home_is_criticised_at_home():
    assert not [
        d for d in deeds(PAIR + "Solberg criticised the date of the hearing.") if d[0] == "ACCUSE" and d[3] == {"PRT"}
    ]
    assert ("ACCUSE", "disapprove", {"NOR"}, {"PRT"}) in deeds(PAIR + "Solberg criticised Portugal over the bill.")


def test_what_lawmakers_ask_of_their_government_is_asked_of_nobody_else():
    told = PAIR + "A group of Norwegian lawmakers called for {} to stay firm towards Portugal."
    assert not [d for d in deeds(told.format("the government")) if d[0] == "REQUEST"]
    assert [d for d in deeds(told.format("Spain's government")) if d[0] == "REQUEST"]


def test_doubts_of_ones_own_government_are_told_at_home():
    told = PAIR + "A Norwegian lawmaker voiced doubts that {} is near that goal."
    assert not [d for d in deeds(told.format("the Norwegian government")) if d[0] == "ACCUSE" and d[2] == {"NOR"}]
    assert ("ACCUSE", "disapprove", {"NOR"}, {"PRT"}) in deeds(told.format("Portugal"))


def test_whom_a_court_at_home_convicts_is_nobody_abroad():
    told = PAIR + "The Norwegian court in Trondheim convicted {} of fraud."
    assert not [d for d in deeds(told.format("a banker")) if d[1] == "convict"]
    assert ("SANCTION", "convict", {"NOR"}, {"PRT"}) in deeds(told.format("a Portuguese banker"))


COAST = (
    "Norway and Portugal share a sea. Portugal is warm. Portugal has boats. Norwegian ministers flew to Lisbon. "
    "Norway's prime minister, Erna Solberg, was at home. Norway's trawlers wait for Portugal's answer. "
)


def test_what_somebody_denies_of_himself_or_says_of_elections_is_not_said_abroad():
    for own in ("denied any wrongdoing", "criticised the pace of the election"):
        assert not [d for d in deeds(COAST + f"Solberg has {own}.") if d[0] in ("REJECT", "ACCUSE")]
    assert ("REJECT", None, {"NOR"}, {"PRT"}) in deeds(COAST + "Solberg has denied Portugal's charges.")
    assert ("ACCUSE", "disapprove", {"NOR"}, {"PRT"}) in deeds(COAST + "Solberg has criticised the pace of the talks.")


def test_a_forum_that_somebody_attends_is_not_with_the_other_of_the_pair():
    assert not [d for d in deeds(COAST + "Solberg attended a forum on fish.") if d[2] == {"NOR", "PRT"}]
    met = [d for d in deeds(COAST + "Solberg met Portugal's mayors at a forum on fish.") if d[0] == "CONSULT"]
    assert [d for d in met if d[2] == {"NOR", "PRT"}]
