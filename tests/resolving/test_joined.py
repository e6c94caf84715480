"""Two states that one token holds, which the parser does not split: "U.S.-Peruvian"."""

from __future__ import annotations

import pytest

from detente.codebook import load_codebook
from detente.model import Document, Line, Report, Span
from detente.parsing import parse_report
from detente.resolving import find_mentions


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("U.S.-Peruvian relations have improved.", ["USA", "PER"]),
        ("The U.S.-South Korea alliance is old.", ["USA", "KOR"]),
        ("A U.S.-Chilean delegation came.", ["USA", "CHL"]),
        ("The Sino-Peruvian treaty was signed.", ["CHN", "PER"]),
    ],
)
def test_both_states_of_a_hyphenated_pair_are_found(text: str, states: list[str]) -> None:
    report = Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),))
    sentences = parse_report(report)
    document = Document(report, sentences, [token for s in sentences for token in s.tokens])
    found = find_mentions(document, load_codebook())
    assert [party.state for mention in found for party in mention.parties] == states
