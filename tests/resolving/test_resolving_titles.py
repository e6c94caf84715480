"""Titles with much beside them: two titles of one person, subjects, places, adjectives; former and coming holders."""

from __future__ import annotations

import pytest
from resolving_builders import resolved, who_is


@pytest.mark.parametrize(
    ("text", "words", "person", "office", "state"),
    [
        (
            "Defence secretary Robert Gates met him.",
            "Defence secretary Robert Gates",
            "Robert Gates",
            "defence_minister",
            "USA",
        ),
        (
            "Dutch Finance Minister and Deputy Prime Minister Wouter Bos resigned.",
            "Dutch Finance Minister and Deputy Prime Minister Wouter Bos",
            "Wouter Bos",
            "minister",
            "NLD",
        ),
        (
            "They met Greek Ambassador to the Netherlands Nikos Pappas.",
            "Greek Ambassador to the Netherlands Nikos Pappas",
            "Nikos Pappas",
            "ambassador",
            "GRC",
        ),
        (
            "They met Peru's ambassador in Lima Jorge Rojas Vidal.",
            "Peru's ambassador in Lima Jorge Rojas Vidal",
            "Jorge Rojas Vidal",
            "ambassador",
            "PER",
        ),
        (
            "Danish Minister of Trade, Industry and Consumer Affairs Ole Lund spoke.",
            "Danish Minister of Trade, Industry and Consumer Affairs Ole Lund",
            "Ole Lund",
            "minister",
            "DNK",
        ),
        (
            "A spokesman for Norwegian Prime Minister Jens Stoltenberg denied it.",
            "Norwegian Prime Minister Jens Stoltenberg",
            "Jens Stoltenberg",
            "head_of_government",
            "NOR",
        ),
        (
            "Georgia's pro-Western president, Mikheil Saakashvili, spoke.",
            "Georgia's pro-Western president, Mikheil Saakashvili",
            "Mikheil Saakashvili",
            "head_of_state",
            "GEO",
        ),
    ],
)
def test_title_and_name_are_one_mention(text: str, words: str, person: str, office: str, state: str) -> None:
    assert who_is(text, words, "2009-05-12") == (person, office, state)


def test_second_title_takes_the_state_of_the_first() -> None:
    found = resolved("He met the French president and prime minister.", "2009-05-12")
    assert found["prime minister"].parties[0].person == "Francois Fillon"


def test_state_that_only_backs_somebody_is_not_whose_office_it_is() -> None:
    mention = resolved("The Saudi-backed president of Yemen spoke.", "2016-05-12")["president of Yemen"]
    assert mention.parties[0].state == "YEM"


def test_former_president_is_the_one_named_before() -> None:
    text = "Nicolas Sarkozy travelled to Berlin. The former president praised Angela Merkel."
    assert who_is(text, "former president", "2014-03-03")[0] == "Nicolas Sarkozy"


def test_president_elect_is_who_takes_office_next() -> None:
    text = "Mexico votes no more: the Mexican president-elect is in Chile."
    assert who_is(text, "Mexican president-elect", "2012-09-10")[0] == "Enrique Pena Nieto"


def test_secretary_is_the_one_named_with_that_title() -> None:
    text = "Secretary of State Colin Powell went to Oslo. The secretary praised Norway."
    assert who_is(text, "secretary", "2003-03-03")[0] == "Colin Powell"


def test_secretary_is_no_namesake_who_was_never_a_minister() -> None:
    text = "Bill Clinton spoke in Lima. Secretary Clinton left for Peru."
    assert who_is(text, "Secretary Clinton", "2010-05-12")[0] == "Hillary Clinton"


def test_senator_leads_no_other_government() -> None:
    assert who_is("Senator Johnson spoke of Norway.", "Senator Johnson", "2019-09-12")[0] != "Boris Johnson"


def test_surname_with_a_title_is_its_holder_of_the_day() -> None:
    text = "Vice President Cheney spoke in Washington. He was in no hurry."
    assert who_is(text, "Vice President Cheney", "2006-05-05")[0] == "Dick Cheney"


def test_no_office_of_a_state_is_given_to_the_officer_of_a_company() -> None:
    assert who_is("Ann Lee, vice president of Acme Foods, spoke.", "Ann Lee, vice president")[1] is None


def test_prime_minister_is_not_looked_for_in_a_state_without_one() -> None:
    text = "Donald Trump was rude to the prime minister on his visit to Washington."
    assert who_is(text, "prime minister", "2018-07-08")[2] is None


