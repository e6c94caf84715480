"""The day printed on a report: signatures, addresses, a date with a clock at the head."""

from __future__ import annotations

import pytest
from dated_texts import document

from detente.dating import date_report


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two ports will share pilots and tugs. ZNA 07 June 2011", "2011-06-07"),
        ("Malta lent Cyprus two tugs. (Island Press, 7 June 2011)", "2011-06-07"),
        ("Malta lent Cyprus two tugs.\nIsland Press - 7.6.2011", "2011-06-07"),
        ("Malta lent Cyprus two tugs.\n\n7 June 2011, 10:15 GMT", "2011-06-07"),
        ("Malta lent Cyprus two tugs. Published in The Harbour Post, June 7th, 2011", "2011-06-07"),
    ],
)
def test_a_signature_at_the_end_says_the_day(text: str, day: str) -> None:
    built = document(text)
    interval, how, (span,), _ = date_report(built, ())
    assert interval is not None and (interval.edtf, how) == (day, "signature")
    assert span.of(text) in text and "11" in span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Malta lent Cyprus two tugs. They came home on 7 June 2011.",
        "Malta lent Cyprus two tugs. The lease ends in Limassol on June 7, 2011",
        'She had said: "We share the sea." - Anna Borg, June 7, 2011',
        "An earlier version misspelt a name. (June 7, 2011)",
    ],
)
def test_a_date_that_is_told_or_quoted_is_no_signature(text: str) -> None:
    assert date_report(document(text), ())[1] != "signature"


@pytest.mark.parametrize("head", ["TITLE: Two tugs LINK: ", "Read or share this story: "])
def test_an_address_of_the_text_itself_says_the_day(head: str) -> None:
    built = document(f"{head}https://example.org/world/2011/06/07/two-tugs/\nMalta lent Cyprus two tugs.")
    interval, how, (span,), _ = date_report(built, ())
    assert interval is not None and (interval.edtf, how) == ("2011-06-07", "address")
    assert span.of(built.text).startswith("https://example.org")


def test_an_address_that_is_only_cited_says_nothing() -> None:
    built = document("Malta lent Cyprus two tugs. See https://example.org/2011/06/07/two-tugs/ for the first of them.")
    assert date_report(built, ())[0] is None


def test_a_date_with_a_clock_at_the_head_says_the_day() -> None:
    built = document("From 7 Jun 2011 14.30 Malta lent Cyprus two tugs.")
    interval, how, _, _ = date_report(built, ())
    assert interval is not None and (interval.edtf, how) == ("2011-06-07", "date line")


def test_a_picture_with_its_agency_leaves_some_weeks() -> None:
    caption = "Envoys at the pier of Suva, Fiji, June 7, 2011. REUTERS/Ada Borg"
    interval, how, _, _ = date_report(document(f"The envoys of Fiji and Malta met.\n\n{caption}\n\nThey spoke."), [])
    assert interval is not None and interval.edtf == "2011-06-06/2011-08-21" and how == "picture with its agency"
    filed = date_report(document(f"The envoys of Fiji and Malta met.\n\nFILE PHOTO: {caption}\n\nThey spoke."), [])
    assert filed[1] != "picture with its agency"
