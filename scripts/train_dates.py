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
from annotated import annotated, documents, load_scorer
from logit import fit_choices
from scipy.sparse import csr_matrix

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
    right = np.array([r for c in usable for r in c.right], dtype=float)
    columns, ends = [], [0]
    for choice in usable:
        for names in [*(o.features for o in choice.options), ()]:
            known = [at[name] for name in names if name in at]
            columns += known + [len(at) + k for k in known if choice.other]
            ends.append(len(columns))
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), 2 * len(at)))
    penalty = np.repeat([PENALTY, PENALTY_OF_HABITS], len(at))
    found = fit_choices(x, right, [len(c.right) for c in usable], penalty)
    weights = found[: len(at)] + HABIT * found[len(at) :]
    return {name: round(float(weights[k]), 3) for name, k in at.items() if abs(weights[k]) > 0.005}


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
