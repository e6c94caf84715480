"""Very long lines are parsed in pieces, and stretches without a blank are left out: any text comes to an end."""

from __future__ import annotations

import time

from detente.model import Line, Report, Sentence, Span
from detente.parsing import parse_report
from detente.parsing.parse import _LONGEST_PIECE

SENTENCE = "Peru's envoy went to Fiji on Monday for talks about tuna. "


def _parse(text: str) -> list[Sentence]:
    return parse_report(Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),)))


def test_a_long_line_is_cut_between_sentences_and_every_word_stays_where_it_was() -> None:
    text = SENTENCE * (3 * _LONGEST_PIECE // len(SENTENCE))
    sentences = _parse(text)
    assert {sentence.span.of(text) for sentence in sentences} == {SENTENCE.strip()}
    assert len(sentences) == text.count("tuna")
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert [token.i for token in tokens] == list(range(len(tokens)))
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_a_stretch_without_a_blank_is_no_word_and_costs_nothing() -> None:
    begun = time.perf_counter()
    sentences = _parse(f"{SENTENCE}{chr(8220) * 50_000} {SENTENCE}{'a' * 1_500_000}")
    assert time.perf_counter() - begun < 10
    words = [token.text for sentence in sentences for token in sentence.tokens]
    assert words.count("tuna") == 2
    assert max(map(len, words)) < 10
