"""Each entry of the lexicon is shown by sentences of our own: examples it codes, counterexamples it does not."""

from __future__ import annotations

from collections import defaultdict

import pytest

from detente.codebook import load_codebook
from detente.codebook.lexicon import Entry, load_lexicon
from detente.codebook.ontology import load_ontology
from detente.coding import find_quotes
from detente.coding.cast import Cast
from detente.coding.match import find_hit
from detente.coding.speech import Speakers
from detente.model import Document, Line, Report, Sentence, Span
from detente.parsing import parse_report
from detente.resolving import find_mentions, resolve_mentions
from detente.run.pipeline import default_coder

LEXICON = load_lexicon()
SHARE = 0.95
"""Share of the examples that must be read as their type: the small parser errs on some."""


def _rows(field: str) -> list[tuple[Entry, str]]:
    return [(entry, text) for entry in LEXICON.entries for text in getattr(entry, field)]


def _read(texts: list[str]) -> Document:
    """The sentences as a report, each on a line of its own."""
    lines, start = [], 0
    for text in texts:
        lines.append(Line(Span(start, start + len(text)), "body"))
        start += len(text) + 1
    report = Report(id="examples", text="\n".join(texts), lines=tuple(lines))
    sentences = parse_report(report)
    document = Document(report, sentences, [token for s in sentences for token in s.tokens])
    document.mentions = find_mentions(document, load_codebook())
    document.mentions = resolve_mentions(document, load_codebook())
    document.quotes = find_quotes(document)
    return document


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    """Types of the entries that match in each example."""
    document = _read([text for _, text in _rows("examples")])
    cast = Cast(document)
    cast.speakers = Speakers(document, cast)
    light = LEXICON.light_verbs
    types: dict[str, set[str]] = defaultdict(set)
    for sentence in document.sentences:
        for token in sentence.tokens:
            hit = find_hit(token, LEXICON, cast, light)
            if hit is not None:
                types[_line(document, sentence)].add(hit.entry.type)
    return types


def _line(document: Document, sentence: Sentence) -> str:
    return document.report.lines[sentence.line].span.of(document.text)


def test_examples_are_read_as_their_type(found):
    rows = _rows("examples")
    wrong = [(entry.id, text, found[text]) for entry, text in rows if entry.type not in found[text]]
    assert len(wrong) <= (1 - SHARE) * len(rows), wrong


@pytest.mark.parametrize(("entry", "text"), _rows("counterexamples"), ids=lambda part: getattr(part, "id", None))
def test_counterexample_codes_no_event_of_its_entry(entry, text):
    events, _ = default_coder().code_events(_read([text]))
    assert [event.id for event in events if event.how["type"].startswith(f"lexicon: {entry.id}")] == []


def test_every_type_has_examples_and_counterexamples_or_stop_entries():
    for name in load_ontology().types:
        entries = [entry for entry in LEXICON.entries if entry.type == name]
        assert sum(len(entry.examples) for entry in entries) >= 3, name
        assert any(entry.counterexamples or not entry.weight for entry in entries), name


def test_types_modes_and_codes_are_those_of_the_ontology():
    ontology = load_ontology()
    for entry in LEXICON.entries:
        ontology.check(entry.type, entry.mode)
        assert entry.cameo is None or entry.cameo in ontology.codes, entry.id
        assert 0 <= entry.weight <= 1, entry.id
    for phase in LEXICON.phase:
        if "type" in phase.becomes:
            ontology.check(phase.becomes["type"], phase.becomes.get("mode"))


def test_phase_words_name_types_words_or_known_classes():
    for phase in LEXICON.phase:
        for wanted in phase.of:
            assert not wanted.startswith("@") or wanted[1:] in LEXICON.classes, (phase.id, wanted)


def test_lexicon_holds_thousands_of_event_words():
    kinds = ("verb", "noun", "adj")
    words = {(kind, word) for entry in LEXICON.entries for kind in kinds for word in getattr(entry, kind)}
    assert len(words) > 4000


def test_no_stop_word_hides_an_event_word() -> None:
    lexicon = load_lexicon()
    hidden = [
        f"{' '.join(stop.parts)}: {stop.entry.id} hides {other.entry.id}"
        for options in lexicon.words.values()
        for stop in options
        if not stop.entry.weight and not stop.entry.conditions
        for other in options
        if other.parts == stop.parts and other.entry.weight and not other.entry.conditions
    ]
    assert not hidden
