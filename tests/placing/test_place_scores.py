"""Places against toponyms that readers outside this project annotated; and any words at all."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from placing_builders import document

from detente.evaluation.places import score_places

EVAL = Path(__file__).resolve().parents[2] / "../shared/facts/eval"
WORDS = [
    "Paris",
    "Texas",
    ",",
    "the",
    "in",
    "U.S.",
    "Ky",
    ".",
    "Saint",
    "New",
    "York",
    "City",
    "of",
    "'s",
    "GAO",
    "(",
    ")",
]


@pytest.mark.skipif(not EVAL.is_dir(), reason="../shared/facts/eval is not here")
def test_places_of_a_sample_are_found_and_put_on_the_map(tmp_path: Path) -> None:
    lines = (EVAL / "geo_trnews.jsonl").read_text("utf-8").splitlines()[::6]
    sample = tmp_path / "sample.jsonl"
    sample.write_text("\n".join(lines), "utf-8")
    scores = score_places(sample)
    assert scores["recognition"]["f1"] >= 0.8 and scores["near"] >= 0.8


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_any_words_give_ordered_spans(text: str) -> None:
    spans = [mention.span for mention in document(text).places]
    assert spans == sorted(spans) and all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)


def test_a_report_of_places_only_is_placed_in_little_time() -> None:
    found = document(
        "\n".join(["Springfield, Salem, Clinton, Franklin, Georgetown, Paris and Moscow were named."] * 60)
    )
    from detente.placing import find_places

    start = time.process_time()
    assert len(find_places(found)) >= 300
    assert time.process_time() - start < 1.0
