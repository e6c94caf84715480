"""Whom "it" and "its" mean by the syntax of the sentence, and which state "the country" is."""

from __future__ import annotations

import pytest
from resolving_builders import resolved

DAY = "2015-11-01"


def state_of(text: str, words: str) -> str | None:
    mention = resolved(text, DAY).get(words)
    return mention.parties[0].key if mention is not None and len(mention.parties) == 1 else None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway scolded Belarus for its treatment of the prisoners.", "BLR"),
        ("Officials of Norway met to discuss a ban on Belarus because of its raid on the office.", "BLR"),
        ("Sweden urged Eritrea to open its ports.", "ERI"),
        ("Sweden vowed to keep its ports open.", "SWE"),
        ("Chile and its neighbours closed the road.", "CHL"),
        ("Sweden relies on Norway for its gas.", "SWE"),
        ("Norway's decision to send its ships surprised Chile.", "NOR"),
    ],
)
def test_its_is_bound_by_the_clause(text: str, state: str) -> None:
    assert state_of(text, "its") == state


def test_it_of_a_condition_is_whom_the_threat_is_aimed_at() -> None:
    assert state_of("Norway will impose sanctions on Belarus if it closes the border.", "it") == "BLR"
    assert state_of("Norway said it would close the border with Russia.", "it") == "NOR"


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
    "text",
    [
        "Norway and Chile met. It was the first country that signed.",
        "Norway and Chile praised the host country.",
        "Norway rents ships to Chile. The country agreed.",
    ],
)
def test_a_country_that_may_be_either_stays_open(text: str) -> None:
    assert not [m for words, m in resolved(text, DAY).items() if "country" in words]
