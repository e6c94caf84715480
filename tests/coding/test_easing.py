"""What eases a burden on somebody: agreed on, decided against, or given up of one's own arms."""

import pytest

from detente.codebook import load_codebook
from detente.model import Line, Report, Span
from detente.parsing import parse_report
from detente.run.pipeline import default_coder, read_document


def _types(text: str) -> set[tuple[str, str]]:
    """Types and statuses of what is coded, however unsure."""
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))
    coder = default_coder()
    coder.model = None
    coder.code_events(read_document(report, parse_report(report), load_codebook()))
    return {(draft.type, draft.status) for draft in coder.drafts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway agreed to lift its ban on Chilean salmon.", ("CONCEDE", "occurred")),
        ("Norway decided to lift its ban on Chilean salmon.", ("CONCEDE", "occurred")),
        ("Norway agreed not to impose tariffs on Chile.", ("CONCEDE", "occurred")),
        ("Norway decided not to expel the Chilean envoy.", ("CONCEDE", "occurred")),
        ("Norway froze its nuclear programme under a deal with Chile.", ("CONCEDE", "occurred")),
    ],
)
def test_easing_is_a_concession_and_nothing_beside_it(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in _types(text)
    assert {type_ for type_, _ in _types(text)} <= {"CONCEDE", "SUPPORT"}


def test_a_promise_of_easing_is_an_undertaking() -> None:
    assert {type_ for type_, _ in _types("Norway promised to lift its ban on Chilean salmon.")} == {"AGREE"}


def test_ending_anothers_arms_programme_is_no_concession() -> None:
    assert "CONCEDE" not in {type_ for type_, _ in _types("Norway halted Chile's nuclear programme.")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway reversed its decision to expel the Chilean envoy.", ("CONCEDE", "occurred")),
        ("Norway's decision to expel the Chilean envoy was reversed.", ("CONCEDE", "occurred")),
        ("Norway said it would reverse its decision to suspend aid to Chile.", ("CONCEDE", "planned")),
        ("Norway will not proceed with its plan to expel two Chilean envoys.", ("CONCEDE", "occurred")),
        ("Norway has changed its mind about leaving the African Union.", ("CONCEDE", "occurred")),
        ("Norway scrapped plans to buy helicopters from Chile.", ("COOPERATE", "cancelled")),
        ("Norway revoked a decision to withdraw its troops from Chile.", ("RETREAT", "cancelled")),
    ],
)
def test_decision_taken_back_is_no_deed_done(text: str, wanted: tuple[str, str]) -> None:
    assert _types(text) == {wanted}


def test_who_is_let_cross_is_read_from_the_clause() -> None:
    assert _types("Norway let Chilean farmers cross the border freely.") & {
        ("CONCEDE", "occurred"),
        ("RETREAT", "occurred"),
    }
