"""Report -> sentences with syntax: one line at a time, so that no sentence joins across lines."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from detente.model import READABLE, TURN, Line, Report, Sentence, SettingsError, Span, Token
from detente.parsing.capitals import as_headline
from detente.parsing.default import DEFAULT_MODEL
from detente.parsing.enumerations import mend_lists
from detente.parsing.forms import Placed, WordForms
from detente.parsing.headlines import mend_headline
from detente.parsing.mends import mend
from detente.parsing.nouns import mend_nouns
from detente.parsing.torn import mend_torn
from detente.parsing.turns import as_name, turn_labels
from detente.parsing.verbless import mend_verbless

_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "„": '"', "–": "-", "\xa0": " ", "\u200e": " ", "\n": " "}
)
_AGENCY = r"\((?:AFP|AP|CNN|Reuters|UPI|dpa|DPA|ANI|PTI|IANS|Xinhua|Bloomberg|TASS|Interfax|EFE|Kyodo|RFE/RL|VOA)\)"
_TOWN = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})? "
_OWN_NAME = r"(?![^(\n]{0,40}\b(?:Agency|America|Network|News|Press|Radio|Service) \()"
"""What precedes the short name of an agency is its own: "Associated Press (AP)"."""
_DATELINE = re.compile(
    rf"^(?:{_OWN_NAME}{_TOWN})?{_AGENCY}(?:\s*(?:--?|—|–|_)\s*(?=\S)|\s+(?=[A-Z\"“‘']))|"
    r"^[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?:,? ?\([^()\n]{2,40}\)\s*(?:--|—)(?=\S)|(?:,? ?\([^()\n]{2,40}\))?\s*(?::|--?|—|–)\s+(?=\S))"
)


_STYLES = (
    "Amb.",
    "Brig.",
    "Capt.",
    "Cmdr.",
    "Col.",
    "Govs.",
    "Lt.",
    "Maj.",
    "Pres.",
    "Reps.",
    "Sens.",
    "Sgt.",
    "Supt.",
)
"""Short styles before a name, of which the tokenizer does not know that their point ends no sentence."""
_LONGEST_PIECE = 10_000
"""Characters of a line given to the parser at a time: it keeps every word of a piece in memory."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=\S)")
_NO_WORD = re.compile(r"\S{200,}")
"""Addresses and encoded data without a blank: the tokenizer takes quadratic time over their punctuation."""


_LINKS = re.compile(r"\b([A-Z][\w’-]{2,30}) ((?:[A-Z(][\w.’()-]{0,30} ){1,5}\1)(?=[A-Z0-9‘'\"“])[^\n]{10,700}? MORE\b")
"""A name told again in full, with headlines of other pages glued to it up to the link "MORE", amid a sentence."""

_GIVEN_NAME = re.compile(r"\b([A-Z][a-z]+ [A-Z][a-z]+-)(an|in|no|on|so|to)\b")
"""A name that ends in a word for the tagger: "Moon Jae-in called"."""


@functools.cache
def load_model(name: str = DEFAULT_MODEL) -> Any:
    """The spaCy pipeline without its name finder (names come from the codebook), loaded once a process.

    Raises: SettingsError where the package is not installed.
    """
    import spacy  # slow to load, and most commands do without

    try:
        nlp = spacy.load(name, exclude=["ner"])
    except OSError as error:
        raise SettingsError(f"spaCy model {name!r} is not installed; pip install it or set DETENTE_MODEL") from error
    for style in _STYLES:
        nlp.tokenizer.add_special_case(style, [{"ORTH": style}])
    return nlp


