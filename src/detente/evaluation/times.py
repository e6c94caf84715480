"""Time expressions against TIMEX3 annotation: strict spans and values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from detente.dating import find_times
from detente.model import Document, Interval, Line, Report, Span, TimeMention
from detente.parsing import parse_report

_HOUR = re.compile(r"\dT")


def score_times(path: Path, peer: bool = True) -> dict[str, Any]:
    """Score `find_times` on documents annotated with TIMEX3, one JSON object a line (`dct`, `text`, `timex`).

    Args:
        path: the annotated documents.
        peer: also let dateparser read the gold spans, where it is installed.
    Returns:
        For the DATE expressions: `span` and `value` (strict span and value), each as precision, recall and F1;
        `read`: share of the gold spans found whose value is right; `dateparser`: share of the gold DATE spans that
        dateparser reads right (None: not installed), and ours on the same ground, `recall` of `value`.
    Raises: FileNotFoundError where the file is missing.
    """
    count = {"documents": 0, "gold": 0, "found": 0, "span": 0, "value": 0, "peer": 0}
    theirs = _dateparser() if peer else None
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            row = json.loads(line)
            gold, times = _gold_dates(row), _dates(find_in_text(row["text"], row["dct"][:10]))
            right = _right(gold, times)
            count["documents"] += 1
            count["gold"] += len(gold)
            count["found"] += len(times)
            count["span"] += len(right)
            count["value"] += sum(right.values())
            count["peer"] += sum(_peer_right(theirs, row, item) for item in row["timex"] if item["type"] == "DATE")
    return {
        "documents": count["documents"],
        "span": _prf(count["span"], count["found"], count["gold"]),
        "value": _prf(count["value"], count["found"], count["gold"]),
        "read": round(count["value"] / count["span"], 4) if count["span"] else None,
        "dateparser": round(count["peer"] / count["gold"], 4) if theirs and count["gold"] else None,
    }


def find_in_text(text: str, day: str) -> tuple[TimeMention, ...]:
    """The time expressions of a text of known day, each paragraph a line of its own."""
    report = Report(id="", text=text, lines=tuple(Line(span, "body") for span in _paragraphs(text)))
    sentences = parse_report(report)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    return find_times(Document(report, sentences, tokens, published=Interval.day(day)))


def _paragraphs(text: str) -> Iterator[Span]:
    """Stretches between empty lines: the texts are broken into short lines."""
    at = 0
    for block in re.split(r"(\n[ \t]*\n)", text):
        if block.strip():
            yield Span(at, at + len(block))
        at += len(block)


def _gold_dates(row: dict[str, Any]) -> dict[tuple[int, int], str]:
    return {(t["start"], t["end"]): t["value"] for t in row["timex"] if t["type"] == "DATE"}


def _dates(times: Sequence[TimeMention]) -> dict[tuple[int, int], str]:
    """Ours of TIMEX3 type DATE: dates without an hour, and references; ranges have no value in TIMEX3."""
    return {
        (m.span.start, m.span.end): m.value
        for m in times
        if m.kind in ("date", "reference") and m.value and not _HOUR.search(m.value) and "/" not in m.value
    }


def _right(gold: dict[tuple[int, int], str], times: dict[tuple[int, int], str]) -> dict[tuple[int, int], bool]:
    return {span: times[span] == value for span, value in gold.items() if span in times}


def _prf(hits: int, found: int, gold: int) -> dict[str, float | int]:
    precision, recall = (hits / found if found else 0.0), (hits / gold if gold else 0.0)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return {k: round(v, 4) for k, v in figures.items()} | {"hits": hits, "found": found, "gold": gold}


def _dateparser() -> Any:
    try:
        import dateparser
    except ImportError:
        return None
    return dateparser


def _peer_right(module: Any, row: dict[str, Any], item: dict[str, Any]) -> bool:
    """Whether dateparser gives the value, as precise as the annotation has it."""
    if module is None:
        return False
    from datetime import datetime

    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["dct"][:10]), "PREFER_DATES_FROM": "past"}
    try:
        parsed = module.parse(item["text"], languages=["en"], settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return False
    return parsed is not None and bool(item["value"]) and parsed.date().isoformat().startswith(item["value"])
