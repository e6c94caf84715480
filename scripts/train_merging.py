"""Fit `codebook/merging.json` on judged passages: python scripts/train_merging.py SHARED [--write]

Every two passages of different reports that can be one deed are a pair, right where they were judged to tell of the
same; of the part "tune" only. Passages with the facts as the coder has them teach what its mistakes look like; most of
those pairs were picked where an earlier fit was in doubt, so that figures on them are worse than on what comes by.
Events that the readers of the annotated training reports kept apart in one report are further near misses, of less
weight; so are judged pairs with the days of one or both left out, for those that a report does not date. A logistic
regression (L2, Newton steps) gives the probability, another for pairs that are not both dated; five-fold
cross-validation over deeds shows precision and recall at each threshold. The part "held" is never looked at.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from detente.evaluation.merge_pairs import PAIRS
from detente.evaluation.merge_records import judged_evidence, load_passages, load_texts
from detente.evaluation.shared import json_lines
from detente.merging.comparing import Model
from detente.merging.features import UNDATED, features_of
from detente.model import Event, Evidence, Interval, Party, Place, Span

TARGET = Path(__file__).resolve().parents[1] / "src" / "detente" / "codebook" / "merging.json"
FOLDS = 5
MIN_COUNT = 4
NEAR_MISS = 0.3
"""Weight of the near misses within one report: there are many, and no other publisher's words."""
UNTOLD = 0.1
"""Weight of a judged pair once more, without the days of one and of both."""
CAUTION = 0.9
"""What is taken from the log-odds of pairs that are not both dated: .88 is asked of them where .75 is of others, as
a report may look far back without saying so, and few were judged."""
PRIOR = {"rare-mode": 2.0}
"""What weights are held close to, where the pairs are too few to teach what is plain; the others to zero."""
WANTED = 0.955
"""Precision, cross-validated, that the threshold must reach."""


class Row(NamedTuple):
    deed: str
    features: dict[str, float]
    same: bool
    weight: float


def judged_rows(shared: Path) -> tuple[list[Row], int]:
    """The pairs to learn from, and how many passages of one deed the features rule out.

    Of the tuning part any two passages are a pair, by their deeds, unless readers left it open.
    """
    passages = load_passages()
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        pairs = {(row["one"], row["other"]): row["same"] for row in csv.DictReader(lines) if row["part"] != "held"}
    used = sorted({id_ for pair in pairs for id_ in pair})
    for one, other in combinations([id_ for id_ in used if passages[id_].deed], 2):
        pairs.setdefault((one, other), str(int(passages[one].deed == passages[other].deed)))
    texts = load_texts(shared, {(passages[id_].set, passages[id_].report) for id_ in used})
    evidence = {piece.id: piece for piece in judged_evidence([passages[id_] for id_ in used], texts)}
    rows, ruled_out = [], 0
    for (one, other), same in pairs.items():
        if same == "?" or evidence[one].report == evidence[other].report:
            continue
        features = features_of(evidence[one], evidence[other])
        ruled_out += same == "1" and features is None
        deed = min(passages[one].deed, passages[other].deed) or "/".join(sorted((one, other)))
        if features is not None:
            rows.append(Row(deed, features, same == "1", 1.0))
        rows += [Row(deed, left, same == "1", UNTOLD) for left in _undated(evidence[one], evidence[other])]
    return rows, ruled_out


def _undated(one: Evidence, other: Evidence) -> Iterator[dict[str, float]]:
    """The features of a pair of which one report or both would not say when."""
    if one.event.date is None or other.event.date is None:
        return
    bare, other_bare = _without_days(one), _without_days(other)
    for pair in ((bare, other), (one, other_bare), (bare, other_bare)):
        features = features_of(*pair)
        if features is not None:
            yield features


def _without_days(piece: Evidence) -> Evidence:
    return msgspec.structs.replace(piece, event=msgspec.structs.replace(piece.event, date=None))


def near_misses(gold: Path) -> Iterator[Row]:
    """Events that readers kept apart in one report, alike enough to be one deed."""
    for document in json_lines(gold):
        pieces = [piece for event in document["gold"]["events"] if (piece := gold_evidence(document, event))]
        for one, other in combinations(pieces, 2):
            features = features_of(one, other)
            if features is not None:
                features.pop("story")
                yield Row(document["id"], features, False, NEAR_MISS)


