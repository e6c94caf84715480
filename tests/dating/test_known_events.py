"""A report's own day by events, elections and names whose days are known."""

from __future__ import annotations

from datetime import date

import pytest
from dated_texts import document

from detente.dating import date_report
from detente.dating.anchors import anchored, eras
from detente.dating.holders import OPEN
from detente.dating.landmarks import landmark_rows, landmarks_told, load_landmarks, read_days, table
from detente.dating.occasions import occasions_told
from detente.dating.solving import solve
from detente.dating.titled import titled
from detente.model import Interval, Span


def bounded(text: str, words: str, days: str) -> tuple[Interval | None, str | None]:
    """The report's day where one office-holder, named by `words`, leaves but the days given."""
    built = document(text)
    start = text.index(words)
    found = date_report(built, [(Span(start, start + len(words)), Interval.parse(days, "bounded"))])
    assert all(span.of(text) for span in found[2])
    return found[0], found[1]


def test_a_weekday_of_a_known_event_leaves_its_days() -> None:
    text = "President Ada condemned the raid. Commandos killed Osama bin Laden in Abbottabad on Monday."
    interval, how = bounded(text, "President Ada", "2009-01-20/2017-01-20")
    assert interval is not None and interval.edtf == "2011-05-02/2011-05-03"
    assert how == "terms of office + weekday + landmark and time"


def test_last_month_is_counted_from_a_known_event() -> None:
    text = "President Ada spoke. Peru condemned last month's bombing of the Boston marathon."
    interval, _ = bounded(text, "President Ada", "2009-01-20/2017-01-20")
    assert interval is not None and interval.edtf == "2013-05"


def test_a_report_is_no_older_than_the_event_it_tells() -> None:
    lead = "The port of the island took in three ships with flour."
    text = f"{lead} President Ada said that the envoy died after Fiji had mourned the death of Nelson Mandela."
    interval, how = bounded(text, "President Ada", "2009-01-20/2017-01-20")
    assert interval is not None and interval.first == date(2013, 12, 5) and how == "terms of office + landmark"


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("Nelson Mandela died on the coast, and Fiji mourned him.", "2013-12-15"),
        ("Mourners across Fiji remembered Nelson Mandela after his death.", "2014-12-06"),
        ("Mandela died.", "2014"),
    ],
)
def test_a_lead_tells_of_what_is_not_long_over(told: str, last: str) -> None:
    interval, how = bounded(f"{told} President Ada sent a wreath.", "President Ada", "2009-01-20/2014-12-31")
    assert interval is not None and interval.first == date(2013, 12, 5)
    assert interval.last == Interval.parse(last, "bounded").last
    assert how is not None and ("landmark in the lead" in how) == (last != "2014")


@pytest.mark.parametrize(("words", "last"), [("Days", "2013-12-26"), ("Weeks", "2014-03-07"), ("Months", "2015-06-08")])
def test_days_weeks_or_months_after_an_event_bound_the_day(words: str, last: str) -> None:
    lead = "The port of the island took in three ships with flour."
    text = f"{lead} {words} after the death of Nelson Mandela, President Ada sent a wreath."
    interval, how = bounded(text, "President Ada", "2009-01-20/2017-01-20")
    assert interval is not None and interval.last.isoformat() == last
    assert how == "terms of office + so long after a landmark"


def test_a_former_holder_is_no_name_of_its_time() -> None:
    names = "Speaker John Boehner spoke.", "Former House Speaker John Boehner spoke."
    found = [[e for e in eras(document(text)) if e.days[-1][1] == date(2015, 10, 29)] for text in names]
    assert [len(evidence) for evidence in found] == [1, 0]


def test_what_is_only_thought_of_bounds_nothing() -> None:
    text = "President Ada feared the possible murder of Jamal Khashoggi."
    interval, _ = bounded(text, "President Ada", "2009-01-20/2020-01-20")
    assert interval is not None and interval.first == date(2009, 1, 20)


def test_an_event_that_does_not_fit_is_let_go() -> None:
    text = "President Ada recalled the Khashoggi murder."
    interval, how = bounded(text, "President Ada", "2009-01-20/2012-01-20")
    assert interval is not None and interval.edtf == "2009-01-20/2012-01-20" and how == "terms of office"


def test_what_comes_round_has_all_its_stretches_of_days() -> None:
    built = document("Both parties spent more on the upcoming midterms.")
    (days,) = {e.days for e in eras(built)}
    assert (date(2014, 1, 1), date(2014, 11, 4)) in days and len(days) > 3


def test_a_year_that_is_part_of_a_name_is_no_date_told() -> None:
    text = "President Ada opposed China. Officials criticised Made in China 2025 as harmful."
    interval, _ = bounded(text, "President Ada", "2009-01-20/2021-01-20")
    assert interval is not None and interval.last == date(2021, 1, 20)


def test_a_name_of_its_time_bounds_the_day() -> None:
    built = document("Envoys met on the coronavirus pandemic in Zaire.")
    days = {span.of(built.text): e.days[0] for e in eras(built) for span in e.spans}
    assert days["coronavirus pandemic"] == (date(2020, 1, 5), OPEN)
    assert days["Zaire"][1] == date(1997, 5, 31)


