"""Lines all in capitals are parsed as other headlines are, and keep their capitals."""

from __future__ import annotations

from detente.model import Line, Report, Span, Token
from detente.parsing import parse_report


def headline(text: str) -> list[Token]:
    return parse_report(Report(id="r", text=text, lines=(Line(Span(0, len(text)), "headline"),)))[0].tokens


def test_a_line_in_capitals_has_a_verb_and_keeps_its_words() -> None:
    text = "NORWAY BACKS PERU AFTER EXILE POISONING"
    tokens = headline(text)
    (root,) = [t for t in tokens if t.head is t]
    assert root.text == "BACKS" and root.pos == "VERB"
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_a_headline_that_names_only_the_suspect_is_passive() -> None:
    tokens = headline("PERUVIAN NATIONAL CHARGED WITH INTERFERING IN VOTE")
    assert tokens[1].dep == "nsubjpass"
