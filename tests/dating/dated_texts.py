"""Small builders for the tests of dating: a text, parsed, with its times found."""

from __future__ import annotations

from detente.dating import find_times
from detente.model import Document, Interval, Line, Report, Span, Token
from detente.parsing import parse_report


def document(text: str, published: str | None = None, url: str | None = None) -> Document:
    """A report whose every line is body (a line that starts with "@" is a date line), and its times."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(Span(at, at + len(line)), "dateline" if line.startswith("@") else "body"))
        at += len(line) + 1
    report = Report(id="test", text=text, lines=tuple(lines), url=url)
    sentences = parse_report(report)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    built = Document(report, sentences, tokens, published=Interval.parse(published) if published else None)
    built.times = find_times(built)
    return built


def word(document: Document, text: str) -> Token:
    """The first token with these letters."""
    return next(token for token in document.tokens if token.text == text)