def test_title_of_few_states_is_looked_for_in_those() -> None:
    text = (
        "Bulgaria and Germany agreed. The chancellor thanked Sofia. Britain did not. The foreign secretary was silent."
    )
    assert who_is(text, "chancellor", "2014-05-06") == ("Angela Merkel", "head_of_government", "DEU")
    assert who_is(text, "foreign secretary", "2014-05-06") == ("William Hague", "foreign_minister", "GBR")


def test_of_two_heads_of_one_state_the_printed_title_decides() -> None:
    text = "The Iranian president met the supreme leader of Iran. Hassan Rouhani was late. Iran's president apologised."
    assert who_is(text, "Iranian president", "2014-05-06")[0] == "Hassan Rouhani"
    assert who_is(text, "supreme leader of Iran", "2014-05-06")[0] == "Ali Khamenei"
    assert who_is(text, "Iran's president", "2014-05-06")[:2] == ("Hassan Rouhani", "head_of_state")


def test_leader_of_a_party_behind_adjectives_is_named() -> None:
    text = "The leader of the small Norwegian People's Party, Ole Lund, called it a mistake."
    assert who_is(text, "leader of the small Norwegian People's Party, Ole Lund") == ("Ole Lund", "party_leader", "NOR")


def test_body_whose_member_is_named_with_an_apostrophe_is_his() -> None:
    assert who_is("Greenpeace's Ole Lund spoke in Lima.", "Greenpeace's Ole Lund")[::2] == ("Ole Lund", "Greenpeace")


def test_surname_keeps_the_accents_that_are_printed() -> None:
    text = "Turkey's president spoke. Erdoğan left."
    assert who_is(text, "Erdoğan", "2016-05-01")[0] == "Recep Tayyip Erdoğan"


@pytest.mark.parametrize(
    ("words", "day", "person"),
    [
        ("Thaksin", "2003-05-01", "Thaksin Shinawatra"),
        ("Mahathir", "2001-05-01", "Mahathir Mohamad"),
        ("Jokowi", "2018-05-01", "Joko Widodo"),
        ("Saddam", "2001-05-01", "Saddam Hussein"),
    ],
)
def test_leader_called_by_another_word_than_the_last(words: str, day: str, person: str) -> None:
    homes = "Thailand, Malaysia, Indonesia and Iraq agreed."
    assert who_is(f"{words} met the envoy on Monday. {homes}", words, day)[0] == person


def test_unknown_thai_is_called_by_the_given_name_later() -> None:
    text = "Thai Foreign Minister Surakit Boonma arrived. Surakit left."
    assert who_is(text, "Surakit") == ("Surakit Boonma", "foreign_minister", "THA")


def test_a_king_reigns_in_a_kingdom() -> None:
    text = 'President Chirac spoke about Jordan on Monday. "The king will open the new harbour in May," he said.'
    assert resolved(text, "2004-05-01")["king"].parties[0].state == "JOR"


@pytest.mark.parametrize(
    ("words", "after", "office"),
    [
        ("Malian army chief, Lieutenant-General Amadou Keita", ", left.", "chief_of_general_staff"),
        ("Malian Foreign Minister Sheikh Amadou Keita", " left.", "foreign_minister"),
        ("Malian President General Amadou Keita", " left.", "head_of_state"),
        ("Malian army commander General Amadou Keita", " left.", "chief_of_general_staff"),
        ("Chief of the Malian defence staff General Amadou Keita", " left.", "chief_of_general_staff"),
        ("Mali's self-proclaimed interim president, Amadou Keita", ", left.", "head_of_state"),
        ("Mali's acting high commissioner, Amadou Keita", ", left.", "ambassador"),
        ("Malian National Assembly President Amadou Keita", " left.", "legislator"),
        ("Malian Constitutional Court President Amadou Keita", " left.", "official"),
        ("Mali's Senate chairman Amadou Keita", " left.", "legislator"),
        ("Mali's special envoy on Sahel affairs, Amadou Keita", ", left.", "special_envoy"),
        ("Malian envoy to the Middle East Amadou Keita", " left.", "envoy"),
        ("Mali's first lady Aminata Keita", " left.", None),
        ("Amadou Keita, Mali's deputy chief of staff", ", left.", "official"),
    ],
)
def test_names_behind_ranks_institutions_and_tasks(words: str, after: str, office: str | None) -> None:
    person, found, home = who_is(words + after, words, "2008-05-01")
    assert person in ("Amadou Keita", "Aminata Keita")
    assert (found, home) == (office, "MLI")


