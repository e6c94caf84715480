"""Transcripts, whose lines begin with who speaks: "FOREIGN MINISTER LARSEN: We met this morning"."""

from __future__ import annotations

import re
from collections import Counter

from detente.model import READABLE, Report, Span

_LABEL = re.compile(r"\s*((?:[A-Z][A-Z.'’-]*)(?: [A-Z][A-Z.'’-]*){0,5})(?: \([^()\n]{1,40}\))?:(?=\s+\S)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\.?")
_LONGEST_ABBREVIATION = 3
_TWO, _FEW, _AGAIN = 2, 3, 2
"""A transcript has two who are labelled with more than a word, or some labelled lines, and somebody speaks again."""


def turn_labels(report: Report) -> dict[int, Span]:
    """The labels of a transcript by the number of their line, with the colon; none in any other text."""
    found: dict[int, re.Match[str]] = {}
    for n, line in enumerate(report.lines):
        label = _LABEL.match(report.text, line.span.start, line.span.end) if line.kind in READABLE else None
        if label is not None:
            found[n] = label
    told = Counter(label[1] for label in found.values())
    titled = [label for label in told if " " in label]
    if len(titled) < _TWO and (len(found) < _FEW or max(told.values()) < _AGAIN):
        return {}
    return {n: Span(label.start(1), label.end()) for n, label in found.items()}


def as_name(label: str) -> str:
    """A label written as names are, but for what is an abbreviation.

    >>> as_name("MR. LARSEN OF THE UN:")
    'Mr. Larsen OF THE UN:'
    """
    return _WORD.sub(_plain, label)


def _plain(match: re.Match[str]) -> str:
    word = match[0]
    return word if len(word) <= _LONGEST_ABBREVIATION and not word.endswith(".") else word.capitalize()
