"""From text to a document with its places found."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.model import Document, Line, PlaceMention, Report, Span
from detente.parsing import parse_report
from detente.placing import find_places
from detente.resolving import find_mentions


def document(text: str) -> Document:
    """A parsed document of body lines with its mentions and places."""
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(Span(start, start + len(part)), "body"))
        start += len(part) + 1
    report = Report(id="t", text=text, lines=tuple(line for line in lines if line.span.start < line.span.end))
    sentences = parse_report(report)
    found = Document(report, sentences, [token for sentence in sentences for token in sentence.tokens])
    found.mentions = find_mentions(found, load_codebook())
    found.places = find_places(found)
    return found


def names(text: str) -> list[str]:
    """The words of the place names, demonyms left out."""
    return [mention.span.of(text) for mention in document(text).places if mention.kind == "name"]


def place(text: str, words: str) -> PlaceMention:
    """The mention of some words."""
    return next(mention for mention in document(text).places if mention.span.of(text) == words)
