"""The day of a deed: its own clause, the clause it is part of, or the report's present; never a guess."""

from __future__ import annotations

import pytest
from dated_texts import document, word

from detente.dating import date_event, date_saying, report_frame

DAY = "2011-07-14"


@pytest.mark.parametrize(
    ("text", "event", "expected", "how"),
    [
        ("Peru expelled two Chilean diplomats on Tuesday.", "expelled", "2011-07-12", "own clause"),
        ("The envoys held talks with the king in Oslo on Tuesday.", "talks", "2011-07-12", "own clause"),
        ("Last year's talks in Oslo failed.", "talks", "2010", "own clause"),
        ("Peru condemned the raid of 3 May 2008.", "raid", "2008-05-03", "own clause"),
        ("Sanctions imposed in March 2009 still hurt Chile.", "Sanctions", "2009-03", "own clause"),
        ("Peru and Chile met in Lima on Monday and signed a pact.", "signed", "2011-07-11", "own clause"),
        ("After talks in Lima on Monday, the envoy flew to Quito.", "talks", "2011-07-11", "own clause"),
        ("Peru has blocked the border since March 2009.", "blocked", "2009-03-01/2011-07-14", "own clause"),
        ("The envoy visited Lima this week.", "visited", "2011-07-11/2011-07-14", "own clause"),
        ("The envoy will visit Lima this week.", "visit", "2011-07-14/2011-07-17", "own clause"),
        ("The envoy landed in Lima on Saturday.", "landed", "2011-07-09", "own clause"),
        ("Peru blames Chile for closing the port in June.", "closing", "2011-06", "own clause"),
        ("Peru blames Chile for closing the port in October.", "closing", "2010-10", "own clause"),
        ("Peru asked Chile to drop its claim last week.", "asked", "2011-07-04/2011-07-10", "own clause"),
        ("Peru tried to sway the 2006 election in Chile.", "sway", "2006", "own clause"),
        ("The islands have been split since 1983, when Chile invaded.", "invaded", "1983", "own clause"),
        ("Chile said on Monday it would reopen the border.", "said", "2011-07-11", "own clause"),
        ("The envoy will visit Lima, starting Saturday.", "visit", "2011-07-16", "own clause"),
        ("The envoy would pay a two-day visit beginning Saturday.", "visit", "2011-07-16", "own clause"),
        ("The envoy's visit to Lima, which starts Saturday, is short.", "visit", "2011-07-16", "own clause"),
        ("They will meet at the summit in Lima, which opens on 20 July.", "meet", "2011-07-20", "own clause"),
        ("On Monday, he will become the first envoy to visit Lima.", "visit", "2011-07-18", "own clause"),
        ("The last time Peru expelled envoys was in 1996.", "expelled", "1996", "own clause"),
        ("Peru warned Chile against joining NATO in a telephone call on Monday.", "warned", "2011-07-11", "own clause"),
        ("Peru pressed Chile to sign the treaty during an April visit to Lima.", "pressed", "2011-04", "own clause"),
        ("New sanctions are to be announced later on Friday.", "sanctions", "2011-07-15", "own clause"),
        ("Peru tried to sway the 2006 election in Chile.", "tried", "2006", "own clause"),
        ("Peru will withdraw before the end of the month.", "withdraw", "2011-07-14/2011-07-31", "own clause"),
        ("Peru will withdraw before 20 July.", "withdraw", "2011-07-14/2011-07-19", "own clause"),
        ("The envoys met in August and December last year.", "met", "2010-08", "own clause"),
        ("In this May 3, 2009, file photo, Chile's envoy meets a farmer.", "meets", "2009-05-03", "own clause"),
    ],
)
def test_the_own_clause_dates_a_deed(text: str, event: str, expected: str, how: str) -> None:
    built = document(text, DAY)
    dated = date_event(built, word(built, event).i)
    assert dated is not None and dated[0].edtf == expected and dated[2] == how
    assert dated[1] is not None and dated[1].of(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The minister said on Monday that Peru had seized a Chilean ship.", "seized"),
        ("Chile backs the 2008 pact and rejects any change.", "rejects"),
        ("Peru, which joined in 2006, blocked the vote.", "blocked"),
        ("Peru agreed on Monday to withdraw its troops.", "withdraw"),
        ("Peru recalled its envoy before the March 2009 vote.", "recalled"),
        ("Ministers meet on Monday to discuss the blockade.", "blockade"),
        ("Chile said on Monday it would reopen the border.", "reopen"),
        ("Peru asked Chile to send an envoy during a visit in October.", "asked"),
        ("Peru vowed to win the 2006 election.", "vowed"),
        ("A finding that Peru tried to sway the 2006 election angered Chile.", "finding"),
    ],
)
def test_the_date_of_another_clause_dates_nothing(text: str, event: str) -> None:
    built = document(text, DAY)
    assert date_event(built, word(built, event).i) is None


