"""Gatherings known by name: what they say about the day of a report without one."""

from __future__ import annotations

import pytest
from dated_texts import document

from detente.codebook import load_codebook
from detente.dating import date_report
from detente.dating.meetings import load_gatherings
from detente.model import Interval
from detente.resolving import find_mentions, tenure_clues


def days_of(text: str) -> Interval | None:
    built = document(text)
    built.mentions = find_mentions(built, load_codebook())
    return date_report(built, tenure_clues(built))[0]


BELGIUM = " Belgian Prime Minister Guy Verhofstadt read a note."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Three ministers quarrelled at the NATO summit in Riga.", "2006-11-28/2006-11-30"),
        (
            "Norway will send envoys to the NATO summit in Riga on Wednesday." + BELGIUM,
            "2006-11-23/2006-11-29",
        ),
        ("G-8 foreign ministers meet today in Potsdam." + BELGIUM, "2007-05-30/2007-05-31"),
        ("Peru praised what was agreed at the APEC summit in Busan last month." + BELGIUM, "2005-12"),
    ],
)
def test_a_gathering_with_its_place_or_time_leaves_the_days_of_writing(text: str, days: str) -> None:
    interval = days_of(text)
    assert interval is not None and interval.edtf == days


def test_a_gathering_ahead_bounds_the_report_from_above() -> None:
    interval = days_of("Canadian Prime Minister Stephen Harper will host the G8 summit in Huntsville.")
    assert interval is not None and interval.last.isoformat() == "2010-06-26"


@pytest.mark.parametrize(
    "text",
    [
        "Two clubs wrote a letter about the NATO summit.",
        "A baker sold cakes for the 2008 Olympic Games on Friday.",
        "The hall is used for the East Asian Games.",
        "Traders will watch the G20 summit and the price of wool from China.",
    ],
)
def test_what_is_only_spoken_of_leaves_nothing(text: str) -> None:
    assert days_of(text) is None


def test_the_table_is_well_formed_and_each_series_in_order() -> None:
    for gatherings in load_gatherings().values():
        for gathering in gatherings:
            days = [days for days, _ in gathering.meetings]
            assert days == sorted(days) and all(first <= last for first, last in days)
