"""Fit `codebook/status.json` on annotated reports: train_status.py GOLD.jsonl [READINGS.jsonl ...] [--write]

Every deed that the coder finds at the words of an annotated one is a case: its signs, and the status annotated. A
multinomial logistic regression (L2) learns what speaks for each status; a case of the gold counts as one of the
readings (thrice left the gold where it was, and cost the readings). Figures are of five-fold cross-validation over
reports, beside the rules' own; the reports of `--check` only measure.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from annotated import annotated, documents, load_scorer
from logit import fit_choices
from scipy.sparse import csr_matrix

from detente.coding.build import build_event
from detente.coding.status_choice import WEIGHED, StatusWeights, chosen, is_told
from detente.coding.status_signs import status_signs
from detente.evaluation.shared import json_lines
from detente.formats.gold import event_to_dict
from detente.model import Status
from detente.run.pipeline import default_coder

TARGET = Path(__file__).resolve().parents[1] / "src" / "detente" / "codebook" / "status.json"
FOLDS = 5
MIN_COUNT = 8
PENALTY = 8.0
LEAST = 0.03
MARGIN = 0.25


@dataclass(frozen=True, slots=True)
class Case:
    """One deed found of an annotated one: its report, its signs, the rules' status and the annotated one."""

    report: int
    signs: tuple[str, ...]
    rule: Status
    right: str
    told: bool
    gold: bool


def collect(golds: list[Path]) -> list[Case]:
    """The cases of all reports; those of the first file are cases of the gold."""
    scorer, coder, cases = load_scorer(), default_coder(), []
    coder.model = coder.status_weights = None
    first = sum(1 for _ in json_lines(golds[0]))
    for number, (document, events) in enumerate(documents(golds)):
        coder.code_events(document)
        for draft in coder.mentions:
            guess = event_to_dict(build_event(draft, document, 0), document.text)
            event = annotated(draft, guess, events, document.text, scorer)
            if event is not None and event["type"] == draft.type:
                signs, told = status_signs(draft, document, coder.lexicon), is_told(draft, coder.lexicon)
                cases.append(Case(number, signs, draft.status, event["status"], told, number < first))
    return cases


def fit(cases: list[Case]) -> StatusWeights:
    """Weights of a multinomial logistic regression: each case is a choice among the statuses."""
    usable = [c for c in cases if c.rule in WEIGHED and c.right in WEIGHED]
    count = Counter(sign for c in usable for sign in c.signs)
    at = {sign: k for k, sign in enumerate(sorted(s for s, n in count.items() if n >= MIN_COUNT))}
    columns, ends = [], [0]
    for case in usable:
        known = {at[s] for s in case.signs if s in at}
        for n in range(len(WEIGHED)):
            columns += [n * len(at) + k for k in known]
            ends.append(len(columns))
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(WEIGHED) * len(at)))
    right = np.array([c.right == status for c in usable for status in WEIGHED], dtype=float)
    w = fit_choices(x, right, [len(WEIGHED)] * len(usable), PENALTY).reshape(len(WEIGHED), len(at)).T
    rows = {s: {t: round(float(v), 3) for t, v in zip(WEIGHED, w[k], strict=True)} for s, k in at.items()}
    kept = {s: {t: v for t, v in row.items() if abs(v) >= LEAST} for s, row in rows.items()}
    return StatusWeights({s: row for s, row in kept.items() if row}, MARGIN)


def share_right(cases: list[Case], model: StatusWeights) -> float:
    """How many of the cases the model gives the annotated status."""
    return sum(_chosen(c, model) == c.right for c in cases) / len(cases)


def _chosen(case: Case, model: StatusWeights) -> str:
    return case.rule if case.told else chosen(case.rule, model.judge(case.signs), model.margin)


def _others(parts: list[list[Case]], left_out: int) -> list[Case]:
    return [case for k, part in enumerate(parts) if k != left_out for case in part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("golds", type=Path, nargs="+")
    parser.add_argument("--check", type=Path, action="append", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = collect(options.golds)
    parts = [[c for c in cases if c.report % FOLDS == k] for k in range(FOLDS)]
    models = [fit(_others(parts, k)) for k in range(FOLDS)]
    for name, gold in (("gold", True), ("readings", False)):
        judged = [(c, model) for part, model in zip(parts, models, strict=True) for c in part if c.gold == gold]
        ruled = sum(c.rule == c.right for c, _ in judged) / max(1, len(judged))
        held = sum(_chosen(c, model) == c.right for c, model in judged) / max(1, len(judged))
        print(f"{name}: {len(judged)} deeds, rules alone {ruled:.3f} right, cross-validated {held:.3f}")
    model = fit(cases)
    for path in options.check:
        other = collect([path])
        alone = sum(c.rule == c.right for c in other) / len(other)
        print(
            f"{path.name}: {len(other)} deeds, rules alone {alone:.3f} right, weighed {share_right(other, model):.3f}"
        )
    if options.write:
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=0))


if __name__ == "__main__":
    main()