def test_general_explained_by_a_fuller_title() -> None:
    text = "Major General Ole Lund, Norway's army chief, met his Malian counterpart General Amadou Keita in Oslo."
    found = {m.parties[0].person: m.parties[0] for m in resolved(text).values() if m.kind == "person"}
    assert found["Ole Lund"].state == "NOR" and found["Ole Lund"].office == "chief_of_general_staff"
    assert found["Amadou Keita"].state == "MLI"


def test_a_group_and_the_wider_group_of_its_name() -> None:
    text = "OPEC secretary-general Amadou Keita left for talks with OPEC+ ministers."
    assert who_is(text, "OPEC secretary-general Amadou Keita")[2] == "Organization of the Petroleum Exporting Countries"


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("The presidents of Kenya and Uganda met.", "presidents of Kenya and Uganda", ["KEN", "UGA"]),
        (
            "The foreign ministers of Peru, Chile and the United States met.",
            "foreign ministers of Peru, Chile and the United States",
            ["PER", "CHL", "USA"],
        ),
    ],
)
def test_a_title_in_the_plural_goes_on_to_all_whose_it_is(text: str, words: str, states: list[str]) -> None:
    assert [p.state for p in resolved(text)[words].parties] == states


def test_a_title_in_the_plural_does_not_take_up_who_owns_what_follows() -> None:
    text = "The presidents of Kenya and Uganda's ruling party met."
    assert "presidents of Kenya" in resolved(text)


@pytest.mark.parametrize(
    ("words", "person", "state"),
    [
        ("King Harald", "Harald V", "NOR"),
        ("King Mohammed", "Mohammed VI", "MAR"),
        ("King of Cambodia", "Norodom Sihamoni", "KHM"),
        ("Sultan of Oman", "Qaboos", "OMN"),
    ],
)
def test_monarchs_go_by_name_without_number_and_by_title(words: str, person: str, state: str) -> None:
    text = f"The Emir of Qatar met {'the ' if ' of ' in words else ''}{words} on a journey to Norway and Morocco."
    assert who_is(text, words, "2015-09-23") == (person, "head_of_state", state)


@pytest.mark.parametrize(
    ("text", "words", "published", "meant"),
    [
        (
            "Jimmy Carter's secretary of state flew to Cairo.",
            "secretary of state",
            "2009-05-12",
            (None, "foreign_minister", "USA"),
        ),
        (
            "Barack Obama's secretary of state flew to Cairo.",
            "secretary of state",
            "2009-05-12",
            ("Hillary Clinton", "foreign_minister", "USA"),
        ),
    ],
)
def test_somebody_s_own_minister_went_with_him(
    text: str, words: str, published: str, meant: tuple[str | None, str, str]
) -> None:
    assert who_is(text, words, published) == meant


def test_minister_in_the_chair_of_an_organisation_stays_his_state_s() -> None:
    text = "Foreign Minister Frank-Walter Steinmeier told reporters in Berlin that the truce held."
    assert who_is(text, "Foreign Minister Frank-Walter Steinmeier", "2016-05-12")[2] == "DEU"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The president of Tatarstan left.", "president of Tatarstan"),
        ("The Turkish Cypriot leader left.", "Turkish Cypriot leader"),
        ("Quebec's premier left.", "Quebec 's premier"),
        ("Somaliland's foreign minister left.", "Somaliland 's foreign minister"),
    ],
)
def test_who_leads_a_part_of_a_state_is_not_the_state_s_leader(text: str, words: str) -> None:
    person, office, _ = who_is(text, words.replace(" '", "'"), "2023-08-15")
    assert person is None and office in ("party_leader", "official")


def test_leaders_of_one_state_are_no_one_person() -> None:
    assert who_is("Chinese leaders met him in Oslo.", "Chinese leaders", "2009-05-12")[0] is None


def test_former_presidents_are_not_the_one_in_office() -> None:
    found = resolved("Two former presidents of France left.", "2014-05-14").values()
    assert not [p.person for m in found for p in m.parties if p.person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The UN Secretary-General's Special Representative for Mali Mahamat Annadif met him.", "Mahamat Annadif"),
        ("The special representative of the UN Secretary-General for Mali, Jan Novak, met him.", "Jan Novak"),
        ("The U.N. secretary-general's personal envoy Ole Lund met him.", "Ole Lund"),
    ],
)
def test_envoy_of_a_secretary_general_is_his_organisations(text: str, person: str) -> None:
    found = [p for m in resolved(text, "2017-05-01").values() for p in m.parties if p.person == person]
    assert {(p.organisation, p.state) for p in found} == {("United Nations", None)}