def test_an_administration_told_in_the_past_perfect_may_be_over() -> None:
    acting, over = (document(f"The Obama administration {verb} the rule.") for verb in ("adopted", "had adopted"))
    assert [e.days[-1][1] < OPEN for built in (acting, over) for e in eras(built)] == [True, False]


def test_an_election_needs_its_state() -> None:
    assert not list(occasions_told(document("Envoys watched last week's parliamentary election.")))


@pytest.mark.parametrize(
    ("words", "tense", "day", "expected"),
    [
        ("last week", "past", "2001-02-07", ("2001-02-11", "2001-02-17")),
        ("last year", "past", "2001-02-07", ("2002-01-01", "2002-12-31")),
        ("earlier this month", "past", "2001-02-07", ("2001-02-07", "2001-02-28")),
        ("two weeks ago", "past", "2001-02-07", ("2001-02-17", "2001-02-25")),
        ("next month", "future", "2001-02-07", ("2001-01-01", "2001-01-31")),
    ],
)
def test_relative_words_are_solved_for_the_day_of_writing(
    words: str, tense: str, day: str, expected: tuple[str, str]
) -> None:
    known = date.fromisoformat(day)
    assert [tuple(d.isoformat() for d in run) for run in solve(words, tense, (known, known))] == [expected]


def test_words_that_cannot_mean_the_event_solve_nothing() -> None:
    wednesday = date(2001, 2, 7)
    assert solve("on Monday", "past", (wednesday, wednesday)) == ()
    assert solve("in March 1999", "past", (wednesday, wednesday)) == ()


def test_the_tables_are_well_formed() -> None:
    assert sum(len(rows) for rows in load_landmarks().values()) >= len(list(landmark_rows()))
    assert not [row for row in table("eras") if not (row["first"] or row["last"])]
    told = list(landmarks_told(document("They met after the attack on the World Trade Center.")))
    assert [t.days for t in told] == [((date(2001, 9, 11), date(2001, 9, 11)),)]


def test_a_file_of_landmarks_holds_the_years_of_its_name_each_row_once() -> None:
    rows = [(name.removesuffix(".csv"), row) for name, row in landmark_rows()]
    assert len({tuple(row.values()) for _, row in rows}) == len(rows)
    for name, row in rows:
        year = read_days(row["days"])[0][0].year
        first, _, last = name.removeprefix("before-").removeprefix("from-").partition("-")
        if name.startswith("before-"):
            assert year < int(first), row
        else:
            assert int(first) <= year, row
            assert name.startswith("from-") or year <= int(last or first), row


def test_the_time_of_asking_is_not_that_of_what_is_asked_for() -> None:
    built = document("The port urged North Korea on Sunday to halt its nuclear test.")
    found = [e.why for e in anchored(built, built.times)]
    assert "landmark and time" not in found


def test_a_title_held_bounds_the_day_unless_it_is_said_to_be_over() -> None:
    built = document("Sens. Kelly Ayotte, Jim Webb and Mark Kirk met former Gov. Sarah Palin and Mayor Ann Nobody.")
    days = {span.of(built.text): e.days for e in titled(built) for span in e.spans}
    assert days["Sens. Kelly Ayotte"] == ((date(2011, 1, 3), date(2017, 1, 3)),)
    assert days["Jim Webb"] == ((date(2007, 1, 3), date(2013, 1, 3)),) and "Mark Kirk" in days and len(days) == 3


def test_a_title_of_a_stated_year_bounds_nothing() -> None:
    assert not list(titled(document("Sen. Jim Webb spoke there in 2009.")))


def test_events_of_one_season_told_without_their_year_are_of_the_last_year() -> None:
    recent = "The envoy condemned the Boston marathon bombing. He mourned the death of Margaret Thatcher."
    assert together(recent) == [(date(2013, 4, 15), date(2014, 4, 16))]
    assert not together(recent.replace("Boston", "2013 Boston")) and not together(recent.split(".")[0])


def together(text: str) -> list[tuple[date, date]]:
    built = document(text)
    return [e.days[0] for e in anchored(built, built.times) if e.why == "events told together"]


def test_a_day_that_is_a_name_dates_nothing() -> None:
    built = document("The judge compared the raid to the September 11 attacks on Tuesday.")
    times = [e.spans[1].of(built.text) for e in anchored(built, built.times) if e.why == "landmark and time"]
    assert "September 11" not in times


@pytest.mark.parametrize(("words", "whys"), [("a week after", 1), ("last May, a week after", 0)])
def test_so_long_after_an_event_of_a_month_named_is_not_now(words: str, whys: int) -> None:
    built = document(f"The envoys met {words} the death of Nelson Mandela.")
    found = [e for e in anchored(built, built.times) if e.why == "so long after a landmark"]
    assert len(found) == whys


def test_a_name_beside_a_year_is_of_that_year() -> None:
    built = document("He had worked for the 2012 Republican nominee Mitt Romney.")
    assert not list(eras(built))


def test_who_only_may_run_is_no_candidate() -> None:
    likely, running = (
        [e.why for e in anchored(built, built.times)]
        for built in (document(f"Voters met{w} presidential candidate Jeb Bush.") for w in (" likely", ""))
    )
    assert "candidate" in running and "candidate" not in likely


def test_a_step_taken_is_no_office_taken() -> None:
    built = document("Barack Obama took the unusual step last week of issuing a statement in writing.")
    assert not list(occasions_told(built))