def test_a_stated_distance_dates_the_other_deed() -> None:
    text = "The protest on Wednesday came two days after Peru expelled the envoy."
    built = document(text, DAY)
    dated = date_event(built, word(built, "expelled").i)
    assert dated is not None and dated[0].edtf == "2011-07-11" and dated[2] == "governing clause"


def test_what_is_over_does_not_stand_off_from_what_is_to_come() -> None:
    text = "The envoy would visit Lima on 2 August, a week after Peru had cancelled the talks."
    built = document(text, DAY)
    assert date_event(built, word(built, "cancelled").i) is None


def test_news_that_comes_a_week_after_a_deed_dates_it() -> None:
    text = "The move comes a week after Peru expelled the envoy."
    built = document(text, DAY)
    dated = date_event(built, word(built, "expelled").i)
    assert dated is not None and dated[0].first.isoformat() < "2011-07-07" < dated[0].last.isoformat()


def test_what_is_promised_has_the_day_of_the_saying() -> None:
    text = "The minister said on Monday that Peru would reopen the border."
    built = document(text, DAY)
    dated = date_saying(built, word(built, "reopen").i)
    assert dated is not None and dated[0].edtf == "2011-07-11"


def test_the_main_line_in_the_past_tense_is_the_report_day_or_the_day_before() -> None:
    built = document("Peru expelled two Chilean diplomats over a border dispute.", DAY)
    frame = report_frame(built, word(built, "expelled"))
    assert frame is not None and frame.edtf == "2011-07-13/2011-07-14" and frame.how == "inferred"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru had expelled two Chilean diplomats.", "expelled"),
        ("Peru would expel two Chilean diplomats.", "expel"),
        ("Peru has repeatedly accused Chile of spying.", "accused"),
        ("The envoy, who expelled two diplomats, resigned.", "expelled"),
        ("The pact failed before Christmas as Peru refused the terms.", "refused"),
        ("Peru and Chile are bound by a treaty.", "treaty"),
    ],
)
def test_backgrounds_never_get_the_report_day(text: str, event: str) -> None:
    built = document(text, DAY)
    assert report_frame(built, word(built, event)) is None


def test_an_unknown_or_wide_report_day_dates_nothing() -> None:
    text = "Peru expelled two Chilean diplomats on Tuesday."
    for published in (None, "2008-01-01/2010-12-31"):
        built = document(text, published)
        assert report_frame(built, word(built, "expelled")) is None
        assert date_event(built, word(built, "expelled").i) is None


def test_what_stands_after_following_has_its_own_day() -> None:
    built = document(
        "The visit is the first by a minister following the bombing of a school in the city of Lima on March 4.",
        "2019-02-16",
    )
    dated = date_event(built, word(built, "bombing").i)
    assert dated is not None and dated[0].edtf == "2018-03-04"


def test_a_gathering_named_with_its_month_dates_what_is_done_on_its_sidelines() -> None:
    built = document("They will meet on the sidelines of the G20 summit in June.", "2019-05-02")
    dated = date_event(built, word(built, "meet").i)
    assert dated is not None and dated[0].edtf == "2019-06-28/2019-06-29"


@pytest.mark.parametrize("moved", ["postponed until", "pushed back to", "rescheduled for"])
def test_what_is_put_off_has_its_new_day_ahead(moved: str) -> None:
    built = document(f"The visit of the envoy has been {moved} September.", DAY)
    dated = date_event(built, word(built, moved.split()[0]).i)
    assert dated is not None and dated[0].edtf == "2011-09"


def test_talks_on_a_pact_of_some_year_are_not_of_that_year() -> None:
    built = document("The envoy held talks with the king on the 2005 peace accord.", DAY)
    assert date_event(built, word(built, "talks").i) is None
