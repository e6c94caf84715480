"""Whom "it" and "its" mean by the syntax of the sentence, and which state "the country" is."""

from __future__ import annotations

import pytest
from resolving_builders import resolved

DAY = "2015-11-01"
SIX = ["CHN", "JPN", "KOR", "PRK", "RUS", "USA"]


def state_of(text: str, words: str) -> str | None:
    mention = resolved(text, DAY).get(words)
    return mention.parties[0].key if mention is not None and len(mention.parties) == 1 else None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway scolded Belarus for its treatment of the prisoners.", "BLR"),
        ("Norway cut ties with Belarus on Tuesday over its support for the rebels.", "BLR"),
        ("Officials of Norway met to discuss a ban on Belarus because of its raid on the office.", "BLR"),
        ("Norway imposed sanctions on Belarus after its raid on the office.", "BLR"),
        ("Sweden urged Eritrea to open its ports.", "ERI"),
        ("Sweden vowed to keep its ports open.", "SWE"),
        ("Chile and its neighbours closed the road.", "CHL"),
        ("Sweden relies on Norway for its gas.", "SWE"),
        ("Norway's decision to send its ships surprised Chile.", "NOR"),
        ("Norway protested after Chile imposed tariffs in response to its ban on copper.", "NOR"),
    ],
)
def test_its_is_bound_by_the_clause(text: str, state: str) -> None:
    assert state_of(text, "its") == state


def test_it_of_a_condition_is_whom_the_threat_is_aimed_at() -> None:
    assert state_of("Norway will impose sanctions on Belarus if it closes the border.", "it") == "BLR"
    assert state_of("Norway said it would close the border with Russia.", "it") == "NOR"


def test_it_of_a_reason_is_who_is_blamed() -> None:
    assert state_of("Norway's ambassador criticised Belarus because it had seized a ship.", "it") == "BLR"
    assert state_of("The Estonians have grown wary of Belarus since it closed the border.", "it") == "BLR"


def test_it_that_a_clause_without_a_subject_strikes_is_the_one_other_party() -> None:
    assert state_of("Norway has cut its ties with Chile, accusing it of a raid.", "it") == "CHL"
    assert state_of("Norway recalled an envoy from Chile after accusing it of a raid.", "it") == "CHL"


def test_it_that_stands_for_nothing_stays_open() -> None:
    assert state_of("Norway said it was clear that the talks had failed.", "it") is None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Norway froze its aid to Eritrea after soldiers in the country shot at a convoy.", "the country", "ERI"),
        ("Latvia and Chile met. Ships of Chile will call at the Baltic state in May.", "the Baltic state", "LVA"),
        ("Denmark asked Oman for help. The sultanate agreed.", "The sultanate", "OMN"),
        ("Norway sent envoys to Eritrea. Norway wants the regime to free them.", "the regime", "ERI"),
    ],
)
def test_the_country_is_the_state_in_play_that_fits(text: str, words: str, state: str) -> None:
    assert state_of(text, words) == state


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Chile and Peru agreed that they would meet.", "they", ["CHL", "PER"]),
        ("Chile warned Peruvian officials that they would be expelled.", "they", ["PER"]),
        ("The Norwegian navy said they would sail.", "they", ["NOR"]),
        ("Chile said the tests were over and that they had failed.", "they", None),
        ("Delegates left after a round of six-way talks on North Korea.", "six-way talks", SIX),
        ("Envoys of the two Koreas met.", "Koreas", ["KOR", "PRK"]),
        ("Estonia, Latvia and Lithuania met. The Baltic states agreed.", "Baltic states", ["EST", "LTU", "LVA"]),
        ("Peru closed the embassy in Oslo. Norway had asked Peru to.", "embassy", ["PER"]),
        ("Russia ordered Peru to close the embassy in Moscow.", "embassy", ["PER"]),
        ("In Havana, the government thanked Spain.", "government", ["CUB"]),
        ("Oman heard that Peru and Chile had agreed that the two sides would stop.", "the two sides", ["CHL", "PER"]),
        ("Norway met Peru. The two oil-rich countries agreed.", "The two oil-rich countries", ["NOR", "PER"]),
    ],
)  # fmt: skip
def test_several_are_told_by_their_names(text: str, words: str, states: list[str] | None) -> None:
    mention = resolved(text, DAY).get(words)
    assert (sorted(p.state or "" for p in mention.parties) if mention else None) == states


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile walked away from the six-way talks on North Korea.", "six-way talks"),
        ("Fishers on both sides of the strait met envoys of Chile and Peru.", "both sides"),
        ("The former Soviet republic of Georgia agreed.", "Soviet"),
        ("The Peruvian Congress agreed.", "Congress"),
    ],
)
def test_words_that_stand_for_nobody(text: str, words: str) -> None:
    mention = resolved(text, DAY).get(words)
    assert mention is None or mention.parties == ()


