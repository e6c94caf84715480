"""Each entry of the lexicon is shown by sentences of our own: examples it codes, counterexamples it does not."""

from __future__ import annotations

from collections import defaultdict

import pytest

from detente.codebook import load_codebook
from detente.codebook.lexicon import Entry, load_lexicon
from detente.codebook.ontology import load_ontology
from detente.coding.cast import Cast
from detente.coding.match import find_hit
from detente.model import Document, Line, Report, Sentence, Span
from detente.parsing import parse_report
from detente.resolving import find_mentions, resolve_mentions

LEXICON = load_lexicon()
SHARE = 0.9
"""Share of the examples that must be read as their entry: the small parser errs on some."""


def _examples(entries: tuple[Entry, ...], field: str) -> list[tuple[Entry, str]]:
    return [(entry, text) for entry in entries for text in getattr(entry, field)]


@pytest.fixture(scope="module")
def found() -> dict[str, set[tuple[str, str]]]:
    """Type and id of the entries that match in each example and counterexample."""
    texts = [text for field in ("examples", "counterexamples") for _, text in _examples(LEXICON.entries, field)]
    lines, start = [], 0
    for text in texts:
        lines.append(Line(Span(start, start + len(text)), "body"))
        start += len(text) + 1
    report = Report(id="examples", text="\n".join(texts), lines=tuple(lines))
    sentences = parse_report(report)
    document = Document(report, sentences, [token for s in sentences for token in s.tokens])
    document.mentions = find_mentions(document, load_codebook())
    document.mentions = resolve_mentions(document, load_codebook())
    return _hits(document, sentences)


def _hits(document: Document, sentences: list[Sentence]) -> dict[str, set[tuple[str, str]]]:
    cast = Cast(document)
    light = {verb: entry.role for verb, entry in LEXICON.light_verbs.items()}
    hits: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for sentence in sentences:
        text = document.report.lines[sentence.line].span.of(document.text)
        for token in sentence.tokens:
            hit = find_hit(token, LEXICON, cast, light)
            if hit is not None:
                hits[text].add((hit.entry.type, hit.entry.id))
    return hits


def test_examples_are_read_as_their_type(found):
    rows = _examples(LEXICON.entries, "examples")
    wrong = [(entry.id, text, found[text]) for entry, text in rows if entry.type not in {t for t, _ in found[text]}]
    assert len(wrong) <= (1 - SHARE) * len(rows), wrong


def test_counterexamples_are_not_read_as_their_entry(found):
    rows = _examples(LEXICON.entries, "counterexamples")
    assert rows
    assert [(entry.id, text) for entry, text in rows if entry.id in {i for _, i in found[text]}] == []


def test_every_type_has_examples_and_counterexamples():
    for name in load_ontology().types:
        entries = tuple(entry for entry in LEXICON.entries if entry.type == name)
        assert len(_examples(entries, "examples")) >= 3, name
        assert _examples(entries, "counterexamples") or any(not entry.weight for entry in entries), name


def test_types_modes_and_codes_are_those_of_the_ontology():
    ontology = load_ontology()
    for entry in LEXICON.entries:
        ontology.check(entry.type, entry.mode)
        assert entry.cameo is None or ontology.code(entry.cameo) is not None, entry.id
        assert 0 <= entry.weight <= 1, entry.id


def test_lexicon_holds_thousands_of_event_words():
    words = {
        (kind, word) for entry in LEXICON.entries for kind in ("verb", "noun", "adj") for word in getattr(entry, kind)
    }
    assert len(words) > 4000
