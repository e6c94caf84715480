"""Scores on whole reports with gold annotation."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from detente.evaluation.causes import cause_rows, compare, differences, reliability_rows
from detente.evaluation.shared import Figures, Measured, code_all, file_digest, load_script
from detente.model import Report
from detente.reading import read_paths
from detente.run.settings import Settings

LEVELS = ("event", "directed", "dated", "strict", "persons", "claims", "quotes", "speaker")
RATES = (
    "status_accuracy",
    "mode_accuracy",
    "date_accuracy",
    "invented_dates",
    "published_accuracy",
    "body_accuracy",
)


def measure_documents(gold: Path, scorer: Path, settings: Settings, errors: int = 0) -> Measured:
    """Code the reports of a gold file and score them with the shared scorer.

    Args:
        gold: JSON lines with `id`, `text`, `published`, `gold`.
        scorer: the shared `score.py`.
        settings: how to code.
        errors: how many missed, extra and differing events to print among the notes.
    """
    module = load_script(scorer)
    module.ORGANISATIONS.update(module.organisations())
    wanted = module.load(gold)
    reports = [item for item in read_paths([str(gold)], None) if isinstance(item, Report)]
    guessed = code_all(reports, settings)
    result, missed = module.score(wanted, guessed)
    figures: Figures = {}
    for level in LEVELS:
        figures |= {f"{level}_{part}": result[level][part] for part in ("precision", "recall", "f1")}
    figures |= {rate: result[rate] for rate in RATES}
    figures["events_on_empty"] = _events_on_empty(wanted, guessed)
    notes = [_level_row(level, result[level]) for level in LEVELS]
    notes += ["  ".join(f"{rate} {result[rate]}" for rate in RATES)]
    notes += ["by type: " + "  ".join(_type_cell(t, r) for t, r in result["by_type"].items())]
    compared = compare(module, wanted, guessed)
    notes += cause_rows(module, compared) + reliability_rows(compared)
    notes += [" | ".join(str(part) for part in error) for error in missed[:errors]]
    for field in ("direction", "date", "status"):
        found = (row for row in differences(module, compared) if row[0] == field)
        notes += [" | ".join(row) for row in islice(found, errors)]
    return Measured(name=gold.stem, figures=figures, notes=tuple(notes), digest=file_digest(gold))


def _level_row(level: str, r: dict[str, Any]) -> str:
    counts = f"({r['hits']} right of {r['predicted']} predicted, {r['gold']} gold)"
    return f"{level:9} P {r['precision']:.3f}  R {r['recall']:.3f}  F1 {r['f1']:.3f}   {counts}"


def _type_cell(name: str | None, r: dict[str, Any]) -> str:
    return f"{name or '?'} {r['f1']:.2f}/{r['gold']}"


def _events_on_empty(wanted: dict[str, Any], guessed: dict[str, Any]) -> float | None:
    counts = [len(guessed.get(i, {}).get("events", [])) for i, doc in wanted.items() if not doc["gold"].get("events")]
    return round(sum(counts) / len(counts), 3) if counts else None
