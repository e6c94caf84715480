"""Times in front of a clause are no part of the name behind them."""

import pytest

from detente.evaluation.shared import sentence_report
from detente.parsing import parse_report


@pytest.mark.parametrize(
    ("text", "time", "over", "name"),
    [
        ("In March Norway imposed sanctions on Portugal.", "March", "In", "Norway"),
        ("On 4 March Portugal recalled its envoy from Oslo.", "March", "On", "Portugal"),
        ("Then in late June Portugal bombed a port.", "June", "in", "Portugal"),
        ("In February Norway, Peru and Chile met in Rome.", "February", "In", "Norway"),
        ("Last Monday Norway expelled the envoy.", "Monday", "expelled", "Norway"),
        ("The Monday Club accused Norway of theft.", "Monday", "Club", "Club"),
    ],
)
def test_a_time_in_front_is_not_of_the_name(text: str, time: str, over: str, name: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    token = next(t for t in sentence.tokens if t.text == time)
    assert token.head.text == over
    assert next(t for t in sentence.tokens if t.text == name).dep == "nsubj"
    assert all(child.head is token for token in sentence.tokens for child in token.children)
