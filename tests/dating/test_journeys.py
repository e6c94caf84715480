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
