"""What is counted: meetings of a series and anniversaries leave the days they can be told of."""

from __future__ import annotations

import pytest
from dated_texts import document

from detente.codebook import load_codebook
from detente.dating import date_report
from detente.dating.counted import load_origins, load_series
from detente.model import Interval
from detente.resolving import find_mentions, tenure_clues


def days_of(text: str) -> Interval | None:
    built = document(text)
    built.mentions = find_mentions(built, load_codebook())
    return date_report(built, tenure_clues(built))[0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Nepal hosted the 18th SAARC meeting.", "2014-11-26/2015-01-26"),
        ("Her term ended with the 112th Congress.", "2011-01-03/2013-03-04"),
        ("Guests in Lusaka marked the 50th anniversary of Zambia's independence on Friday.", "2014-10-24/2014-10-25"),
        ("A choir marked the twenty-fifth anniversary of the fall of the Berlin Wall.", "2014-09-30/2014-12-04"),
        ("Chile and China celebrated the fortieth anniversary of diplomatic relations.", "2009-11-22/2011-01-25"),
    ],
)
def test_what_is_counted_leaves_its_days(text: str, days: str) -> None:
    interval = days_of(text)
    assert interval is not None and interval.edtf == days


@pytest.mark.parametrize(
    "text",
    [
        "It was their second BRICS meeting in a year.",
        "The shop kept the 50th anniversary of its founding.",
        "Four clerks sat in the 18th row of the hall.",
    ],
)
def test_what_belongs_to_no_known_series_leaves_nothing(text: str) -> None:
    assert days_of(text) is None


def test_an_anniversary_that_is_only_prepared_leaves_the_year_around_it() -> None:
    interval = days_of("Envoys hope to finish the road as part of marking the 50th anniversary of ASEAN.")
    assert interval is not None and 300 < interval.days < 600 and interval.first.year == 2016


def test_the_tables_are_well_formed() -> None:
    assert all(first <= last for _, _, series in load_series() for days in series.values() for first, last in days)
    assert all(origin.words or origin.states for origin in load_origins())
    assert all(len(origin.states) == 2 for origin in load_origins() if origin.kind == "relations")


def test_who_was_killed_in_office_is_named_after_the_term() -> None:
    told = days_of("Israeli Prime Minister Yitzhak Rabin was killed, and his car stood in the square.")
    assert told is not None and told.last.isoformat() >= "1995-11-04"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Republican presidential candidate John McCain toured a mill.", True),
        ("Former Republican presidential candidate John McCain toured a mill.", False),
        ("Mill owners met Republican presidential candidate John McCain in 2008.", False),
    ],
)
def test_a_candidate_is_named_so_in_the_months_of_a_campaign(text: str, holds: bool) -> None:
    interval = days_of(text)
    assert (interval is not None and interval.last.isoformat() == "2008-11-05") is holds
