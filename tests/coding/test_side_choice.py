"""Sides that the words leave open are chosen among those near; nobody is named as the author of what is grave."""

from __future__ import annotations

import pytest

from detente.codebook import load_codebook
from detente.coding import side_choice
from detente.coding.side_choice import CHOSEN, Weights
from detente.model import Event, Interval, Line, Report, Span
from detente.parsing import parse_report
from detente.run.pipeline import default_coder, read_document

DAY = Interval.day("2014-05-14", "handed")
BEFORE = {"R&new&prev": 9.0, "A&new&prev": 4.0, "base=0": -1.0}
"""A fit for which whoever was named in the sentence before is the likeliest recipient."""


def code(text: str, weights: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """All that is read, however unsure, with this fit of the choice."""
    monkeypatch.setattr(side_choice, "load_fit", lambda name, kind: Weights(weights))
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=DAY)
    coder = default_coder()
    coder.model = None
    return list(coder.code_events(read_document(report, parse_report(report), load_codebook()))[0])


def sides(event: Event) -> str:
    return f"{'+'.join(p.key for p in event.actors)}>{'+'.join(p.key for p in event.recipients)}"


OPEN = "Peru spoke of fish, and Chile and Norway listened. Norway threatened to retaliate."


def test_an_open_side_is_chosen_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = [e for e in code(OPEN, BEFORE, monkeypatch) if e.type == "THREATEN"]
    assert event.how["parties"] == CHOSEN
    (new,) = event.recipients
    assert new.how == CHOSEN
    assert OPEN[new.spans[0].start : new.spans[0].end] in ("Peru", "Chile")


def test_without_weight_the_rules_sides_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = [e for e in code(OPEN, {"base&": 9.0}, monkeypatch) if e.type == "THREATEN"]
    assert event.how["parties"] != CHOSEN


@pytest.mark.parametrize(
    "text",
    [
        # the words name both sides
        "Peru and Chile spoke of fish. Norway threatened Iceland.",
        # to name who did it would be an accusation
        "Peru spoke of fish. A Norwegian envoy was murdered.",
    ],
)
def test_what_words_say_and_what_is_grave_is_not_chosen(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [e for e in code(text, {"base=0": 9.0}, monkeypatch) if e.type in ("THREATEN", "ASSAULT")]
    assert events
    assert not [sides(e) for e in events if e.how.get("parties") == CHOSEN]
