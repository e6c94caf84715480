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


LITTLE_BETWEEN = (
    "Norway's parliament sat until midnight. Norway's Labour party wants higher taxes. Norway's courts will hear it. "
    "Norway's mayors are angry. Norway's premier, Erna Solberg, met Portugal's premier in Lisbon. Portugal is warm. "
    "The Norwegian coast is long. Norwegian pensions may fall. Portugal accused Spain of overfishing. "
)


def test_what_a_land_does_alone_where_a_report_tells_little_between_two_is_its_own_affair():
    told = LITTLE_BETWEEN + "{} was blamed for the debts."
    assert not [d for d in deeds(told.format("Solberg")) if d[3] == {"NOR"}]
    assert [d for d in deeds(LITTLE_BETWEEN + "Spain blamed Solberg for the debts.") if d[3] == {"NOR"}]


def test_what_somebody_denies_at_home_answers_nobody_who_is_named_elsewhere():
    assert not [d for d in deeds(LITTLE_BETWEEN + "Solberg denied the allegations of her rivals.") if d[0] == "REJECT"]
    answered = deeds(LITTLE_BETWEEN + "Spain accused Norway of neglect. Solberg denied the charge.")
    assert ("REJECT", None, {"NOR"}, {"ESP"}) in answered


def test_a_brief_of_one_party_stays_told():
    assert ("ACCUSE", "allege", set(), {"NOR"}) in deeds("Erna Solberg, Norway's premier, was blamed for the debts.")


def test_a_private_trip_is_no_contact_of_states():
    told = "Portugal and Norway share a sea. It rained. {}, visited Portugal on Monday. Snow fell."
    assert not [d for d in deeds(told.format("Kari Hansen, a Norwegian baker")) if d[0] == "CONSULT"]
    for official in ("Norway's foreign minister, Borge Brende", "Gro Harlem Brundtland, a Norwegian"):
        assert ("CONSULT", "visit", {"NOR"}, {"PRT"}) in deeds(told.format(official))


def test_what_one_vows_alone_is_said_at_home():
    assert not deeds("Norway's premier vowed to repair the road that leads to Portugal.")
    assert ("AGREE", None, {"NOR", "PRT"}, set()) in deeds("Norway and Portugal vowed to repair the road.")


def test_who_is_attacked_at_home_is_struck_by_nobody_abroad():
    told = [[d for d in deeds(LITTLE_BETWEEN + more) if d[0] == "ASSAULT"] for more in ATTACKS]
    assert told == [[], [("ASSAULT", "heavy-weapons", set(), {"NOR"})], [("ASSAULT", None, {"ESP"}, {"NOR"})]]


ATTACKS = ("Solberg was attacked for her hats.", "Norwegian villages were shelled.", "Spain attacked Norway.")
