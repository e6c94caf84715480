"""Fit `codebook/dates.json` on the annotated training reports: python scripts/train_dates.py GOLD.jsonl [--write]

Every mention of an annotated deed that the coder finds is one choice: the days it could have, and none. A conditional
logit (L2) learns what speaks for each; an option is right where the scorer takes its days for the annotated ones. The
margin that an option must have over "no date" keeps dates that the text hardly supports
away. Figures are of five-fold cross-validation over reports, beside the rules' own choice; the development reports only
measure.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from train_confidence import load_scorer

from detente.coding.build import build_event
from detente.coding.date_choice import Weights
from detente.coding.draft import DateOption, Draft
from detente.formats.gold import event_to_dict
from detente.model import Interval, Report
from detente.parsing import parse_reports
from detente.reading import read_paths
from detente.run.pipeline import default_coder, load_codebook, read_document

TARGET = Path(__file__).resolve().parents[1] / "src" / "detente" / "codebook" / "dates.json"
FOLDS = 5
MIN_COUNT = 3
PENALTY = 6.0
MARGINS = {"own": 0.2, "saying": 0.2, "present": 0.5, "near": 0.3}


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention of an annotated deed: its options, which of them are right, "no date" last."""

    report: int
    options: list[DateOption]
    right: list[bool]
    by_rule: bool
    undated: bool


def collect(gold: Path) -> list[Choice]:
    """The choices of all reports."""
    scorer, golds = load_scorer(gold), {}
    for line in gold.open(encoding="utf-8"):
        document = json.loads(line)
        golds[document["id"]] = document["gold"]["events"]
    coder, choices = default_coder(), []
    reports = [r for r in read_paths([str(gold)]) if isinstance(r, Report)]
    for number, (report, sentences) in enumerate(parse_reports(reports)):
        document = read_document(report, sentences, load_codebook())
        coder.code_events(document)
        for draft in coder.mentions:
            guess = event_to_dict(build_event(draft, document, 0), report.text)
            event = annotated(draft, guess, golds[report.id], report.text, scorer)
            if event is not None:
                choices.append(_choice(number, draft, event["date"], scorer))
    return choices


def annotated(
    draft: Draft, guess: dict[str, Any], events: list[dict[str, Any]], text: str, scorer: Any
) -> dict[str, Any] | None:
    """The annotated event whose passage holds the draft's word, of its type, with most of its parties."""
    found: list[tuple[int, dict[str, Any]]] = []
    mine = scorer.names(guess["actors"] + guess["recipients"])
    for event in events:
        at = text.find(event["evidence"])
        if at <= draft.hit.word.start < at + len(event["evidence"]) and at >= 0 and scorer.type_agrees(event, guess):
            found.append((len(mine & scorer.names(event["actors"] + event["recipients"])), event))
    shared, event = max(found, key=lambda f: f[0], default=(0, None))
    return event if shared else None


def _choice(number: int, draft: Draft, gold: dict[str, str] | None, scorer: Any) -> Choice:
    options = draft.options
    right = [scorer.date_agrees(gold, _days(option.days)) for option in options]
    ruled = [i for i, option in enumerate(options) if f"{option.kind} rule=True" in option.features]
    by_rule = right[ruled[0]] if ruled else gold is None
    return Choice(number, options, [*right, gold is None], by_rule, gold is None)


def _days(days: Interval) -> dict[str, str]:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()}


def fit(choices: list[Choice]) -> dict[str, float]:
    """Weights of a conditional logit, by gradient steps with momentum on the penalised likelihood."""
    count = Counter(name for c in choices for option in c.options for name in option.features)
    at = {name: k for k, name in enumerate(sorted(name for name, n in count.items() if n >= MIN_COUNT))}
    usable = [c for c in choices if any(c.right) and not all(c.right)]
    starts = np.cumsum([0, *(len(c.right) for c in usable)])[:-1]
    group = np.repeat(np.arange(len(usable)), [len(c.right) for c in usable])
    x = np.zeros((len(group), len(at)))
    right = np.array([r for c in usable for r in c.right], dtype=float)
    for row, names in enumerate(names for c in usable for names in [*(o.features for o in c.options), ()]):
        x[row, [at[name] for name in names if name in at]] = 1
    w = velocity = np.zeros(len(at))
    rate = 4.0 / (0.25 * np.linalg.norm(x, 2) ** 2 + PENALTY)
    for _ in range(600):
        p = _softmax(x @ w, starts, group)
        best = p * right
        best /= np.maximum(np.add.reduceat(best, starts), 1e-12)[group]
        velocity = 0.9 * velocity + rate * 0.5 * (x.T @ (best - p) - PENALTY * w)
        w = w + velocity
    return {name: round(float(w[k]), 4) for name, k in at.items() if abs(w[k]) > 1e-3}


def _softmax(utility: np.ndarray, starts: np.ndarray, group: np.ndarray) -> np.ndarray:
    e = np.exp(utility - np.maximum.reduceat(utility, starts)[group])
    shares: np.ndarray = e / np.add.reduceat(e, starts)[group]
    return shares


def pick(choice: Choice, model: Weights) -> int:
    """The option with most weight, or the last: none."""
    weights = [*(model.weigh(option) for option in choice.options), 0.0]
    return max(range(len(weights)), key=lambda i: (weights[i], i))


def main() -> None:
    choices = collect(Path(sys.argv[1]))
    right = invented = 0
    for fold in range(FOLDS):
        model = Weights(fit([c for c in choices if c.report % FOLDS != fold]), MARGINS)
        for choice in (c for c in choices if c.report % FOLDS == fold):
            chosen = pick(choice, model)
            right += choice.right[chosen]
            invented += choice.undated and chosen < len(choice.options)
    ruled = sum(c.by_rule for c in choices)
    possible = sum(any(c.right) for c in choices)
    undated = sum(c.undated for c in choices)
    print(f"{len(choices)} mentions, {possible} with a right option, {undated} annotated without a date")
    print(f"rules alone:     {ruled / len(choices):.3f} right")
    print(f"cross-validated: {right / len(choices):.3f} right, {invented} dated that are annotated without")
    if "--write" in sys.argv:
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(Weights(fit(choices), MARGINS)), indent=0))


if __name__ == "__main__":
    main()
