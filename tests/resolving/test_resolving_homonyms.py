"""Words that look like states and organisations and are none, and one spelling for one person."""

from __future__ import annotations

import pytest
from resolving_builders import document, resolved, who_is

from detente.codebook import load_codebook
from detente.resolving.lexicon import lexicon_of
from detente.resolving.names import same_name, unglued

NO_PARTY = [
    ("Sheriff Chad Whitlock and India Pratt opened the new bridge.", {"TCD", "IND"}),
    ("Rep. Amy Jordan of Ohio asked twice. Jordan said that she would wait.", {"JOR"}),
    ("Voters in Georgia and Florida had feared Russia, a senator said.", {"GEO"}),
    ("A star of Jersey Shore bought a house in New Jersey.", {"JEY"}),
    ("Savers may move an IRA to another bank in Ohio.", {"GBR", "IRL"}),
    ("Male drivers pay more in Texas.", {"MDV"}),
    ("Judges of the commonwealth met in the west of the county.", {"the West", "Commonwealth of Nations"}),
    ("Tankers crossed the Persian Gulf and the Gulf of Oman.", {"IRN", "OMN"}),
    ("She answered in Spanish and praised the Soviet-era halls.", {"ESP", "SUN"}),
    ("Sen. Holly Guernsey ate at a Thai restaurant.", {"GGY", "THA"}),
    ("The mayor of San Jose, Calif., and one from Paris, Texas, met in Wellington, New Zealand.", {"CRI", "FRA"}),
    ("Leaders from South America and North America met in Lima.", {"USA"}),
    ("The national security council's spokesman told reporters that six soldiers had come home to Chisinau.", {"USA"}),
    ("Ruth Olson, a Russia adviser, briefed the committee.", {"RUS"}),
    ("Russia special counsel Ruth Olson briefed the committee.", {"RUS"}),
    ("German Ibarra opened the new bridge.", {"DEU"}),
    ("The mine was sold for 600 million euros (some 710 million US dollars).", {"USA"}),
    ("The Duke of Wellington rode out.", {"NZL"}),
    ("Rwanda blamed Congolese soldiers.", {"COG"}),
    ("Angola's envoy flew to Brazzaville and thanked the Congolese premier.", {"COD"}),
]
PARTY = [
    ("Kenya cut its duties on Ghanaian wine.", "GHA"),
    ("Jordan recalled its envoy, officials in Amman said.", "JOR"),
    ("Chad sent troops to Niger.", "TCD"),
    ("Gunmen stormed the German Embassy.", "DEU"),
    ("The Dutch Foreign Ministry said no.", "NLD"),
    ("Gunmen stormed the Kenya Embassy.", "KEN"),
    ("Envoys met in Wellington on Monday.", "NZL"),
    ("Rwanda blamed Congolese soldiers.", "COD"),
    ("Rwanda blamed Congolese soldiers near Goma.", "COD"),
    ("Angola's envoy flew to Brazzaville and thanked the Congolese premier.", "COG"),
    ("Georgia closed its border and Tbilisi protested.", "GEO"),
    ("In Belfast the IRA gave up its arms, Britain said.", "GBR"),
    ("Officials fear the French and the Iranian-flagged ship.", "FRA"),
    ("Pope Francis blessed the sailors.", "VAT"),
    ("Envoys flew to Wellington, New Zealand, on Monday.", "NZL"),
    ("Russian adviser Oleg Petrov briefed the committee.", "RUS"),
]


@pytest.mark.parametrize(("text", "parties"), NO_PARTY)
def test_lookalikes_are_no_party(text: str, parties: set[str]) -> None:
    assert not parties & {p.key for m in resolved(text, "2016-05-04").values() for p in m.parties}


@pytest.mark.parametrize(("text", "party"), PARTY)
def test_true_parties_stay(text: str, party: str) -> None:
    assert party in {p.key for m in resolved(text, "2016-05-04").values() for p in m.parties}


@pytest.mark.parametrize("words", ["the Vienna talks", "the Paris climate accord", "the Singapore summit"])
def test_town_of_a_meeting_is_a_place(words: str) -> None:
    text = f"Canada praised {words} on Monday."
    assert {m.how for m in document(text).mentions if m.attributive} == {"place"}


def test_two_capitals_that_talk_are_parties() -> None:
    text = "The Moscow-Washington talks failed."
    assert {m.how for m in document(text).mentions} == {"capital"}


@pytest.mark.parametrize(
    ("printed", "day", "person"),
    [
        ("Kim Jong Un", "2018-06-12", "Kim Jong-un"),
        ("Sergey Lavrov", "2010-06-12", "Sergei Lavrov"),
        ("Moammar Khadafy", "2004-06-12", "Muammar Gaddafi"),
        ("Binyamin Netanyahu", "2011-06-12", "Benjamin Netanyahu"),
        ("Donald J. Trump", "2018-06-12", "Donald Trump"),
    ],
)
def test_one_person_has_one_spelling(printed: str, day: str, person: str) -> None:
    assert who_is(f"{printed} spoke first.", printed, day)[0] == person


def test_unknown_surname_stays_with_the_person_the_report_names() -> None:
    text = "Judge Roy Lavrov lost. Mr. Lavrov wept."
    assert who_is(text, "Mr. Lavrov", "2016-05-04")[::2] == ("Roy Lavrov", None)


def test_other_people_keep_their_own_names() -> None:
    assert not same_name("Andrea Mitchell", "Andrew Mitchell")
    lexicon = lexicon_of(load_codebook())
    assert unglued("Mike Pompeo Michael PompeoState", lexicon) == "Mike Pompeo"
    assert unglued("Donald TrumpGOP", lexicon) == "Donald Trump"
    assert unglued("Douglas MacArthur", lexicon) == "Douglas MacArthur"


def test_an_envoy_on_loan_to_an_organisation_stays_his_states() -> None:
    text = "Tony Blair flew to Ghana. Ban Ki-moon stayed at home."
    assert who_is(text, "Tony Blair", "2010-05-05")[2] == "GBR"
    assert who_is(text, "Ban Ki-moon", "2010-05-05")[2] == "United Nations"


def test_a_surname_that_all_presidents_of_one_great_state_share_names_it_before_a_state_near_by() -> None:
    assert who_is("The papers praised President Bush's invasion of Panama.", "President Bush") == ("Bush", None, "USA")
