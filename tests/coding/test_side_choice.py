"""Sides that the words leave open are chosen among those near; nobody is named as the author of what is grave."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from detente.coding import side_choice
from detente.coding.side_choice import CHOSEN, Weights
from detente.model import Event
from detente.run import code_text

LEFT_OPEN = (
    "Norway's foreign minister met his Chilean counterpart in Oslo on Monday. "
    "Chile complained about fishing quotas. Norway rejected the complaint, and Peru looked on."
)


def coded(text: str) -> tuple[Event, ...]:
    return code_text(text, published="2031-03-05").events


def chosen(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.how.get("parties") == CHOSEN]


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fit for which any new recipient named in the sentence before speaks."""
    fit = Weights({"R&new&prev": 9.0, "Ak-same": 9.0})
    monkeypatch.setattr(side_choice, "load_weights", lambda: fit)


def test_a_chosen_party_says_so_and_leads_back_to_words(weights: None) -> None:
    events = chosen(coded("Chile and Peru spoke of fish on Monday. Norway apologised on Tuesday."))
    for event in events:
        new = [p for p in (*event.actors, *event.recipients) if p.how == CHOSEN]
        assert new
        assert all(p.spans for p in new)
