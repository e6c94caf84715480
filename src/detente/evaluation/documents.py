"""Scores on whole reports with gold annotation, why events were missed, and how far confidence can be trusted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

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
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8)
_SAME_WORDS = 0.6


def measure_documents(gold: Path, scorer: Path, settings: Settings, errors: int = 0) -> Measured:
    """Code the reports of a gold file and score them with the shared scorer.

    Args:
        gold: JSON lines with `id`, `text`, `published`, `gold`.
        scorer: the shared `score.py`.
        settings: how to code.
        errors: how many missed and extra events to print among the notes.
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
    notes += _cause_rows(module, wanted, guessed) + _reliability_rows(module, wanted, guessed)
    notes += [" | ".join(str(part) for part in error) for error in missed[:errors]]
    return Measured(name=gold.stem, figures=figures, notes=tuple(notes), digest=file_digest(gold))


def _level_row(level: str, r: dict[str, Any]) -> str:
    counts = f"({r['hits']} right of {r['predicted']} predicted, {r['gold']} gold)"
    return f"{level:9} P {r['precision']:.3f}  R {r['recall']:.3f}  F1 {r['f1']:.3f}   {counts}"


def _type_cell(name: str | None, r: dict[str, Any]) -> str:
    return f"{name or '?'} {r['f1']:.2f}/{r['gold']}"


def _events_on_empty(wanted: dict[str, Any], guessed: dict[str, Any]) -> float | None:
    counts = [len(guessed.get(i, {}).get("events", [])) for i, doc in wanted.items() if not doc["gold"].get("events")]
    return round(sum(counts) / len(counts), 3) if counts else None


def _matches(module: ModuleType, golds: list[Any], guesses: list[Any]) -> list[tuple[int, int]]:
    def agrees(gold: Any, guess: Any) -> bool:
        return bool(module.type_agrees(gold, guess) and module.parties_agree(gold, guess))

    pairs: list[tuple[int, int]] = module.pair(golds, guesses, agrees, module.event_closeness)
    return pairs


def _cause_rows(module: ModuleType, wanted: dict[str, Any], guessed: dict[str, Any]) -> list[str]:
    """Missed events by cause, and extra ones by what they stand on: where the next day's work goes."""
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for id_, doc in wanted.items():
        guess = guessed.get(id_, {})
        golds, guesses = doc["gold"].get("events", []), guess.get("events", [])
        pairs = _matches(module, golds, guesses)
        taken, used = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, event in enumerate(golds):
            if i not in taken:
                missed[_cause(module, event, guesses, used, guess.get("faults", []))] += 1
        for j, event in enumerate(guesses):
            if j not in used:
                near = any(module.overlap(g["evidence"], event["evidence"]) >= _SAME_WORDS for g in golds)
                extra["where gold has another event" if near else "where gold has none"] += 1
    rows = (("missed", missed), ("extra", extra))
    return [f"{title}: " + "  ".join(f"{k} {n}" for k, n in counts.most_common()) for title, counts in rows]


def _cause(module: ModuleType, event: Any, guesses: list[Any], used: set[int], faults: list[Any]) -> str:
    near = [j for j, g in enumerate(guesses) if module.overlap(event["evidence"], g["evidence"]) >= _SAME_WORDS]
    for test, name in ((module.type_agrees, "wrong parties"), (module.parties_agree, "wrong type")):
        if any(j not in used and test(event, guesses[j]) for j in near):
            return name
    if any(j not in used for j in near):
        return "wrong type and parties"
    codes = Counter(f["code"] for f in faults if f["text"] and f["text"].strip() in event["evidence"])
    if codes:
        return f"fault {codes.most_common(1)[0][0]}"
    return "swallowed by another event" if near else "nothing coded"


def _reliability_rows(module: ModuleType, wanted: dict[str, Any], guessed: dict[str, Any]) -> list[str]:
    """For each band of confidence, the share of events that are right."""
    right, every = Counter[int](), Counter[int]()
    for id_, doc in wanted.items():
        guesses = guessed.get(id_, {}).get("events", [])
        used = {j for _, j in _matches(module, doc["gold"].get("events", []), guesses)}
        for j, event in enumerate(guesses):
            band = max(k for k, low in enumerate(_BANDS) if event["confidence"] >= low)
            every[band] += 1
            right[band] += j in used
    cells = [f"{_BANDS[k]:.1f}+: {right[k] / n:.2f} of {n}" for k, n in sorted(every.items())]
    return ["right by confidence: " + "  ".join(cells)] if cells else []
