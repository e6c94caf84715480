"""Claims: which sentences rank an event or relations in history, and what they say of it."""

import pytest

from detente.coding import find_claims
from detente.model import Claim, Document, Interval, Line, Mention, Party, Report, Span, TimeMention
from detente.parsing import parse_report

STATES = {"Norway": "NOR", "Chile": "CHL", "Norwegian": "NOR", "Chilean": "CHL"}


def document(text: str, since: str | None = None, interval: Interval | None = None) -> Document:
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))
    sentences = parse_report(report)
    made = Document(report, sentences, [t for s in sentences for t in s.tokens], published=Interval.day("2015-03-02"))
    made.mentions = tuple(
        Mention(
            span=t.span,
            kind="state",
            tokens=(t.i, t.i + 1),
            head=t.i,
            parties=(Party(state=STATES[t.text], spans=(t.span,)),),
        )
        for t in made.tokens
        if t.text in STATES
    )
    if since is not None:
        at = text.index(since)
        made.times = (TimeMention(span=Span(at, at + len(since)), interval=interval, tokens=(0, 1), part="since"),)
    return made


def claims(text: str) -> list[Claim]:
    return list(find_claims(document(text)))


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("It was the first visit by a Norwegian minister to Chile since 1988.", "first", "visit"),
        ("The envoys of Norway and Chile met for the first time.", "first", "contact"),
        ("Norway and Chile hold first talks in over a year.", "first", "talks"),
        ("No Norwegian premier has ever visited Chile.", "first", "visit"),
        ("The last meeting between Norway and Chile was in 1988.", "last", "contact"),
        ("Norway and Chile last met in 1988.", "last", "contact"),
        ("It is the highest-level contact between Norway and Chile in decades.", "highest", "contact"),
        ("Norway imposed its toughest sanctions on Chile to date.", "highest", "other"),
        ("Relations between Norway and Chile sank to their lowest level since 1988.", "lowest", "relations"),
        ("The seizure marked a low point in ties between Norway and Chile.", "lowest", "relations"),
        ("Norway is the only country to keep a garrison in Chile.", "only", "other"),
    ],
)
def test_rankings_are_claims(text: str, kind: str, about: str) -> None:
    (claim,) = claims(text)
    assert (claim.kind, claim.about, set(claim.states)) == (kind, about, {"NOR", "CHL"})
    assert claim.span.of(text) == claim.text


@pytest.mark.parametrize(
    "text",
    [
        "The first thing Norway told Chile was to wait.",
        "At first Norway did not answer Chile.",
        "Norway and Chile met last week.",
        "At last Norway wrote to Chile.",
        "The First Lady of Chile flew to Norway.",
        "Norway sold more fish to Chile in the first quarter.",
        "The first deputy minister of Norway met nobody in Chile.",
        "Most of the cars that Norway sends to Chile are old.",
        "The only thing Norway wants from Chile is an answer.",
        "It is not the first time that Norway has warned Chile.",
    ],
)
def test_order_and_dates_are_no_claims(text: str) -> None:
    assert claims(text) == []


def test_records_at_home_are_no_claims() -> None:
    assert claims("It was the first time that the club had lost at home since 1988.") == []


def test_since_is_the_day_and_the_event_its_words() -> None:
    text = "It was the first visit of a Norwegian minister to Chile since the harbour war in 1988, he said."
    (claim,) = find_claims(document(text, "1988", Interval.year(1988)))
    assert claim.since == Interval.year(1988)
    assert claim.since_event == "the harbour war in 1988"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The two met for the first time since the harbour war -- a talk that Norway and Chile had wanted.",
            "the harbour war",
        ),
        ("It was the first time since the harbour war that a Norwegian had visited Chile.", "the harbour war"),
    ],
)
def test_what_it_is_the_first_of_is_no_part_of_since(text: str, event: str) -> None:
    (claim,) = claims(text)
    assert claim.since_event == event


def test_years_are_counted_back_from_the_report() -> None:
    (claim,) = claims("Norway and Chile held their first talks in 12 years.")
    assert claim.since == Interval.year(2003, "relative")


def test_vague_spans_of_years_have_no_since() -> None:
    (claim,) = claims("Norway and Chile held their first talks in decades.")
    assert claim.since is None and claim.since_event is None