def test_brussels_is_the_union_that_a_report_names_more_than_belgium() -> None:
    text = "The European Union and the EU's envoys met Peru. Belgium agreed. Peru thanked Brussels."
    assert state_of(text, "Brussels") == "European Union"


def test_a_group_called_by_its_sign_stays_one() -> None:
    text = "The United States, Britain, France, Russia, China and Germany met Iran. The P5+1 agreed."
    assert [p.organisation for p in resolved(text, DAY)["P5+1"].parties] == ["P5+1"]


@pytest.mark.parametrize(
    ("text", "short", "who"),
    [
        ("Zhou Lin, a spokeswoman for the Chinese trade ministry, spoke. Zhou left.", "Zhou", ("Zhou Lin", "CHN")),
        ("Sami Darwish, the leader of Hezbollah, spoke. Darwish left.", "Darwish", ("Sami Darwish", "LBN")),
        ("Colonel Oleh Kravets of Ukraine's border guard spoke. Kravets left.", "Kravets", ("Oleh Kravets", "UKR")),
        ("Ivo Brandt, head of Norway's rescue service, spoke. Brandt left.", "Brandt", ("Ivo Brandt", "NOR")),
        ("Kim Dae-ho, president of South Korea's ski club, spoke. Kim left.", "Kim", ("Kim Dae-ho", "KOR")),
    ],
)
def test_who_is_introduced_keeps_state_and_name(text: str, short: str, who: tuple[str, str]) -> None:
    party = resolved(text, DAY)[short].parties[0]
    assert (party.person, party.state) == who
    assert party.office not in ("head_of_state", "head_of_government")


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile met. It was the first country that signed.",
        "Norway and Chile praised the host country.",
        "Norway rents ships to Chile. The country agreed.",
    ],
)
def test_a_country_that_may_be_either_stays_open(text: str) -> None:
    assert not [m for words, m in resolved(text, DAY).items() if "country" in words]


@pytest.mark.parametrize(
    ("day", "state"), [("1999-03-01", "YUG"), ("2004-03-01", "SCG"), ("2007-03-01", "SRB"), ("2010-03-01", "XKX")]
)
def test_a_country_is_part_of_the_state_of_its_day(day: str, state: str) -> None:
    assert [p.state for p in resolved("Peru sent aid to Kosovo.", day)["Kosovo"].parties] == [state]
    assert resolved("Peru sent aid to Kosovo.")["Kosovo"].parties[0].state == "XKX"


def test_a_territory_is_its_states() -> None:
    assert resolved("Peru sent ships to Guam.", "2010-03-01")["Guam"].parties[0].state == "USA"
    assert resolved("Peru sent ships to Macau.", "2010-03-01")["Macau"].parties[0].state == "MAC"


def test_rumours_fed_by_what_is_somebodys_are_of_him() -> None:
    assert state_of("Norway's recent tests have fed rumours that it might sink a ship.", "it") == "NOR"


def test_the_country_beside_what_is_somebodys_is_his() -> None:
    assert state_of("Chile resents Montenegro's tariffs and the country's bid to join NATO.", "the country") == "MNE"
