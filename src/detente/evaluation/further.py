"""Scores on the sets of others: times, places, quotations, pairs of reports. Each has its scorer in a module here."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.evaluation.shared import Figures, Measured, file_digest


class Scorer(msgspec.Struct, frozen=True):
    """A set, where it lies under the shared folder, and the function that scores it."""

    name: str
    path: str
    module: str
    function: str


SCORERS = (
    Scorer("time_tbaq", "facts/eval/time_tbaq.jsonl", "detente.evaluation.times", "score_times"),
    Scorer("geo_trnews", "facts/eval/geo_trnews.jsonl", "detente.evaluation.places", "score_places"),
    Scorer("geo_lgl", "facts/eval/geo_lgl.jsonl", "detente.evaluation.places", "score_places"),
    Scorer("quote_polnear", "facts/eval/quote_polnear.jsonl", "detente.evaluation.quotations", "score_quotations"),
    Scorer("naming", "news/reports.jsonl.gz", "detente.evaluation.naming", "score_naming"),
    Scorer("undated", "news/reports.jsonl.gz", "detente.evaluation.undated", "score_undated"),
    Scorer("undated_others", "news/reports.jsonl.gz", "detente.evaluation.undated", "score_others"),
    Scorer("merging", "news/reports.jsonl.gz", "detente.evaluation.merge_pairs", "score_merging"),
)


def is_there(scorer: Scorer) -> bool:
    """Whether its module can be loaded."""
    return importlib.util.find_spec(scorer.module) is not None


def measure_further(scorer: Scorer, shared: Path) -> Measured:
    """Score a set; its figures flattened, tables within tables joined by an underscore."""
    path = shared / scorer.path
    result: dict[str, Any] = getattr(importlib.import_module(scorer.module), scorer.function)(path)
    figures: Figures = dict(flattened(result))
    notes = tuple(_note(name, value) for name, value in result.items())
    return Measured(name=scorer.name, figures=figures, notes=notes, digest=file_digest(path))


def flattened(result: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, float | int | None]]:
    """The numbers of nested tables.

    >>> dict(flattened({"span": {"f1": 0.5, "note": "x"}, "n": 3}))
    {'span_f1': 0.5, 'n': 3}
    """
    for name, value in result.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{prefix}{name}_")
        elif value is None or isinstance(value, int | float):
            yield f"{prefix}{name}", value


def _note(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"{name:12} " + "  ".join(f"{key} {part}" for key, part in value.items())
    return f"{name:12} {value}"
