"""Those who reign, by their title and name; whom "the president" means beside them; whose time in an office it was."""

from __future__ import annotations

import pytest
from resolving_builders import who_is


@pytest.mark.parametrize(
    ("text", "words", "day", "person", "state"),
    [
        ("King Fahd telephoned Hosni Mubarak.", "King Fahd", "1997-10-05", "Fahd", "SAU"),
        ("King Hussein flew to London.", "King Hussein", "1997-10-05", "Hussein", "JOR"),
        ("King Abdullah flew to London.", "King Abdullah", "2001-10-05", "Abdullah II", "JOR"),
        ("Queen Elizabeth II met Emmanuel Macron.", "Queen Elizabeth II", "2018-06-05", "Elizabeth II", "GBR"),
        ("King Felipe met Emmanuel Macron.", "King Felipe", "2017-10-05", "Felipe VI", "ESP"),
        ("King Salman met Vladimir Putin in Moscow.", "King Salman", "2017-10-05", "Salman", "SAU"),
    ],
)
def test_title_of_those_who_reign_says_which_bearer_of_a_name(
    text: str, words: str, day: str, person: str, state: str
) -> None:
    assert who_is(text, words, day) == (person, "head_of_state", state)


def test_king_without_a_row_is_nobody_else_of_the_name() -> None:
    assert who_is("King Tony met Angela Merkel in Berlin.", "King Tony", "2006-03-01")[2] is None


def test_surname_that_is_a_title_stays_a_surname() -> None:
    assert who_is("Angus King met Angela Merkel.", "Angus King", "2017-03-01")[2] != "NOR"


@pytest.mark.parametrize("text", [
    "President Trump met King Abdullah II in Amman. King Abdullah II thanked the president.",
    "President Trump met the Emir of Kuwait, Sabah al-Ahmad. The emir thanked the president.",
])  # fmt: skip
def test_who_reigns_is_no_president(text: str) -> None:
    assert who_is(text, "president", "2018-03-01") == ("Donald Trump", "head_of_state", "USA")


def test_office_of_somebodys_years_is_his() -> None:
    text = "Hillary Clinton backed the deal in her years as Obama's secretary of state."
    assert who_is(text, "secretary of state", "2016-04-20") == ("Hillary Clinton", "foreign_minister", "USA")


@pytest.mark.parametrize(
    ("text", "words", "day", "person"),
    [
        ("Trump thanked Abe for the visit.", "Trump", "2018-03-01", "Donald Trump"),
        ("Trump threatens Iran with new tariffs", "Trump", "2018-03-01", "Donald Trump"),
        ("Trump: Iran must not arm", "Trump", "2018-03-01", "Donald Trump"),
        ("Orban thanked the pope.", "Orban", "2015-03-01", "Viktor Orban"),
        ("Duque thanked the pope.", "Duque", "2019-03-01", "Ivan Duque"),
    ],
)
def test_a_surname_alone_that_one_head_bears_is_his(text: str, words: str, day: str, person: str) -> None:
    assert who_is(text, words, day)[0] == person


def test_a_surname_that_heads_of_two_states_bear_says_too_little() -> None:
    assert who_is("Orban thanked the pope.", "Orban", "2020-03-01")[2] is None