def parse_reports(reports: Iterable[Report], model: str = DEFAULT_MODEL) -> Iterator[tuple[Report, list[Sentence]]]:
    """Parse the readable lines of many reports in batches, in order; each with its sentences."""
    nlp, forms = load_model(model), word_forms(model)
    for report in reports:
        text = _LINKS.sub(_blank_links, _NO_WORD.sub(_blank, report.text))
        labels = turn_labels(report)
        pieces = [
            (n, kind, span)
            for n, line in enumerate(report.lines)
            if line.kind in READABLE
            for kind, span in _turn(text, line, labels.get(n))
        ]
        printed = [_printed(span.of(text).translate(_STRAIGHT), kind) for _, kind, span in pieces]
        texts = [as_headline(piece) for piece in printed]
        sentences: list[Sentence] = []
        count = 0
        docs = list(nlp.pipe(texts, batch_size=128, disable=forms.skipped))
        for (n, kind, span), found, piece in zip(pieces, forms.read(docs), printed, strict=True):
            count = _add_line(sentences, found, n, kind, span.start, count)
            if piece.isupper():
                _capitalise(sentences, n)
        yield report, sentences


def _turn(text: str, line: Line, label: Span | None) -> Iterator[tuple[str, Span]]:
    """What of a line is parsed, with its kind: who speaks apart from what he says."""
    if label is not None:
        yield TURN, label
        line = Line(Span(label.end, line.span.end), line.kind)
    for span in _pieces(text, line.span):
        yield line.kind, span


def _printed(piece: str, kind: str) -> str:
    return as_name(piece) if kind == TURN else _GIVEN_NAME.sub(_capital, piece)


def _capitalise(sentences: list[Sentence], number: int) -> None:
    """Give the words of a line parsed as a headline their capitals back."""
    for sentence in takewhile(lambda s: s.line == number, reversed(sentences)):
        for token in sentence.tokens:
            token.text = token.text.upper()


def _pieces(text: str, line: Span) -> Iterator[Span]:
    """What of a line is parsed at once: all below its dateline, or where it is very long, so many sentences of it."""
    start = line.start + _skip(line.of(text))
    while line.end - start > _LONGEST_PIECE:
        stop = start + _LONGEST_PIECE
        half = start + _LONGEST_PIECE // 2
        ends = [match.end() for match in _SENTENCE_END.finditer(text, half, stop)]
        cut = ends[-1] if ends else text.rfind(" ", half, stop) + 1 or stop
        yield Span(start, cut)
        start = cut
    if start < line.end:
        yield Span(start, line.end)


def _capital(match: re.Match[str]) -> str:
    return match[1] + match[2].capitalize()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_links(match: re.Match[str]) -> str:
    return match[1] + " " * (len(match[0]) - len(match[1]))


@functools.cache
def word_forms(name: str) -> WordForms:
    """The memory of word forms of a pipeline."""
    return WordForms(load_model(name))


def parse_report(report: Report, model: str = DEFAULT_MODEL) -> list[Sentence]:
    """The sentences of one report, in text order."""
    return next(parse_reports([report], model))[1]


def _skip(text: str) -> int:
    """Length of a dateline at the start of a line ("LIMA, 5 May 2001 (Wire) - "), which would derail the parser."""
    match = _DATELINE.match(text)
    return match.end() if match else len(text) - len(text.lstrip())


def _add_line(
    sentences: list[Sentence], found: list[list[Placed]], number: int, kind: str, offset: int, count: int
) -> int:
    for words in found:
        tokens = {}
        for k, (i, _, at, word) in enumerate(words, count):
            tokens[i] = Token(k, offset + at, offset + at + len(word[0]), *word)
        count += len(words)
        row = list(tokens.values())
        sentence = Sentence(len(sentences), number, kind, Span(row[0].start, row[-1].end), row)
        for token, (_, above, _, _) in zip(row, words, strict=True):
            head = tokens.get(above)
            token.head = token if head is None else head
            token.sentence = sentence
            if head is not None and head is not token:
                head.children.append(token)
        mend_nouns(row)
        mend_headline(row)
        mend(row)
        mend_torn(row)
        mend_verbless(row)
        mend_lists(row)
        sentences.append(sentence)
    return count
