"""Journeys of known days: what a visitor's stay abroad says about the day of a report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dated_texts import document

from detente.codebook import load_codebook
from detente.dating import date_report
from detente.dating.journeys import load_journeys
from detente.model import Interval
from detente.resolving import find_mentions, tenure_clues


def days_of(text: str) -> Interval | None:
    built = document(text)
    built.mentions = find_mentions(built, load_codebook())
    return date_report(built, tenure_clues(built))[0]


def stays(state: str) -> Iterator[tuple[str, str]]:
    return ((j.first.isoformat(), j.last.isoformat()) for j in load_journeys() if j.state == state)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Secretary of State Madeleine Albright arrived in Pyongyang on Monday and was met by a band.", "2000-10-23"),
        ("President George W. Bush landed in Tirana today and shook hands for an hour.", "2007-06-10"),
        ("President Barack Obama will visit Havana on Sunday, his office said.", "2016-03"),
        ("Chinese President Hu Jintao landed in Nairobi on Thursday and saw a tea farm.", "2006-04-27"),
        ("Indian Prime Minister Manmohan Singh arrived in Dhaka on Tuesday for talks on rivers.", "2011-09-06"),
    ],
)
def test_a_journey_and_its_time_leave_the_days_of_writing(text: str, days: str) -> None:
    interval = days_of(text)
    assert interval is not None and interval.days <= 8
    assert interval.first.isoformat().startswith(days) or days in interval.edtf


def test_a_lead_that_tells_of_a_journey_was_written_about_then() -> None:
    interval = days_of("President Bill Clinton praised farmers during a visit to Kampala.")
    assert interval is not None
    assert any(first <= interval.first.isoformat() <= last for first, last in stays("UGA"))
    assert interval.days < 10


def test_a_journey_of_an_earlier_year_dates_nothing() -> None:
    interval = days_of("President Barack Obama had visited Ghana in 2009 and spoke of the harvest again.")
    assert interval is None or interval.days > 300


def test_who_is_still_in_office_may_have_travelled_since_the_tables_end() -> None:
    text = "Chinese President Xi Jinping arrived in Moscow on Friday."
    assert days_of(text) is None
    interval = days_of(text + " Australian Prime Minister Julia Gillard sent a letter.")
    assert interval is not None and interval.first.isoformat() == "2013-03-22"


def test_a_title_alone_is_no_traveller_of_the_tables_written_by_hand() -> None:
    assert days_of("The Chinese president arrived in Nairobi on Thursday.") is None


def test_the_tables_are_well_formed() -> None:
    assert all(journey.first <= journey.last for journey in load_journeys())
    assert {"USA", "CHN", "United Nations", "VAT"} <= {journey.of for journey in load_journeys()}