def test_pope_is_not_of_the_land_of_his_birth() -> None:
    parties = [p for m in resolved("They met the Argentine pontiff.", "2017-05-01").values() for p in m.parties]
    assert {p.state for p in parties} == {"VAT"}


def test_two_men_who_are_held_are_no_ministers_named_before() -> None:
    before = "Kenyan Foreign Minister Raila Odinga met Chilean President Michelle Bachelet. "
    assert not [
        m for m in resolved(before + "The two men were arrested in Oslo.", "2015-03-01").values() if m.how == "group"
    ]
    assert [m for m in resolved(before + "The two men discussed trade.", "2015-03-01").values() if m.how == "group"]


@pytest.mark.parametrize(
    ("words", "state", "office"),
    [
        ("Edda Quibb, Malta's richest woman,", "MLT", None),
        ("Edda Quibb, Robert Abela's chief of staff,", "MLT", "chief_of_staff"),
        ("Malta's deputy director of public works, Edda Quibb,", "MLT", "official"),
        ("Colonel Edda Quibb, of a Maltese engineer unit,", "MLT", None),
        ("Colonel Edda Quibb, who is in charge of the Maltese mission,", "MLT", None),
        ("Sen. Edda Quibb, once a prisoner in Malta,", "USA", "legislator"),
        ("Representative Edda Quibb", "USA", "legislator"),
        ("Special Representative Edda Quibb", None, "special_envoy"),
    ],
)
def test_whose_somebody_is_by_the_words_round_the_name(words: str, state: str | None, office: str | None) -> None:
    parties = [m.parties[0] for m in resolved(f"{words} met Canadians and Americans.").values() if m.kind == "person"]
    assert [(p.person, p.state, p.office) for p in parties if p.person == "Edda Quibb"] == [
        ("Edda Quibb", state, office)
    ]


def test_who_serves_under_a_secretary_is_no_undersecretary() -> None:
    text = "Aides serving under Secretary Hillary Clinton left Oslo. Clinton stayed."
    assert who_is(text, "Clinton", "2011-05-01") == ("Hillary Clinton", "foreign_minister", "USA")


def test_a_rank_that_is_a_surname_is_a_rank() -> None:
    assert who_is("Spokesman Major Edda Quibb left Malta.", "Spokesman Major Edda Quibb")[0] == "Edda Quibb"


def test_the_next_leader_is_not_who_leads_now() -> None:
    assert who_is("The next Canadian leader agreed.", "next Canadian leader", "2009-03-01")[::2] == (None, "CAN")
    assert who_is("The Canadian leader agreed.", "Canadian leader", "2009-03-01")[0] == "Stephen Harper"


def test_who_heads_for_a_place_bears_no_title() -> None:
    found = resolved("Maltese envoys will head for the Peruvian capital.")
    assert [m.kind for m in found.values()] == ["demonym", "demonym"]


def test_of_two_namesakes_the_one_whose_state_is_named() -> None:
    met = "International Trade Secretary Liam Fox met Peruvian ministers."
    assert who_is(f"The UK agreed. {met}", "International Trade Secretary Liam Fox", "2018-05-01")[2] == "GBR"
    assert who_is(met, "International Trade Secretary Liam Fox", "2018-05-01")[2] is None


def test_a_spokesman_for_somebody_is_of_his_state() -> None:
    text = "A spokesman for Jonas Gahr Store left. Norwegian ministers stayed."
    assert who_is(text, "spokesman for Jonas Gahr Store", "2025-02-03")[1:] == ("spokesperson", "NOR")


def test_a_senior_is_not_the_junior_and_a_first_name_with_junior_is() -> None:
    told = "Ivar Quibb Jr. of Norway met Maltese envoys. "
    assert who_is(told + "Ivar Jr. left.", "Ivar Jr.")[0] == "Ivar Quibb Jr."
    assert who_is(told + "Quibb Sr. left.", "Quibb Sr.")[0] != "Ivar Quibb Jr."


def test_a_fathers_name_alone_is_nobody_known() -> None:
    saudi = "Saudi Arabia's King Salman spoke. "
    assert who_is(saudi + "Commissioner Aziz left.", "Aziz", "2018-05-01")[1] is None
    assert who_is(saudi + "Mohammed bin Salman met envoys. Bin Salman left.", "Bin Salman", "2018-05-01")[2] == "SAU"


def test_who_meets_a_states_people_need_not_be_of_it() -> None:
    assert who_is("Turkish media named the envoy, Edda Quibb.", "envoy, Edda Quibb")[2] is None
    assert who_is("In Belgium the truck stood for days, said spokesman Erik Quibb.", "spokesman Erik Quibb")[2] == "BEL"
