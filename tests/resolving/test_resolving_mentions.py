"""Names, titles and nationalities become mentions that say who acts for whom."""

from __future__ import annotations

import pytest
from resolving_builders import document, resolved, who_is

NAMED = [
    ("Norwegian Foreign Minister Knut Vollebaek flew home.", "Knut Vollebaek", "foreign_minister", "NOR"),
    ("Chile's Minister for Trade Carla Rojas resigned.", "Carla Rojas", "minister", "CHL"),
    ("Jan Novotny, the Czech defence minister, spoke first.", "Jan Novotny", "defence_minister", "CZE"),
    ("The Swedish foreign minister, Lena Berg, declined.", "Lena Berg", "foreign_minister", "SWE"),
    ("Kenya's first deputy foreign minister Paul Otieno arrived.", "Paul Otieno", "junior_minister", "KEN"),
    ("A Pentagon spokesman, Carl Hobbs, gave no details.", "Carl Hobbs", "spokesperson", "USA"),
    ("Peruvian poet Luis Quispe was released.", "Luis Quispe", None, "PER"),
    ("Bhutan`s ambassador to India Sonam Dorji protested.", "Sonam Dorji", "ambassador", "BTN"),
    ("Kenya praised the new Peruvian representative in Nairobi, Luis Quispe.", "Luis Quispe", "envoy", "PER"),
    ("The Swedish embassy charge d'affaires Lena Berg flew home.", "Lena Berg", "ambassador", "SWE"),
    ("Lena Berg, a minister at the Swedish embassy in Nairobi, spoke.", "Lena Berg", "minister", "SWE"),
    ("Peru's then U.S. ambassador, Luis Quispe, left.", "Luis Quispe", "ambassador", "PER"),
    ("Ohio Attorney General Walter Grant sued.", "Walter Grant", "attorney_general", "USA"),
    ("Republican Rep. Jane Holt said Norway lied.", "Jane Holt", "legislator", "USA"),
    ("GOP Gov. Tom Gray praised Norway.", "Tom Gray", "governor", "USA"),
    ("Rep. Walter Grant (D-OH) spoke.", "Walter Grant", "legislator", "USA"),
    ("Kenya released a Czech freelance photographer, Jan Novotny, on Friday.", "Jan Novotny", None, "CZE"),
    ("Kenya released Czech Pastor Jan Novotny.", "Jan Novotny", None, "CZE"),
    ("Kenya arrested Jan Novotny, a sailor from Malta.", "Jan Novotny", None, "MLT"),
    ("Jan Novotny, a member of the Czech parliament, spoke.", "Jan Novotny", None, "CZE"),
    ("Jan Novotny, a critic of the Czech government, spoke.", "Jan Novotny", None, None),
    ("Kenya expelled Luis Quispe, who heads Peru's trade office.", "Luis Quispe", None, "PER"),
    ("Omani Minister of Energy Mohammad Javad Harthy resigned.", "Mohammad Javad Harthy", "minister", "OMN"),
    ("Peru's permanent representative to the UN in Geneva, Luis Quispe, left.", "Luis Quispe", "ambassador", "PER"),
    ("Kenya released a Czech citizen, the pastor Jan Novotny.", "Jan Novotny", None, "CZE"),
    ("Jan Novotny, a Czech, was freed by Kenya.", "Jan Novotny", None, "CZE"),
    ("The Czech runner Jan Novotny was barred from Kenya.", "Jan Novotny", None, "CZE"),
    ("Tom Hakala, a Korea-born Finnish citizen, was jailed.", "Tom Hakala", None, "FIN"),
]


@pytest.mark.parametrize(("text", "person", "office", "state"), NAMED)
def test_title_and_name_are_one_person(text: str, person: str, office: str | None, state: str | None) -> None:
    people = [m for m in document(text).mentions if m.kind == "person"]
    assert [(m.parties[0].person, m.parties[0].office, m.parties[0].state) for m in people] == [(person, office, state)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya jailed two Czech sailors, Jan Novotny and Petr Malek, on Friday.",
        "Kenya jailed two Czechs, Jan Novotny and Petr Malek, on Friday.",
        "The Czech journalists Jan Novotny and Petr Malek were jailed.",
        "Czech diplomats Jan Novotny and Petr Malek were expelled.",
    ],
)
def test_a_row_of_names_is_of_the_state_before_it(text: str) -> None:
    people = [m.parties[0] for m in document(text).mentions if m.kind == "person"]
    assert [(p.person, p.state) for p in people] == [("Jan Novotny", "CZE"), ("Petr Malek", "CZE")]


