"""Fit `codebook/confidence.json` on annotated reports: python scripts/train_confidence.py GOLD.jsonl... [--write]

Every draft that the coder makes of the training reports is right where the scorer pairs it with an annotated event.
A logistic regression (L2, Newton steps; features of rare kinds are held closer to zero, all of them so close that the
likelihood of held-out reports is best) gives the probability. The threshold is the break-even point of five-fold
cross-validation over reports: as much precision as recall. (F1 is flat about it, so that its peak jumps from fit to
fit.) The development reports only measure.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from annotated import documents, load_scorer

from detente.coding.build import build_event
from detente.coding.confidence import Model
from detente.formats.gold import event_to_dict
from detente.run.pipeline import default_coder

TARGET = Path(__file__).resolve().parents[1] / "src" / "detente" / "codebook" / "confidence.json"
FOLDS = 5
MIN_COUNT = 6


Row = tuple[int, dict[str, float], bool]
"""Report number, features, and whether the draft is right."""


Told = tuple[list[dict[str, Any]], list[dict[str, Any]]]
"""The annotated events of a report, and its drafts as events."""


def collect(golds: list[Path]) -> tuple[list[Row], list[Told]]:
    """Every draft of the reports, judged; and what each report tells, its drafts in the same order."""
    scorer, coder, rows, told = load_scorer(), default_coder(), [], []
    coder.model = None
    for number, (document, events) in enumerate(documents(golds)):
        coder.code_events(document)
        guesses = [event_to_dict(build_event(d, document, 0), document.text) for d in coder.drafts]
        right = {j for _, j in _pairs(scorer, events, guesses)}
        rows += [(number, d.features, j in right) for j, d in enumerate(coder.drafts)]
        told.append((events, guesses))
    return rows, told


def _pairs(scorer: Any, events: list[dict[str, Any]], guesses: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return list(
        scorer.pair(
            events,
            guesses,
            lambda g, p: scorer.type_agrees(g, p) and scorer.parties_agree(g, p),
            scorer.event_closeness,
        )
    )


def fit(rows: list[Row]) -> dict[str, float]:
    """Weights of a logistic regression."""
    count = Counter(name for _, features, _ in rows for name in features)
    names = sorted(name for name, n in count.items() if n >= MIN_COUNT)
    at = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (_, features, _) in enumerate(rows):
        for name, value in features.items():
            if name in at:
                x[i, at[name]] = value
    y = np.array([right for *_, right in rows], dtype=float)
    penalty = np.array(
        [0.01 if n == "bias" else 40.0 if n.startswith(("type", "mode=", "clause=", "turn=")) else 20.0 for n in names]
    )
    w = np.zeros(len(names))
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w += np.linalg.solve(hessian, gradient)
    return {name: round(float(v), 4) for name, v in zip(names, w, strict=True) if abs(v) > 1e-4}


def at_threshold(chances: list[float], told: list[Told], least: float) -> tuple[float, float, float]:
    """F1, precision and recall of what is kept: what is left out may leave its annotated event to another draft."""
    scorer, first, hits, kept = load_scorer(), 0, 0, 0
    for events, guesses in told:
        rest = [g for g, p in zip(guesses, chances[first : first + len(guesses)], strict=True) if p >= least]
        first, kept, hits = first + len(guesses), kept + len(rest), hits + len(_pairs(scorer, events, rest))
    wanted = sum(len(events) for events, _ in told)
    return 2 * hits / (kept + wanted), hits / max(1, kept), hits / wanted


def break_even(chances: list[float], told: list[Told]) -> float:
    """The least threshold at which there is as much precision as recall, to a hundredth."""
    low, high = 0, 80
    while low < high:
        middle = (low + high) // 2
        _, precision, recall = at_threshold(chances, told, middle / 100)
        low, high = (low, middle) if precision >= recall else (middle + 1, high)
    return low / 100


def main() -> None:
    golds = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    rows, told = collect(golds)
    models = [Model(fit([r for r in rows if r[0] % FOLDS != fold])) for fold in range(FOLDS)]
    chances = [models[number % FOLDS].judge(features) for number, features, _ in rows]
    judged = [(chance, right) for chance, (_, _, right) in zip(chances, rows, strict=True)]
    print(f"{len(told)} reports, {len(rows)} drafts, {sum(right for *_, right in rows)} right")
    print("without the model: F1 {:.3f}  P {:.3f}  R {:.3f}".format(*at_threshold(chances, told, 0.0)))
    threshold = break_even(chances, told)
    print("cross-validated:   F1 {:.3f}  P {:.3f}  R {:.3f}".format(*at_threshold(chances, told, threshold)), end=" ")
    print("threshold", threshold)
    for low in np.arange(0, 1, 0.1):
        bin_ = [right for p, right in judged if low <= p < low + 0.1]
        if bin_:
            print(f"  said {low:.1f}-{low + 0.1:.1f}: {len(bin_):4} drafts, {sum(bin_) / len(bin_):.2f} right")
    if "--write" in sys.argv:
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(Model(fit(rows), threshold)), indent=0))


if __name__ == "__main__":
    main()
