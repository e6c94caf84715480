"""Titles alone, pronouns and groups are read as of the day and from what was said before."""

from __future__ import annotations

import pytest
from resolving_builders import document, resolved, who_is

from detente.codebook import load_codebook
from detente.model import Interval
from detente.resolving import resolve_mentions, tenure_clues

MEETING = "Latvian President Egils Levits received Estonian President Alar Karis on Friday. "


def states(text: str, words: str, published: str | None = "2021-11-01") -> list[str | None]:
    return [p.state for p in resolved(text, published)[words].parties]


def test_title_alone_is_its_holder_on_the_day() -> None:
    text = "The Canadian prime minister agreed."
    assert who_is(text, "Canadian prime minister", "2009-03-01")[0] == "Stephen Harper"
    assert who_is(text, "Canadian prime minister", "2017-03-01")[0] == "Justin Trudeau"


def test_title_alone_without_a_day_names_nobody() -> None:
    assert who_is("The Canadian prime minister agreed.", "Canadian prime minister") == (
        None,
        "head_of_government",
        "CAN",
    )


def test_wide_interval_with_two_holders_stays_open() -> None:
    made = document("The Canadian prime minister agreed.")
    made.published = Interval.parse("2015-01-01/2016-12-31")
    mention = resolve_mentions(made, load_codebook())[0]
    assert mention.parties[0].person is None
    assert {t.person for t in mention.candidates} >= {"Stephen Harper", "Justin Trudeau"}


def test_office_of_one_person_follows_the_day() -> None:
    text = "Medvedev flew to Paris. Russia paid."
    assert who_is(text, "Medvedev", "2010-03-02")[1] == "head_of_state"
    assert who_is(text, "Medvedev", "2014-03-02")[1] == "head_of_government"


def test_shared_surname_stays_open() -> None:
    text = "Clinton was seen in New York."
    assert who_is(text, "Clinton", "2018-03-02") == (None, None, None)


def test_two_leaders_and_both_countries_are_the_pair() -> None:
    text = MEETING + "The two leaders said both countries would build it."
    assert sorted(states(text, "The two leaders"), key=str) == ["EST", "LVA"]
    assert sorted(states(text, "both countries"), key=str) == ["EST", "LVA"]


def test_three_in_play_are_no_pair() -> None:
    text = "Latvia, Estonia and Lithuania met Poland. The two sides agreed."
    assert "The two sides" not in resolved(text, "2021-11-01")


def test_subject_is_he() -> None:
    text = "Chilean Foreign Minister Pablo Soto met Peruvian Foreign Minister Raul Diaz. He praised the talks."
    assert who_is(text, "He", "2020-01-05") == ("Pablo Soto", "foreign_minister", "CHL")


def test_he_after_a_meeting_is_not_the_host() -> None:
    text = "Chilean Foreign Minister Pablo Soto spoke in Lima. After meeting Raul Diaz, he left."
    assert who_is(text, "he", "2020-01-05")[0] != "Raul Diaz"


def test_she_is_not_he() -> None:
    text = "German Chancellor Angela Merkel met French President Emmanuel Macron. She left early."
    assert who_is(text, "She", "2018-05-05")[0] == "Angela Merkel"


def test_it_is_the_state_that_acts() -> None:
    text = "Bolivia recalled its envoy. It said the talks were over."
    assert states(text, "It") == ["BOL"]
    assert states(text, "its") == ["BOL"]


def test_counterpart_has_the_same_office() -> None:
    text = "Icelandic Foreign Minister Jon Arnason phoned his Danish counterpart."
    assert who_is(text, "Danish counterpart", "2005-05-05")[1:] == ("foreign_minister", "DNK")


def test_counterpart_of_a_president_is_who_governs_where_a_king_reigns() -> None:
    text = "President Barack Obama met his Spanish counterpart in Lima."
    assert who_is(text, "Spanish counterpart", "2014-05-05")[0] == "Mariano Rajoy"


def test_two_of_one_name_are_both() -> None:
    assert states("The meeting of the two Korean leaders ended.", "Korean") == ["PRK", "KOR"]


def test_ministry_is_of_the_state_in_play() -> None:
    text = "Cuba closed the border. The foreign ministry gave no reason."
    assert states(text, "foreign ministry") == ["CUB"]


def test_clues_are_terms_of_office_in_the_reporters_present() -> None:
    text = "Canadian Prime Minister Stephen Harper spoke. In 1998 President Boris Yeltsin came. "
    text += "Former President Bush rested."
    made = document(text)
    clues = {span.of(text): interval for span, interval in tenure_clues(made)}
    assert list(clues) == ["Canadian Prime Minister Stephen Harper"]
    assert clues["Canadian Prime Minister Stephen Harper"].first.year == 2006