def test_known_people_are_not_of_the_state_before_them() -> None:
    people = [m for m in document("He met Czech officials, John Kerry and others.").mentions if m.kind == "person"]
    assert [m.parties[0].state for m in people] == [None]


def test_a_gathering_is_nobody_and_nobody_is_of_it() -> None:
    found = document("Jan Novotny shook hands with Luis Quispe at the Summit of the Americas.").mentions
    assert {p.organisation for m in found for p in m.parties} == {None}


def test_a_counterpart_is_of_another_state() -> None:
    text = "Swedish Foreign Minister Lena Berg flew home. Berg's counterpart, Luis Quispe, stayed."
    assert who_is(text, "counterpart, Luis Quispe") == ("Luis Quispe", "foreign_minister", None)


def test_where_an_envoy_serves_is_not_his_state() -> None:
    text = "Smith's representative in Cyprus, Lena Berg, spoke."
    assert who_is(text, "representative in Cyprus, Lena Berg") == ("Lena Berg", "envoy", None)


def test_spans_give_the_words_back() -> None:
    text = "Norway’s prime minister Kari Dahl met Iceland`s president in Oslo."
    for mention in document(text).mentions:
        assert mention.span.of(text) and mention.span.of(text) == mention.span.of(text).strip()
        tokens = document(text).tokens[mention.tokens[0] : mention.tokens[1]]
        assert mention.span.start <= tokens[0].start and tokens[-1].end <= mention.span.end


def test_surname_after_the_full_name_is_the_same_person() -> None:
    text = "Estonian Prime Minister Mart Kask came on Monday. Kask left on Tuesday."
    assert who_is(text, "Kask") == ("Mart Kask", "head_of_government", "EST")


def test_hyphenated_and_arabic_names_are_read_whole() -> None:
    text = "Iraqi Trade Minister Karim al-Tamimi met South Korean Foreign Minister Han Ji-won."
    people = [m.parties[0].person for m in document(text).mentions if m.kind == "person"]
    assert people == ["Karim al-Tamimi", "Han Ji-won"]


def test_nationality_before_plain_noun_is_attributive() -> None:
    text = "Latvia sent home four Cuban diplomats."
    made = document(text)
    cuban = next(m for m in made.mentions if m.span.of(text) == "Cuban")
    assert cuban.kind == "demonym" and cuban.attributive
    assert made.tokens[cuban.head].head.text == "diplomats"


def test_bodies_stand_for_their_state() -> None:
    text = "Danish authorities and the Polish military refused, the Kremlin said."
    found = {m.span.of(text): (m.kind, m.parties[0].state) for m in document(text).mentions}
    assert found == {
        "Danish authorities": ("body", "DNK"),
        "Polish military": ("body", "POL"),
        "Kremlin": ("metonym", "RUS"),
    }


def test_court_of_the_world_is_of_no_state() -> None:
    text = "Chile defied The Hague court. Peru asked a Lima court."
    assert [(m.kind, m.how) for m in document(text).mentions if m.kind in ("capital", "body")] == [
        ("capital", "place"),
        ("body", "capital"),
    ]


def test_capital_is_a_place_after_a_preposition_and_a_government_as_a_subject() -> None:
    text = "The envoys met in Warsaw. Warsaw rejected the offer."
    assert [m.how for m in document(text).mentions if m.kind == "capital"] == ["place", "capital"]


def test_words_in_lower_case_are_no_states() -> None:
    text = "They gave us turkey and china plates, and may come again."
    assert [m.span.of(text) for m in document(text).mentions] == []


def test_month_is_no_prime_minister() -> None:
    text = "In May the British government agreed."
    assert "May" not in resolved(text, "2018-06-01")


def test_a_month_before_a_noun_is_no_prime_minister_named_before() -> None:
    text = "Prime Minister Theresa May spoke in Leeds. Envoys said the May summit with Chile had been useful."
    assert "May" not in resolved(text, "2018-06-01")


def test_former_holder_has_no_office() -> None:
    text = "Former Finnish president Tarja Halonen chaired the meeting."
    assert who_is(text, "Former Finnish president Tarja Halonen", "2015-03-01")[1:] == (None, "FIN")


def test_coming_holder_is_elect() -> None:
    text = "Mexican President-elect Andres Lopez spoke."
    assert document(text).mentions[0].parties[0].office == "head_of_state_elect"


