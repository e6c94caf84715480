"""Who speaks in a transcript: what stands behind a label is a quotation of whoever the label names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.model import TURN, Document, Party, Quote, Sentence, Span

MOSTLY = 0.3
"""Share of the lines that bear a label where lines without one go on with the turn before."""


def find_turns(document: Document) -> list[Quote]:
    """What is said under each label of a transcript, but for what the speaker quotes; of nobody where none is known."""
    labels = {s.line: s for s in document.sentences if s.kind == TURN}
    if not labels:
        return []
    lines: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.kind != TURN:
            lines.setdefault(sentence.line, []).append(sentence)
    goes_on = len(labels) >= MOSTLY * len(lines)
    quoted = sorted(span for quote in document.quotes for span in quote.spans)
    turns, last = [], None
    for line, said in lines.items():
        last = labels.get(line, last if goes_on else None)
        if last is not None:
            turns.append(_quote(document, last, tuple(_outside(said, quoted))))
    return [turn for turn in turns if turn.spans]


def _quote(document: Document, label: Sentence, spans: tuple[Span, ...]) -> Quote:
    speaker = _named(document, label)
    return Quote(
        text=" ".join(span.of(document.text) for span in spans),
        speaker=(speaker.person or label.span.of(document.text).rstrip(":")) if speaker is not None else None,
        state=speaker.state if speaker is not None else None,
        office=speaker.office if speaker is not None else None,
        spans=spans,
    )


def _named(document: Document, label: Sentence) -> Party | None:
    """The one party that a label names."""
    named = [m for m in document.mentions if m.parties and label.span.overlaps(m.span)]
    parties = [p for m in named for p in m.parties]
    return parties[0] if len(parties) == 1 else None


def _outside(sentences: Iterable[Sentence], quoted: list[Span]) -> Iterator[Span]:
    """What of some sentences stands in no quotation."""
    for sentence in sentences:
        at = sentence.span.start
        for span in quoted:
            if span.overlaps(sentence.span):
                if at < span.start:
                    yield Span(at, span.start)
                at = max(at, span.end)
        if at < sentence.span.end:
            yield Span(at, sentence.span.end)
