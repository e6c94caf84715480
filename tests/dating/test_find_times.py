"""Time expressions in sentences: what they are, what they are not, and how the clause decides."""

from __future__ import annotations

import time

import pytest
from dated_texts import document

from detente.dating import find_times


def times_of(text: str, published: str = "2011-07-14") -> list[tuple[str, str | None]]:
    built = document(text, published)
    return [(m.span.of(text), m.interval.edtf if m.interval else None) for m in built.times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norwegian envoy left Lima on Tuesday.", [("Tuesday", "2011-07-12")]),
        ("The Norwegian envoy will leave Lima on Tuesday.", [("Tuesday", "2011-07-19")]),
        ("The envoys meet in Lima on Tuesday.", [("Tuesday", "2011-07-19")]),
        ("The envoy is due in Lima on Friday.", [("Friday", "2011-07-15")]),
        ("They planned a rally in Lima on Saturday.", [("Saturday", "2011-07-16")]),
        ("The two ministers met in May.", [("May", "2011-05")]),
        ("The two ministers will meet in May.", [("May", "2012-05")]),
        ("Sales rose in the quarter ended July 20.", [("July 20", "2010-07-20")]),
        ("The raid in October angered the Chilean government.", [("October", "2010-10")]),
        (
            "Peru recalled its ambassador last year and again this month.",
            [("last year", "2010"), ("this month", "2011-07")],
        ),
        ("Ties have been cold since 2005.", [("2005", "2005")]),
        ("Talks ended in Quito (2009) without result.", [("2009", "2009")]),
        ("She stayed from 3 to 5 March 2008 in Oslo.", [("from 3 to 5 March 2008", "2008-03-03/2008-03-05")]),
        ("The visit, planned for 12 July, was put off.", [("12 July", "2011-07-12")]),
        (
            "She came on Tuesday and was to meet the king on Wednesday.",
            [("Tuesday", "2011-07-12"), ("Wednesday", "2011-07-13")],
        ),
        ("She will meet him, despite a raid on Tuesday by Chile.", [("Tuesday", "2011-07-12")]),
        ("He is the rightful king following a vote in March.", [("March", "2011-03")]),
        ("She vowed to answer Monday's attack on the envoys.", [("Monday", "2011-07-11")]),
        ("She promised to attend Monday's meeting in Lima.", [("Monday", "2011-07-18")]),
        ("Talks that were scheduled for May have been called off.", [("May", "2011-05")]),
        ("Nothing has moved since they held an October summit in Lima.", [("October", "2010-10")]),
        ("Norway carried out its third raid this year.", [("this year", None)]),
        ("Norway carried out raids this year.", [("this year", "2011")]),
        ("They fought in 1998. In July that year they met.", [("1998", "1998"), ("July that year", "1998-07")]),
        (
            "They fought in 1998. On 4 May of the following year they met.",
            [("1998", "1998"), ("4 May of the following year", "1999-05-04")],
        ),
        ("They met in July of that year.", [("July of that year", None)]),
    ],
)
def test_times_are_read_by_the_tense_of_their_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister may travel to Oslo.",
        "Protesters march on the embassy.",
        "Mrs May told the Danish envoy to leave.",
        "Ministers blame May for the failure.",
        "A second envoy followed the first.",
        "Prices fall when Jan Olsen speaks.",
        "The paper USA Today asked the envoy.",
        "They paid $1999 for it.",
        "Peru sent 2000 soldiers to the border.",
        "The army lost about 1500 men.",
        "The 14th session elected a chair.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert times_of(text) == []


def test_times_refer_to_the_date_told_before() -> None:
    text = "The envoys met on 3 May 2008. They signed the treaty two days later."
    assert times_of(text) == [("3 May 2008", "2008-05-03"), ("two days later", "2008-05-05")]


def test_times_do_not_refer_to_a_date_told_long_before() -> None:
    text = "The envoys met in May 2008.\n\nFishermen were calm.\n\nA trawler was seized. It came home a week later."
    assert times_of(text) == [("May 2008", "2008-05"), ("a week later", None)]


def test_a_distance_from_another_deed_is_no_date() -> None:
    text = "The visit came two days after the vote."
    (mention,) = document(text, "2011-07-14").times
    assert (mention.span.of(text), mention.interval, mention.kind, mention.rule) == (
        "two days",
        None,
        "duration",
        "offset",
    )


def test_the_preposition_tells_how_a_time_hangs_on() -> None:
    text = "It held since 2005, until May 2007, after March 2008 and before 2010."
    assert [m.part for m in document(text, "2011-07-14").times] == ["since", "until", "after", "before"]


def test_without_the_report_day_only_full_dates_are_read() -> None:
    text = "They met on Monday, on 3 May 2008 and last year."
    assert [m.interval.edtf if m.interval else None for m in document(text).times] == [None, "2008-05-03", None]


def test_feast_within_a_compound_is_no_day() -> None:
    built = document("Unlike last year's pre-Christmas visit to Chile, it was short.", "2011-07-14")
    assert [m.span.of(built.text) for m in built.times] == ["last year"]


def test_spans_give_the_words_back_and_tokens_cover_them() -> None:
    text = "On Tuesday, 12 July 2011 – late – the envoy left; he’ll return on “Friday”."
    built = document(text, "2011-07-14")
    assert [m.span.of(text) for m in built.times] == ["Tuesday, 12 July 2011", "Friday"]
    for mention in built.times:
        first, last = mention.tokens
        assert built.tokens[first].start <= mention.span.start
        assert mention.span.end <= built.tokens[last - 1].end


def test_finding_times_costs_little() -> None:
    text = "\n".join(
        f"The envoy of Peru met his Chilean counterpart in Lima on Tuesday and signed pact number {n} of 2010 there."
        for n in range(300)
    )
    built = document(text, "2011-07-14")
    cost = min(_timed(built) for _ in range(3)) / len(built.tokens)
    assert cost < 40e-6


def _timed(built: object) -> float:
    start = time.perf_counter()
    find_times(built)  # type: ignore[arg-type]
    return time.perf_counter() - start


def test_a_report_that_begins_with_yesterday_is_not_behind_the_clock() -> None:
    text = "Norway closed the port on Wednesday.\nOn Friday, Chile sent a note."
    built = document(text, "2011-07-14")
    built.published = built.published.read_as("handed") if built.published else None
    assert [m.interval.edtf for m in find_times(built) if m.interval] == ["2011-07-13", "2011-07-08"]
