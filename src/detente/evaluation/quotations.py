"""Quotations against attribution annotation (source, cue, content): what is found, and whether the speaker is right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from detente.codebook import load_codebook
from detente.coding import find_quotes
from detente.evaluation.shared import json_lines
from detente.model import Document, Line, Quote, Report, Span
from detente.parsing import parse_report
from detente.resolving import find_mentions

_KINDS = ("direct", "mixed")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "that", "which", "his", "her"})
_COVERED = 0.8
_MARKS = re.compile(r"[\"“”„«»‘’'`]")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]|``([^`]+?)''")


def score_quotations(path: Path, limit: int | None = None) -> dict[str, Any]:
    """Score `find_quotes` on documents annotated with attributions, one JSON object a line (`text`, `attributions`).

    Args:
        path: the annotated documents; each attribution has `source`, `cue` and `content` spans and a `kind`.
        limit: how many documents to read; all where not given.
    Returns:
        For each of direct and mixed: `gold`, `found` and `recall` of contents of two words or more between marks (a
        direct content is found where four fifths of it are in one quotation, a mixed one where a quotation stands in
        it); `speaker`: share of those found with a source that is no pronoun whose speaker is that source.
    Raises: FileNotFoundError where the file is missing.
    """
    count = {kind: {"gold": 0, "found": 0, "named": 0, "speaker": 0} for kind in _KINDS}
    documents = 0
    for row in json_lines(path):
        if limit is not None and documents >= limit:
            break
        documents += 1
        quotes = find_quotes(read_text(row["text"]))
        for item in row["attributions"]:
            if item["kind"] in count and _is_marked(row["text"], item):
                _tally(count[item["kind"]], item, row["text"], quotes)
    return {"documents": documents} | {kind: _rates(c) for kind, c in count.items()}


def read_text(text: str) -> Document:
    """A bare text as a document with mentions, each of its lines a body line."""
    lines = tuple(Line(Span(*m.span()), "body") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    report = Report(id="", text=text, lines=lines)
    sentences = parse_report(report)
    document = Document(report, sentences, [token for sentence in sentences for token in sentence.tokens])
    document.mentions = find_mentions(document, load_codebook())
    return document


def _is_marked(text: str, item: dict[str, Any]) -> bool:
    """Whether the content stands between marks and has two words or more."""
    around = " ".join(text[max(0, a - 2) : b + 2] for a, b in item["content"])
    return any(len(re.findall(r"\w[\w'’-]*", inner)) >= 2 for found in _QUOTED.findall(around) for inner in found)


def _tally(count: dict[str, int], item: dict[str, Any], text: str, quotes: tuple[Quote, ...]) -> None:
    contents = [Span(a, b) for a, b in item["content"]]
    size = sum(len(_MARKS.sub("", span.of(text))) for span in contents)
    best, shared = None, 0
    for quote in quotes:
        common = sum(max(0, min(c.end, s.end) - max(c.start, s.start)) for c in contents for s in quote.spans)
        if common > shared:
            best, shared = quote, common
    count["gold"] += 1
    if best is None or (item["kind"] == "direct" and shared < _COVERED * size):
        return
    count["found"] += 1
    source = _words(" ".join(text[a:b] for a, b in item["source"]))
    if source and not (len(source) == 1 and source[0] in _PRONOUNS):
        speaker = _words(best.speaker or "")
        count["named"] += 1
        initials = "".join(w[0] for w in re.findall(r"[A-Z]\w+", best.speaker or "")).lower()
        count["speaker"] += bool(speaker) and (speaker[-1] in source or source[-1] in (*speaker, initials))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", text.lower()))


def _rates(count: dict[str, int]) -> dict[str, Any]:
    return {
        "gold": count["gold"],
        "found": count["found"],
        "recall": round(count["found"] / count["gold"], 4) if count["gold"] else None,
        "speaker": round(count["speaker"] / count["named"], 4) if count["named"] else None,
    }
