"""The report's own day: best evidence first, and nothing where the words do not bound it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from dated_texts import document

from detente.dating import date_report
from detente.dating.evidence import gather_evidence
from detente.dating.holders import Evidence
from detente.dating.report import without_afterthoughts
from detente.dating.yearless import yearless_dates
from detente.model import Document, Interval, Mention, Party, Span, Tenure

SEEDS = Path(__file__).resolve().parents[2] / "../shared/gold/seeds.jsonl"


def clue(built: Document, words: str, days: str) -> tuple[Span, Interval]:
    start = built.text.index(words)
    return Span(start, start + len(words)), Interval.parse(days, "bounded")


def test_a_date_handed_over_wins() -> None:
    built = document("@12 July 2011\nPeru expelled the envoy.")
    handed = msgspec.structs.replace(built.report, handed=Interval.day("2011-07-13", "handed"), handed_from="option")
    assert date_report(replace(built, report=handed), ())[:2] == (Interval.day("2011-07-13", "handed"), "option")


@pytest.mark.parametrize("line", ["@July 12, 2011", "@16:35, 12 July 2011", "@Published: 12 July 2011 | 632 0"])
def test_a_date_line_says_the_day(line: str) -> None:
    built = document(f"{line}\nPeru expelled the envoy on 3 May 2008.")
    interval, how, (span,), faults = date_report(built, ())
    assert interval is not None and interval.edtf == "2011-07-12"
    assert how == "date line" and "2011" in span.of(built.text) and not faults


def test_the_address_says_the_day() -> None:
    built = document("Peru expelled the envoy.", url="https://example.org/world/2011/07/12/peru-chile.html")
    interval, how, _, _ = date_report(built, ())
    assert interval is not None and interval.edtf == "2011-07-12" and how == "address"


def test_terms_of_office_bound_the_day() -> None:
    text = "President Ada met Prime Minister Bela in Lima today."
    built = document(text)
    clues = [
        clue(built, "President Ada", "2008-03-01/2012-05-06"),
        clue(built, "Prime Minister Bela", "2010-05-11/2016-07-13"),
    ]
    interval, how, spans, _ = date_report(built, clues)
    assert interval is not None and interval.edtf == "2010-05-11/2012-05-06" and interval.how == "bounded"
    assert how == "terms of office" and [s.of(text) for s in spans] == ["President Ada", "Prime Minister Bela"]


def test_a_cited_agency_day_and_yesterday_leave_one_day() -> None:
    text = "President Ada received the envoy yesterday. Both sides praised the visit (Reuters, Interfax, April 8)."
    built = document(text)
    interval, how, _, _ = date_report(built, [clue(built, "President Ada", "1998-09-11/1999-12-31")])
    assert interval is not None and interval.edtf == "1999-04-09" and interval.how == "inferred"
    assert how == "terms of office + agencies cited"


def test_a_gathering_a_weekday_and_a_former_holder_leave_a_weekend() -> None:
    text = "The two envoys met on Saturday on the margins of the Munich Security Conference."
    built = document(text)
    interval, how, _, _ = date_report(built, [clue(built, "The two envoys", "2015-11-01/2016-11-01")])
    assert interval is not None and interval.edtf == "2016-02-13/2016-02-14"
    assert how == "terms of office + gathering named + weekday"


def test_the_latest_date_told_is_the_earliest_day_possible() -> None:
    built = document("President Ada, who took over in 2009, met the envoy. The border was closed in March 2010.")
    interval, _, _, _ = date_report(built, [clue(built, "President Ada", "2008-03-01/2012-05-06")])
    assert interval is not None and interval.edtf == "2010-03-01/2012-05-06"


def test_contradicting_terms_are_a_fault_not_a_choice() -> None:
    built = document("President Ada met Prime Minister Bela.")
    clues = [
        clue(built, "President Ada", "2001-01-01/2004-12-31"),
        clue(built, "Prime Minister Bela", "2010-05-11/2016-07-13"),
    ]
    interval, how, _, faults = date_report(built, clues)
    assert interval is None and how is None and [f.code for f in faults] == ["date-contradiction"]


def test_nothing_bounds_an_undated_report() -> None:
    assert date_report(document("The envoy arrived on Monday and left today."), ()) == (None, None, (), ())


@pytest.mark.skipif(not SEEDS.exists(), reason="../shared/gold is not here")
def test_the_founding_reports_are_dated_by_their_words() -> None:
    from detente.codebook import load_codebook
    from detente.model import Report
    from detente.parsing import parse_report
    from detente.reading import split_lines
    from detente.resolving import find_mentions, tenure_clues

    for row in map(json.loads, SEEDS.read_text(encoding="utf-8").splitlines()):
        report = Report(id=row["id"], text=row["text"], lines=split_lines(row["text"]))
        sentences = parse_report(report)
        built = Document(report, sentences, [t for s in sentences for t in s.tokens])
        built.mentions = find_mentions(built, load_codebook())
        interval = date_report(built, tenure_clues(built))[0]
        gold = row["gold"]["published"]
        wanted = Interval.parse(f"{gold['from']}/{gold['to']}")
        assert interval is not None and interval.first <= wanted.first
        assert interval.overlaps(wanted) and interval.days <= 2 * wanted.days


def test_a_post_quoted_with_its_day_leaves_its_week() -> None:
    text = "The envoy spoke of the talks.\nWe had good talks today. — Ada Holm (@adaholm) March 3, 2016\nHe left."
    built = document(text)
    interval, how, _, _ = date_report(built, [clue(built, "The envoy", "2014-01-01/2018-01-01")])
    assert interval is not None and interval.edtf == "2016-03-02/2016-03-10"
    assert how == "terms of office + post quoted"


def test_a_line_that_says_where_it_first_appeared_is_a_date_line() -> None:
    text = "The envoy left on 3 May 2008.\nThis story first appeared in the Lima Courier on June 2, 2019."
    interval, how, _, _ = date_report(document(text), ())
    assert interval is not None and interval.edtf == "2019-06-02" and how == "date line"


def test_a_date_still_to_come_bounds_the_report_from_above() -> None:
    built = document("The envoy met Prime Minister Bela. She will visit Lima on Dec. 1, 2011.")
    interval, how, _, _ = date_report(built, [clue(built, "Prime Minister Bela", "2010-05-11/2016-07-13")])
    assert interval is not None and interval.edtf == "2010-05-11/2011-12-01"
    assert how == "terms of office + date ahead"


def test_a_month_that_is_over_leaves_the_months_after_it() -> None:
    built = document("The envoy met Prime Minister Bela. The embassy closed in October.")
    interval, how, _, _ = date_report(built, [clue(built, "Prime Minister Bela", "2010-05-11/2010-12-20")])
    assert interval is not None and interval.edtf == "2010-05-11/2010-12-20"
    interval, how, _, _ = date_report(built, [clue(built, "Prime Minister Bela", "2010-10-01/2011-02-20")])
    assert interval is not None and interval.edtf == "2010-11-01/2011-02-20" and how == "terms of office + month"


def test_of_two_holders_of_one_office_the_later_one_counts() -> None:
    built = document("President Ada Holm left for Lima. President Bo Lund had signed the deal.")
    president = Party(state="NOR", office="head_of_state")
    terms = {"President Ada Holm": ("2010-05-11", "2016-07-13"), "President Bo Lund": ("2002-01-01", "2010-05-11")}
    clues = [clue(built, words, "/".join(days)) for words, days in terms.items()]
    built.mentions = tuple(
        Mention(
            span=span,
            kind="person",
            tokens=(0, 1),
            head=0,
            parties=(president,),
            candidates=(Tenure(words, "head_of_state", "NOR", None, *terms[words]),),
        )
        for (span, _), words in zip(clues, terms, strict=True)
    )
    interval, _, _, faults = date_report(built, clues)
    assert interval is not None and interval.edtf == "2010-05-11/2016-07-13" and not faults


def test_days_of_one_season_are_what_the_time_of_writing_talks_of() -> None:
    built = document("President Ada spoke of the storm of March 9 and the flood of March 2.")
    interval, how, _, _ = date_report(built, [clue(built, "President Ada", "2015-01-01/2015-10-15")])
    assert interval is not None and interval.edtf == "2015-01-01/2015-07-12"
    assert how is not None and "days of one season" in how


def test_stretches_far_after_those_that_a_day_lies_near_are_left_out() -> None:
    spring, autumn = (date(2015, 3, 10), date(2015, 3, 12)), (date(2015, 10, 1), date(2015, 10, 3))
    early, late = (date(2015, 3, 9), date(2015, 5, 10)), (date(2015, 9, 9), date(2015, 11, 10))
    near, far = (Evidence((spring, autumn), "day of a month", (), likely=(days,)) for days in (early, late))
    assert without_afterthoughts((spring, autumn), [near]) == ((spring,), [near])
    assert without_afterthoughts((spring, autumn), [far])[0] == (spring, autumn)
    assert without_afterthoughts((spring, autumn), [])[0] == (spring, autumn)


@pytest.mark.parametrize(
    ("told", "before", "after"),
    [
        ("The port was closed on March 10.", False, True),
        ("The port will be closed on March 10.", True, False),
        ("Tonga allowed the port to close on March 10.", True, True),
        ("The deadline had been set for March 10.", True, True),
        ("Tonga gave Fiji until March 10 to leave.", True, True),
        ("The day of the vote was March 10.", True, True),
        ("The envoys discussed the summit in Busan on March 10.", True, True),
    ],
)
def test_a_day_without_its_year_may_lie_ahead_of_what_is_over(told: str, before: bool, after: bool) -> None:
    built = document(told)
    (evidence,) = [e for e in yearless_dates(built, built.times, []) if e.why == "day of a month"]
    near = [date(2009, 2, 20), date(2009, 3, 25)]
    assert [any(a <= day <= b for a, b in evidence.days) for day in near] == [before, after]


def test_a_year_is_told_as_over_in_its_last_month() -> None:
    text = "President Ada spoke. The harvest fell in 2009."
    interval, *_ = date_report(document(text), [clue(document(text), "President Ada", "2008-03-01/2012-05-06")])
    assert interval is not None and interval.first == date(2009, 12, 1)


@pytest.mark.parametrize("told", ["X had until Friday to answer", "The envoy praised Fiji's Friday offer"])
def test_a_weekday_of_something_else_is_not_that_of_the_news(told: str) -> None:
    assert not [e for e in gather_evidence(document(f"{told}.")) if e.why == "weekday"]
