"""From plain words to mentions: the small builders of these tests."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.model import Document, Interval, Line, Mention, Party, Report, Span
from detente.parsing import parse_report
from detente.resolving import find_mentions, resolve_mentions


def document(text: str, published: str | None = None) -> Document:
    """A parsed document of body lines, with mentions found."""
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(Span(start, start + len(line)), "body"))
        start += len(line) + 1
    report = Report(id="test", text=text, lines=tuple(lines))
    sentences = parse_report(report)
    made = Document(report, sentences, [t for s in sentences for t in s.tokens])
    made.published = Interval.parse(published) if published else None
    made.mentions = find_mentions(made, load_codebook())
    return made


def resolved(text: str, published: str | None = None) -> dict[str, Mention]:
    """The settled mentions of a text by their words (the last one where words repeat)."""
    made = document(text, published)
    return {m.span.of(text): m for m in resolve_mentions(made, load_codebook())}


def who_is(text: str, words: str, published: str | None = None) -> tuple[str | None, str | None, str | None]:
    """Person, office and state of the one party that words stand for; all None where they stand for nobody."""
    mention = resolved(text, published).get(words)
    if mention is None or len(mention.parties) != 1:
        return None, None, None
    party: Party = mention.parties[0]
    return party.person, party.office, party.state or party.organisation
