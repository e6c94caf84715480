"""Fit `codebook/dates.json` on annotated reports: train_dates.py GOLD.jsonl [READINGS.jsonl ...] [--write]

Every mention of an annotated deed that the coder finds is one choice: the days it could have, and none. A conditional
logit (L2) learns what speaks for each; an option is right where the scorer takes its days for the annotated ones.
READINGS (`python -m detente.evaluation.readings train -o FILE`) are of other hands, who leave more open than GOLD does:
what sets them apart has weights of its own, of which the share HABIT is kept. Their reports without a date handed over
are left out, as they leave open whatever such a report does not print. Figures are of five-fold cross-validation over
reports, beside the rules' own choice; the development reports only measure. As a day told before is an option, a fit
shifts the options: fit twice.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import scipy.sparse
from scipy.optimize import minimize
from train_confidence import documents, load_scorer

from detente.coding.build import build_event
from detente.coding.date_choice import Weights
from detente.coding.draft import DateOption, Draft
from detente.formats.gold import event_to_dict
from detente.model import Interval
from detente.run.pipeline import default_coder

TARGET = Path(__file__).resolve().parents[1] / "src" / "detente" / "codebook" / "dates.json"
FOLDS = 5
MIN_COUNT = 6
PENALTY = 20.0
"""Of the weights that all hands share."""
PENALTY_OF_HABITS = 40.0
HABIT = 0.5


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention of an annotated deed: its options, which of them are right, "no date" last."""

    report: int
    other: bool
    handed: bool
    options: list[DateOption]
    right: list[bool]
    by_rule: bool
    undated: bool


def collect(path: Path, scorer: Any, other: bool) -> list[Choice]:
    """The choices of all reports of a file.

    Args:
        path: annotated reports.
        scorer: the module that says what agrees.
        other: whether it is of another hand.
    """
    coder, choices = default_coder(), []
    for number, (document, events) in enumerate(documents([path])):
        coder.code_events(document)
        seen = number, other, document.report.handed is not None
        for draft in coder.mentions:
            guess = event_to_dict(build_event(draft, document, 0), document.text)
            event = annotated(draft, guess, events, document.text, scorer)
            if event is not None:
                choices.append(_choice(seen, draft, event["date"], scorer))
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


def _choice(seen: tuple[int, bool, bool], draft: Draft, gold: dict[str, str] | None, scorer: Any) -> Choice:
    options = draft.options
    right = [scorer.date_agrees(gold, _days(option.days)) for option in options]
    ruled = [i for i, option in enumerate(options) if f"{option.kind} rule=True" in option.features]
    by_rule = right[ruled[0]] if ruled else gold is None
    return Choice(*seen, options, [*right, gold is None], by_rule, gold is None)


def _days(days: Interval) -> dict[str, str]:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()}


def fit(choices: list[Choice]) -> dict[str, float]:
    """Weights of a conditional logit; those of the other hands' habits by their share."""
    usable = [c for c in choices if any(c.right) and not all(c.right) and (c.handed or not c.other)]
    count = Counter(name for c in usable for option in c.options for name in option.features)
    at = {name: k for k, name in enumerate(sorted(name for name, n in count.items() if n >= MIN_COUNT))}
    lengths = [len(c.right) for c in usable]
    starts, group = np.cumsum([0, *lengths])[:-1], np.repeat(np.arange(len(usable)), lengths)
    right = np.array([r for c in usable for r in c.right], dtype=float)
    columns, ends = [], [0]
    for choice in usable:
        for names in [*(o.features for o in choice.options), ()]:
            known = [at[name] for name in names if name in at]
            columns += known + [len(at) + k for k in known if choice.other]
            ends.append(len(columns))
    x = scipy.sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(group), 2 * len(at)))
    penalty = np.repeat([PENALTY, PENALTY_OF_HABITS], len(at))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = _softmax(x @ w, starts, group)
        best = p * right
        shares = np.maximum(np.add.reduceat(best, starts), 1e-12)
        slope = x.T @ (p - best / shares[group]) + penalty * w
        return float(-np.log(shares).sum() + 0.5 * (penalty * w * w).sum()), slope

    found = minimize(loss, np.zeros(2 * len(at)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    weights = found[: len(at)] + HABIT * found[len(at) :]
    return {name: round(float(weights[k]), 3) for name, k in at.items() if abs(weights[k]) > 0.005}


def _softmax(utility: np.ndarray, starts: np.ndarray, group: np.ndarray) -> np.ndarray:
    e = np.exp(utility - np.maximum.reduceat(utility, starts)[group])
    shares: np.ndarray = e / np.add.reduceat(e, starts)[group]
    return shares


def pick(choice: Choice, model: Weights) -> int:
    """The option with most weight, or the last: none."""
    weights = [*(model.weigh(option) for option in choice.options), 0.0]
    return max(range(len(weights)), key=lambda i: (weights[i], i))


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    scorer = load_scorer()
    sets = [collect(path, scorer, path != paths[0]) for path in paths]
    chosen: dict[int, int] = {}
    choices = [choice for part in sets for choice in part]
    for fold in range(FOLDS):
        model = Weights(fit([c for c in choices if c.report % FOLDS != fold]))
        chosen |= {id(c): pick(c, model) for c in choices if c.report % FOLDS == fold}
    for path, part in zip(paths, sets, strict=True):
        print(f"{path.stem}: {_figures(part, chosen)}")
    if "--write" in sys.argv:
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(Weights(fit(choices))), indent=0))


def _figures(choices: list[Choice], chosen: dict[int, int]) -> str:
    """How the cross-validated choice does on a set, beside the rules'."""
    number, undated = len(choices), [c for c in choices if c.undated]
    possible = sum(any(c.right) for c in choices)
    right = sum(c.right[chosen[id(c)]] for c in choices)
    invented = sum(chosen[id(c)] < len(c.options) for c in undated)
    return (
        f"{number} mentions, {possible / number:.3f} with a right option, {len(undated)} annotated without a date; "
        f"rules alone {sum(c.by_rule for c in choices) / number:.3f} right, cross-validated {right / number:.3f}, "
        f"{invented} dated that are annotated without"
    )


if __name__ == "__main__":
    main()
