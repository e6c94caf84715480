"""Which words are places, and which place is meant."""

from __future__ import annotations

import pytest
from placing_builders import document, names, place


@pytest.mark.parametrize(
    ("text", "words", "state", "filed"),
    [
        ("The envoys met in Lisbon on Friday.", "Lisbon", "PRT", "Lisbon"),
        ("The summit was held in Huntsville, Canada.", "Huntsville", "CAN", "Huntsville, Canada"),
        ("A professor from Moscow, Idaho, spoke about wheat.", "Moscow", "USA", "Moscow, Idaho"),
        ("Speaking in Vienna, US officials praised Iran.", "Vienna", "AUT", "Vienna"),
        ("In Paris, US and Iranian envoys met.", "Paris", "FRA", "Paris"),
        ("The premier flew to Moscow to see the Russian president.", "Moscow", "RUS", "Moscow"),
        ("Troops from Tbilisi to Batumi left Georgia as Russia pulled out.", "Georgia", "GEO", "Georgia"),
        ("A court in Atlanta, Georgia, heard the case from Savannah.", "Georgia", "USA", "Georgia"),
        ("He was held in Birmingham, Alabama.", "Birmingham", "USA", "Birmingham, Alabama"),
        ("Police in Birmingham, in England, said London had asked.", "Birmingham", "GBR", "Birmingham, England"),
        ("Ships passed the Strait of Hormuz at night.", "Strait of Hormuz", None, "Strait of Hormuz"),
        ("The leaders walked through the woods of Camp David.", "Camp David", "USA", "Camp David"),
        ("They spoke in Saint-Étienne, France.", "Saint-Étienne", "FRA", "Saint-Etienne, France"),
        ("A fire broke out in Paducah, Ky., on Monday.", "Ky.", "USA", "Kentucky"),
    ],
)
def test_names_mean_the_place_that_the_report_speaks_for(text: str, words: str, state: str | None, filed: str) -> None:
    found = place(text, words)
    assert (found.place.state, found.place.name) == (state, filed)
    assert found.place.lat is not None and found.place.lon is not None


@pytest.mark.parametrize(
    "text",
    [
        "George Washington never saw the palace.",
        "The Washington Post asked the minister about it.",
        "Paris Hilton sang for the guests.",
        "Washington suspended contacts with the general.",
        "President Jackson said he would sign the bill.",
        "The talks begin in March or in August.",
        "He reads the Jordan Times every day.",
    ],
)
def test_persons_papers_governments_and_months_are_no_places(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Virginia congressional candidate Jane Roe spoke.", ["Virginia"]),
        ("Leeds police chief John Doe spoke.", ["Leeds"]),
        ("Jordan Henderson spoke.", []),
    ],
)
def test_lands_and_towns_of_a_title_are_places_and_names_are_not(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_words_for_a_people_are_kept_apart() -> None:
    found = document("Turkish officials met Greek envoys in Nicosia.").places
    assert [(m.kind, m.place.state) for m in found] == [("demonym", "TUR"), ("demonym", "GRC"), ("name", "CYP")]


def test_dateline_is_a_place_without_tokens() -> None:
    found = document("GENEVA (AP) -- Ministers met here on Monday to talk about fish.").places[0]
    assert (found.place.name, found.tokens) == ("Geneva, Switzerland", (0, 0))


def test_small_town_needs_a_word_of_place() -> None:
    assert names("Brookings spoke of hope.") == []
    assert names("They live in Brookings, South Dakota.") == ["Brookings", "South Dakota"]


def test_town_that_the_table_does_not_know_is_filed_by_what_the_text_says() -> None:
    found = place("The chancellor will meet him in Xyzendorf, Austria, next week.", "Xyzendorf")
    assert (found.place.name, found.place.state, found.place.lat) == ("Xyzendorf, Austria", "AUT", None)


def test_small_places_follow_their_neighbours() -> None:
    text = "Officers from Paducah and Mayfield drove to Paris with the sheriff of Murray, Kentucky."
    assert place(text, "Mayfield").place.name == "Mayfield, Kentucky"


def test_spans_give_the_words_back() -> None:
    text = "From Vienna, the Iranian team flew home to Tehran; the U.S. side went to Washington, D.C."
    found = document(text)
    assert [text[m.span.start : m.span.end] for m in found.places] == [m.span.of(text) for m in found.places]
    assert all(a.span.end <= b.span.start for a, b in zip(found.places, found.places[1:], strict=False))
