"""The status weighed: what tense and clause leave open is chosen, what words say outright stays."""

import pytest

from detente.coding.build import build_event
from detente.coding.status_choice import WEIGHED, StatusWeights, choose_status
from detente.coding.status_signs import status_signs
from detente.model import Event, Interval, Line, Report, Span
from detente.parsing import parse_reports
from detente.run.pipeline import default_coder, load_codebook, read_document

ONGOING = StatusWeights({"bias": {"ongoing": 3.0}, "rule=occurred": {"ongoing": 1.0}}, margin=0.2)


def weighed(text: str, weights: StatusWeights) -> tuple[Event, tuple[str, ...]]:
    """The one event of a text, its status chosen by weights, and the signs of it."""
    line = Line(Span(0, len(text)), "body")
    report = Report(id="t", text=text, lines=(line,), handed=Interval.day("2014-05-14", "handed"))
    coder = default_coder()
    coder.model = coder.status_weights = None
    (report, sentences), *_ = parse_reports([report])
    document = read_document(report, sentences, load_codebook())
    coder.code_events(document)
    (draft,) = coder.drafts
    signs = status_signs(draft, document, coder.lexicon)
    choose_status(draft, document, coder.lexicon, weights)
    return build_event(draft, document, 1), signs


def weigh(text: str, weights: StatusWeights) -> tuple[str, str, list[str], tuple[str, ...]]:
    """Status, how it was found, its words, and the signs, of the one event of a text."""
    event, signs = weighed(text, weights)
    return event.status, event.how.get("status", ""), [s.of(text) for s in event.spans.get("status", ())], signs


def test_tense_alone_is_weighed_and_how_says_so() -> None:
    status, how, words, _ = weigh("Norway has arrested two Chilean sailors.", ONGOING)
    assert (status, words) == ("ongoing", ["has", "arrested"])
    assert how.startswith("weighed: 0.9") and how.endswith("words alone: occurred")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway is expected to arrest two Chilean sailors.", "planned"),
        ("A visit by Chile's president to Norway is possible.", "proposed"),
        ("Chile's president cancelled his visit to Norway.", "cancelled"),
    ],
)
def test_what_words_say_outright_stays(text: str, status: str) -> None:
    found, how, *_ = weigh(text, StatusWeights({"bias": {"occurred": 9.0}}))
    assert found == status and not how.startswith("weighed")


def test_what_is_hardly_likelier_does_not_replace_the_rules() -> None:
    status, how, *_ = weigh("Norway has arrested two Chilean sailors.", StatusWeights({"bias": {"ongoing": 0.1}}, 0.2))
    assert (status, how) == ("occurred", "")


def test_shares_are_probabilities_and_signs_hold_no_names() -> None:
    *_, signs = weigh("Norway has arrested two Chilean sailors.", ONGOING)
    shares = ONGOING.judge(signs)
    assert set(shares) == set(WEIGHED) and sum(shares.values()) == pytest.approx(1.0)
    assert {"type=COERCE", "rule=occurred", "tense=V-perfect"} <= set(signs)
    assert not any(name in sign.lower() for sign in signs for name in ("norway", "chile"))


@pytest.mark.parametrize(("status", "dated"), [("planned", False), ("ongoing", True)])
def test_what_is_still_to_come_is_not_of_the_reports_day(status: str, dated: bool) -> None:
    event, _ = weighed("Norway has arrested two Chilean sailors.", StatusWeights({"bias": {status: 9.0}}))
    assert (event.status, event.date is not None) == (status, dated)
