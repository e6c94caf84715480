"""Place names against annotated toponyms: which words are places, and which place is meant."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from detente.codebook import load_codebook
from detente.evaluation.shared import json_lines
from detente.model import Document, PlaceMention, Report, Span
from detente.parsing import parse_reports
from detente.placing import find_places
from detente.placing.choose import distance_km
from detente.reading import split_lines
from detente.run.pipeline import read_document

NEAR_KM = 161.0
"""A hundred miles: the usual bound within which a place counts as found."""


def score_places(path: Path, errors: int = 0) -> dict[str, Any]:
    """Score `find_places` on documents annotated with toponyms, one JSON object a line (`text`, `toponyms`).

    Args:
        path: the annotated documents.
        errors: how many wrong readings to give back as examples, each sort.
    Returns:
        `recognition`: precision, recall and F1 of the exact spans; `near`: the share of the gold spans with known
        coordinates that `find_places`, told where they stand, puts within 161 km (names that the table does not know
        count as wrong); `near_found`: the same share of those it finds itself; `microseconds_token`: its cost.
    Raises: FileNotFoundError where the file is missing.
    """
    count = {"documents": 0, "gold": 0, "found": 0, "right": 0, "known": 0, "near": 0, "met": 0, "near_found": 0}
    examples: dict[str, list[tuple[str, ...]]] = {"missed": [], "extra": [], "far": []}
    spent, tokens = 0.0, 0
    rows = list(json_lines(path))
    reports = [Report(id=row["id"], text=row["text"], lines=split_lines(row["text"])) for row in rows]
    for row, (report, sentences) in zip(rows, parse_reports(reports), strict=True):
        document = read_document(report, sentences, load_codebook())
        gold = {Span(item["start"], item["end"]): item for item in row["toponyms"]}
        started = time.process_time()
        found = {mention.span: mention for mention in find_places(document)}
        spent, tokens = spent + time.process_time() - started, tokens + len(document.tokens)
        told = {mention.span: mention for mention in find_places(document, list(gold))}
        known = {span: item for span, item in gold.items() if item.get("lat") is not None}
        count["documents"] += 1
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["right"] += len(gold.keys() & found.keys())
        count["known"] += len(known)
        count["near"] += sum(_is_near(told.get(span), item) for span, item in known.items())
        count["met"] += len(known.keys() & found.keys())
        count["near_found"] += sum(_is_near(found.get(span), item) for span, item in known.items())
        _note(examples, document, gold, found, told, errors)
    precision, recall = _share(count["right"], count["found"]), _share(count["right"], count["gold"])
    return {
        "documents": count["documents"],
        "recognition": {"precision": precision, "recall": recall, "f1": _f1(precision, recall)},
        "near": _share(count["near"], count["known"]),
        "near_found": _share(count["near_found"], count["met"]),
        "microseconds_token": round(1e6 * spent / max(tokens, 1), 2),
        **({"examples": examples} if errors else {}),
    }


def _is_near(mention: PlaceMention | None, item: dict[str, Any]) -> bool:
    if mention is None or mention.place.lat is None or mention.place.lon is None:
        return False
    return distance_km(mention.place.lat, mention.place.lon, item["lat"], item["lon"]) <= NEAR_KM


def _note(
    examples: dict[str, list[tuple[str, ...]]],
    document: Document,
    gold: dict[Span, dict[str, Any]],
    found: dict[Span, PlaceMention],
    told: dict[Span, PlaceMention],
    errors: int,
) -> None:
    def around(span: Span) -> str:
        return document.text[max(0, span.start - 30) : span.end + 30].replace("\n", "¶")

    def add(sort: str, spans: Sequence[Span], *more: str) -> None:
        examples[sort] += [(span.of(document.text), around(span), *more) for span in spans][
            : errors - len(examples[sort])
        ]

    if errors:
        add("missed", sorted(gold.keys() - found.keys()))
        add("extra", sorted(found.keys() - gold.keys()))
        for span, item in gold.items():
            if item.get("lat") is not None and not _is_near(told.get(span), item):
                ours = told[span].place.name if span in told else "-"
                add("far", [span], f"{item.get('name')} {item.get('country')} {item.get('fcode')}", ours)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _f1(precision: float | None, recall: float | None) -> float | None:
    return round(2 * precision * recall / (precision + recall), 4) if precision and recall else None