def gold_evidence(document: dict[str, Any], event: dict[str, Any]) -> Evidence | None:
    """An annotated event as evidence; None where it is not dated or its words are not found."""
    start = document["text"].find(event["evidence"])
    if start < 0 or not event["date"]:
        return None
    coded = Event(
        id=event["id"],
        type=event["type"],
        mode=event["mode"],
        actors=_parties(event["actors"]),
        recipients=_parties(event["recipients"]),
        date=Interval(date.fromisoformat(event["date"]["from"]), date.fromisoformat(event["date"]["to"])),
        place=Place(event["place"]) if event["place"] else None,
        status=event["status"],
        sources=(),
        evidence=(Span(start, start + len(event["evidence"])),),
    )
    report = document["id"]
    return Evidence(id=event["id"], report=report, event=coded, words=event["evidence"], coder="gold", story=report)


def _parties(rows: Sequence[dict[str, Any]]) -> tuple[Party, ...]:
    return tuple(Party(row.get("state"), row.get("organisation"), row.get("person"), row.get("office")) for row in rows)


def fit(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The weights of a model: those for undated pairs are held close to those for dated ones."""
    undated = [row for row in rows if UNDATED in row.features]
    weights = regress([row for row in rows if UNDATED not in row.features], PRIOR)
    careful = regress(undated, weights)
    return {"weights": weights, "undated": careful | {"bias": round(careful["bias"] - CAUTION, 4)}}


def regress(rows: Sequence[Row], prior_weights: Mapping[str, float]) -> dict[str, float]:
    """Weights of a logistic regression; features of one kind of deed only are held closer to what is known before."""
    count = Counter(name for row in rows for name, value in row.features.items() if value)
    names = sorted(name for name, n in count.items() if n >= MIN_COUNT)
    x = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    y = np.array([row.same for row in rows], dtype=float)
    weight = np.array([row.weight for row in rows])
    penalty = np.array([0.01 if name == "bias" else 2.0 if ":" in name else 1.0 for name in names])
    prior = np.array([prior_weights.get(name, 0.0) for name in names])
    w = prior.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (weight * (y - p)) - penalty * (w - prior)
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w += np.linalg.solve(hessian, gradient)
    return {name: round(float(v), 4) for name, v in zip(names, w, strict=True) if abs(v) > 1e-3}


def cross_validated(rows: Sequence[Row]) -> list[tuple[float, bool, bool]]:
    """Probability and truth of each judged pair, by a model that has not seen its deed; whether both are dated."""
    deeds = sorted({row.deed for row in rows})
    np.random.RandomState(1).shuffle(deeds)
    fold = {deed: number % FOLDS for number, deed in enumerate(deeds)}
    found = []
    for number in range(FOLDS):
        model = Model(**fit([row for row in rows if fold[row.deed] != number]), threshold=0.0)
        found += [
            (model.judge(row.features), row.same, UNDATED not in row.features)
            for row in rows
            if fold[row.deed] == number and row.weight == 1.0
        ]
    return found


def show(what: str, judged: Sequence[tuple[float, bool]]) -> None:
    """Precision and recall of pairs of a kind, at the thresholds around."""
    for t in (0.9, 0.8, 0.75, 0.7, 0.6):
        kept = [same for p, same in judged if p >= t]
        recall = sum(kept) / max(1, sum(same for _, same in judged))
        print(f"  {what}, at {t:.2f}: {len(kept)} joined, precision {np.mean(kept or [0]):.3f}  recall {recall:.3f}")


def main() -> None:
    shared = Path(sys.argv[1])
    rows, ruled_out = judged_rows(shared)
    print(f"{len(rows)} judged pairs, {sum(row.same for row in rows)} of one deed, {ruled_out} more ruled out")
    rows += near_misses(shared / "gold" / "news-train.jsonl")
    held_out, threshold = cross_validated(rows), 1.0
    judged = [(p, same) for p, same, dated in held_out if dated]
    show("not both dated", [(p, same) for p, same, dated in held_out if not dated])
    wanted = sum(same for _, same in judged) + ruled_out
    for t in np.arange(0.9, 0.25, -0.05):
        kept = [same for p, same in judged if p >= t]
        precision = sum(kept) / max(1, len(kept))
        print(f"  at {t:.2f}: precision {precision:.3f}  recall {sum(kept) / wanted:.3f}")
        if precision >= WANTED:
            threshold = round(float(t), 2)
    print(f"{len(rows)} rows in all; threshold {threshold}")
    if "--write" in sys.argv:
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(Model(**fit(rows), threshold=threshold)), indent=0))


if __name__ == "__main__":
    main()