@pytest.mark.parametrize(
    "words",
    [
        "Envoys met after the ouster of Egyptian President Mohammed Morsi.",
        "Rebels toppled Ukrainian President Viktor Yanukovych.",
        "Envoys met after Honduran President Manuel Zelaya's removal.",
        "A former aide to President George W. Bush spoke in Oslo.",
        "Then-Secretary of State Hillary Clinton had signed it.",
    ],
)
def test_who_loses_an_office_or_once_held_it_says_nothing_of_the_day(words: str) -> None:
    made = document(words)
    assert not tenure_clues(made)


def test_they_after_officials_of_a_state_is_that_state() -> None:
    found = resolved("Danish officials said they would close the port.", "2011-02-03")
    assert [party.state for party in found["they"].parties] == ["DNK"]


def test_they_after_people_who_act_for_nobody_stays_open() -> None:
    assert "they" not in resolved("Danish bakers said they would close their shops.", "2011-02-03")


def test_she_is_the_woman_of_two_ministers() -> None:
    text = "Foreign Minister Annalena Baerbock of Germany met her colleague Jean-Yves Le Drian in Paris. She was late."
    mention = resolved(text, "2022-01-12")["She"]
    assert mention.parties[0].person == "Annalena Baerbock"


def test_surname_keeps_the_spelling_printed() -> None:
    text = "Ukrainian President Volodymyr Zelenskiy came to Oslo. Zelenskiy spoke to the prime minister of Norway."
    found = resolved(text, "2022-08-12")
    assert {m.parties[0].person for words, m in found.items() if "Zelenskiy" in words} == {"Volodymyr Zelenskiy"}


def test_citizens_named_by_their_origin_are_citizens() -> None:
    states = {p.state for m in resolved("Chinese Americans protested in Ottawa.").values() for p in m.parties}
    assert "CHN" not in states and "USA" in states


def test_surname_is_who_was_introduced_first_not_a_namesake() -> None:
    text = "President Macron flew to Cairo. Brigitte Macron stayed in Paris. Macron met Egyptian officials."
    assert who_is(text, "Macron", "2019-01-28") == ("Emmanuel Macron", "head_of_state", "FRA")
    text = "Brigitte Macron came along. On Monday President Macron met Egyptian officials."
    assert who_is(text, "President Macron", "2019-01-28") == ("Emmanuel Macron", "head_of_state", "FRA")


def test_pronoun_of_an_opening_phrase_is_the_subject_after_it() -> None:
    text = "Egils Levits spoke on Friday. During his stay in Riga, Estonian President Alar Karis praised the plan."
    assert who_is(text, "his", "2021-11-01")[0] == "Alar Karis"
    assert who_is("Alar Karis came. His visit pleased Egils Levits.", "His", "2021-11-01")[0] == "Alar Karis"


def test_halves_of_korea_are_meant_where_the_report_names_one() -> None:
    text = "North Korea fired two rockets. The South protested, and the North's envoy left."
    assert states(text, "The South") == ["KOR"]
    assert states(text, "the North") == ["PRK"]
    assert "the South" not in resolved("Sudan freed him. The army holds the South.", "2008-05-01")


def test_the_official_is_the_one_told_of_before() -> None:
    assert states("A senior Chilean official left Norway. The official spoke.", "official") == ["CHL"]
    assert resolved("Norway waited. The official spoke.")["official"].parties == ()


def test_the_diplomat_of_a_state_is_its_envoy_named_before() -> None:
    text = "Chilean Foreign Minister Pablo Rojas arrived. The Chilean diplomat praised Norway."
    assert who_is(text, "Chilean diplomat")[0] == "Pablo Rojas"
    two = "Chilean Foreign Minister Pablo Rojas and Chilean Ambassador Luis Soto arrived. The Chilean diplomat left."
    assert who_is(two, "Chilean diplomat")[0] is None


def test_three_countries_are_those_joined_before() -> None:
    text = "Latvia, Estonia and Lithuania signed it. It was raining. Ministers of the three countries met."
    assert states(text, "the three countries") == ["LVA", "EST", "LTU"]
    assert "the four countries" not in resolved(text.replace("three", "four"), "2021-11-01")


def test_the_three_that_act_are_those_joined_before() -> None:
    text = "Latvia, Estonia and Lithuania left Peru. The three said that they were poor."
    assert states(text, "The three") == ["LVA", "EST", "LTU"]
    assert "The four" not in resolved(text.replace("three", "four"), "2021-11-01")


def test_whom_two_urge_is_neither_of_them() -> None:
    two = "President Pablo Rojas of Chile and President Juan Vega of Cuba"
    text = f"{two} called President Luis Soto of Peru on Sunday and urged him to leave."
    assert who_is(text, "him")[0] == "Luis Soto"


def test_the_countries_are_those_told_of_just_before() -> None:
    text = "Chile and Peru ended the talks. The countries said Bolivia had left."
    assert states(text, "The countries") == ["CHL", "PER"]
    assert "The countries" not in resolved(text.replace("countries", "countries that signed"), "2021-11-01")


def test_each_side_is_both() -> None:
    text = "An envoy of Chile met officials of Peru on a quarrel over fish: each country has accused the other."
    assert states(text, "each country") == ["CHL", "PER"]


