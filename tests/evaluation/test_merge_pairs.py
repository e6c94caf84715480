"""The judged pairs of merging, and how they are scored."""

import sys
from pathlib import Path

from detente.evaluation.merge_pairs import Pair, load_pairs, score_pairs
from detente.model import Event, Evidence, Span

sys.path.insert(0, str(Path(__file__).parents[1] / "register"))
from register_builders import event


def piece(report: str, deed: Event) -> Evidence:
    return Evidence(
        id=f"{report}-{deed.type}-{deed.evidence[0].start}", report=report, event=deed, words="", coder="test"
    )


def test_joined_pairs_are_counted_against_the_judgement() -> None:
    here, far = event(), event(date="2016-05-05", span=Span(40, 50))
    evidence = [piece("a", here), piece("b", here), piece("b", far), piece("c", event(span=Span(9, 12)))]
    both = frozenset({"NOR", "PRT"})

    def key(report: str, span: Span) -> tuple[str, Span, str, frozenset[str]]:
        return report, span, "CONSULT", both

    pairs = [
        Pair(key("a", Span(0, 30)), key("b", Span(0, 30)), True),
        Pair(key("a", Span(0, 30)), key("b", Span(40, 50)), True),
        Pair(key("a", Span(0, 30)), key("c", Span(9, 12)), False),
        Pair(key("a", Span(0, 30)), key("d", Span(0, 1)), True),
    ]
    figures = score_pairs(pairs, evidence, {name: name for name in "abc"})
    assert figures == {"precision": 0.5, "recall": 0.5, "pairs": 3, "pairs_lost": 1}


def test_the_judged_pairs_are_of_both_kinds_and_none_is_there_twice() -> None:
    pairs = load_pairs()
    assert len(pairs) >= 200
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == len(pairs)
    assert sum(not pair.same for pair in pairs) >= 60
