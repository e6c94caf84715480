"""Fit `codebook/sides.json` on annotated reports: python scripts/train_sides.py GOLD.jsonl... [--write]

Every mention of an annotated deed that the coder finds, by word and type, is one choice: all the pairs of sides that
`coding.side_choice` weighs. A conditional logit (L2) learns what speaks for each; an option is right where the scorer
takes its sides for the annotated ones. Figures are of cross-validation over reports, beside what the rules found.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from annotated import documents, load_scorer, told_at
from logit import fit_choices
from scipy.sparse import csr_matrix

from detente.coding.coder import FrameCoder
from detente.coding.draft import Draft
from detente.coding.side_choice import Option, Sides, Weights, options
from detente.coding.side_options import Scene
from detente.model import Document
from detente.run.pipeline import default_coder

TARGET = Path(__file__).resolve().parents[1] / "src" / "detente" / "codebook" / "sides.json"
FOLDS, MIN_COUNT, PENALTY, MARGIN, LEAST = 4, 20, 8.0, 0.3, 0.005


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention of an annotated deed: its options, which are right, and which one the rules found (or none).

    The features of option i are the names `names[ends[i]:ends[i + 1]]` (numbers in `NAMES`) with their shares.
    """

    report: int
    names: array[int]
    shares: array[float]
    ends: list[int]
    right: list[bool]
    rule: int | None


NAMES: dict[str, int] = {}
"""Number of every kind of evidence seen."""


def collect(golds: list[Path]) -> list[Choice]:
    """The choices of all reports."""
    coder, scorer = default_coder(), load_scorer()
    return [
        choice
        for number, (document, events) in enumerate(documents(golds))
        for choice in _of_report(number, document, events, coder, scorer)
    ]


def _of_report(
    number: int, document: Document, events: list[dict[str, Any]], coder: FrameCoder, scorer: Any
) -> list[Choice]:
    found = []
    for draft, scene in coder.before_choice(document):
        here = [e for e in told_at(draft, events, document.text) if scorer.type_agrees(e, _bare(draft))]
        if here:
            found.append(_choice(number, draft, scene, here, scorer))
    return [choice for choice in found if any(choice.right)]


def _bare(draft: Draft) -> dict[str, Any]:
    return {"type": draft.type, "status": draft.status}


def _choice(number: int, draft: Draft, scene: Scene, events: list[dict[str, Any]], scorer: Any) -> Choice:
    rows = options(draft, scene)
    found = Sides(draft, {}).found
    right = [any(_agrees(e, draft, row, scorer) for e in events) for row in rows]
    rule = next((i for i, row in enumerate(rows) if (row.actors, row.recipients) == found), None)
    names, shares, ends = array("i"), array("f"), [0]
    for row in rows:
        names.extend(NAMES.setdefault(name, len(NAMES)) for name, _ in row.features)
        shares.extend(share for _, share in row.features)
        ends.append(len(names))
    return Choice(number, names, shares, ends, right, rule)


def _agrees(event: dict[str, Any], draft: Draft, option: Option, scorer: Any) -> bool:
    sides = {
        name: [{"state": key} if len(key) == 3 and key.isupper() else {"organisation": key} for key in side]
        for name, side in (("actors", option.actors), ("recipients", option.recipients))
    }
    return bool(scorer.direction_agrees(event, {**_bare(draft), **sides}))


def fit(choices: list[Choice]) -> np.ndarray:
    """Weights of a conditional logit, by number of the kind of evidence; rare kinds weigh nothing."""
    x = _matrix(choices)
    common = np.flatnonzero(np.bincount(x.indices, minlength=len(NAMES)) >= MIN_COUNT)
    right = np.array([r for c in choices for r in c.right], dtype=float)
    found = np.zeros(len(NAMES))
    found[common] = fit_choices(x[:, common], right, [len(c.right) for c in choices], PENALTY)
    return found


def _matrix(choices: list[Choice]) -> csr_matrix:
    ends = np.cumsum([0, *(b - a for c in choices for a, b in pairwise(c.ends))])
    names = np.concatenate([np.asarray(c.names) for c in choices])
    shares = np.concatenate([np.asarray(c.shares) for c in choices])
    return csr_matrix((shares, names, ends), shape=(len(ends) - 1, len(NAMES)))


def chosen(choice: Choice, weights: np.ndarray) -> int:
    """The option that the model takes, as `choose_sides` does."""
    scores = _matrix([choice]) @ weights
    chance = np.exp(scores - scores.max())
    chance /= chance.sum()
    top = int(chance.argmax())
    return choice.rule if choice.rule is not None and chance[top] - chance[choice.rule] < MARGIN else top


def main() -> None:
    choices = collect([Path(a) for a in sys.argv[1:] if not a.startswith("--")])
    if "--write" in sys.argv:
        fitted = fit(choices)
        kept = {name: round(float(fitted[k]), 3) for name, k in sorted(NAMES.items()) if abs(fitted[k]) >= LEAST}
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(Weights(kept, MARGIN)), indent=0))
        return
    rules = models = changed = 0
    for fold in range(FOLDS):
        weights = fit([c for c in choices if c.report % FOLDS != fold])
        for choice in (c for c in choices if c.report % FOLDS == fold):
            taken = chosen(choice, weights)
            rules += choice.rule is not None and choice.right[choice.rule]
            models += choice.right[taken]
            changed += taken != choice.rule
    total = len(choices)
    print(
        f"{total} choices; sides right by rule {rules / total:.3f}, by choice {models / total:.3f}; changed {changed}"
    )


if __name__ == "__main__":
    main()