def test_american_states_are_no_countries() -> None:
    assert "Georgia" not in resolved("New Mexico and Georgia sued the United States.", "2019-01-01")
    assert "Mexico" not in resolved("New Mexico and Georgia sued the United States.")
    assert resolved("Georgia and the United States met in Tbilisi.", "2019-01-01")["Georgia"].parties[0].state == "GEO"


def test_role_is_not_todays_holder() -> None:
    text = "Before that he had served as Canadian prime minister."
    assert who_is(text, "Canadian prime minister", "2019-01-01")[0] is None


def test_half_a_continent_is_no_state() -> None:
    found = resolved("Kenya met Central American envoys and an American envoy.", "2014-05-14")
    assert [p.state for m in found.values() for p in m.parties] == ["KEN", "USA"]
    found = resolved("Leaders of Latin America and Kenya met at the Africa-South America Summit.", "2014-05-14")
    assert [p.state for m in found.values() for p in m.parties if p.state] == ["KEN"]


def test_a_province_or_a_delta_named_for_a_state_is_none() -> None:
    assert not resolved("Rain fell on British Columbia and the Niger Delta.", "2014-05-14")


def test_the_envoy_of_a_secretary_general_is_of_his_body() -> None:
    text = "The UN Secretary-General's Special Representative for Mali, Juan Soto, flew to Togo."
    found = resolved(text, "2014-05-14")["Special Representative for Mali, Juan Soto"].parties[0]
    assert (found.state, found.organisation) == (None, "United Nations")


def test_an_inspector_general_is_no_general() -> None:
    text = "The U.S. inspector general, Michael Hansen, spoke."
    assert who_is(text, "U.S. inspector general, Michael Hansen")[1] == "official"


def test_newspapers_are_no_states() -> None:
    text = "He told the Lima Times and the Kenya Daily Post that Lima would pay."
    assert [m.span.of(text) for m in document(text).mentions if m.kind in ("capital", "state")] == ["Lima"]


def test_the_surname_alone_is_the_elder_where_the_younger_is_called_junior() -> None:
    text = "Robert Hansen Jr. flew to Lima. Norway's President Robert Hansen stayed. Hansen spoke. Hansen Jr. left."
    assert who_is(text, "Hansen Jr.")[::2] == ("Robert Hansen Jr.", "NOR")
    assert who_is(text, "Hansen") == ("Robert Hansen", "head_of_state", "NOR")


def test_the_surname_alone_is_the_younger_where_he_is_the_only_one() -> None:
    assert who_is("Norway's Robert Hansen Jr. flew to Lima. Hansen spoke.", "Hansen")[0] == "Robert Hansen Jr."


def test_a_first_name_alone_is_whom_the_report_names_so() -> None:
    text = "Chilean President Michelle Bachelet met a UN envoy. Michelle thanked him."
    assert who_is(text, "Michelle") == ("Michelle Bachelet", "head_of_state", "CHL")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian President Robert Hansen's son-in-law Tom Hakala flew home.",
        "President Robert Hansen of Norway sent his brother, Tom Hakala.",
    ],
)
def test_kin_are_of_the_same_state(text: str) -> None:
    assert who_is(text, "Tom Hakala")[2] == "NOR"


@pytest.mark.parametrize("text", ["Brazil's Congress met.", "The Brazilian Congress met.", "Congress in Brazil met."])
def test_another_land_s_congress_is_not_the_american_one(text: str) -> None:
    assert "USA" not in {p.state for m in resolved(text, "2014-05-14").values() for p in m.parties}


@pytest.mark.parametrize(
    ("text", "words", "known"),
    [
        ("Mnangagwa praised Peru.", "Mnangagwa", ("Emmerson Mnangagwa", "head_of_state", "ZWE")),
        ("Bolsonaro insulted Norway.", "Bolsonaro", ("Jair Bolsonaro", "head_of_state", "BRA")),
    ],
)
def test_a_surname_that_one_head_of_state_bears_needs_no_state_beside_it(text: str, words: str, known: tuple) -> None:
    assert who_is(text, words, "2019-08-25") == known
    assert who_is(text, words, "2009-08-25")[2] is None


def test_a_surname_after_a_word_of_place_may_be_a_place() -> None:
    assert who_is("Pilgrims from Norway flew to Medina.", "Medina", "2019-08-25")[2] is None