def test_who_urges_both_sides_is_neither() -> None:
    text = "Chile and Peru quarrel. Bolivia, a friend of Peru, urged both sides to talk."
    found = resolved(text, "2021-11-01").get("both sides")
    assert found is None or "BOL" not in {p.state for p in found.parties}


def test_the_president_is_whom_the_report_is_about() -> None:
    """Not one named once just before, where another is named far more often."""
    text = "President Pablo Rojas of Chile left. Rojas was late. Rojas met Peru's President Luis Soto."
    assert who_is(text + " The president then flew to Norway.", "president")[0] == "Pablo Rojas"
    even = "President Pablo Rojas of Chile left. Peru's President Luis Soto came. The president then spoke."
    assert who_is(even, "president")[0] == "Luis Soto"


@pytest.mark.parametrize(
    "told", ["a letter from {} in which he", "remarks made by {} in which he", "{}'s speech, in which he"]
)
def test_he_of_words_is_their_author(told: str) -> None:
    text = f"Norway's President Olav Berg dismissed {told.format('Chile President Pablo Rojas')} threatened Peru."
    assert who_is(text, "he")[0] == "Pablo Rojas"


def test_who_only_tells_of_two_countries_is_none_of_them() -> None:
    text = "Latvia's premier claimed Hungary is a prisoner of Moscow because of a gas deal between the two countries."
    assert set(states(text, "the two countries")) == {"HUN", "RUS"}


def test_those_two_countries_are_others_than_who_acts() -> None:
    text = "Latvia stands for Chile's interests in Peru and for those of Peru in Chile since those two countries broke."
    assert set(states(text, "those two countries")) == {"CHL", "PER"}


def test_an_embassy_is_not_of_the_town_where_it_stands() -> None:
    text = "Norway closed its embassy in Peru. The Lima embassy was attacked in 1998."
    assert set(states(text, "embassy")) == {"NOR"}


def test_rulers_of_a_body_are_not_those_of_the_state_before_it() -> None:
    found = resolved("A truce between Norway and Afghanistan's Taliban rulers held.", "2022-03-01")
    assert all(p.person is None for m in found.values() for p in m.parties)
    assert {p.state for m in found.values() for p in m.parties} == {"NOR", "AFG"}


def test_a_currency_is_no_state() -> None:
    assert "US" not in resolved("Peru was granted a 300-million-US-dollar loan.", "2010-03-01")


def test_the_pair_after_people_is_no_pair_of_states() -> None:
    told = "Malta and Peru held talks. "
    people = told + "Anna Quibb wrote to Michael Vance. The pair fell out."
    assert "The pair" not in resolved(people)
    assert states(told + "The two countries fell out.", "The two countries", None) == ["MLT", "PER"]


def test_three_nations_are_those_joined_not_those_in_play() -> None:
    told = "Malta, Peru and Ghana may join ASEAN. Togo agreed with ASEAN. "
    assert states(told + "The three nations will sign.", "The three nations", None) == ["MLT", "PER", "GHA"]


def test_the_leaders_of_many_are_not_two_states_in_play() -> None:
    told = "Malta spoke of Peru. Peru spoke of Malta. "
    assert "The leaders" not in resolved(told + "The leaders will dine.")
    met = "Malta's Robert Abela met Peruvian President Dina Boluarte. "
    assert states(met + "The leaders will dine.", "The leaders", "2023-05-01") == ["MLT", "PER"]


def test_the_two_diplomats_are_not_their_heads() -> None:
    told = (
        "Norwegian Foreign Minister Espen Barth Eide met Portuguese Foreign Minister Paulo Rangel. "
        "Prime Minister Luis Montenegro called Jonas Gahr Store. The two diplomats will dine."
    )
    named = {p.person for p in resolved(told, "2025-02-03")["The two diplomats"].parties}
    assert named == {"Espen Barth Eide", "Paulo Rangel"}


def test_whose_ally_a_state_is_is_another() -> None:
    told = "Malta thanked Peru, which is its oldest friend."
    assert states(told, "its", None) == ["MLT"]


def test_the_chancellor_does_not_govern_britain() -> None:
    told = "British Prime Minister Tony Blair returned. The Chancellor will raise taxes."
    assert who_is(told, "Chancellor", "2004-05-01")[0] != "Tony Blair"
    assert who_is("German leaders met. The chancellor agreed.", "chancellor", "2004-05-01")[2] == "DEU"


def test_his_spokesman_is_not_anothers() -> None:
    told = "Norwegian Prime Minister Jonas Gahr Store's spokeswoman Edda Quibb left. Portugal's Luis Montenegro stays, "
    assert who_is(told + "according to his spokeswoman.", "spokeswoman", "2025-02-03")[::2] == (None, "PRT")


def test_a_league_has_no_premier() -> None:
    assert "Premier" not in resolved("Spain's fans watch the Premier League.")
    assert resolved("Spain's fans watch the premier.")["premier"].kind == "office"
